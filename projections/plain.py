"""Values as answers show them: text, whole numbers, true and false, lists and maps."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import attrs

from domain.dated import Dated, From
from domain.money import Money
from domain.rate import Rate


def plain(value: Any) -> Any:
    """Return a value of the domain as plain values; money as "120.00 CNY", dates in ISO 8601."""
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | str():
            return value
        case Money() | Rate():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {_key(key): plain(inner) for key, inner in value.items()}
        case Dated():
            return {entry.day.isoformat(): _dated(entry) for entry in value.values}
        case tuple() | list():
            return [plain(inner) for inner in value]
        case set() | frozenset():
            return sorted(plain(inner) for inner in value)
    if attrs.has(type(value)):
        return {f.name: plain(getattr(value, f.name)) for f in attrs.fields(type(value))}
    raise TypeError(f"{type(value).__name__} is not shown in answers")


def _dated(entry: From[Any]) -> Any:
    """Return a value by its day: with its source where it has one."""
    value = plain(entry.value)
    return {"value": value, "source": entry.source} if entry.source else value


def _key(key: Any) -> str:
    return "/".join(map(_key, key)) if isinstance(key, tuple) else str(plain(key))
