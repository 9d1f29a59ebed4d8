"""The register of market notes (市场与竞争情报), which is searched by word."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from domain.market_note.commands import Matter
from domain.market_note.events import MarketNoteRecorded
from domain.recorded import Fact
from projections.view import (
    Answer,
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
class Noted:
    """A note."""

    market_note_id: str
    unit_id: str
    matter: str
    noted_on: str
    title: str
    says: str
    source: str
    recorded_by: str


def noted(fact: Fact, event: MarketNoteRecorded) -> Iterator[tuple[date, Noted]]:
    """Yield the note, on its day."""
    row = Noted(
        market_note_id=fact.id,
        unit_id=event.unit_id,
        matter=event.matter.value,
        noted_on=event.noted_on.isoformat(),
        title=event.title,
        says=event.says,
        source=event.source,
        recorded_by=event.recorded_by,
    )
    yield event.noted_on, row


NOTED: Final = Lines(
    name="noted", row=Noted, of={MarketNoteRecorded: noted}, by=("unit_id", "matter")
)


def _answer(reader: Reader, question: Question) -> Answer:
    word = question.text("word")
    size = question.limit if word is None else SCAN_MAX
    found = reader.lines(
        NOTED,
        question.where("unit_id", "matter"),
        after=place_of(question.after),
        limit=size + 1,
    )
    kept, cursor = page_of_lines(found, size)
    rows: Sequence[dict[str, Any]] = [
        {column.name: getattr(line.row, column.name) for column in MARKET_NOTES.columns}
        for line in kept
    ]
    asked = [row for row in rows if word is None or word in f"{row['title']} {row['says']}"]
    return Answer(rows=asked, next=cursor)


MARKET_NOTES: Final = View(
    name="market_notes",
    title=Label("市场与竞争情报", "market notes"),
    tables=(NOTED,),
    parameters=(
        Parameter(name="unit_id"),
        Parameter(name="matter", choices=tuple(matter.value for matter in Matter)),
        Parameter(name="word"),
    ),
    columns=columns(
        market_note_id="text",
        unit_id="text",
        matter="text",
        noted_on="date",
        title="text",
        says="text",
        source="text",
        recorded_by="text",
    ),
    answer=_answer,
)
