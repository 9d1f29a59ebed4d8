"""Events and commands as plain values for canonical JSON, by writers made once for each class.

What a writer returns encodes to the same bytes as what the converter makes of the same object
(tests/laws/test_typed.py); records and the hashes of commands depend on that.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Annotated, Any, Final, get_args, get_origin

import attrs

from adapters.codec import is_list
from domain.money import Money
from domain.rate import Rate

AMOUNTS_MAX: Final = 16_384  # Texts of amounts that are kept: a few of them make up most records.
# These the encoder writes as the converter does.
_AS_THEY_ARE: Final = (str, int, bool, date, type(None))


@cache
def plain(kind: type) -> Callable[[Any], dict[str, Any]]:
    """Return the function that writes objects of a class."""
    names: dict[str, Any] = {"text": _money, "rate": _rate}
    fields = [f"{f.name!r}: {_says(f.type, f'e.{f.name}', names)}" for f in attrs.fields(kind)]
    exec(f"def write(e):\n    return {{{', '.join(fields)}}}", names)
    write: Callable[[Any], dict[str, Any]] = names["write"]
    return write


@cache
def inputs_of(kind: type, chosen: tuple[str, ...]) -> Callable[[Any], Mapping[str, Any]]:
    """Return the function that writes some fields of objects of a class."""
    names: dict[str, Any] = {"text": _money, "rate": _rate}
    kinds = {f.name: f.type for f in attrs.fields(kind)}
    fields = [f"{name!r}: {_says(kinds[name], f'e.{name}', names)}" for name in chosen]
    exec(f"def write(e):\n    return {{{', '.join(fields)}}}", names)
    write: Callable[[Any], Mapping[str, Any]] = names["write"]
    return write


def _says(kind: Any, value: str, names: dict[str, Any]) -> str:
    """Return the expression that writes a value, and add what it names."""
    if get_origin(kind) is Annotated:
        return _says(get_args(kind)[0], value, names)
    if kind is Money:
        return f"text({value}.fen, {value}.currency)"
    if kind is Rate:
        return f"rate({value}.e8)"
    if attrs.has(kind):
        names[f"write_{kind.__name__}"] = plain(kind)
        return f"write_{kind.__name__}({value})"
    if is_list(kind):
        inner = _says(get_args(kind)[0], "i", names)
        return value if inner == "i" else f"[{inner} for i in {value}]"
    if type(None) in get_args(kind):
        (part,) = (part for part in get_args(kind) if part is not type(None))
        inner = _says(part, value, names)
        return value if inner == value else f"(None if {value} is None else {inner})"
    assert kind in _AS_THEY_ARE or issubclass(kind, Enum), kind
    return value


@lru_cache(AMOUNTS_MAX)
def _money(fen: int, currency: str) -> str:
    return str(Money(fen, currency))


@lru_cache(AMOUNTS_MAX)
def _rate(e8: int) -> str:
    return str(Rate(e8))
