"""Credit ratings: every one ever made, with its version and inputs, and what overrode it."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from domain.rating.events import CustomerRated, GradeOverridden
from domain.recorded import Fact
from projections.plain import plain
from projections.view import (
    Answer,
    Event,
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
class RatingAct:
    """A rating, or an override of one."""

    customer_id: str
    scorecard_id: str  # "" for an override.
    grade: str
    event: Event


def rated(fact: Fact, event: CustomerRated | GradeOverridden) -> Iterator[tuple[date, RatingAct]]:
    """Yield a rating, or an override, from its day on."""
    by_card = event.scorecard_id if isinstance(event, CustomerRated) else ""
    whole: Any = event
    act = RatingAct(customer_id=fact.id, scorecard_id=by_card, grade=event.grade, event=whole)
    yield fact.on, act


RATINGS_MADE: Final = Lines(
    name="rating",
    row=RatingAct,
    of={CustomerRated: rated, GradeOverridden: rated},
    by=("customer_id", "scorecard_id", "grade"),
)


def _answer(reader: Reader, question: Question) -> Answer:
    where = question.where("customer_id", "scorecard_id", "grade")
    after, limit = place_of(question.after), question.limit
    found = reader.lines(RATINGS_MADE, where, after=after, limit=limit + 1)
    lines, more = page_of_lines(found, limit)
    rows = [_row(line.row.customer_id, line.on, line.row.event) for line in lines]
    return Answer(rows=rows, next=more)


def _row(customer_id: str, on: date, event: Any) -> dict[str, Any]:
    made = isinstance(event, CustomerRated)
    return {
        "customer_id": customer_id,
        "on": plain(on),
        "overridden": not made,
        "scorecard_id": event.scorecard_id if made else None,
        "version": event.version if made else None,
        "points": event.points if made else None,
        "grade": event.grade,
        "grade_before": None if made else event.was,
        "valid_until": plain(event.valid_until) if made else None,
        "reason": None if made else event.reason,
        "actor": event.rated_by if made else event.decided_by,
        "scored": {s.characteristic: s.points for s in event.scored} if made else None,
        "measured": _measured(event) if made else None,
        "judged": plain(event.inputs.judged) if made else None,
        "seen": event.seen.digest if made else None,
        "settings": plain(event.settings),
    }


def _measured(event: CustomerRated) -> dict[str, str]:
    """Return the figures that were known, exactly."""
    known = event.inputs.measured
    return {one.figure.value: one.quotient for one in known if one.quotient is not None}


RATINGS: Final = View(
    name="ratings",
    title=Label("信用评级记录", "credit ratings"),
    tables=(RATINGS_MADE,),
    parameters=(
        Parameter(name="customer_id"),
        Parameter(name="scorecard_id"),
        Parameter(name="grade"),
    ),
    columns=columns(
        customer_id="text",
        on="date",
        overridden="flag",
        scorecard_id="text",
        version="number",
        points="number",
        grade="text",
        grade_before="text",
        valid_until="date",
        reason="text",
        actor="text",
        scored="map",
        measured="map",
        judged="list",
        seen="text",
        settings="list",
    ),
    answer=_answer,
)
