"""A handover is proposed, settled file by file, signed by both, and only then moves anything."""

from typing import Any

import pytest
from attrs import evolve

from domain.dated import Dated
from domain.facts.duty import ACTOR_IS_STAFF, CONNECTED_STAY_OUT
from domain.facts.responsibility import Responsibility
from domain.facts.staff import Post
from domain.facts.unit import HEAD_OFFICE, Seats, UnitKind
from domain.handover import HANDOVER
from domain.handover.commands import (
    AcceptFiles,
    DecideObjection,
    ObjectToFile,
    ProposeHandover,
    SignHandover,
    WithdrawHandover,
)
from domain.handover.events import (
    FileObjected,
    FilesAccepted,
    HandoverCompleted,
    HandoverProposed,
    HandoverSigned,
    HandoverWithdrawn,
    ObjectionDecided,
)
from domain.handover.rules import (
    DECIDED_ABOVE,
    FILE_IS_OBJECTED_TO,
    FILE_IS_OPEN,
    GIVER_ANSWERS,
    HANDOVER_IS_OPEN,
    MOVES_FROM_TODAY,
    ONE_HANDOVER_A_NUMBER,
    PROPOSED_BY_THE_GIVER,
    RECEIVER_ANSWERS,
    SETTLED_BEFORE_SIGNED,
    SIGNED_BY_BOTH,
    WITHDRAWN_BY_THE_PROPOSER,
)
from domain.party import Party, Standing
from domain.ties import MoveResponsibility
from tests.department import CREDIT_HEAD, DAY, DIGEST, LONG_AGO, TODAY, staff, unit
from tests.specs import given

FILES = ("customer-C1", "loan-L1")
WANG, LI = staff("wang", Post.RELATIONSHIP_MANAGER), staff("li", Post.RELATIONSHIP_MANAGER)
HELD = Dated[str]().with_value(LONG_AGO, "wang")
RESPONSIBILITIES = tuple(Responsibility(file_id=f, holder=HELD) for f in FILES)
NAMED: dict[str, Any] = {
    "from_id": "wang",
    "to_id": "li",
    "file_ids": FILES,
    "moves_on": TODAY,
    "reason": "moves to another branch",
    "document": DIGEST,
}
PROPOSE = ProposeHandover(
    handover_id="H1",
    actor="wang",
    today=TODAY,
    staff=WANG,
    receiver=LI,
    parties=(Party("C1", Standing.ACTIVE), Party("C2", Standing.ACTIVE)),
    responsibilities=RESPONSIBILITIES,
    **NAMED,
)
PROPOSED = HandoverProposed(proposed_by="wang", **NAMED)
ACCEPT = AcceptFiles(handover_id="H1", file_ids=("customer-C1",), actor="li")
ACCEPTED = FilesAccepted(file_ids=("customer-C1",))
OBJECT = ObjectToFile(handover_id="H1", file_id="loan-L1", reason="overdue", actor="li")
OBJECTED = FileObjected(file_id="loan-L1", reason="overdue")
RULED: dict[str, Any] = {"file_id": "loan-L1", "unit_id": "C", "reason": "stays", "minutes": DIGEST}
COMMITTEE = unit(
    "C",
    UnitKind.COMMITTEE,
    seats=Dated[Seats]().with_value(
        LONG_AGO, Seats(members=("chen",), quorum=1, votes_for_percent=51)
    ),
)
DECIDE = DecideObjection(
    handover_id="H1",
    moves=False,
    actor="chen",
    today=TODAY,
    staff=staff("chen", Post.COMMITTEE_MEMBER),
    unit=COMMITTEE,
    handover=None,
    receiver=LI,
    receiver_units=(unit("B1"),),
    **RULED,
)
DECIDED = ObjectionDecided(moves=False, decided_by="chen", **RULED)
SETTLED = (PROPOSED, ACCEPTED, OBJECTED, DECIDED)
SIGN = SignHandover(
    handover_id="H1",
    document=DIGEST,
    actor="wang",
    today=TODAY,
    staff=WANG,
    handover=None,
    giver=WANG,
)
BY_LI = evolve(SIGN, actor="li", staff=LI)
SIGNED = HandoverSigned(side="wang", signed_by="wang", document=DIGEST)
ALSO = HandoverSigned(side="li", signed_by="li", document=DIGEST)
COMPLETED = HandoverCompleted(file_ids=("customer-C1",), since=TODAY)
WITHDRAW = WithdrawHandover(
    handover_id="H1", reason="stays after all", actor="wang", today=TODAY, staff=WANG
)
WITHDRAWN = HandoverWithdrawn(reason="stays after all")


