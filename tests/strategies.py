"""Values of any class of the domain, drawn at random from the types of its fields."""

import re
import unicodedata
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import attrs
from hypothesis import strategies as st

from domain.catalogue import CommandSpec
from domain.ids import Span, Text
from domain.money import FEN_MAX, Money
from domain.rate import Rate

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
LETTERS = st.characters(categories=["L", "M", "N", "P", "Zs"])
TEXTS = st.text(LETTERS, min_size=1, max_size=20).map(lambda t: unicodedata.normalize("NFC", t))
AMOUNTS = st.builds(
    Money, st.just(0) | st.integers(-FEN_MAX, FEN_MAX), st.sampled_from(["CNY", "USD"])
)
PLAIN = {
    str: TEXTS,
    int: st.integers(-(2**53) + 1, 2**53 - 1),
    bool: st.booleans(),
    date: DAYS,
    Money: AMOUNTS,
    Rate: st.builds(Rate, st.integers(0, 10**9 - 1)),
    type(None): st.none(),
}


@cache
def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a type of a field, or for a class."""
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) is Annotated:
        return _shaped(*get_args(kind))
    if get_origin(kind) is tuple:
        return st.lists(values_of(get_args(kind)[0]), max_size=3).map(tuple)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if attrs.has(kind):
        return st.builds(kind, **{f.name: values_of(f.type) for f in attrs.fields(kind)})
    return st.one_of([values_of(part) for part in get_args(kind)])


def command_values(spec: CommandSpec) -> st.SearchStrategy[Any]:
    """Return a strategy for a command as a caller sends it: nothing is looked up yet."""
    return _sent(spec.type, frozenset(spec.look_ups))


@cache
def _sent(kind: Any, look_ups: frozenset[str]) -> st.SearchStrategy[Any]:
    drawn = {f.name: values_of(f.type) for f in attrs.fields(kind) if f.name not in look_ups}
    return st.builds(kind, **drawn, **dict.fromkeys(look_ups, st.none()))


def _shaped(_kind: Any, shape: Text | Span) -> st.SearchStrategy[Any]:
    if isinstance(shape, Span):
        return st.integers(shape.low, shape.high)
    pattern = re.compile(shape.pattern)

    def cut(text: str) -> str:
        """Return as much of a text as is allowed and still has the shape."""
        ends = range(min(len(text), shape.longest), -1, -1)
        return next(text[:end] for end in ends if pattern.fullmatch(text[:end]))

    return texts_like(shape.pattern).map(cut)


# A first character and the rest, as identifiers have them.
NAME = re.compile(r"\^(\[[^]]+\])(\[[^]]+\])\{0,(\d+)\}\$")
DIGEST = "^sha256:[0-9a-f]{64}$"


def texts_like(pattern: str) -> st.SearchStrategy[str]:
    """Return a strategy for texts of a pattern; the usual ones are drawn whole, not by letters."""
    if pattern == DIGEST:
        return st.binary(min_size=32, max_size=32).map(lambda drawn: f"sha256:{drawn.hex()}")
    if name := NAME.fullmatch(pattern):
        first, rest = (_characters(of) for of in name.groups()[:2])
        parts = st.sampled_from(first), st.text(rest, max_size=int(name[3]))
        return st.tuples(*parts).map("".join)
    return st.from_regex(re.compile(pattern), fullmatch=True)


def _characters(of: str) -> str:
    """Return the characters of a set in brackets, which are all ASCII."""
    return "".join(filter(re.compile(of).match, map(chr, range(128))))
