"""What callers may send with a command, drawn at random from its description."""

from datetime import date
from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from adapters.codec import FREE_TEXT
from adapters.describe import Input, Kind, command_inputs
from adapters.schema import property_schema
from domain.catalogue import CommandSpec
from tests.strategies import texts_like


def fields_of(spec: CommandSpec) -> st.SearchStrategy[dict[str, Any]]:
    """Return fields that a command can be read from."""
    return object_of(command_inputs(spec))


@cache
def object_of(parts: tuple[Input, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Return an object that is made of these inputs, with or without those that may be left."""
    return st.fixed_dictionaries(
        {part.name: _value(part) for part in parts if part.required},
        optional={part.name: _value(part) for part in parts if not part.required},
    )


def _value(part: Input) -> st.SearchStrategy[Any]:
    value = _not_null(part)
    return st.none() | value if part.nullable else value


def _not_null(part: Input) -> st.SearchStrategy[Any]:
    if "enum" in (schema := property_schema(evolve(part, nullable=False))):
        return st.sampled_from(schema["enum"])
    match part.kind:
        case Kind.OBJECT:
            return object_of(part.fields)
        case Kind.LIST:
            assert part.item is not None
            return st.lists(_value(part.item), max_size=2)
        case Kind.WHOLE_NUMBER:
            return st.integers(part.low, part.high)
        case Kind.YES_NO:
            return st.booleans()
        case Kind.DATE:
            days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
            return days.map(date.isoformat)
    return _text(part.pattern or "")


def _text(pattern: str) -> st.SearchStrategy[str]:
    if pattern != FREE_TEXT.pattern:
        return texts_like(pattern)
    return st.text(
        st.characters(categories=["L", "M", "N", "P", "Zs"]), min_size=1, max_size=500
    ).filter(str.strip)
