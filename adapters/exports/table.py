"""A table on its way out: fields of a kind each, and rows; as CSV, and described to strangers.

Source: Frictionless Table Schema v1 (types and constraints), RFC 4180 (CSV).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from attrs import evolve, frozen

from adapters.evidence.cells import csv_line, json_cell, safe
from domain.labels import Label

GROUP: Final = 10_000  # Rows that are held at a time.
ROWS: Final = ""  # What rows are counted under, beside the names of fields.
Row = Sequence[Any]  # Plain values, one a field: text, int, bool, Decimal, list, map or None.


@frozen(kw_only=True)
class Field:
    """A column: its name, what it is called, and the kind of its values."""

    name: str
    label: Label
    kind: str = "text"  # text, date, moment, amount, rate, number, flag or json.
    required: bool = False
    unique: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""


@frozen(kw_only=True)
class Table:
    """A table: rows are made each time that they are asked for, and never all held."""

    name: str
    title: Label
    fields: tuple[Field, ...]
    rows: Callable[[], Iterable[Row]]
    key: tuple[str, ...] = ()


_TYPES: Final[Mapping[str, str]] = {
    "text": "string",
    "date": "date",
    "moment": "datetime",
    "amount": "number",
    "rate": "number",
    "number": "integer",
    "flag": "boolean",
    "json": "string",
}


def csv_lines(table: Table) -> Iterator[bytes]:
    """Yield a table as CSV in UTF-8, the heading first, then many lines at a time."""
    yield heading(table)
    for rows in groups(table.rows()):
        yield lines(table, rows)


def heading(table: Table) -> bytes:
    """Return the first line of a table as CSV."""
    return csv_line(field.name for field in table.fields).encode()


def lines(table: Table, rows: Iterable[Row]) -> bytes:
    """Return rows of a table as lines of CSV."""
    kinds = [field.kind for field in table.fields]
    return "".join(csv_line(map(cell, row, kinds)) for row in rows).encode()


def groups(rows: Iterable[Row]) -> Iterator[Sequence[Row]]:
    """Yield rows as many at a time as are held."""
    source = iter(rows)
    while group := list(islice(source, GROUP)):
        yield group


def counted(table: Table, counts: Counter[str]) -> Table:
    """Return a table that counts its rows, and its empty cells by their fields, as it is read."""
    names = [field.name for field in table.fields]

    def rows() -> Iterator[Row]:
        counts.clear()
        for row in table.rows():
            counts[ROWS] += 1
            counts.update(name for name, value in zip(names, row, strict=True) if value is None)
            yield row

    return evolve(table, rows=rows)


def cell(value: Any, kind: str) -> str:
    """Return a value as the text of a cell; None is an empty one."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case str() if kind in ("text", "json"):
            return safe(value)
        case str() | int():
            return str(value)
    return json_cell(value)


def schema(table: Table) -> dict[str, Any]:
    """Return the Frictionless Table Schema of a table as CSV."""
    described: dict[str, Any] = {"fields": [_described(field) for field in table.fields]}
    return {**described, "primaryKey": list(table.key)} if table.key else described


def _described(field: Field) -> dict[str, Any]:
    said = {
        "name": field.name,
        "type": _TYPES[field.kind],
        "title": f"{field.label.zh} / {field.label.en}",
    }
    limits = {
        "required": field.required,
        "unique": field.unique,
        "enum": list(field.choices),
        "pattern": field.pattern,
    }
    given = {name: value for name, value in limits.items() if value}
    return {**said, "constraints": given} if given else said
