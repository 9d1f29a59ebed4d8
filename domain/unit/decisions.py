"""What follows from what is asked of a unit."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, assert_never

from domain.facts.duty import require_keeper
from domain.facts.staff import HEADS, LEADERS
from domain.facts.unit import HEAD_OFFICE, UnitKind
from domain.ties import NoteHead
from domain.unit.commands import (
    CloseUnit,
    LendingRuling,
    RecordMeeting,
    RegisterUnit,
    RestoreLending,
    SeatCommittee,
    SuspendLending,
    UnitCommand,
)
from domain.unit.committees import record_meeting, seat_committee
from domain.unit.events import (
    HeadNoted,
    LendingRestored,
    LendingSuspended,
    UnitClosed,
    UnitEvent,
    UnitRegistered,
)
from domain.unit.rules import (
    CLOSED_ONCE,
    COMMITTEE_SAYS_WHICH,
    ONE_HEAD_OFFICE,
    ONE_UNIT_A_NUMBER,
    PARENT_IS_OPEN,
    RESTORED_AFTER_SUSPENSION,
    RULED_FROM_ABOVE,
    SUSPENDED_ONCE,
    UNIT_IS_OPEN,
)
from domain.unit.state import Known

_DAY: Final = timedelta(days=1)


def decide(command: UnitCommand, known: Known) -> Sequence[UnitEvent]:
    """Return what follows from a command."""
    match command:
        case RegisterUnit():
            return register_unit(command, known)
        case SuspendLending():
            return suspend_lending(command, known)
        case RestoreLending():
            return restore_lending(command, known)
        case SeatCommittee():
            return seat_committee(command, known)
        case RecordMeeting():
            return record_meeting(command, known)
        case CloseUnit():
            return close_unit(command, known)
        case NoteHead():
            noted = HeadNoted(
                staff_id=command.staff_id,
                post=command.post,
                since=command.since,
                until=command.until,
            )
            return () if noted in known.heads else (noted,)
    assert_never(command)


def register_unit(command: RegisterUnit, known: Known) -> Sequence[UnitEvent]:
    """Register a unit; () where the same is on record."""
    if known.registered is not None:
        ONE_UNIT_A_NUMBER.require(_is_same(command, known.registered), unit_id=command.unit_id)
        return ()
    require_keeper(command.staff, command.head_office_unit, command.today, LEADERS)
    top = command.kind is UnitKind.HEAD_OFFICE
    ONE_HEAD_OFFICE.require(
        top == (command.unit_id == HEAD_OFFICE) and top == (command.parent_id is None),
        unit_id=command.unit_id,
        kind=command.kind,
    )
    parent = command.parent_unit
    PARENT_IS_OPEN.require(
        top or (parent is not None and parent.open_on(command.today)), parent_id=command.parent_id
    )
    COMMITTEE_SAYS_WHICH.require(
        (command.kind is UnitKind.COMMITTEE) == (command.committee is not None), kind=command.kind
    )
    registered = UnitRegistered(
        kind=command.kind,
        title=command.title,
        parent_id=command.parent_id,
        above=(parent.unit_id, *parent.above) if parent else (),
        office=command.office,
        committee=command.committee,
        since=command.today,
    )
    return (registered,)


def suspend_lending(command: SuspendLending, known: Known) -> Sequence[UnitEvent]:
    """Suspend from today on; () where the same ruling holds already."""
    suspended = LendingSuspended(
        since=command.today,
        reason=command.reason,
        authority=command.authority,
        document=command.document,
    )
    if known.ruling == suspended:
        return ()
    _require_from_above(command, known)
    SUSPENDED_ONCE.require(not isinstance(known.ruling, LendingSuspended), unit_id=command.unit_id)
    return (suspended,)


def restore_lending(command: RestoreLending, known: Known) -> Sequence[UnitEvent]:
    """Restore from tomorrow on; () where the same ruling holds already."""
    restored = LendingRestored(
        since=command.today + _DAY,
        reason=command.reason,
        authority=command.authority,
        document=command.document,
    )
    if known.ruling == restored:
        return ()
    _require_from_above(command, known)
    RESTORED_AFTER_SUSPENSION.require(
        isinstance(known.ruling, LendingSuspended), unit_id=command.unit_id
    )
    return (restored,)


def close_unit(command: CloseUnit, known: Known) -> Sequence[UnitEvent]:
    """Close a unit after a day; () where it is closed on that day."""
    closed = UnitClosed(works_until=command.works_until, reason=command.reason)
    if known.closed == closed:
        return ()
    require_keeper(command.staff, command.head_office_unit, command.today, LEADERS)
    UNIT_IS_OPEN.require(known.registered is not None, unit_id=command.unit_id)
    CLOSED_ONCE.require(
        known.closed is None and command.works_until >= command.today,
        works_until=command.works_until,
    )
    return (closed,)


def _is_same(command: RegisterUnit, known: UnitRegistered) -> bool:
    return (command.kind, command.title, command.parent_id, command.office, command.committee) == (
        known.kind,
        known.title,
        known.parent_id,
        known.office,
        known.committee,
    )


def _require_from_above(command: LendingRuling, known: Known) -> None:
    """Raise Refused unless the unit works and who rules on it stands above it."""
    open_unit = known.registered is not None and known.closed is None
    UNIT_IS_OPEN.require(open_unit, unit_id=command.unit_id)
    assert known.registered is not None
    require_keeper(command.staff, command.head_office_unit, command.today, HEADS)
    staff, day, above = command.staff, command.today, known.registered.above
    if staff is None:
        return  # Nobody leads yet: from outside.
    over = any(
        held.on(day) and held.post in HEADS and held.unit_id in above for held in staff.posts
    )
    inside = bool(above) and command.unit_id in staff.units(day)
    RULED_FROM_ABOVE.require(
        (over or staff.holds(day, *LEADERS)) and not inside,
        actor=staff.staff_id,
        unit_id=command.unit_id,
    )
