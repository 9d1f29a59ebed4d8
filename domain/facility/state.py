"""A limit as it stands: what was granted, and what of it is reserved and used."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, assert_never

import attrs
from attrs import frozen

from domain.facility.events import (
    FacilityEvent,
    FacilityFrozen,
    FacilityGranted,
    FacilityUnfrozen,
    HeadroomReleased,
    HeadroomReserved,
    HeadroomRestored,
    HeadroomUnused,
    HeadroomUsed,
    LimitAllotted,
    LimitCut,
    ReviewRecorded,
)
from domain.facts.facility import Facility
from domain.money import Money


@frozen(kw_only=True)
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


def evolve(state: State, event: FacilityEvent) -> State:
    """Return the limit after an event."""
    if isinstance(event, FacilityGranted):
        return _granted(state, event)
    assert state is not None
    match event:
        case LimitCut():
            return attrs.evolve(state, limit=event.limit)
        case FacilityFrozen():
            return attrs.evolve(state, frozen=event)
        case FacilityUnfrozen():
            return attrs.evolve(state, frozen=None)
        case ReviewRecorded():
            return attrs.evolve(
                state,
                reviewed=event,
                review_due=event.next_due,
                nothing_new_from=event.nothing_new_from,
            )
        case LimitAllotted():
            return attrs.evolve(state, parts={**state.parts, event.part_id: event.limit})
        case HeadroomReserved() | HeadroomReleased():
            sign = 1 if isinstance(event, HeadroomReserved) else -1
            return _reserved(state, event.application_id, sign * event.amount.fen)
        case HeadroomUsed():
            taken = Taken(amount=event.amount, paid_back=Money(0, event.amount.currency))
            left = _reserved(state, event.application_id, -event.amount.fen)
            return attrs.evolve(left, loans={**state.loans, event.loan_id: taken})
        case HeadroomUnused():
            loans = {name: one for name, one in state.loans.items() if name != event.loan_id}
            again = _reserved(state, event.application_id, event.amount.fen)
            return attrs.evolve(again, loans=loans)
        case HeadroomRestored():
            restored = attrs.evolve(state.loans[event.loan_id], paid_back=event.amount)
            return attrs.evolve(state, loans={**state.loans, event.loan_id: restored})
    assert_never(event)


def _granted(state: State, event: FacilityGranted) -> Granted:
    first = Granted(
        granted=event,
        limit=event.limit,
        review_due=event.review_due,
        nothing_new_from=event.nothing_new_from,
    )
    if state is None:
        return first
    return attrs.evolve(
        first,
        frozen=state.frozen,
        parts=state.parts,
        reservations=state.reservations,
        loans=state.loans,
        reviewed=state.reviewed,
    )


def _reserved(state: Granted, application_id: str, change: int) -> Granted:
    """Return the limit after so many fen more, or less, are reserved for an approval."""
    before = state.reservations.get(application_id, Money(0, state.limit.currency))
    others = {name: one for name, one in state.reservations.items() if name != application_id}
    now = Money(before.fen + change, before.currency)
    return attrs.evolve(state, reservations={**others, application_id: now} if now.fen else others)


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
    )