def test_a_handover_is_proposed_by_who_hands_over_or_by_a_head():
    given(HANDOVER).when(PROPOSE).then(PROPOSED)
    given(HANDOVER, PROPOSED).when(PROPOSE).then_nothing()
    by_head = evolve(PROPOSE, actor="zhou", staff=CREDIT_HEAD)
    given(HANDOVER).when(by_head).then(evolve(PROPOSED, proposed_by="zhou"))
    by_li = evolve(PROPOSE, actor="li", staff=LI)
    given(HANDOVER).when(by_li).then_refused(PROPOSED_BY_THE_GIVER)
    to_himself = evolve(PROPOSE, to_id="wang")
    given(HANDOVER).when(to_himself).then_refused(PROPOSED_BY_THE_GIVER)
    other = evolve(PROPOSE, reason="retires")
    given(HANDOVER, PROPOSED).when(other).then_refused(ONE_HANDOVER_A_NUMBER)


@pytest.mark.parametrize(
    "changed",
    [
        {"responsibilities": RESPONSIBILITIES[:1]},
        {"from_id": "zhao"},
        {"file_ids": ("loan-L1", "loan-L1")},
        {"file_ids": ()},
    ],
)
def test_only_files_that_one_answers_for_are_handed_over(changed):
    by_head = evolve(PROPOSE, actor="zhou", staff=CREDIT_HEAD, **changed)
    given(HANDOVER).when(by_head).then_refused(GIVER_ANSWERS)


def test_a_handover_is_not_dated_back():
    back = evolve(PROPOSE, moves_on=TODAY - DAY)
    given(HANDOVER).when(back).then_refused(MOVES_FROM_TODAY)


def test_nobody_takes_over_a_file_of_their_own():
    related = evolve(PROPOSE, receiver=evolve(LI, connected=("C2",)))
    given(HANDOVER).when(related).then_refused(CONNECTED_STAY_OUT)


def test_who_takes_over_is_on_the_staff():
    nobody = evolve(PROPOSE, receiver=None)
    given(HANDOVER).when(nobody).then_refused(ACTOR_IS_STAFF, to_id=PROPOSE.to_id)


def test_the_new_officer_accepts_or_objects_file_by_file():
    given(HANDOVER, PROPOSED).when(ACCEPT).then(ACCEPTED)
    given(HANDOVER, PROPOSED, ACCEPTED).when(ACCEPT).then_nothing()
    given(HANDOVER, PROPOSED, ACCEPTED).when(OBJECT).then(OBJECTED)
    given(HANDOVER, PROPOSED, OBJECTED).when(OBJECT).then_nothing()
    given(HANDOVER, PROPOSED).when(evolve(ACCEPT, actor="wang")).then_refused(RECEIVER_ANSWERS)
    given(HANDOVER, PROPOSED).when(evolve(OBJECT, actor="wang")).then_refused(RECEIVER_ANSWERS)


def test_a_file_is_answered_once():
    given(HANDOVER, PROPOSED, ACCEPTED).when(evolve(OBJECT, file_id="customer-C1")).then_refused(
        FILE_IS_OPEN
    )
    given(HANDOVER, PROPOSED, OBJECTED).when(evolve(ACCEPT, file_ids=FILES)).then_refused(
        FILE_IS_OPEN
    )
    given(HANDOVER, PROPOSED).when(evolve(ACCEPT, file_ids=("loan-L9",))).then_refused(FILE_IS_OPEN)


@pytest.mark.parametrize("past", [(), (PROPOSED, WITHDRAWN)])
def test_nothing_is_answered_in_a_handover_that_is_not_open(past):
    given(HANDOVER, *past).when(ACCEPT).then_refused(HANDOVER_IS_OPEN)
    given(HANDOVER, *past).when(DECIDE).then_refused(HANDOVER_IS_OPEN)


