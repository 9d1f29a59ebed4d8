"""Somebody answers for a file, from when to when."""

import pytest
from attrs import evolve

from domain.facts.duty import CONNECTED_STAY_OUT
from domain.facts.responsibility import Responsibility
from domain.facts.staff import Post
from domain.party import Party, Standing
from domain.responsibility import RESPONSIBILITY
from domain.responsibility.commands import AssignResponsibility
from domain.responsibility.events import ResponsibilityAssigned, ResponsibilityMoved
from domain.responsibility.rules import (
    ASSIGNED_BY_A_HEAD,
    FILE_IS_ON_RECORD,
    MOVED_BY_HANDOVER,
    MOVED_FROM_WHO_ANSWERS,
    OFFICER_IS_ON_RECORD,
)
from domain.ties import MoveResponsibility
from tests.department import CREDIT_HEAD, DAY, TODAY, staff
from tests.specs import given

WANG, LI = staff("wang", Post.RELATIONSHIP_MANAGER), staff("li", Post.RELATIONSHIP_MANAGER)
ASSIGN = AssignResponsibility(
    file_id="customer-C1",
    staff_id="wang",
    reason="new customer",
    actor="zhou",
    today=TODAY,
    staff=CREDIT_HEAD,
    assignee=WANG,
    party=Party("C1", Standing.ACTIVE),
    answering=None,
    answering_staff=None,
)
ASSIGNED = ResponsibilityAssigned(
    staff_id="wang", customer_id="C1", since=TODAY, reason="new customer"
)
MOVE = MoveResponsibility(
    file_id="customer-C1", handover_id="H1", from_id="wang", to_id="li", since=TODAY + DAY
)
MOVED = ResponsibilityMoved(from_id="wang", staff_id="li", handover_id="H1", since=TODAY + DAY)


def test_an_officer_is_assigned_by_a_head_or_takes_a_file():
    given(RESPONSIBILITY).when(ASSIGN).then(ASSIGNED)
    given(RESPONSIBILITY, ASSIGNED).when(ASSIGN).then_nothing()
    given(RESPONSIBILITY).when(evolve(ASSIGN, actor="wang", staff=WANG)).then(ASSIGNED)
    by_li = evolve(ASSIGN, actor="li", staff=LI)
    given(RESPONSIBILITY).when(by_li).then_refused(ASSIGNED_BY_A_HEAD)


def test_a_file_and_an_officer_are_on_record():
    given(RESPONSIBILITY).when(evolve(ASSIGN, party=None)).then_refused(FILE_IS_ON_RECORD)
    given(RESPONSIBILITY).when(evolve(ASSIGN, assignee=None)).then_refused(OFFICER_IS_ON_RECORD)


def test_nobody_answers_for_a_customer_with_whom_they_are_connected():
    related = evolve(ASSIGN, assignee=evolve(WANG, connected=("C1",)))
    given(RESPONSIBILITY).when(related).then_refused(CONNECTED_STAY_OUT)


def test_a_file_moves_by_a_handover_or_when_its_officer_is_gone():
    other = evolve(ASSIGN, staff_id="li", assignee=LI, answering_staff=WANG)
    given(RESPONSIBILITY, ASSIGNED).when(other).then_refused(MOVED_BY_HANDOVER)
    gone = evolve(other, answering_staff=evolve(WANG, left_on=TODAY - DAY))
    given(RESPONSIBILITY, ASSIGNED).when(gone).then(evolve(ASSIGNED, staff_id="li"))
    given(RESPONSIBILITY, ASSIGNED).when(MOVE).then(MOVED)
    given(RESPONSIBILITY, ASSIGNED, MOVED).when(MOVE).then_nothing()


@pytest.mark.parametrize("past", [(), (evolve(ASSIGNED, staff_id="li"),), (ASSIGNED, MOVED)])
def test_a_handover_moves_a_file_from_who_answers_for_it(past):
    other = evolve(MOVE, handover_id="H2")
    given(RESPONSIBILITY, *past).when(other).then_refused(MOVED_FROM_WHO_ANSWERS)


def test_a_handover_moves_nothing_back_in_time():
    back = evolve(MOVE, since=TODAY - DAY)
    given(RESPONSIBILITY, ASSIGNED).when(back).then_refused(MOVED_FROM_WHO_ANSWERS)


def test_who_answered_stays_known_from_day_to_day():
    known = RESPONSIBILITY.fold([ASSIGNED, MOVED])
    fact = RESPONSIBILITY.fact("customer-C1", known)
    assert isinstance(fact, Responsibility)
    assert [fact.holder.on(TODAY + n * DAY) for n in (-1, 0, 1)] == [None, "wang", "li"]
    assert fact.last == "li"
