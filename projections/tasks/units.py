"""The units of the institution, with those above each."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from domain.recorded import Fact
from domain.unit.events import UnitRegistered
from projections.view import Lines, Reader


@frozen(kw_only=True)
class Placed:
    """A unit, and the units above it."""

    unit_id: str
    above: tuple[str, ...]  # The nearest first.


def placed(fact: Fact, event: UnitRegistered) -> Iterator[tuple[date, Placed]]:
    """Yield the unit."""
    yield fact.on, Placed(unit_id=fact.id, above=event.above)


UNITS: Final = Lines(name="unit_above", row=Placed, of={UnitRegistered: placed}, by=("unit_id",))


def units(reader: Reader, under: str | None = None) -> Sequence[str]:
    """Return the units in order; those below one, where it is named."""
    lines = reader.lines(UNITS, {})
    return sorted({line.row.unit_id for line in lines if under is None or under in line.row.above})
