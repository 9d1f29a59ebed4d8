"""The daily summary of a reception (接待日汇总): who came, for what, and what became of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from domain.reception import RECEPTION, Book
from domain.reception.events import EnquiryRegistered
from domain.recorded import Fact
from projections.history import HISTORY
from projections.roster import Rows, known, roster
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Received:
    """A day on which somebody came to a unit."""

    reception_id: str
    unit_id: str
    came_on: str


def received(fact: Fact, event: EnquiryRegistered) -> Iterator[tuple[date, Received]]:
    """Yield the day at the unit."""
    yield (
        event.on,
        Received(reception_id=fact.id, unit_id=event.unit_id, came_on=event.on.isoformat()),
    )


RECEIVED: Final = Lines(
    name="received",
    row=Received,
    of={EnquiryRegistered: received},
    by=("reception_id", "unit_id", "came_on"),
)


def _answer(reader: Reader, question: Question) -> Answer:
    def rows(names: Sequence[str]) -> Rows:
        for name, book in known(reader, RECEPTION, names).items():
            yield name, _row(name, book)

    where = {name: str(value) for name, value in question.where("unit_id", "came_on").items()}
    return roster(reader, question, RECEIVED, rows, where=where)


def _row(reception_id: str, book: Book) -> dict[str, Any]:
    came = list(book.enquiries.values())
    return {
        "reception_id": reception_id,
        "unit_id": came[0].unit_id,
        "came_on": came[0].on.isoformat(),
        "enquiries": len(came),
        "by_concern": dict(Counter(one.concern.value for one in came)),
        "by_outcome": dict(Counter(one.settled.value for one in came)),
        "by_greeter": dict(Counter(one.greeted_by for one in came)),
        "signed_by": book.signed_off.signed_by if book.signed_off else None,
        "remark": book.signed_off.remark if book.signed_off else None,
    }


RECEPTION_SUMMARY: Final = View(
    name="reception_summary",
    title=Label("接待日汇总", "reception by day"),
    tables=(RECEIVED, HISTORY),
    parameters=(Parameter(name="unit_id"), Parameter(name="came_on")),
    columns=columns(
        reception_id="text",
        unit_id="text",
        came_on="date",
        enquiries="number",
        by_concern="map",
        by_outcome="map",
        by_greeter="map",
        signed_by="text",
        remark="text",
    ),
    answer=_answer,
)
