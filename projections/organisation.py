"""The organisation (组织架构): every unit under the one above, and whether it may lend on a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from domain.recorded import Fact
from domain.unit import UNIT, Known
from domain.unit.events import LendingSuspended, UnitRegistered
from projections.history import HISTORY
from projections.plain import plain
from projections.roster import known
from projections.view import Answer, Lines, Question, Reader, View, columns

UNITS_MAX: Final = 10_000


@frozen(kw_only=True)
class Registered:
    """A unit that was registered."""

    unit_id: str


def registered(fact: Fact, _event: UnitRegistered) -> Iterator[tuple[date, Registered]]:
    """Yield the unit, from its day."""
    yield fact.on, Registered(unit_id=fact.id)


UNITS: Final = Lines(name="unit", row=Registered, of={UnitRegistered: registered}, by=("unit_id",))


def _answer(reader: Reader, question: Question) -> Answer:
    names = reader.keys(UNITS, "unit_id", limit=UNITS_MAX)
    rows = [_row(name, unit, reader.day) for name, unit in known(reader, UNIT, names).items()]
    rows.sort(key=lambda row: row["path"])  # Each under the one above it.
    after = [row["unit_id"] for row in rows]
    start = after.index(question.after) + 1 if question.after in after else 0
    kept = rows[start : start + question.limit]
    more = start + question.limit < len(rows)
    return Answer(rows=kept, next=kept[-1]["unit_id"] if more else None)


def _row(unit_id: str, unit: Known, day: date) -> dict[str, Any]:
    first, ruling = unit.registered, unit.ruling
    assert first is not None
    suspended = isinstance(ruling, LendingSuspended) and ruling.since <= day
    return {
        "unit_id": unit_id,
        "title": first.title,
        "kind": first.kind.value,
        "parent_id": first.parent_id,
        "depth": len(first.above),
        "path": [*reversed(first.above), unit_id],
        "office": plain(first.office),
        "committee": plain(first.committee),
        "may_lend": bool(unit.right_to_lend.on(day)),
        "suspension": _suspension(ruling) if suspended else None,
        "seats": plain(unit.seats.on(day)),
        "meetings": [plain(held) for held in unit.meetings.values() if held.held_on <= day],
        "works_until": plain(unit.closed.works_until) if unit.closed else None,
    }


def _suspension(ruling: Any) -> Mapping[str, Any]:
    return {name: plain(getattr(ruling, name)) for name in ("since", "reason", "authority")}


ORGANISATION: Final = View(
    name="organisation",
    title=Label("组织架构", "organisation"),
    tables=(UNITS, HISTORY),
    columns=columns(
        unit_id="text",
        title="text",
        kind="text",
        parent_id="text",
        depth="number",
        path="list",
        office="text",
        committee="text",
        may_lend="flag",
        suspension="map",
        seats="map",
        meetings="list",
        works_until="date",
    ),
    answer=_answer,
)
