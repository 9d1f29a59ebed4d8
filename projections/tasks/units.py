"""The units of the institution, with those above each and the people who work there."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from domain.facts.unit import UnitKind
from domain.recorded import Fact
from domain.staff.events import Appointed
from domain.unit.events import UnitRegistered
from projections.view import Lines, Reader


@frozen(kw_only=True)
class Placed:
    """A unit, and the units above it."""

    unit_id: str
    kind: str
    above: tuple[str, ...]  # The nearest first.


def placed(fact: Fact, event: UnitRegistered) -> Iterator[tuple[date, Placed]]:
    """Yield the unit."""
    yield fact.on, Placed(unit_id=fact.id, kind=event.kind.value, above=event.above)


UNITS: Final = Lines(name="unit_above", row=Placed, of={UnitRegistered: placed}, by=("unit_id",))


@frozen(kw_only=True)
class Posted:
    """Somebody came to work at a unit."""

    staff_id: str
    unit_id: str


def posted(fact: Fact, event: Appointed) -> Iterator[tuple[date, Posted]]:
    """Yield the member of staff with the unit."""
    yield fact.on, Posted(staff_id=fact.id, unit_id=event.unit_id)


POSTED: Final = Lines(name="posted", row=Posted, of={Appointed: posted}, by=("staff_id",))


def people(reader: Reader) -> Mapping[str, Sequence[str]]:
    """Return who works at each unit: everybody at the one that they came to last."""
    where = {line.row.staff_id: line.row.unit_id for line in reader.lines(POSTED, {})}
    found: dict[str, list[str]] = {}
    for staff_id, unit_id in sorted(where.items()):
        found.setdefault(unit_id, []).append(staff_id)
    return found


def units(reader: Reader) -> Sequence[str]:
    """Return the units in order."""
    return sorted({line.row.unit_id for line in reader.lines(UNITS, {})})


def served_from(reader: Reader, unit_id: str) -> Sequence[str]:
    """Return the units whose work is done at one: itself and those below.

    A department works for the unit that it belongs to, and for all below that.
    """
    placed = {line.row.unit_id: line.row for line in reader.lines(UNITS, {})}
    own = placed.get(unit_id)
    whole = own.above[0] if own and own.kind == UnitKind.DEPARTMENT and own.above else unit_id
    below = (name for name, each in placed.items() if whole in each.above)
    return [unit_id, *sorted({whole, *below} - {unit_id})]
