"""Personal fields of an event: taken out before it is recorded, put back when it is read.

A path names a field as a JSON pointer does: "/others/0/value".
"""

from collections.abc import Callable, Sequence
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


_Found = tuple[dict[str, Any], str, PersonalField]  # The object that it is in, by its name.


def take_out(kind: type, written: dict[str, Any]) -> Sequence[PersonalField]:
    """Remove the personal fields from an unstructured event, and return them."""
    found = _found(kind, written, "")
    for owner, name, _ in found:
        del owner[name]
    return [field for _, _, field in found]


def put_in(kind: type, written: dict[str, Any], supply: Callable[[str], str | None]) -> None:
    """Set each personal field of an unstructured event to what supply gives for its path."""
    for owner, name, field in _found(kind, written, ""):
        owner[name] = supply(field.path)


@cache
def has_personal(kind: Any) -> bool:
    """Tell whether a type has a personal field at any depth."""
    return bool(personals(kind)) or any(has_personal(inner) for _, inner in _objects(kind))


def _found(kind: type, written: dict[str, Any], path: str) -> list[_Found]:
    """Return the personal fields in an object, and in those within it."""
    found = [
        (written, name, PersonalField(f"{path}/{name}", written.get(name), find))
        for name, find in _own(kind)
    ]
    for name, inner in _secret_objects(kind):
        for step, item in _items(written.get(name)):
            found += _found(inner, item, f"{path}/{name}{step}")
    return found


@cache
def _own(kind: Any) -> tuple[tuple[str, str], ...]:
    """Return the personal fields of a class itself: (name, look-up)."""
    return tuple(personals(kind).items())


def _items(value: Any) -> Sequence[tuple[str, dict[str, Any]]]:
    if not value:
        return ()
    if isinstance(value, dict):
        return (("", value),)
    return [(f"/{position}", item) for position, item in enumerate(value)]


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
