"""Posts are given and taken by others, by date, and as the licence allows."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.staff import Line, Post
from domain.facts.unit import HEAD_OFFICE, Office
from domain.party import Party, Standing
from domain.staff import STAFF
from domain.staff.commands import (
    Appoint,
    Connection,
    DeclareConnected,
    EndConnection,
    Grade,
    Leave,
    RegisterStaff,
    Release,
)
from domain.staff.events import (
    Appointed,
    ConnectedDeclared,
    ConnectionEnded,
    Left,
    LicenceGranted,
    Released,
    StaffRegistered,
)
from domain.staff.rules import (
    CONNECTED_IS_A_CUSTOMER,
    CONNECTION_IS_KNOWN,
    GRADE_IS_LICENSED,
    LEFT_ONCE,
    NOBODY_FOR_THEMSELVES,
    ONE_POST_ONCE,
    OTHERS_END_A_CONNECTION,
    POST_IS_HELD,
    POST_IS_NOT_DATED_BACK,
    POST_IS_OF_THE_OFFICE,
    STAFF_IS_REGISTERED,
    UNIT_OF_POST_IS_OPEN,
)
from domain.ties import NoteHead
from tests.department import BY_SUN, DAY, DIGEST, TODAY, unit
from tests.specs import given

REGISTERED = StaffRegistered(since=TODAY)
LICENSED = LicenceGranted(
    grade=Grade.MIDDLE,
    tested_on=TODAY,
    points=80,
    document=DIGEST,
    since=TODAY,
    until=date(2027, 3, 1),
    settings=(),
)
POST: dict[str, Any] = {"post": Post.RELATIONSHIP_MANAGER, "unit_id": "B1"}
APPOINT = Appoint(staff_id="wang", line=Line.RETAIL, since=TODAY, unit=unit("B1"), **POST, **BY_SUN)
APPOINTED = Appointed(line=Line.RETAIL, since=TODAY, until=None, **POST)
RELEASE = Release(staff_id="wang", until=TODAY, reason="moves", **POST, **BY_SUN)
RELEASED = Released(until=TODAY, reason="moves", **POST)
PAST = (REGISTERED, LICENSED)
HOLDING = (*PAST, APPOINTED)
NAMED: dict[str, Any] = {"customer_id": "C1", "connection": Connection.NEAR_RELATIVE}
DECLARE = DeclareConnected(
    staff_id="wang",
    customer=Party("C1", Standing.ACTIVE),
    **NAMED,
    **{**BY_SUN, "actor": "wang", "staff": None},
)
DECLARED = ConnectedDeclared(**NAMED)


def fact(*events):
    return STAFF.fact("wang", STAFF.fold(events))


def test_somebody_is_registered_by_another():
    register = RegisterStaff(staff_id="wang", **BY_SUN)
    given(STAFF).when(register).then(REGISTERED)
    given(STAFF, REGISTERED).when(register).then_nothing()
    own = evolve(register, staff_id="sun")
    given(STAFF).when(own).then_refused(NOBODY_FOR_THEMSELVES)


def test_a_post_is_held_from_its_day_to_its_last():
    given(STAFF, *PAST).when(APPOINT).then(APPOINTED)
    given(STAFF, *HOLDING).when(APPOINT).then_nothing()
    given(STAFF, *HOLDING).when(RELEASE).then(RELEASED)
    given(STAFF, *HOLDING, RELEASED).when(RELEASE).then_nothing()
    held = [fact(*HOLDING, RELEASED).holds(TODAY + n * DAY, APPOINT.post) for n in (-1, 0, 1)]
    assert held == [False, True, False]


def test_a_post_needs_somebody_on_record_who_does_not_appoint_themselves():
    given(STAFF).when(APPOINT).then_refused(STAFF_IS_REGISTERED)
    own = evolve(APPOINT, actor="wang")
    given(STAFF, *PAST).when(own).then_refused(NOBODY_FOR_THEMSELVES)


def test_a_post_is_not_dated_back():
    back = evolve(APPOINT, since=TODAY - DAY)
    given(STAFF, *PAST).when(back).then_refused(POST_IS_NOT_DATED_BACK)
    long_over = evolve(RELEASE, until=TODAY - 2 * DAY)
    given(STAFF, *HOLDING).when(long_over).then_refused(POST_IS_NOT_DATED_BACK)
    at_once = evolve(RELEASE, until=TODAY - DAY)
    given(STAFF, *HOLDING).when(at_once).then(evolve(RELEASED, until=TODAY - DAY))


def test_a_post_is_held_once_at_a_time_and_only_then_ends():
    other = evolve(APPOINT, line=Line.CORPORATE)
    given(STAFF, *HOLDING).when(other).then_refused(ONE_POST_ONCE)
    given(STAFF, *PAST).when(RELEASE).then_refused(POST_IS_HELD)


@pytest.mark.parametrize("at", [None, unit("B1", works_until=TODAY - DAY)])
def test_a_post_is_at_a_unit_that_is_open(at):
    given(STAFF, *PAST).when(evolve(APPOINT, unit=at)).then_refused(UNIT_OF_POST_IS_OPEN)


@pytest.mark.row("RO-07", shown_by="staff.appoint")
def test_who_serves_customers_does_not_sit_in_the_back_office():
    back = evolve(APPOINT, unit=unit("V", office=Office.BACK))
    given(STAFF, *PAST).when(back).then_refused(POST_IS_OF_THE_OFFICE)
    front = evolve(APPOINT, unit=unit("B1", office=Office.FRONT))
    given(STAFF, *PAST).when(front).then(APPOINTED)


@pytest.mark.row("RO-01", "RO-11", shown_by="staff.appoint")
@pytest.mark.parametrize(
    "post", [Post.SENIOR_RELATIONSHIP_MANAGER, Post.RELATIONSHIP_HEAD, Post.CREDIT_HEAD]
)
def test_a_post_that_has_a_grade_needs_a_licence_of_it(post):
    given(STAFF, *PAST).when(evolve(APPOINT, post=post)).then_refused(GRADE_IS_LICENSED)
    head = evolve(LICENSED, grade=Grade.HEAD)
    given(STAFF, REGISTERED, head).when(evolve(APPOINT, post=post)).then(
        evolve(APPOINTED, post=post)
    )


def test_who_leads_is_noted_at_the_head_office_until_they_do_not():
    head = (REGISTERED, evolve(LICENSED, grade=Grade.HEAD))
    lead = evolve(APPOINT, post=Post.CREDIT_HEAD)
    note = NoteHead(
        unit_id=HEAD_OFFICE, staff_id="wang", post=Post.CREDIT_HEAD, since=TODAY, until=None
    )
    given(STAFF, *head).when(lead).then_guards(note)
    leading = (*head, evolve(APPOINTED, post=Post.CREDIT_HEAD))
    end = evolve(RELEASE, post=Post.CREDIT_HEAD)
    given(STAFF, *leading).when(end).then_guards(evolve(note, until=TODAY))
    leave = Leave(staff_id="wang", left_on=TODAY, **BY_SUN)
    given(STAFF, *leading).when(leave).then_guards(evolve(note, until=TODAY))
    given(STAFF, *PAST).when(APPOINT).then_guards()


def test_who_leaves_holds_no_post_any_more():
    leave, left = Leave(staff_id="wang", left_on=TODAY, **BY_SUN), Left(left_on=TODAY)
    ended = evolve(RELEASED, reason="left")
    given(STAFF, *HOLDING).when(leave).then(ended, left)
    given(STAFF, *HOLDING, ended, left).when(leave).then_nothing()
    other = evolve(leave, left_on=TODAY - 2 * DAY)
    given(STAFF, *HOLDING).when(other).then_refused(LEFT_ONCE)
    assert not fact(*HOLDING, ended, left).holds(TODAY + DAY, APPOINT.post)


def test_somebody_declares_who_they_are_connected_with():
    given(STAFF, REGISTERED).when(DECLARE).then(DECLARED)
    given(STAFF, REGISTERED, DECLARED).when(DECLARE).then_nothing()
    unknown = evolve(DECLARE, customer=None)
    given(STAFF, REGISTERED).when(unknown).then_refused(CONNECTED_IS_A_CUSTOMER)
    given(STAFF).when(DECLARE).then_refused(STAFF_IS_REGISTERED)
    assert fact(REGISTERED, DECLARED).connected == ("C1",)


def test_that_a_connection_ended_is_for_others_to_say():
    end = EndConnection(staff_id="wang", customer_id="C1", reason="divorced", **BY_SUN)
    past = (REGISTERED, DECLARED)
    given(STAFF, *past).when(end).then(ConnectionEnded(customer_id="C1", reason="divorced"))
    own = evolve(end, actor="wang")
    given(STAFF, *past).when(own).then_refused(OTHERS_END_A_CONNECTION)
    given(STAFF, REGISTERED).when(end).then_refused(CONNECTION_IS_KNOWN)
