"""What follows from a command to a limit, and what the limits above it must agree to."""

from collections.abc import Iterator, Sequence

import attrs

from domain.facility.commands import FacilityCommand, Grant, Order
from domain.facility.events import FacilityEvent, FacilityGranted, LimitCut
from domain.facility.granting import grant
from domain.facility.keeping import keep
from domain.facility.state import Granted, State
from domain.facility.taking import take
from domain.facility.ties import AllotLimit, LetHoldingsGo, TakeOnHoldings, Tie
from domain.facility.values import Reservation, Usage
from domain.money import Money


def decide(command: FacilityCommand, state: State) -> Sequence[FacilityEvent]:
    """Return what follows from a command."""
    if isinstance(command, Grant):
        return grant(command, state)
    if isinstance(command, Order):
        return keep(command, state)
    return take(command, state)


def guards(
    command: FacilityCommand, state: State, events: Sequence[FacilityEvent]
) -> Sequence[Tie]:
    """Return what the limit above must accept: the same is taken there, in one transaction.

    A part that is granted or cut is set aside above; what is set aside goes no further up.
    """
    before = state.granted.parent_id if state else None
    match events:
        case [FacilityGranted() as event]:
            return (*_leaving(command, state, event), *_joining(command, state, event))
        case [LimitCut() as event] if before:
            return (_part(before, command.facility_id, event.limit),)
        case [_] if before and isinstance(command, Tie) and not isinstance(command, AllotLimit):
            return (attrs.evolve(command, facility_id=before),)
    return ()


def _leaving(
    command: FacilityCommand, state: State, event: FacilityGranted
) -> Iterator[AllotLimit | LetHoldingsGo]:
    """Yield what the limit above gives back where a limit hangs below it no more."""
    above = state.granted.parent_id if state else None
    if state is None or above is None or above == event.parent_id:
        return
    yield _part(above, command.facility_id, Money(0, event.limit.currency))
    if not state.untouched:
        yield LetHoldingsGo(facility_id=above, reserved=_reserved(state), usages=_usages(state))


def _joining(
    command: FacilityCommand, state: State, event: FacilityGranted
) -> Iterator[AllotLimit | TakeOnHoldings]:
    """Yield what the limit above takes on: a part, and what was taken of it before."""
    above = event.parent_id
    if above is None:
        return
    yield _part(above, command.facility_id, event.limit)
    if state is not None and state.granted.parent_id != above and not state.untouched:
        yield TakeOnHoldings(facility_id=above, reserved=_reserved(state), usages=_usages(state))


def _reserved(state: Granted) -> tuple[Reservation, ...]:
    return tuple(
        Reservation(application_id=name, amount=one) for name, one in state.reservations.items()
    )


def _usages(state: Granted) -> tuple[Usage, ...]:
    return tuple(
        Usage(loan_id=name, amount=one.amount, paid_back=one.paid_back)
        for name, one in state.loans.items()
    )


def _part(facility_id: str, part_id: str, limit: Money) -> AllotLimit:
    return AllotLimit(facility_id=facility_id, part_id=part_id, limit=limit)