def test_a_higher_body_decides_an_objection():
    given(HANDOVER, *SETTLED[:3]).when(DECIDE).then(DECIDED)
    given(HANDOVER, *SETTLED).when(DECIDE).then_nothing()
    given(HANDOVER, *SETTLED[:2]).when(DECIDE).then_refused(FILE_IS_OBJECTED_TO)
    head = staff("bai", Post.BRANCH_HEAD, at="B1")
    by_head = evolve(DECIDE, actor="bai", staff=head, unit=unit("B1"), unit_id="B1")
    given(HANDOVER, *SETTLED[:3]).when(by_head).then(
        evolve(DECIDED, unit_id="B1", decided_by="bai")
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"staff": None},
        {"unit": None},
        {"staff": staff("feng", Post.COMMITTEE_MEMBER)},
        {"actor": "li"},
        {"staff": staff("bai", Post.BRANCH_HEAD, at="B2"), "unit": unit("B2")},
        {"staff": staff("bai", Post.BRANCH_HEAD, at="B1"), "unit": unit(HEAD_OFFICE)},
    ],
)
def test_an_objection_is_decided_by_nobody_else(changed):
    given(HANDOVER, *SETTLED[:3]).when(evolve(DECIDE, **changed)).then_refused(DECIDED_ABOVE)


def test_both_sign_and_only_then_responsibility_moves():
    given(HANDOVER, *SETTLED).when(SIGN).then(SIGNED)
    given(HANDOVER, *SETTLED).when(SIGN).then_guards()
    given(HANDOVER, *SETTLED, SIGNED).when(SIGN).then_nothing()
    given(HANDOVER, *SETTLED, SIGNED).when(BY_LI).then(ALSO, COMPLETED)
    move = MoveResponsibility(
        file_id="customer-C1", handover_id="H1", from_id="wang", to_id="li", since=TODAY
    )
    given(HANDOVER, *SETTLED, SIGNED).when(BY_LI).then_guards(move)
    given(HANDOVER, *SETTLED, SIGNED, ALSO, COMPLETED).when(BY_LI).then_nothing()


def test_a_file_that_moves_in_spite_of_an_objection_moves_too():
    past = (*SETTLED[:3], evolve(DECIDED, moves=True), SIGNED)
    given(HANDOVER, *past).when(BY_LI).then(ALSO, evolve(COMPLETED, file_ids=FILES))


def test_a_handover_is_signed_when_nothing_is_open_and_by_the_two():
    for past in (SETTLED[:2], SETTLED[:3]):
        given(HANDOVER, *past).when(SIGN).then_refused(SETTLED_BEFORE_SIGNED)
    stranger = evolve(SIGN, actor="zhao", staff=staff("zhao", Post.REVIEWER))
    given(HANDOVER, *SETTLED).when(stranger).then_refused(SIGNED_BY_BOTH)
    given(HANDOVER).when(SIGN).then_refused(HANDOVER_IS_OPEN)


def test_a_head_signs_for_who_has_left():
    head = evolve(SIGN, actor="zhou", staff=CREDIT_HEAD)
    given(HANDOVER, *SETTLED).when(head).then_refused(SIGNED_BY_BOTH)
    gone = evolve(head, giver=evolve(WANG, left_on=TODAY - DAY))
    given(HANDOVER, *SETTLED).when(gone).then(evolve(SIGNED, signed_by="zhou"))


def test_a_handover_is_withdrawn_before_it_is_complete():
    given(HANDOVER, PROPOSED).when(WITHDRAW).then(WITHDRAWN)
    given(HANDOVER, PROPOSED, WITHDRAWN).when(WITHDRAW).then_nothing()
    given(HANDOVER).when(WITHDRAW).then_refused(HANDOVER_IS_OPEN)
    given(HANDOVER, *SETTLED, COMPLETED).when(WITHDRAW).then_refused(HANDOVER_IS_OPEN)
    by_li = evolve(WITHDRAW, actor="li", staff=LI)
    given(HANDOVER, PROPOSED).when(by_li).then_refused(WITHDRAWN_BY_THE_PROPOSER)
