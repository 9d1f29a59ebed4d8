"""A guarantor as known so far."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import frozen

from domain.facts.guarantor import Assessment
from domain.guarantor.events import (
    GuaranteeGivenBack,
    GuaranteeTakenOn,
    GuarantorAssessed,
    GuarantorEvent,
    GuarantorSuspended,
)
from domain.money import Money


@frozen(kw_only=True)
class Guarantor:
    """What a guarantor can guarantee, and does."""

    assessed: GuarantorAssessed | None = None
    suspended: GuarantorSuspended | None = None  # Since the last assessment.
    taken: Mapping[str, Money] = attrs.field(factory=dict)  # By guarantee.

    def left(self) -> Money:
        """Return what can still be guaranteed; it was assessed."""
        assert self.assessed is not None
        capacity = self.assessed.capacity
        taken = sum(amount.fen for amount in self.taken.values())
        return Money(capacity.fen - taken, capacity.currency)


def fact(guarantor_id: str, guarantor: Guarantor) -> Assessment | None:
    """Return what others may know of a guarantor; None before the first assessment."""
    if guarantor.assessed is None:
        return None
    capacity = guarantor.assessed.capacity
    return Assessment(
        guarantor_id=guarantor_id,
        capacity=capacity,
        guaranteed=capacity - guarantor.left(),
        guarantees=len(guarantor.taken),
        valid_until=guarantor.assessed.valid_until,
        suspended=guarantor.suspended is not None,
    )


def evolve(guarantor: Guarantor, event: GuarantorEvent) -> Guarantor:
    """Return the guarantor after an event."""
    match event:
        case GuarantorAssessed():
            return attrs.evolve(guarantor, assessed=event, suspended=None)
        case GuarantorSuspended():
            return attrs.evolve(guarantor, suspended=event)
        case GuaranteeTakenOn():
            taken = {**guarantor.taken, event.guarantee_id: event.amount}
            return attrs.evolve(guarantor, taken=taken)
        case GuaranteeGivenBack():
            rest = {no: m for no, m in guarantor.taken.items() if no != event.guarantee_id}
            return attrs.evolve(guarantor, taken=rest)
    assert_never(event)
