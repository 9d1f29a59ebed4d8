"""A command of the catalogue, as the command line offers it."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs
import click

from adapters.cli.flags import Flag, flags_of, nested, said
from adapters.cli.json_input import read_json_file
from adapters.cli.session import session_of
from adapters.cli.show import show_json, show_outcome
from adapters.describe import Input, command_inputs, label_of
from adapters.intake import command_spec

JSON_INPUT: Final = "--json-input"
_PRIVATE: Final = (
    "What is personal is better given with --json-input: a shell keeps what is typed, and other"
    " users of the machine may see it."
)


def offer(name: str) -> click.Command:
    """Return the command of that name; Unknown, with what is near, for another name."""
    spec = command_spec(name)
    inputs = command_inputs(spec)
    flags = flags_of(inputs)
    return click.Command(
        name,
        callback=_runs(name, flags),
        params=[*(flag.make() for flag in flags), *_options()],
        epilog=_PRIVATE if _is_personal(inputs) else None,
        help=f"{spec.summary}\n\n{said(label_of(name))}",
        short_help=f"{label_of(name).zh}: {spec.summary}",
    )


def _runs(name: str, flags: Sequence[Flag]) -> Callable[..., None]:
    def run(
        json_input: str | None,
        key: str | None,
        expect_version: int | None,
        as_json: bool,
        **given: Any,
    ) -> None:
        whole = read_json_file(json_input, JSON_INPUT) if json_input is not None else {}
        bus = session_of(click.get_current_context()).toolbox.bus()
        outcome = bus.run(name, nested(flags, given, whole), key=key, expected=expect_version)
        if as_json:
            show_json(attrs.asdict(outcome))
        else:
            show_outcome(outcome)

    return run


def _is_personal(inputs: Sequence[Input]) -> bool:
    return any(
        part.personal
        or _is_personal(part.fields)
        or _is_personal(part.item.fields if part.item else ())
        for part in inputs
    )


def _options() -> list[click.Parameter]:
    return [
        click.Option(
            [JSON_INPUT],
            metavar="FILE|-",
            help="Read all fields as one JSON object; flags are put over it.",
        ),
        click.Option(
            ["--key"], metavar="TEXT", help="Key that makes it safe to send twice (else fresh)."
        ),
        click.Option(
            ["--expect-version"],
            type=click.IntRange(min=0),
            metavar="NUMBER",
            help="Record only if the stream is still at this version.",
        ),
        click.Option(["--json", "as_json"], is_flag=True, help="Answer in JSON."),
    ]
