"""The staff (员工名册): posts, licences and training on a day, and which licences run out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from attrs import frozen

from domain.facts.staff import Post
from domain.labels import Label
from domain.recorded import Fact
from domain.staff import STAFF, Person
from domain.staff.events import StaffRegistered
from projections.history import HISTORY
from projections.plain import plain
from projections.policy_book import policy_known
from projections.roster import Rows, known, roster
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns

ALARM: Final = "bank.licence.alarm_days"
_YEAR: Final = timedelta(days=365)


class Alarm(StrEnum):
    """What is wrong with somebody's licence, or soon will be."""

    RUNS_OUT = "runs_out"
    RAN_OUT = "ran_out"
    UNLICENSED = "unlicensed"


@frozen(kw_only=True)
class Member:
    """Somebody who was registered."""

    staff_id: str


def member(fact: Fact, _event: StaffRegistered) -> Iterator[tuple[date, Member]]:
    """Yield the member of staff, from their day."""
    yield fact.on, Member(staff_id=fact.id)


MEMBERS: Final = Lines(name="member", row=Member, of={StaffRegistered: member}, by=("staff_id",))


def _answer(reader: Reader, question: Question) -> Answer:
    warned = reader.day + timedelta(days=policy_known(reader).book.count(ALARM, reader.day))

    def rows(names: Sequence[str]) -> Rows:
        asked = question.text("staff_id")
        wanted = [name for name in names if asked in (None, name)]
        for name, person in known(reader, STAFF, wanted).items():
            row = _row(name, person, reader.day, warned)
            yield name, row if _is_asked(row, question) else None

    return roster(reader, question, MEMBERS, rows)


def _is_asked(row: Mapping[str, Any], question: Question) -> bool:
    unit, post, alarm = (question.text(name) for name in ("unit_id", "post", "alarm"))
    return (
        (unit is None or unit in [held["unit_id"] for held in row["posts"]])
        and (post is None or post in [held["post"] for held in row["posts"]])
        and (alarm is None or alarm == row["alarm"])
    )


def _row(staff_id: str, person: Person, day: date, warned: date) -> dict[str, Any]:
    until = max((one.until for one in person.licences if one.since <= day), default=None)
    here = person.left_on is None or day <= person.left_on
    trained = [t for t in person.trainings.values() if day - _YEAR < t.completed_on <= day]
    return {
        "staff_id": staff_id,
        "posts": [plain(held) for held in person.posts if here and held.on(day)],
        "licences": [plain(one) for one in person.licences if one.since <= day <= one.until],
        "licensed_until": plain(until),
        "alarm": plain(_alarm(until, day, warned)) if here else None,
        "training_hours": sum(training.hours for training in trained),
        "connected_count": len(person.connected),
        "left_on": plain(person.left_on),
    }


def _alarm(until: date | None, day: date, warned: date) -> Alarm | None:
    if until is None:
        return Alarm.UNLICENSED
    if until < day:
        return Alarm.RAN_OUT
    return Alarm.RUNS_OUT if until <= warned else None


STAFF_LIST: Final = View(
    name="staff_list",
    title=Label("员工名册", "staff"),
    tables=(MEMBERS, HISTORY),
    parameters=(
        Parameter(name="staff_id"),
        Parameter(name="unit_id"),
        Parameter(name="post", choices=tuple(post.value for post in Post)),
        Parameter(name="alarm", choices=tuple(alarm.value for alarm in Alarm)),
    ),
    columns=columns(
        staff_id="text",
        posts="list",
        licences="list",
        licensed_until="date",
        alarm="text",
        training_hours="number",
        connected_count="number",
        left_on="date",
    ),
    answer=_answer,
)
