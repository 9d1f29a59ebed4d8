"""What follows from a command to a limit, and what the limits above it must agree to."""

from collections.abc import Sequence

import attrs

from domain.facility.commands import AllotLimit, FacilityCommand, Grant, Order, Tie
from domain.facility.events import FacilityEvent, FacilityGranted, LimitCut
from domain.facility.granting import grant
from domain.facility.keeping import keep
from domain.facility.state import State
from domain.facility.taking import take
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
            moved = before if before != event.parent_id else None
            nothing = Money(0, event.limit.currency)
            left = [_part(moved, command.facility_id, nothing)] if moved else []
            above = event.parent_id
            return (*left, _part(above, command.facility_id, event.limit)) if above else left
        case [LimitCut() as event] if before:
            return (_part(before, command.facility_id, event.limit),)
        case [_] if before and isinstance(command, Tie) and not isinstance(command, AllotLimit):
            return (attrs.evolve(command, facility_id=before),)
    return ()


def _part(facility_id: str, part_id: str, limit: Money) -> AllotLimit:
    return AllotLimit(facility_id=facility_id, part_id=part_id, limit=limit)
