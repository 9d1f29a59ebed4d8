"""The references that stand in events for personal fields, and the events once they are opened."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from domain.fields import personals


@frozen
class FirstOf:
    """The first of some references that has a value; nobody knows which before they are opened."""

    references: tuple[str | None, ...]


@frozen
class Later:
    """A value that is made once references are opened, from what they say."""

    references: tuple[str, ...]
    make: Callable[[Mapping[str, str | None]], Any]


def references_in(value: Any) -> Iterator[str]:
    """Yield the references in an event, at any depth."""
    if isinstance(value, tuple):
        for inner in value:
            yield from references_in(inner)
    elif attrs.has(type(value)):
        secret = personals(type(value))
        for field in attrs.fields(type(value)):
            inner = getattr(value, field.name)
            if field.name not in secret:
                yield from references_in(inner)
            elif inner is not None:
                yield inner


def opened(value: Any, says: Mapping[str, str | None]) -> Any:
    """Return an event as it was recorded: what references say in their place."""
    if isinstance(value, tuple):
        return tuple(opened(inner, says) for inner in value)
    if not attrs.has(type(value)):
        return value
    secret = personals(type(value))
    said = {}
    for field in attrs.fields(type(value)):
        inner = getattr(value, field.name)
        known = field.name in secret and inner is not None
        said[field.name] = says[inner] if known else opened(inner, says)
    return attrs.evolve(value, **said)
