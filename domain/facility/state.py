"""A limit as it stands: what was granted, and what of it is reserved and used."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import attrs
from attrs import frozen

from domain.facility.events import FacilityFrozen, FacilityGranted, ReviewRecorded
from domain.facts.facility import Facility
from domain.money import Money


@frozen
class Taken:
    """What a loan took, and how much of it was paid back."""

    amount: Money
    paid_back: Money


@frozen(kw_only=True)
class Granted:
    """A limit that was granted."""

    granted: FacilityGranted  # As last granted.
    limit: Money
    review_due: date
    nothing_new_from: date
    frozen: FacilityFrozen | None = None
    parts: Mapping[str, Money] = attrs.field(factory=dict)  # By facility.
    reservations: Mapping[str, Money] = attrs.field(factory=dict)  # By application.
    loans: Mapping[str, Taken] = attrs.field(factory=dict)
    reviewed: ReviewRecorded | None = None

    @property
    def reserved(self) -> Money:
        """What approvals may still draw."""
        return self._sum(amount.fen for amount in self.reservations.values())

    @property
    def owed(self) -> Money:
        """What loans took and have not paid back."""
        taken = self.loans.values()
        return self._sum(one.amount.fen - one.paid_back.fen for one in taken)

    @property
    def used(self) -> Money:
        """What cannot be taken again: what is owed; where nothing revolves, all that was taken."""
        if self.granted.revolving:
            return self.owed
        return self._sum(one.amount.fen for one in self.loans.values())

    @property
    def headroom(self) -> Money:
        """What can still be reserved; below zero where the limit was cut below its use."""
        return self.limit - self.reserved - self.used

    @property
    def untouched(self) -> bool:
        """Whether nothing is reserved or owed."""
        return self.reserved.fen == 0 and self.owed.fen == 0

    def _sum(self, fens: Iterable[int]) -> Money:
        return Money(sum(fens), self.limit.currency)


State = Granted | None

UNGRANTED: Final[State] = None


def fact(facility_id: str, state: State) -> Facility | None:
    """Return what others may know of the limit; None before it was granted."""
    if state is None:
        return None
    granted = state.granted
    return Facility(
        facility_id=facility_id,
        customer_id=granted.customer_id,
        group_id=granted.group_id,
        parent_id=granted.parent_id,
        limit=state.limit,
        reserved=state.reserved,
        used=state.used,
        since=granted.since,
        until=granted.until,
        frozen=state.frozen is not None,
        kind=granted.kind,
        revolving=granted.revolving,
        review_due=state.review_due,
        cash_cover=granted.cash_cover.amount if granted.cash_cover else None,
    )
