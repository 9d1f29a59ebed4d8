"""The worklist (待办): what waits for whom, since when and due when; customers of the lane first.

A task waits for a post at a unit, or for a person.  Who holds a post at a unit finds what waits for
that post there and at the units below.  What waits at a unit is what waits for its posts and its
people.  Those of priority customers come first, with the same controls and the same last days.
Each says by which commands it is done.
Where neither a person nor a unit is named, the units follow one another.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from domain.facts.relationship import Relationship
from domain.facts.staff import Post, Staff
from domain.labels import Label
from domain.relationship import RELATIONSHIP
from domain.staff import STAFF
from projections.history import HISTORY, Recorded, histories
from projections.tasks.doing import COMMANDS
from projections.tasks.open import TASKS, Open, limits_on, open_in
from projections.tasks.task import ANYWHERE, Step, queue_of, queue_of_person, served_by
from projections.tasks.units import POSTED, UNITS, people, served_from, units
from projections.view import (
    Answer,
    Line,
    Misread,
    Parameter,
    Question,
    Reader,
    View,
    columns,
)

Group = tuple[str, Sequence[str]]  # A unit or a person, and the queues there.


def _answer(reader: Reader, question: Question) -> Answer:
    groups, skipped = _from(list(_groups(reader, question)), question.after)
    limits, rows = limits_on(reader), list[Mapping[str, Any]]()
    for name, queues in groups:
        found = _in_order(reader, open_in(reader, queues, limits))
        asked = [row for row in map(_row, found) if _is_asked(row, question)][skipped:]
        room = question.limit - len(rows)
        rows += asked[:room]
        if len(asked) > room:
            return Answer(rows=rows, next=f"{name} {skipped + room}")
        skipped = 0
    return Answer(rows=rows)


def _from(groups: Sequence[Group], cursor: str | None) -> tuple[Sequence[Group], int]:
    """Return the groups that are left, and how many tasks of the first were shown."""
    if cursor is None:
        return groups, 0
    name, _, count = cursor.rpartition(" ")
    names = [each for each, _ in groups]
    if name not in names or not (count.isascii() and count.isdigit()):
        raise Misread(f"after: {cursor!r} is no place like B1 100")
    return groups[names.index(name) :], int(count)


def _groups(reader: Reader, question: Question) -> Iterator[Group]:
    """Yield whose queues are asked for: a person's, a unit's, or those of each unit in turn."""
    if person := question.text("staff_id"):
        yield person, [queue_of_person(person), *_of_posts(reader, person)]
        return
    named, unit = question.text("post"), question.text("unit_id")
    posts, at = ([Post(named)], {}) if named else (list(Post), people(reader))
    for each in [unit] if unit else [ANYWHERE, *units(reader)]:
        persons = map(queue_of_person, at.get(each, ()))
        yield each, [*(queue_of(post, each) for post in posts), *persons]


def _of_posts(reader: Reader, person: str) -> Sequence[str]:
    """Return the queues of the posts that somebody holds on the day, there and below."""
    stream = f"staff-{person}"
    events: list[Any] = [line.row.event for line in histories(reader, [stream])[stream]]
    staff: Staff | None = STAFF.fact(person, STAFF.fold(events)) if events else None
    held = [each for each in staff.posts if each.on(reader.day)] if staff else []
    queues = (
        queue_of(post, unit)
        for each in held
        for post in served_by(each.post)
        for unit in (ANYWHERE, *served_from(reader, each.unit_id))
    )
    return list(dict.fromkeys(queues))


def _in_order(reader: Reader, found: Sequence[Open]) -> Sequence[tuple[Open, bool]]:
    """Return tasks, those of priority customers marked and first, then by their last days."""
    first = _priority(reader, {one.task.customer_id for one in found if one.task.customer_id})
    marked = [(one, one.task.customer_id in first) for one in found]
    return sorted(marked, key=lambda pair: (not pair[1], pair[0].due_on, pair[0].since))


def _priority(reader: Reader, customers: Collection[str]) -> Collection[str]:
    """Return which of some customers are served first on the day."""
    known = histories(reader, [f"relationship-{customer}" for customer in customers])
    return {
        customer
        for customer in customers
        if (until := _lane(customer, known[f"relationship-{customer}"])) and reader.day <= until
    }


def _lane(customer: str, lines: Sequence[Line[Recorded]]) -> date | None:
    events: list[Any] = [line.row.event for line in lines]
    relationship: Relationship | None = (
        RELATIONSHIP.fact(customer, RELATIONSHIP.fold(events)) if events else None
    )
    return relationship.priority_until if relationship else None


def _is_asked(row: Mapping[str, Any], question: Question) -> bool:
    step, overdue = question.text("step"), question.text("overdue")
    return (step is None or row["step"] == step) and (
        overdue is None or row["overdue"] is (overdue == "true")
    )


def _row(pair: tuple[Open, bool]) -> Mapping[str, Any]:
    one, first = pair
    unit, _, post = one.task.queue.partition("/")
    personal = one.task.queue.startswith("@")
    return {
        "step": one.task.step,
        "about": one.task.about,
        "customer_id": one.task.customer_id,
        "unit_id": None if personal or unit == ANYWHERE else unit,
        "post": None if personal else post,
        "staff_id": one.task.queue[1:] if personal else None,
        "since": one.since.isoformat(),
        "due_on": one.due_on.isoformat(),
        "days_open": (one.day - one.since).days,
        "overdue": one.overdue,
        "priority": first,
        "commands": ", ".join(COMMANDS[Step(one.task.step)]),
    }


WORKLIST: Final = View(
    name="worklist",
    title=Label("待办清单", "worklist"),
    tables=(TASKS, UNITS, POSTED, HISTORY),
    parameters=(
        Parameter(name="staff_id"),
        Parameter(name="unit_id"),
        Parameter(name="post", choices=tuple(Post)),
        Parameter(name="step", choices=tuple(Step)),
        Parameter(name="overdue", choices=("true", "false")),
    ),
    columns=columns(
        step="text",
        about="text",
        customer_id="text",
        unit_id="text",
        post="text",
        staff_id="text",
        since="date",
        due_on="date",
        days_open="number",
        overdue="flag",
        priority="flag",
        commands="text",
    ),
    answer=_answer,
)
