"""What follows from seating a committee, and from its meetings."""

from collections.abc import Sequence
from typing import Final

from domain.facts.duty import require_keeper
from domain.facts.staff import LEADERS, Post
from domain.facts.unit import UnitKind
from domain.unit.commands import RecordMeeting, SeatCommittee
from domain.unit.events import CommitteeSeated, MeetingRecorded, UnitEvent
from domain.unit.rules import (
    MEETING_WAS_HELD,
    MEMBERS_ARE_STAFF,
    ONLY_COMMITTEES_HAVE_SEATS,
    QUORUM_CAN_BE_MET,
    SEATED_FROM_TODAY,
)
from domain.unit.state import Known

_KEEPERS: Final = (*LEADERS, Post.COMMITTEE_MEMBER, Post.REVIEWER)  # Who may write the minutes.


def seat_committee(command: SeatCommittee, known: Known) -> Sequence[UnitEvent]:
    """Seat a committee from a day on; () where it is seated so from that day."""
    seated = CommitteeSeated(
        members=command.members,
        quorum=command.quorum,
        votes_for_percent=command.votes_for_percent,
        since=command.since,
        source=command.source,
    )
    if known.seated.get(command.since) == seated:
        return ()
    require_keeper(command.staff, command.head_office_unit, command.today, LEADERS)
    _require_committee(command, known)
    here = {one.staff_id for one in command.people or () if one.left_on is None}
    MEMBERS_ARE_STAFF.require(
        bool(here) and sorted(here) == sorted(command.members), members=command.members
    )
    QUORUM_CAN_BE_MET.require(
        command.quorum <= len(command.members), quorum=command.quorum, members=command.members
    )
    SEATED_FROM_TODAY.require(command.since >= command.today, since=command.since)
    return (seated,)


def record_meeting(command: RecordMeeting, known: Known) -> Sequence[UnitEvent]:
    """Record a meeting and whether its quorum was there; () where the same is on record."""
    _require_committee(command, known)
    seats = known.seats.on(command.held_on)
    members = seats.members if seats else ()
    held = MeetingRecorded(
        meeting_id=command.meeting_id,
        held_on=command.held_on,
        present=command.present,
        quorate=seats is not None and len(set(command.present)) >= seats.quorum,
        minutes=command.minutes,
    )
    if known.meetings.get(command.meeting_id) == held:
        return ()
    require_keeper(command.staff, command.head_office_unit, command.today, _KEEPERS)
    MEETING_WAS_HELD.require(
        command.meeting_id not in known.meetings
        and command.held_on <= command.today
        and set(command.present) <= set(members),
        meeting_id=command.meeting_id,
        held_on=command.held_on,
    )
    return (held,)


def _require_committee(command: SeatCommittee | RecordMeeting, known: Known) -> None:
    registered = known.registered
    ONLY_COMMITTEES_HAVE_SEATS.require(
        registered is not None and registered.kind is UnitKind.COMMITTEE and known.closed is None,
        unit_id=command.unit_id,
    )
