"""The mandates (授权一览): who may decide on how much of what, and which are in force on a day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from domain.mandate import MANDATE, Standing
from domain.mandate.events import MandateDelegated, MandateGranted
from domain.recorded import Fact
from domain.staff import STAFF
from domain.unit import UNIT
from projections.history import HISTORY
from projections.plain import plain
from projections.roster import Rows, known, roster
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


class Force(StrEnum):
    """How it stands with a mandate on a day."""

    IN_FORCE = "in_force"
    AHEAD = "ahead"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    OVER = "over"


@frozen(kw_only=True)
class Given:
    """A mandate that was granted or delegated."""

    mandate_id: str


def given(fact: Fact, _event: MandateGranted | MandateDelegated) -> Iterator[tuple[date, Given]]:
    """Yield the mandate, from its first day as it was recorded."""
    yield fact.on, Given(mandate_id=fact.id)


MANDATES_GIVEN: Final = Lines(
    name="mandate",
    row=Given,
    of={MandateGranted: given, MandateDelegated: given},
    by=("mandate_id",),
)


def _answer(reader: Reader, question: Question) -> Answer:
    asked, holder = question.text("state"), question.text("staff_id")
    held = _held_by(reader, holder) if holder else frozenset()

    def rows(names: Sequence[str]) -> Rows:
        for name, mandate in known(reader, MANDATE, names).items():
            row = _row(name, mandate, reader.day)
            mine = holder is None or row["staff_id"] == holder or _place(row) in held
            yield name, row if mine and asked in (None, row["state"]) else None

    return roster(reader, question, MANDATES_GIVEN, rows)


def _place(row: Mapping[str, Any]) -> tuple[str | None, str | None]:
    return row["post"], row["unit_id"]


def _held_by(reader: Reader, staff_id: str) -> frozenset[tuple[str | None, str | None]]:
    """Return the posts at units, and the committees (None, unit), that somebody speaks for."""
    (person,) = known(reader, STAFF, [staff_id]).values()
    posts = {(held.post.value, held.unit_id) for held in person.posts if held.on(reader.day)}
    units = known(reader, UNIT, sorted({unit_id for _, unit_id in posts}))
    bodies = {
        (None, unit_id)
        for unit_id, unit in units.items()
        if (seats := unit.seats.on(reader.day)) and staff_id in seats.members
    }
    return frozenset(posts | bodies)


def _row(mandate_id: str, known_: Standing, day: date) -> dict[str, Any]:
    mandate = MANDATE.fact(mandate_id, known_)
    return {
        "mandate_id": mandate_id,
        "post": plain(mandate.post),
        "unit_id": mandate.unit_id,
        "staff_id": mandate.staff_id,
        "parent_id": mandate.parent_id,
        "amount_max": str(mandate.scope.amount_max),
        "products": list(mandate.scope.products),
        "grades": list(mandate.scope.grades),
        "units": list(mandate.scope.units),
        "securities": plain(mandate.scope.securities),
        "since": plain(known_.since),
        "until": plain(known_.until),
        "delegable": mandate.delegable,
        "state": _force(known_, day).value,
    }


def _force(known_: Standing, day: date) -> Force:
    if known_.in_force.on(day):
        return Force.IN_FORCE
    if known_.revoked:
        return Force.REVOKED
    if day < known_.since:
        return Force.AHEAD
    return Force.OVER if known_.until < day else Force.SUSPENDED


MANDATES: Final = View(
    name="mandates",
    title=Label("授权一览", "mandates"),
    tables=(MANDATES_GIVEN, HISTORY),
    parameters=(
        Parameter(name="staff_id"),
        Parameter(name="state", choices=tuple(force.value for force in Force)),
    ),
    columns=columns(
        mandate_id="text",
        post="text",
        unit_id="text",
        staff_id="text",
        parent_id="text",
        amount_max="money",
        products="list",
        grades="list",
        units="list",
        securities="list",
        since="date",
        until="date",
        delegable="flag",
        state="text",
    ),
    answer=_answer,
)
