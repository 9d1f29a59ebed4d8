"""Records read straight into events, by readers that are made once for each class.

The JSON is parsed into typed structs in one pass; a function for each class, compiled from its
fields, then makes the events.  What it returns equals what the strict converter makes of the same
record (tests/laws/test_typed.py), at a small part of the cost.  It reads what this core wrote;
whether a record is what it should be, `loanfold verify` checks with the strict converter.
"""

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from types import GenericAlias
from typing import Annotated, Any, Final, Literal, get_args, get_origin

import attrs
import msgspec
from attrs import frozen

from adapters.codec import is_list
from adapters.storage.personal import has_personal
from domain.fields import personals
from domain.money import Money
from domain.rate import Rate

FORMAT: Final = "loanfold-record/1"
AMOUNTS_MAX: Final = 16_384  # Amounts that are kept read: a few of them make up most records.


# From the path of a personal field of an event to what it says.
Supply = Callable[[str], str | None]


@frozen
class Reader:
    """How records of an event are read from JSON, as they would be written today."""

    decode: Callable[[bytes], Any]  # The whole record in one pass; msgspec's error for another.
    make: Callable[..., Any]  # Of its data; where there are personal fields, also of a Supply, "".
    personal: bool


def reader(kind: type, name: str, schema: int) -> Reader:
    """Return the reader of an event's records."""
    wire, make = _object(kind)
    # What stands around the event must be what is known of it: the decoder itself sees to that.
    around = {"fmt": Literal[FORMAT], "schema": Literal[schema], "type": Literal[name]}
    record = msgspec.defstruct(
        f"{kind.__name__}Record", [("data", wire), *around.items()], gc=False
    )
    return Reader(msgspec.json.Decoder(record).decode, make, has_personal(kind))


@frozen
class _Part:
    """How a value lies in the JSON, and the expression that makes it of `{}`."""

    wire: Any
    says: str = "{}"
    uses: tuple[tuple[str, Any], ...] = ()  # What the expression names.


@cache
def _object(kind: Any) -> tuple[type, Callable[..., Any]]:
    """Return the struct that an object of a class lies in, and the function that makes it."""
    fields: list[Any] = []
    arguments: list[str] = []
    names: dict[str, Any] = {"kind": kind, "unset": msgspec.UNSET}
    sealed = personals(kind)
    for f in attrs.fields(kind):
        if f.name in sealed:
            arguments.append(f"{f.name}=supply(path + '/{f.name}')")
            continue
        part, default = _part(f.type, f.name), f.default
        says = part.says.replace("{}", f"w.{f.name}")
        names.update(part.uses)
        if default is attrs.NOTHING:
            fields.append((f.name, part.wire))
        else:
            fields.append((f.name, part.wire | msgspec.UnsetType, msgspec.UNSET))
            names[f"default_{f.name}"] = (
                default.factory() if hasattr(default, "factory") else default
            )
            says = f"default_{f.name} if w.{f.name} is unset else {says}"
        arguments.append(f"{f.name}={says}")
    wire = msgspec.defstruct(
        kind.__name__, fields, kw_only=True, forbid_unknown_fields=True, gc=False
    )
    taken = "w, supply, path" if has_personal(kind) else "w"
    exec(f"def make({taken}):\n    return kind({', '.join(arguments)})", names)
    return wire, names["make"]


def _part(kind: Any, name: str) -> _Part:
    """Return how a field's value is read."""
    if get_origin(kind) is Annotated:
        return _part(get_args(kind)[0], name)
    if kind is Money:
        return _Part(str, "money({})", (("money", money),))
    if kind is Rate:
        return _Part(str, "rate({})", (("rate", rate),))
    if attrs.has(kind):
        return _made(kind, f"path + '/{name}'")
    if is_list(kind):
        return _several(get_args(kind)[0], name)
    if type(None) in get_args(kind):
        (inner,) = (part for part in get_args(kind) if part is not type(None))
        part = _part(inner, name)
        says = "{}" if part.says == "{}" else f"None if {{}} is None else {part.says}"
        return _Part(part.wire | None, f"({says})", part.uses)
    assert kind in (str, int, bool, date, datetime) or issubclass(kind, Enum), kind
    return _Part(kind)


def _several(kind: Any, name: str) -> _Part:
    if has_personal(kind):
        one = _made(kind, f"f'{{path}}/{name}/{{n}}'")
        says = f"tuple([{one.says.replace('{}', 'i', 1)} for n, i in enumerate(@)])"
    else:
        one = _part(kind, name)
        says = f"(tuple([{one.says.replace('{}', 'i')} for i in @]) if @ else ())"
    says = "{}" if one.says == "{}" else says.replace("@", "{}")
    return _Part(GenericAlias(tuple, (one.wire, ...)), says, one.uses)


def _made(kind: Any, path: str) -> _Part:
    wire, make = _object(kind)
    called = f"make_{kind.__name__}"
    says = f"{called}({{}}, supply, {path})" if has_personal(kind) else f"{called}({{}})"
    return _Part(wire, says, ((called, make),))


@lru_cache(AMOUNTS_MAX)
def money(text: str) -> Money:
    """Return an amount; those read of late are shared, since nothing changes them."""
    return Money.parse(text)


@lru_cache(AMOUNTS_MAX)
def rate(text: str) -> Rate:
    """Return a rate."""
    return Rate.parse(text)
