"""What relied on mandates: each decision beside what is known now of the mandate on its day.

An event that names a mandate relied on it as it stood then.  Where its dates are corrected later,
the decision stays as it is, and here it shows whether the mandate was in force on its day as
known now.  What was suspended or revoked after the decision changes nothing for it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from domain.mandate import MANDATE
from domain.mandate.events import DatesCorrected
from domain.recorded import Fact
from projections.history import HISTORY, Histories, histories
from projections.plain import plain
from projections.view import (
    EVERY,
    Answer,
    Line,
    Lines,
    Parameter,
    Question,
    Reader,
    View,
    columns,
    page_of_lines,
    place_of,
)

SCAN_MAX: Final = 1_000


@frozen(kw_only=True)
class Relied:
    """An event that relied on a mandate."""

    mandate_id: str
    stream: str
    event: str
    actor: str


def relied(fact: Fact, event: Any) -> Iterator[tuple[date, Relied]]:
    """Yield an event of any kind that names a mandate, on the day that it was decided."""
    mandate_id = getattr(event, "mandate_id", None)
    if isinstance(mandate_id, str):
        actor = fact.context.actor
        row = Relied(mandate_id=mandate_id, stream=fact.stream, event=fact.name, actor=actor)
        yield fact.on, row


RELIANCE: Final = Lines(
    name="reliance", row=Relied, of={EVERY: relied}, by=("mandate_id", "stream")
)


def _answer(reader: Reader, question: Question) -> Answer:
    differs = question.text("differs")
    size = question.limit if differs is None else SCAN_MAX
    found = reader.lines(
        RELIANCE,
        question.where("mandate_id", "stream"),
        after=place_of(question.after),
        limit=size + 1,
    )
    kept, cursor = page_of_lines(found, size)
    mandates = histories(reader, {f"mandate-{line.row.mandate_id}" for line in kept})
    rows = [_row(line, mandates) for line in kept]
    asked = [row for row in rows if differs is None or row["differs"] == (differs == "yes")]
    return Answer(rows=asked, next=cursor)


def _row(line: Line[Relied], mandates: Histories) -> dict[str, Any]:
    relied, history = line.row, mandates[f"mandate-{line.row.mandate_id}"]
    then = [other.row.event for other in history if other.index <= line.index]
    later = [
        other
        for other in history
        if other.index > line.index and isinstance(other.row.event, DatesCorrected)
    ]
    was = _in_force(then, line.on)
    now = _in_force([*then, *(other.row.event for other in later)], line.on)
    return {
        "index": line.index,
        "on": line.on.isoformat(),
        "stream": relied.stream,
        "event": relied.event,
        "actor": relied.actor,
        "mandate_id": relied.mandate_id,
        "in_force_then": was,
        "in_force_now": now,
        "differs": was != now,
        "corrections": [{"index": other.index, **plain(other.row.event)} for other in later],
    }


def _in_force(events: Sequence[Any], day: date) -> bool:
    known = reduce(MANDATE.evolve, events, MANDATE.initial)
    return known.begun is not None and bool(known.in_force.on(day))


MANDATE_RELIANCE: Final = View(
    name="mandate_reliance",
    title=Label("授权依据核查", "decisions that relied on mandates"),
    tables=(RELIANCE, HISTORY),
    parameters=(
        Parameter(name="mandate_id"),
        Parameter(name="stream"),
        Parameter(name="differs", choices=("yes", "no")),
    ),
    columns=columns(
        index="number",
        on="date",
        stream="text",
        event="text",
        actor="text",
        mandate_id="text",
        in_force_then="flag",
        in_force_now="flag",
        differs="flag",
        corrections="list",
    ),
    answer=_answer,
)
