"""What is promised to callers and to history, as plain values, and whether it is kept.

A promise once written is never taken back: a name, a field with its kind, a rule code.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from adapters.describe import Input, command_inputs, inputs
from domain.catalogue import COMMANDS, EVENTS, RULES
from tests.docs.pages import flat

Promise = Mapping[str, Mapping[str, str]]  # Name -> field -> kind, with "?" where optional.


def commands() -> Promise:
    """Return the commands with what a caller gives."""
    return {name: _fields(command_inputs(spec)) for name, spec in COMMANDS.items()}


def events() -> Promise:
    """Return the events with what they hold."""
    return {name: _fields(inputs(kind)) for name, kind in EVENTS.items()}


def rules() -> Promise:
    """Return the codes of the rules; their sentences may still be put better."""
    return {rule.code: {} for rule in RULES.values()}


PROMISES: Mapping[str, Callable[[], Promise]] = {
    "tests/contracts/commands.json": commands,
    "tests/contracts/events.json": events,
    "tests/contracts/rules.json": rules,
}


def broken(promised: Promise, kept: Promise) -> Sequence[str]:
    """Return what was promised and is not kept, and what is newly asked where nothing was."""
    gone = [f"{name} is gone" for name in promised if name not in kept]
    both = [(name, promised[name], kept[name]) for name in promised if name in kept]
    changed = [
        f"{name}: {field} was {kind} and is {now.get(field, 'gone')}"
        for name, before, now in both
        for field, kind in before.items()
        if now.get(field) != kind
    ]
    asked = [
        f"{name}: {field} is new and not optional"
        for name, before, now in both
        for field, kind in now.items()
        if field not in before and not _is_optional(field, before, now)
    ]
    return [*gone, *changed, *asked]


def grown(path: Path, now: Promise) -> Promise:
    """Return the promises of a file with what is new; AssertionError where one is broken."""
    promised: Promise = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    faults = broken(promised, now)
    assert not faults, "\n".join(faults)
    return now


def to_text(promise: Any) -> str:
    """Return a promise as the text of its file."""
    return json.dumps(promise, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _fields(given: Sequence[Input]) -> Mapping[str, str]:
    return {name: _kind(part) for name, part in flat(given)}


def _kind(part: Input) -> str:
    kind = f"list of {part.item.kind}" if part.item else str(part.kind)
    return kind + (" or null" if part.nullable else "") + ("" if part.required else "?")


def _is_optional(field: str, before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Say whether a new field may be left out: it, or a new object around it, has a default."""
    if now[field].endswith("?"):
        return True
    around = field.rpartition(".")[0].removesuffix("[]")
    return bool(around) and around not in before and _is_optional(around, before, now)
