"""Committees have seats by date, and meet."""

from typing import Any

from attrs import evolve

from domain.facts.staff import Post
from domain.facts.unit import HEAD_OFFICE, Committee, UnitKind
from domain.unit import UNIT
from domain.unit.commands import RecordMeeting, SeatCommittee
from domain.unit.events import CommitteeSeated, MeetingRecorded, UnitRegistered
from domain.unit.rules import (
    MEETING_WAS_HELD,
    MEMBERS_ARE_STAFF,
    ONLY_COMMITTEES_HAVE_SEATS,
    QUORUM_CAN_BE_MET,
    SEATED_FROM_TODAY,
)
from tests.department import BY_SUN, DAY, DIGEST, TODAY, staff
from tests.specs import given

REGISTERED = UnitRegistered(
    kind=UnitKind.COMMITTEE,
    title="Credit risk",
    parent_id=HEAD_OFFICE,
    above=(HEAD_OFFICE,),
    office=None,
    committee=Committee.CREDIT_RISK,
    since=TODAY,
)
SEATS: dict[str, Any] = {
    "members": ("chen", "chu", "wei"),
    "quorum": 2,
    "votes_for_percent": 67,
    "since": TODAY,
    "source": "Board 2026-1",
}
PEOPLE = tuple(staff(name, Post.COMMITTEE_MEMBER) for name in ("chen", "chu", "wei"))
SEAT = SeatCommittee(unit_id="C", people=PEOPLE, **SEATS, **BY_SUN)
SEATED = CommitteeSeated(**SEATS)
MET: dict[str, Any] = {
    "meeting_id": "M1",
    "held_on": TODAY,
    "present": ("chen", "chu"),
    "minutes": DIGEST,
}
RECORD = RecordMeeting(unit_id="C", **MET, **BY_SUN)
RECORDED = MeetingRecorded(quorate=True, **MET)


def test_a_committee_is_seated_from_a_day_on():
    given(UNIT, REGISTERED).when(SEAT).then(SEATED)
    given(UNIT, REGISTERED, SEATED).when(SEAT).then_nothing()
    later = evolve(SEATED, since=TODAY + DAY, members=("chen",), quorum=1)
    fact = UNIT.fact("C", UNIT.fold([REGISTERED, SEATED, later]))
    assert fact.seats.on(TODAY).quorum == 2
    assert fact.seats.on(TODAY + DAY).members == ("chen",)


def test_only_a_committee_has_seats_and_meetings():
    branch = evolve(REGISTERED, kind=UnitKind.BRANCH, committee=None)
    given(UNIT, branch).when(SEAT).then_refused(ONLY_COMMITTEES_HAVE_SEATS)
    given(UNIT, branch).when(RECORD).then_refused(ONLY_COMMITTEES_HAVE_SEATS)


def test_members_are_different_and_on_record_and_not_gone():
    unknown = evolve(SEAT, people=PEOPLE[:2])
    given(UNIT, REGISTERED).when(unknown).then_refused(MEMBERS_ARE_STAFF)
    twice = evolve(SEAT, members=("chen", "chen", "wei"))
    given(UNIT, REGISTERED).when(twice).then_refused(MEMBERS_ARE_STAFF)
    gone = (*PEOPLE[:2], evolve(PEOPLE[2], left_on=TODAY))
    given(UNIT, REGISTERED).when(evolve(SEAT, people=gone)).then_refused(MEMBERS_ARE_STAFF)


def test_a_quorum_can_be_met():
    given(UNIT, REGISTERED).when(evolve(SEAT, quorum=4)).then_refused(QUORUM_CAN_BE_MET)


def test_seats_are_not_dated_back():
    back = evolve(SEAT, since=TODAY - DAY)
    given(UNIT, REGISTERED).when(back).then_refused(SEATED_FROM_TODAY)


def test_a_meeting_says_whether_its_quorum_was_there():
    given(UNIT, REGISTERED, SEATED).when(RECORD).then(RECORDED)
    given(UNIT, REGISTERED, SEATED, RECORDED).when(RECORD).then_nothing()
    alone = evolve(RECORD, present=("wei",))
    given(UNIT, REGISTERED, SEATED).when(alone).then(
        evolve(RECORDED, present=("wei",), quorate=False)
    )


def test_a_meeting_was_held_by_members_of_that_day():
    past = (REGISTERED, SEATED)
    given(UNIT, *past).when(evolve(RECORD, present=("sun",))).then_refused(MEETING_WAS_HELD)
    given(UNIT, *past).when(evolve(RECORD, held_on=TODAY + DAY)).then_refused(MEETING_WAS_HELD)
    other = evolve(RECORD, minutes="sha256:" + "1" * 64)
    given(UNIT, *past, RECORDED).when(other).then_refused(MEETING_WAS_HELD)
