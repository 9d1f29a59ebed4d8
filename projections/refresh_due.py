"""What is due with customers, the longest due first: files to refresh, contacts, surveys to follow.

A later record of the same thing takes the place of an earlier one.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.economic_file.events import SectionsRecorded
from domain.labels import Label
from domain.recorded import Fact
from domain.relationship.service.events import StageSet, SurveyFollowedUp, SurveyRecorded
from projections.view import (
    Answer,
    Line,
    Lines,
    Misread,
    Parameter,
    Place,
    Question,
    Reader,
    View,
    columns,
    place_of,
)

REFRESH: Final = "refresh"
CONTACT: Final = "contact"
FOLLOW_UP: Final = "follow_up"
NEVER: Final = "9999-12-31"  # Nothing is due any more.


@frozen(kw_only=True)
class Due:
    """That something is due by a day; it takes the place of what its thing was due by before."""

    customer_id: str
    due: str  # ISO 8601.
    what: str
    thing: str  # What is refreshed, so that a later line of it counts.
    since: str
    done_by: str
    missing: int  # Items that a file lacks.


Lined = Iterator[tuple[date, Due]]


def _due(fact: Fact, due: date | None, what: str, thing: str = "", *, missing: int = 0) -> Lined:
    yield (
        fact.on,
        Due(
            customer_id=fact.id,
            due=due.isoformat() if due else NEVER,
            what=what,
            thing=f"{fact.id}/{what}/{thing}",
            since=fact.on.isoformat(),
            done_by=fact.context.actor,
            missing=missing,
        ),
    )


def refreshed(fact: Fact, event: SectionsRecorded) -> Lined:
    """Yield when an economic file is refreshed next."""
    return _due(fact, event.refresh_due, REFRESH, missing=len(event.missing_items))


def staged(fact: Fact, event: StageSet) -> Lined:
    """Yield when a customer is contacted next."""
    return _due(fact, event.contact_due, CONTACT)


def surveyed(fact: Fact, event: SurveyRecorded) -> Lined:
    """Yield when a survey is followed up."""
    return _due(fact, event.follow_up_due, FOLLOW_UP, event.survey_id)


def followed_up(fact: Fact, event: SurveyFollowedUp) -> Lined:
    """Yield that a survey was followed up."""
    return _due(fact, None, FOLLOW_UP, event.survey_id)


DUE: Final = Lines(
    name="customer_due",
    row=Due,
    of={
        SectionsRecorded: refreshed,
        StageSet: staged,
        SurveyRecorded: surveyed,
        SurveyFollowedUp: followed_up,
    },
    by=("thing", "customer_id", "due"),
)


def _answer(reader: Reader, question: Question) -> Answer:
    until = question.values.get("until", reader.day).isoformat()
    day, place = _place(question.after)
    found: list[Line[Due]] = []
    for due in _days(reader, day, until):
        after = place if due == day else None
        for line in _standing(reader, due, after):
            if _is_asked(line.row, question):
                found.append(line)
            if len(found) > question.limit:
                kept = found[: question.limit]
                return Answer(rows=[_row(one.row, reader.day) for one in kept], next=_at(kept[-1]))
    return Answer(rows=[_row(line.row, reader.day) for line in found])


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


def _standing(reader: Reader, due: str, after: Place | None) -> Iterator[Line[Due]]:
    """Yield the lines of a day that no later line has taken the place of, a page at a time."""
    while lines := reader.lines(DUE, {"due": due}, after=after, limit=200):
        things = reader.lines(DUE, {"thing": {line.row.thing for line in lines}})
        newest = {line.row.thing: line for line in sorted(things, key=_order)}
        yield from (line for line in lines if newest[line.row.thing] == line)
        after = (lines[-1].index, lines[-1].no)


def _order(line: Line[Due]) -> tuple[date, int]:
    return line.on, line.index


def _is_asked(row: Due, question: Question) -> bool:
    asked = question.where("customer_id", "what", "done_by")
    return all(getattr(row, name) == value for name, value in asked.items())


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
