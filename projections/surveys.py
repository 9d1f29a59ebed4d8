"""Satisfaction surveys, customer by customer: scores, and what was done about low ones."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from domain.labels import Label
from domain.recorded import Fact
from domain.relationship import RELATIONSHIP
from domain.relationship.service.events import SurveyRecorded
from projections.history import HISTORY, events_of, histories, in_effect
from projections.relationship import surveys_of
from projections.view import Answer, Lines, Question, Reader, View, columns


@frozen(kw_only=True)
class Asked:
    """A customer who was asked."""

    customer_id: str


def asked(fact: Fact, _event: SurveyRecorded) -> Iterator[tuple[date, Asked]]:
    """Yield the customer, from the day of the answer."""
    yield fact.on, Asked(customer_id=fact.id)


SURVEYED: Final = Lines(name="surveyed", row=Asked, of={SurveyRecorded: asked}, by=("customer_id",))


def _answer(reader: Reader, question: Question) -> Answer:
    limit = question.limit
    ids = reader.keys(SURVEYED, "customer_id", after=question.after or "", limit=limit + 1)
    known = histories(reader, [f"relationship-{customer_id}" for customer_id in ids[:limit]])
    rows = []
    for stream, lines in known.items():
        state = RELATIONSHIP.fold(events_of(in_effect(lines, reader.day)))
        about = {"customer_id": stream.partition("-")[2]}
        rows += [{**about, **row} for row in surveys_of(state, reader.day)]
    return Answer(rows=rows, next=ids[limit - 1] if len(ids) > limit else None)


SURVEYS: Final = View(
    name="surveys",
    title=Label("满意度调查", "satisfaction surveys"),
    tables=(SURVEYED, HISTORY),
    columns=columns(
        customer_id="text",
        survey_id="text",
        score="number",
        remarks="text",
        on="date",
        follow_up_due="date",
        followed_up_on="date",
        done="text",
        overdue="flag",
    ),
    answer=_answer,
)
