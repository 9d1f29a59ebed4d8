"""What has happened to a unit: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.staff import Post
from domain.facts.unit import Committee, Office, UnitKind
from domain.fields import last_day
from domain.ids import Digest, MeetingId, Percent, Persons, StaffId, UnitId


@frozen(kw_only=True)
class UnitRegistered:
    """There is a unit, and it may lend."""

    kind: UnitKind
    title: str
    parent_id: UnitId | None
    above: tuple[UnitId, ...]  # The units above it, the nearest first.
    office: Office | None
    committee: Committee | None
    since: date


@frozen(kw_only=True)
class LendingSuspended:
    """The unit may not lend, from a day on."""

    since: date
    reason: str
    authority: str
    document: Digest


@frozen(kw_only=True)
class LendingRestored:
    """The unit may lend again, from a day on."""

    since: date
    reason: str
    authority: str
    document: Digest


@frozen(kw_only=True)
class CommitteeSeated:
    """These people sit on the committee, from a day on."""

    members: tuple[StaffId, ...]
    quorum: Persons
    votes_for_percent: Percent
    since: date
    source: str


@frozen(kw_only=True)
class MeetingRecorded:
    """The committee met."""

    meeting_id: MeetingId
    held_on: date
    present: tuple[StaffId, ...]
    quorate: bool  # Whether so many members were there as its decisions need.
    minutes: Digest


@frozen(kw_only=True)
class UnitClosed:
    """The unit works until a day, and lends no more after it."""

    works_until: date
    reason: str


@frozen(kw_only=True)
class HeadNoted:
    """Somebody leads the credit department or the institution."""

    staff_id: StaffId
    post: Post
    since: date
    until: date | None = last_day()


UnitEvent = (
    UnitRegistered
    | LendingSuspended
    | LendingRestored
    | CommitteeSeated
    | MeetingRecorded
    | UnitClosed
    | HeadNoted
)
