"""What may be asked of a unit: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.staff import Staff
from domain.facts.unit import HEAD_OFFICE, Committee, Office, Unit, UnitKind
from domain.fields import looked_up, stamped
from domain.ids import Digest, MeetingId, Percent, Persons, StaffId, UnitId
from domain.ties import NoteHead


@frozen(kw_only=True)
class OfUnit:
    """What every act on a unit names: which, and who acts on which day."""

    unit_id: UnitId
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class RegisterUnit(OfUnit):
    """Register a unit under another; the head office, which has the number head-office, first."""

    kind: UnitKind
    title: str
    parent_id: UnitId | None = None  # None for the head office.
    office: Office | None = None  # Front, middle or back office.
    committee: Committee | None = None  # For a committee: which one it is.
    parent_unit: Unit | None = looked_up("unit", by="parent_id")


@frozen(kw_only=True)
class LendingRuling(OfUnit):
    """What every ruling on the right to lend gives: why, by whom, and its document."""

    reason: str
    authority: str  # Who decided: a body, by name or number of its decision.
    document: Digest  # Of the written decision.


@frozen(kw_only=True)
class SuspendLending(LendingRuling):
    """Suspend a unit's right to lend (停牌), from today on."""


@frozen(kw_only=True)
class RestoreLending(LendingRuling):
    """Restore a unit's right to lend (复牌), from tomorrow on: a suspended day stays suspended."""


@frozen(kw_only=True)
class SeatCommittee(OfUnit):
    """Seat a committee from a day on: who sits on it, and what makes its decisions hold."""

    members: tuple[StaffId, ...]
    quorum: Persons  # Members who must have voted.
    votes_for_percent: Percent  # Of the votes cast, so many at least must be in favour.
    since: date
    source: str  # The decision that seats it.
    people: tuple[Staff, ...] | None = looked_up("staff", by="members")


@frozen(kw_only=True)
class RecordMeeting(OfUnit):
    """Record a meeting of a committee: who was there, and its minutes by digest."""

    meeting_id: MeetingId
    held_on: date
    present: tuple[StaffId, ...]
    minutes: Digest


@frozen(kw_only=True)
class CloseUnit(OfUnit):
    """Close a unit; the day named is the last of its work, and it lends no more after it."""

    works_until: date
    reason: str


UnitCommand = (
    RegisterUnit
    | SuspendLending
    | RestoreLending
    | SeatCommittee
    | RecordMeeting
    | CloseUnit
    | NoteHead
)
