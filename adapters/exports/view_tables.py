"""Every view of the catalogue as a table, none named by hand.

A view that answers for one thing only (a card, a statement) becomes one table over all things: its
required parameter takes each value that it can have, and stands as the first column.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from attrs import frozen

from adapters.exports.table import Field, Row, Table
from adapters.problems import Unknown
from domain.labels import Label
from projections.catalogue import VIEWS
from projections.labels import LABELS
from projections.view import Column, Parameter, View

Rows = Iterable[Mapping[str, Any]]
Ask = Callable[[str, Mapping[str, str]], Rows]  # A view's name and its query, the dates included.

_KINDS: Final = {"money": "amount", "list": "json", "map": "json"}
_CURRENCY: Final = "currency"


@frozen
class Source:
    """Where the values of a required parameter come from: a column of another view."""

    view: str
    column: str
    form: str = "{}"  # How the parameter is made of the column's value.


def view_table(name: str, ask: Ask) -> Table:
    """Return a view as a table of all that it can answer; Unknown for another name."""
    if name not in VIEWS:
        raise Unknown(f"there is no view {name!r}; there is {', '.join(VIEWS)}")
    view = VIEWS[name]
    required = [parameter for parameter in view.parameters if parameter.required]
    if not all(map(sources_of, required)) or len(required) > 1:
        named = ", ".join(parameter.name for parameter in required)
        raise Unknown(f"the view {name} is no table: it answers for one {named}, as it is asked")
    asked = next(iter(required), None)
    columns = view.columns
    if asked is not None and asked.name not in [column.name for column in columns]:
        columns = (Column(name=asked.name), *columns)
    return Table(
        name=name,
        title=view.title,
        fields=tuple(_fields(columns)),
        rows=lambda: _rows(view, asked, columns, ask),
    )


def tabular() -> Sequence[str]:
    """Return the views that are tables: all but those that are asked what no view lists."""
    required = {n: [p for p in view.parameters if p.required] for n, view in VIEWS.items()}
    return [n for n, asked in required.items() if len(asked) < 2 and all(map(sources_of, asked))]


def sources_of(parameter: Parameter) -> Sequence[Source]:
    """Return where a required parameter's values come from; () where nothing lists them.

    It is what the parameter says, or the view that lists things under a column of its name.
    """
    if parameter.each:
        return [Source(v, VIEWS[v].columns[0].name, form) for v, form in parameter.each]
    for name, view in VIEWS.items():
        free = not any(p.required for p in view.parameters)
        if free and view.columns[0].name == parameter.name:
            return [Source(name, parameter.name)]
    return []


def _rows(
    view: View, asked: Parameter | None, columns: Sequence[Column], ask: Ask
) -> Iterator[Row]:
    for query in [{}] if asked is None else _queries(asked, ask):
        for row in _answers(view, query, ask):
            # An answer may hold more than what was asked for: a customer's file its loans'.
            if all(row.get(name, value) == value for name, value in query.items()):
                yield [v for column in columns for v in _values(column, {**query, **row})]


def _answers(view: View, query: Mapping[str, str], ask: Ask) -> Rows:
    """Yield what a view answers; nothing for a thing that is listed and has nothing of the kind."""
    try:
        yield from ask(view.name, query)
    except Unknown:
        if not query:
            raise


def _queries(asked: Parameter, ask: Ask) -> Iterator[dict[str, str]]:
    for source in sources_of(asked):
        for row in ask(source.view, {}):
            yield {asked.name: source.form.format(row[source.column])}


def _fields(columns: Sequence[Column]) -> Iterator[Field]:
    """Yield the fields of columns; an amount is followed by its currency where no column is."""
    names = {column.name for column in columns}
    for column in columns:
        kind = _KINDS.get(column.kind, column.kind)
        yield Field(name=column.name, label=_label(column.name), kind=kind)
        if kind == "amount" and _CURRENCY not in names:
            label, currency = _label(column.name), LABELS[_CURRENCY]
            both = Label(f"{label.zh}{currency.zh}", f"{label.en}, {currency.en}")
            yield Field(name=f"{column.name}_{_CURRENCY}", label=both)


def _values(column: Column, row: Mapping[str, Any]) -> Iterator[Any]:
    value = row[column.name]
    if column.kind != "money":
        yield value
        return
    amount, _, currency = (value or "").partition(" ")
    yield Decimal(amount) if amount else None
    if _CURRENCY not in row:
        yield currency or None


def _label(name: str) -> Label:
    return LABELS.get(name) or Label(name, name.replace("_", " "))
