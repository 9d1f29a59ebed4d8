"""What a calculation answers, whatever it is shown as."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, get_type_hints

import attrs
from attrs import frozen

from adapters.calculations.labels import label_of
from domain.labels import Label
from domain.money import Money


@frozen
class Column:
    """A column of the rows of an answer."""

    name: str
    type: type  # int, str, date or Money.

    @property
    def label(self) -> Label:
        """What it is called."""
        return label_of(self.name)


@frozen(kw_only=True)
class Because:
    """Why a figure is what it is: the formula, the figures put into it, and its source."""

    no: int  # Of the row.
    what: str  # The column that is explained.
    amount: str
    formula: str
    says: str
    figures: str
    source: str


@frozen(kw_only=True)
class Answer:
    """Figures of the whole, and rows of them; values are int, str, date, Money or None."""

    whole: Mapping[str, Any]
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, Any]]
    explain: Callable[[], Sequence[Because]]  # Why, in the order of the rows.
    currency: str


def columns_of(kind: type, *, but: Sequence[str] = (), **more: type) -> tuple[Column, ...]:
    """Return the columns that the fields of a class make, and more at the end.

    Fields that are objects or lists are no columns, nor are those that are named.
    """
    hints = get_type_hints(kind)
    plain = [(f.name, _plain(hints[f.name])) for f in attrs.fields(kind) if f.name not in but]
    found = [Column(name, shown) for name, shown in plain if shown is not None]
    return (*found, *(Column(name, shown) for name, shown in more.items()))


def _plain(kind: Any) -> type | None:
    if not isinstance(kind, type):
        return None
    if kind in (int, date, Money):
        return kind
    return str if issubclass(kind, str) or kind.__name__ == "Rate" else None


def row_of(columns: Sequence[Column], value: object) -> dict[str, Any]:
    """Return what an object says in the columns."""
    said = {column.name: getattr(value, column.name) for column in columns}
    kinds = {column.name: column.type for column in columns}
    return {n: str(v) if kinds[n] is str and v is not None else v for n, v in said.items()}
