"""Fields as callers send them into a command: strict, and never signed by the caller."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo

from adapters.codec import StrictConverter, read
from adapters.problems import Unknown, Unreadable
from domain.catalogue import COMMANDS, CommandSpec
from domain.recorded import Context


def command_spec(name: str) -> CommandSpec:
    """Return the named command's spec; Unknown, with what is near, for another name."""
    if name not in COMMANDS:
        near = near_commands(name, COMMANDS)
        raise Unknown(
            f"there is no command {name!r}" + (f"; there is {', '.join(near)}" if near else "")
        )
    return COMMANDS[name]


def near_commands(name: str, known: Iterable[str]) -> Sequence[str]:
    """Return the commands about the same thing, or else those that are written alike."""
    names, about = list(known), name.partition(".")[0]
    same = [each for each in names if each.partition(".")[0] == about]
    return same or get_close_matches(name, names)


def read_command(
    converter: StrictConverter, spec: CommandSpec, fields: Mapping[str, Any], context: Context
) -> Any:
    """Return the command with its stamped fields filled from the context.

    Looked-up fields are None; the core fills them on each attempt.  Raises Unreadable for a
    missing, extra or malformed field, and for a filled one that the caller tried to supply.
    """
    if not isinstance(fields, Mapping):
        raise Unreadable(("expected an object",))
    filled = spec.stamps.keys() | spec.look_ups.keys()
    if forged := sorted(filled & fields.keys()):
        raise Unreadable((f"filled by the core, not by the caller: {', '.join(forged)}",))
    stamps = {field: getattr(context, part) for field, part in spec.stamps.items()}
    written = converter.unstructure(stamps)
    return read(converter, {**fields, **written, **dict.fromkeys(spec.look_ups)}, spec.type)


def check_zone(name: str) -> None:
    """Raise Unreadable where no time zone is so named."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise Unreadable((f"time_zone: no time zone is named {name}",)) from error
