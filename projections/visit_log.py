"""The log of visits and contacts (拜访与联系记录): who met whom, when, where, and the result."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.campaign.events import ContactRecorded
from domain.labels import Label
from domain.lead.events import VisitRecorded
from domain.recorded import Fact
from projections.view import (
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


@frozen(kw_only=True)
class Met:
    """A visit, or a contact of a campaign."""

    stream: str
    visited_by: str
    visited_on: str
    visit_no: str
    customer_id: str | None  # None where the lead names whom it was.
    way: str | None
    met_at: str | None
    result: str
    evidence: str | None


def visited(fact: Fact, event: VisitRecorded) -> Iterator[tuple[date, Met]]:
    """Yield a visit, on its day."""
    row = Met(
        stream=fact.stream,
        visited_by=event.visited_by,
        visited_on=event.visited_on.isoformat(),
        visit_no=event.visit_no,
        customer_id=None,
        way=event.way.value,
        met_at=event.place,
        result=event.result,
        evidence=event.evidence,
    )
    yield event.visited_on, row


def contacted(fact: Fact, event: ContactRecorded) -> Iterator[tuple[date, Met]]:
    """Yield a contact of a campaign, on its day."""
    row = Met(
        stream=fact.stream,
        visited_by=event.contacted_by,
        visited_on=event.contacted_on.isoformat(),
        visit_no=event.visit_no,
        customer_id=event.customer_id,
        way=None,
        met_at=None,
        result=event.reply.value,
        evidence=None,
    )
    yield event.contacted_on, row


MET: Final = Lines(
    name="met",
    row=Met,
    of={VisitRecorded: visited, ContactRecorded: contacted},
    by=("stream", "visited_by", "visited_on"),
)


def _answer(reader: Reader, question: Question) -> Answer:
    asked = question.where("stream", "visited_by", "visited_on")
    found = reader.lines(
        MET,
        {name: str(value) for name, value in asked.items()},
        after=place_of(question.after),
        limit=question.limit + 1,
    )
    kept, cursor = page_of_lines(found, question.limit)
    return Answer(rows=[_row(line) for line in kept], next=cursor)


def _row(line: Line[Met]) -> dict[str, Any]:
    return {column.name: getattr(line.row, column.name) for column in VISIT_LOG.columns}


VISIT_LOG: Final = View(
    name="visit_log",
    title=Label("拜访与联系记录", "visits and contacts"),
    tables=(MET,),
    parameters=(
        Parameter(name="stream"),
        Parameter(name="visited_by"),
        Parameter(name="visited_on", kind="day"),
    ),
    columns=columns(
        visited_on="date",
        visited_by="text",
        stream="text",
        visit_no="text",
        customer_id="text",
        way="text",
        met_at="text",
        result="text",
        evidence="text",
    ),
    answer=_answer,
)
