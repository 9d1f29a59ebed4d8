"""The terms of a loan as cells of a table, by the names of its fields.

A field within an object is written with a dot (`policy.payment_unit`), several plain values of a
list with semicolons, a list of objects as JSON, and what is not given as an empty cell.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from attrs import frozen

from adapters.describe import Input, Kind
from adapters.json_text import read_json

BETWEEN: Final = ";"
_WHOLE: Final = re.compile(r"-?[0-9]{1,18}")


@frozen
class Place:
    """A column: where its value stands among the fields."""

    path: tuple[Input, ...]

    @property
    def name(self) -> str:
        """The heading of the column."""
        return ".".join(part.name for part in self.path)

    @property
    def last(self) -> Input:
        """What its value is."""
        return self.path[-1]


def places_of(inputs: Sequence[Input]) -> Mapping[str, Place]:
    """Return the columns that inputs may have, by their headings."""
    return {place.name: place for place in _places(inputs, ())}


def _places(inputs: Sequence[Input], above: tuple[Input, ...]) -> Iterator[Place]:
    for part in inputs:
        if part.kind is Kind.OBJECT:
            yield from _places(part.fields, (*above, part))
        else:
            yield Place((*above, part))


def fields_of(places: Mapping[str, Place], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that the cells of a row say; empty cells say nothing."""
    fields: dict[str, Any] = {}
    for name, cell in row.items():
        if cell in (None, ""):
            continue
        place, within = places[name], fields
        for part in place.path[:-1]:
            within = within.setdefault(part.name, {})
        within[place.last.name] = _value(place, cell)
    return fields


def cells_of(places: Mapping[str, Place], fields: Mapping[str, Any]) -> dict[str, str]:
    """Return the cells that say some fields, by the headings of their columns."""
    found = {}
    for name, place in places.items():
        value: Any = fields
        for part in place.path:
            value = value.get(part.name) if isinstance(value, Mapping) else None
        if value is not None and value != []:
            found[name] = _cell(place, value)
    return found


def _in_json(part: Input) -> bool:
    return part.item is not None and part.item.kind in (Kind.OBJECT, Kind.LIST)


def _cell(place: Place, value: Any) -> str:
    if _in_json(place.last):
        return json.dumps(value, ensure_ascii=False)
    if place.last.item:
        return BETWEEN.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(place: Place, cell: Any) -> Any:
    """Return a cell as a JSON value; what does not fit is left for the codec to refuse."""
    if _in_json(place.last):
        return read_json(cell, place.name) if isinstance(cell, str) else cell
    if place.last.item:
        several = cell.split(BETWEEN) if isinstance(cell, str) else cell
        return [_plain(place.last.item, one) for one in several]
    return _plain(place.last, cell)


def _plain(part: Input, cell: Any) -> Any:
    """Return a plain value: typed tables hold decimals, days and numbers, texts hold all."""
    match cell:
        case datetime():
            return cell.isoformat()
        case date():
            return cell.isoformat()
        case Decimal():
            return format(cell, "f")
        case float() if part.kind is not Kind.WHOLE_NUMBER:
            return repr(cell)
        case str() if part.kind is Kind.WHOLE_NUMBER and _WHOLE.fullmatch(cell.strip()):
            return int(cell)
        case str() if part.kind is Kind.YES_NO and cell.strip().lower() in ("true", "false"):
            return cell.strip().lower() == "true"
        case str():
            return cell.strip()
        case int() if part.kind in (Kind.AMOUNT, Kind.TEXT):
            return str(cell)
    return cell
