"""Where a cell comes from: the records that its row was derived from, and what each changed.

Nothing is kept by hand.  The row is answered once to see which records it is derived from, and then
again as known by each of them: a record after which the cell is another one made it so.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import evolve, frozen

from adapters.exports.source import Source
from adapters.exports.table import cell
from adapters.pinned import Dates, RecordedEvent
from adapters.problems import Unknown
from adapters.report import Progress
from projections.catalogue import VIEWS
from projections.returns.east import EAST
from projections.view import View

NO_ROW: Final = "[no row]"


@frozen(kw_only=True)
class Asked:
    """A row of a table: the view, what narrows it to the row, and how the row is known."""

    view: View
    query: Mapping[str, str]
    key: str  # The column that names the row.
    row: str


@frozen(kw_only=True)
class Step:
    """A record that a row is derived from, with the cell before and after it was known."""

    event: RecordedEvent
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """The cell is what it is because of this record."""
        return self.before != self.after


def asked(table: str, row: str, since: str | None = None) -> Asked:
    """Return a row of a view or of a table of a return ("503" or "east_503"); Unknown for others.

    since is the last day reported before, where the table is of a return.
    """
    number = table.removeprefix("east_")
    if number in EAST:
        query = {"row": row} if since is None else {"row": row, "since": since}
        return Asked(view=EAST[number].view(), query=query, key=EAST[number].row_key, row=row)
    if table not in VIEWS:
        raise Unknown(f"there is no table {table!r}; there is {', '.join((*VIEWS, *EAST))}")
    view = VIEWS[table]
    key = view.columns[0].name
    if any(p.required and p.name != key for p in view.parameters):
        raise Unknown(f"the rows of {table} have no name: ask the view itself, which names records")
    narrowed = {key: row} if any(p.name == key for p in view.parameters) else {}
    return Asked(view=view, query=narrowed, key=key, row=row)


def lineage(
    source: Source,
    wanted: Asked,
    column: str,
    dates: Dates,
    *,
    after: int = -1,
    progress: Progress = lambda *_: None,
) -> Sequence[Step]:
    """Return the records behind a cell in order of knowing, those after an index.

    Raises Unknown where there is no such column or row on the dates.
    """
    columns = [each.name for each in wanted.view.columns]
    if column not in columns:
        raise Unknown(f"{wanted.view.name} has no column {column!r}; it has {', '.join(columns)}")
    now = value(source, wanted, column, dates)
    indexes = source.looked_at(wanted.view, wanted.query, dates)
    if now == NO_ROW and after < 0:
        raise Unknown(f"{wanted.view.name} has no row {wanted.row!r} on these dates")
    before = value(source, wanted, column, evolve(dates, known_by=after))
    steps: list[Step] = []
    later = [index for index in indexes if index > after]
    for done, index in enumerate(later, start=1):
        this = value(source, wanted, column, evolve(dates, known_by=index))
        steps.append(Step(event=source.event(index), before=before, after=this))
        before = this
        progress("records asked", done, len(later))
    return steps


def value(source: Source, wanted: Asked, column: str, dates: Dates) -> str:
    """Return a cell on the dates as text; those of all rows of that name, joined by "; "."""
    try:
        rows = list(source.ask(wanted.view, wanted.query, dates))
    except Unknown:
        return NO_ROW
    kinds = {each.name: each.kind for each in wanted.view.columns}
    named = [row for row in rows if cell(row[wanted.key], kinds[wanted.key]) == wanted.row]
    return "; ".join(cell(row[column], kinds[column]) for row in named) if named else NO_ROW


def told(steps: Sequence[Step], *, everything: bool) -> Iterator[Mapping[str, Any]]:
    """Yield steps as rows: those that changed the cell, or (everything) all that were read."""
    for step in steps:
        if step.changed or everything:
            event = step.event
            yield {
                "index": event.index,
                "recorded_at": event.recorded_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                "on": event.on.isoformat(),
                "event": event.event,
                "stream": event.stream,
                "version": event.version,
                "actor": event.actor,
                "before": step.before,
                "after": step.after,
            }
