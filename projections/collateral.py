"""Collateral as known by an index, on a day: what its register, the vault and the card share."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.collateral.events import CollateralRegistered
from domain.collateral.state import Collateral, evolve
from domain.recorded import Fact
from projections.history import histories, in_effect
from projections.view import Lines, Question, Reader


@frozen(kw_only=True)
class Offered:
    """A piece of collateral that was registered."""

    collateral_id: str
    owner_id: str


def offered(fact: Fact, event: CollateralRegistered) -> Iterator[tuple[date, Offered]]:
    """Yield the collateral, from the day of its registration."""
    yield fact.on, Offered(collateral_id=fact.id, owner_id=event.owner_id)


COLLATERALS: Final = Lines(
    name="collateral",
    row=Offered,
    of={CollateralRegistered: offered},
    by=("collateral_id", "owner_id"),
)


def collateral_asked(reader: Reader, question: Question) -> list[str]:
    """Return one more than a page of the collateral that a question narrows to, in order."""
    after, limit = question.after or "", question.limit + 1
    if asked := question.where("collateral_id", "owner_id"):
        ids = {line.row.collateral_id for line in reader.lines(COLLATERALS, asked)}
        return sorted(name for name in ids if name > after)[:limit]
    return list(reader.keys(COLLATERALS, "collateral_id", after=after, limit=limit))


def collateral_on(reader: Reader, ids: Collection[str]) -> Iterator[tuple[str, Collateral]]:
    """Yield each piece as it stands on the day, by the events that count by then."""
    known = histories(reader, [f"collateral-{name}" for name in ids])
    for name in ids:
        events: list[Any] = [
            line.row.event for line in in_effect(known[f"collateral-{name}"], reader.day)
        ]
        if events and isinstance(events[0], CollateralRegistered):
            state = reduce(evolve, events, None)
            assert state is not None
            yield name, state
