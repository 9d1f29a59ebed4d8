"""What becomes of a decision: told, used, lapsed, revoked, or ended with its application."""

from datetime import date

from attrs import evolve

from domain.approval import APPROVAL
from domain.approval.commands import Lapse, NotifyCustomer, Revoke
from domain.approval.events import ApprovalEnded, ApprovalTakenUp
from domain.approval.rules import (
    APPROVAL_STANDS,
    DECISION_IS_TOLD,
    PAPER_IS_NOT_POSTDATED,
    SIGNED_ON_APPROVAL_THAT_HOLDS,
    VALIDITY_IS_OVER,
)
from domain.approval.values import Delivery, Ending
from domain.facts.approval import ApprovalOutcome
from domain.facts.staff import Post
from domain.ties import EndApproval, ReleaseHeadroom, TakeUpApproval
from tests.domain.approval.files import (
    APPROVE,
    APPROVER,
    DAY,
    DECIDING,
    FILE,
    LATE,
    MINUTES,
    OWN,
    REVIEW,
    REVIEWED,
    after,
    by,
    person,
)
from tests.specs import given

OFFICER = person("zhao", Post.RELATIONSHIP_MANAGER)
AFTER = date(2026, 9, 1)
TELL = NotifyCustomer(**FILE, **by(OFFICER), letter=MINUTES, delivery=Delivery.HANDED_OVER, on=DAY)
LAPSE = Lapse(**{**FILE, "today": AFTER}, **by(OFFICER))
REVOKE = Revoke(
    **DECIDING, **by(APPROVER), mandate_id="M1", mandate=OWN, reason="the market was closed"
)
SIGN = TakeUpApproval(application_id="A1", contract_id="H1", today=DAY)
END = EndApproval(application_id="A1")
APPROVED = after(REVIEW, APPROVE)
RELEASE = ReleaseHeadroom(facility_id="F1", application_id="A1")


def test_the_customer_is_told_of_a_decision():
    (told,) = APPROVED.when(TELL).outcome()
    assert (told.letter, told.on, told.told_by) == (MINUTES, DAY, "zhao")
    told = after(REVIEW, APPROVE, TELL)
    told.when(TELL).then_nothing()
    assert told.when(evolve(TELL, delivery=Delivery.BY_POST)).outcome()


def test_the_customer_is_told_once_it_was_decided_and_not_ahead():
    REVIEWED.when(TELL).then_refused(DECISION_IS_TOLD)
    APPROVED.when(evolve(TELL, on=date(2026, 3, 1))).then_refused(DECISION_IS_TOLD)
    APPROVED.when(evolve(TELL, on=LATE)).then_refused(PAPER_IS_NOT_POSTDATED)


def test_an_approval_lapses_after_its_last_day_and_gives_headroom_back():
    APPROVED.when(evolve(LAPSE, today=date(2026, 8, 29))).then_refused(VALIDITY_IS_OVER)
    APPROVED.when(LAPSE).then(ApprovalEnded(ending=Ending.NOT_USED, reason=None, ended_by="zhao"))
    APPROVED.when(LAPSE).then_guards(RELEASE)
    lapsed = after(REVIEW, APPROVE, LAPSE)
    lapsed.when(LAPSE).then_nothing()
    assert APPROVAL.fact("A1", APPROVAL.fold(lapsed.past)).outcome is ApprovalOutcome.LAPSED


def test_an_approval_with_a_contract_on_it_does_not_lapse():
    APPROVED.when(SIGN).then(ApprovalTakenUp(contract_id="H1"))
    signed = after(REVIEW, APPROVE, SIGN)
    signed.when(SIGN).then_nothing()
    signed.when(LAPSE).then_refused(APPROVAL_STANDS)
    signed.when(REVOKE).then_refused(APPROVAL_STANDS)
    signed.when(END).then_nothing()


def test_a_contract_is_signed_once_on_an_approval_that_holds():
    REVIEWED.when(SIGN).then_refused(SIGNED_ON_APPROVAL_THAT_HOLDS)
    APPROVED.when(evolve(SIGN, today=AFTER)).then_refused(SIGNED_ON_APPROVAL_THAT_HOLDS)
    second = evolve(SIGN, contract_id="H2")
    after(REVIEW, APPROVE, SIGN).when(second).then_refused(SIGNED_ON_APPROVAL_THAT_HOLDS)


def test_an_approval_is_revoked_under_a_mandate_with_a_reason():
    (ended,) = APPROVED.when(REVOKE).outcome()
    assert (ended.ending, ended.mandate_id) == (Ending.REVOKED, "M1")
    APPROVED.when(REVOKE).then_guards(RELEASE)
    after(REVIEW, APPROVE, REVOKE).when(REVOKE).then_nothing()
    REVIEWED.when(REVOKE).then_refused(APPROVAL_STANDS)


def test_a_withdrawn_application_ends_what_was_decided_on_it():
    APPROVED.when(END).then(
        ApprovalEnded(ending=Ending.APPLICATION_WITHDRAWN, reason=None, ended_by=None)
    )
    APPROVED.when(END).then_guards(RELEASE)
    REVIEWED.when(END).then_guards()
    after(REVIEW, APPROVE, END).when(END).then_nothing()


def test_a_withdrawn_application_that_nobody_reviewed_ends_nothing():
    given(APPROVAL).when(END).then_nothing()
