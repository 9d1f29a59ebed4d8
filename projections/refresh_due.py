"""What is due with customers, the longest due first: files to refresh, contacts, surveys to follow.

A later record of the same thing takes the place of an earlier one.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, Final

from domain.labels import Label
from projections.customer_dues import CONTACT, DUE, FOLLOW_UP, NEVER, REFRESH, Due
from projections.view import (
    Answer,
    Line,
    Misread,
    Parameter,
    Place,
    Question,
    Reader,
    View,
    columns,
    place_of,
)


def _answer(reader: Reader, question: Question) -> Answer:
    until = question.values.get("until", reader.day).isoformat()
    whose = question.where("customer_id", "done_by")
    lines = _of(reader, question, until) if whose else _of_all(reader, question, until)
    found = list(islice(lines, question.limit + 1))
    kept = found[: question.limit]
    rows = [_row(line.row, reader.day) for line in kept]
    return Answer(rows=rows, next=_at(kept[-1]) if len(found) > len(kept) else None)


def _of(reader: Reader, question: Question, until: str) -> Iterator[Line[Due]]:
    """Yield what is due with a customer, or with those of one officer: few enough to sort."""
    day, place = _place(question.after)
    start = (day, *(place or (-1, -1)))
    asked = question.where("customer_id", "what", "done_by")
    standing = _newest(reader, reader.lines(DUE, asked))
    yield from sorted(
        (one for one in standing if one.row.due <= until and _when(one) > start), key=_when
    )


def _of_all(reader: Reader, question: Question, until: str) -> Iterator[Line[Due]]:
    """Yield what is due in the whole institution, day by day."""
    day, place = _place(question.after)
    for due in _days(reader, day, until):
        yield from _on_day(reader, {"due": due, **question.where("what")}, place)
        place = None


def _days(reader: Reader, first: str, until: str) -> Iterator[str]:
    """Yield the days on which something is due, from one on, in order."""
    if first:
        yield first
    while days := reader.keys(DUE, "due", after=first, limit=100):
        for due in days:
            if due > until:
                return
            yield due
        first = days[-1]


def _on_day(reader: Reader, where: Mapping[str, str], after: Place | None) -> Iterator[Line[Due]]:
    """Yield the lines of a day that no later line has taken the place of, a page at a time."""
    while lines := reader.lines(DUE, where, after=after, limit=200):
        yield from _newest(reader, lines)
        after = (lines[-1].index, lines[-1].no)


def _newest(reader: Reader, lines: Sequence[Line[Due]]) -> Iterator[Line[Due]]:
    """Yield the lines of these that no later line has taken the place of."""
    if not lines:
        return
    things = reader.lines(DUE, {"thing": {line.row.thing for line in lines}})
    newest = {line.row.thing: line for line in sorted(things, key=_order)}
    yield from (line for line in lines if newest[line.row.thing] == line)


def _order(line: Line[Due]) -> tuple[date, int]:
    return line.on, line.index


def _when(line: Line[Due]) -> tuple[str, int, int]:
    return line.row.due, line.index, line.no


def _at(line: Line[Due]) -> str:
    return f"{line.row.due}/{line.index}.{line.no}"


def _place(cursor: str | None) -> tuple[str, Place | None]:
    if cursor is None:
        return "", None
    day, slash, place = cursor.partition("/")
    if not slash or len(day) != len(NEVER):
        raise Misread(f"after: {cursor!r} is no place like 2026-03-01/17.0")
    return day, place_of(place)


def _row(row: Due, day: date) -> Mapping[str, Any]:
    return {
        "customer_id": row.customer_id,
        "what": row.what,
        "due_on": row.due,
        "days_over": (day - date.fromisoformat(row.due)).days,
        "since": row.since,
        "done_by": row.done_by,
        "missing_items": row.missing,
    }


REFRESH_DUE: Final = View(
    name="refresh_due",
    title=Label("客户维护到期", "due with customers"),
    tables=(DUE,),
    parameters=(
        Parameter(name="customer_id"),
        Parameter(name="what", choices=(REFRESH, CONTACT, FOLLOW_UP)),
        Parameter(name="done_by"),
        Parameter(name="until", kind="day"),
    ),
    columns=columns(
        customer_id="text",
        what="text",
        due_on="date",
        days_over="number",
        since="date",
        done_by="text",
        missing_items="number",
    ),
    answer=_answer,
)
