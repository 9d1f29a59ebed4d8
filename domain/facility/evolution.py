"""How a limit changes by each event."""

from collections.abc import Collection, Mapping
from typing import TypeVar, assert_never

import attrs

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
    HoldingsLetGo,
    HoldingsTakenOn,
    LimitAllotted,
    LimitCut,
    ReviewRecorded,
)
from domain.facility.state import Granted, State, Taken
from domain.money import Money

T = TypeVar("T")
Taking = (
    HeadroomReserved
    | HeadroomReleased
    | HeadroomUsed
    | HeadroomUnused
    | HeadroomRestored
    | HoldingsTakenOn
    | HoldingsLetGo
)


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
        case _:
            return _taken(state, event)


def _taken(state: Granted, event: Taking) -> Granted:
    """Return the limit after something was taken of it, or given back."""
    match event:
        case HeadroomReserved() | HeadroomReleased():
            sign = 1 if isinstance(event, HeadroomReserved) else -1
            return _reserved(state, event.application_id, sign * event.amount.fen)
        case HeadroomUsed():
            taken = Taken(event.amount, Money(0, event.amount.currency))
            left = _reserved(state, event.application_id, -event.amount.fen)
            return attrs.evolve(left, loans={**state.loans, event.loan_id: taken})
        case HeadroomUnused():
            loans = _without(state.loans, {event.loan_id})
            again = _reserved(state, event.application_id, event.amount.fen)
            return attrs.evolve(again, loans=loans)
        case HeadroomRestored():
            restored = attrs.evolve(state.loans[event.loan_id], paid_back=event.amount)
            return attrs.evolve(state, loans={**state.loans, event.loan_id: restored})
        case HoldingsTakenOn():
            more = {one.loan_id: Taken(one.amount, one.paid_back) for one in event.usages}
            reserved = {one.application_id: one.amount for one in event.reserved}
            return attrs.evolve(
                state,
                reservations={**state.reservations, **reserved},
                loans={**state.loans, **more},
            )
        case HoldingsLetGo():
            return attrs.evolve(
                state,
                reservations=_without(
                    state.reservations, {one.application_id for one in event.reserved}
                ),
                loans=_without(state.loans, {one.loan_id for one in event.usages}),
            )
    assert_never(event)


def _without(of: Mapping[str, T], names: Collection[str]) -> Mapping[str, T]:
    return {name: one for name, one in of.items() if name not in names}


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
    others = _without(state.reservations, {application_id})
    now = Money(before.fen + change, before.currency)
    return attrs.evolve(state, reservations={**others, application_id: now} if now.fen else others)
