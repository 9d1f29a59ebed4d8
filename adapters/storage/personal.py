"""Personal fields of an event: taken out before it is recorded, put back when it is read.

A path names a field as a JSON pointer does: "/others/0/value".
"""

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from attrs import frozen

from domain.fields import personals


@frozen
class PersonalField:
    """A personal field with the name of the look-up that finds the person by it."""

    path: str
    value: str | None
    find: str  # "" where nobody is found by it.


def take_out(kind: type, written: dict[str, Any]) -> Iterator[PersonalField]:
    """Remove the personal fields from an unstructured event, and yield them."""
    return _each(kind, written, "", lambda fields, name: fields.pop(name))


def put_in(kind: type, written: dict[str, Any], supply: Callable[[str], str | None]) -> None:
    """Set each personal field of an unstructured event to what supply gives for its path."""
    for found in _each(kind, written, "", lambda _fields, _name: None):
        *way, name = found.path.split("/")[1:]
        place: Any = written
        for step in way:
            place = place[int(step)] if isinstance(place, list | tuple) else place[step]
        place[name] = supply(found.path)


@cache
def has_personal(kind: Any) -> bool:
    """Tell whether a type has a personal field at any depth."""
    return bool(personals(kind)) or any(has_personal(inner) for _, inner in _objects(kind))


def _each(
    kind: type, written: dict[str, Any], path: str, use: Callable[[dict[str, Any], str], Any]
) -> Iterator[PersonalField]:
    if not has_personal(kind):
        return
    for name, find in personals(kind).items():
        yield PersonalField(f"{path}/{name}", use(written, name), find)
    for name, inner in _secret_objects(kind):
        for step, item in _items(written.get(name)):
            yield from _each(inner, item, f"{path}/{name}{step}", use)


def _items(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield "", value
    elif isinstance(value, list | tuple):
        for position, item in enumerate(value):
            yield f"/{position}", item


@cache
def _secret_objects(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Return the fields that hold objects with personal fields in them, at any depth."""
    return tuple((name, inner) for name, inner in _objects(kind) if has_personal(inner))


@cache
def _objects(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Return the fields that hold objects: (name, class), through None and tuples."""
    if not attrs.has(kind):
        return ()
    found = ((f.name, _object_type(f.type)) for f in attrs.fields(kind))
    return tuple((name, inner) for name, inner in found if inner is not None)


def _object_type(kind: Any) -> Any:
    if get_origin(kind) in (tuple, Union, UnionType):
        found = (_object_type(part) for part in get_args(kind))
        return next((inner for inner in found if inner is not None), None)
    return kind if attrs.has(kind) else None
