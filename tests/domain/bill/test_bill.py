"""A discounted bill is held once, presented, and where it is not paid, claimed from who signed."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from domain.bill import BILL as BILLS
from domain.bill.commands import ClaimRecourse, PresentBill, RecordRefusal, RefusalReason
from domain.bill.events import (
    BillEnded,
    BillGivenUp,
    BillPresented,
    BillRefused,
    BillReopened,
    BillTakenUp,
    RecourseClaimed,
)
from domain.bill.rules import (
    BILL_IS_HELD,
    HELD_FOR_ONE_LOAN,
    ONE_CLAIM_A_REFERENCE,
    PRESENTED_IN_TIME,
    PRESENTED_WHILE_HELD,
    RECOURSE_AFTER_REFUSAL,
    RECOURSE_IS_ON_WHO_SIGNED,
    REFUSED_ONCE_PRESENTED,
    TOLD_IN_TIME,
)
from domain.bill.state import BillStage
from domain.facts.bill import BillParty
from domain.facts.duty import ACTOR_HOLDS_THE_POST
from domain.facts.staff import Post
from domain.ties import EndBill, GiveUpBill, ReopenBill, TakeUpBill
from tests.department import DIGEST, staff
from tests.domain.loan.bills import BILL, DAY, DUE
from tests.specs import given

WANG = staff("wang", Post.RELATIONSHIP_MANAGER)
TODAY = DUE + timedelta(20)
ACTS: dict[str, Any] = {"bill_no": "B100", "actor": "wang", "staff": WANG, "today": TODAY}
TAKE_UP = TakeUpBill(bill_no="B100", bill=BILL, loan_id="L1", customer_id="C1", on=DAY)
TAKEN = BillTakenUp(bill=BILL, loan_id="L1", customer_id="C1", on=DAY)
PRESENT = PresentBill(reference="T1", on=DUE, **ACTS)
PRESENTED = BillPresented(reference="T1", on=DUE, presented_by="wang", findings=())
REFUSE = RecordRefusal(on=DUE, reason=RefusalReason.NO_FUNDS, evidence=DIGEST, **ACTS)
REFUSED = BillRefused(
    on=DUE, reason=RefusalReason.NO_FUNDS, evidence=DIGEST, refusal_recorded_by="wang"
)
CLAIM = ClaimRecourse(
    reference="Z1",
    signatory=BillParty.BORROWER,
    on=DUE + timedelta(3),
    letter=DIGEST,
    **ACTS,
)
CLAIMED = RecourseClaimed(
    reference="Z1",
    signatory=BillParty.BORROWER,
    endorser=None,
    on=DUE + timedelta(3),
    letter=DIGEST,
    claimed_by="wang",
    findings=(),
)
ENDED = BillEnded(loan_id="L1", on=DUE)
UNPAID = (TAKEN, PRESENTED, REFUSED)


def test_a_bill_that_we_hold_is_not_discounted_again():
    given(BILLS).when(TAKE_UP).then(TAKEN)
    given(BILLS, TAKEN).when(TAKE_UP).then_nothing()
    again = evolve(TAKE_UP, loan_id="L2")
    given(BILLS, TAKEN).when(again).then_refused(HELD_FOR_ONE_LOAN, held_for="L1")
    given(BILLS, TAKEN, ENDED).when(again).then(evolve(TAKEN, loan_id="L2"))


def test_a_bill_goes_with_its_loan():
    undo = GiveUpBill(bill_no="B100", loan_id="L1")
    given(BILLS, TAKEN).when(undo).then(BillGivenUp(loan_id="L1"))
    given(BILLS, TAKEN, BillGivenUp(loan_id="L1")).when(undo).then_nothing()
    end = EndBill(bill_no="B100", loan_id="L1", on=DUE)
    given(BILLS, TAKEN).when(end).then(ENDED)
    given(BILLS, TAKEN, ENDED).when(end).then_nothing()
    reopen = ReopenBill(bill_no="B100", loan_id="L1")
    given(BILLS, TAKEN, ENDED).when(reopen).then(BillReopened(loan_id="L1"))
    given(BILLS, TAKEN).when(reopen).then_nothing()
    other = (TAKEN, ENDED, evolve(TAKEN, loan_id="L2"))
    given(BILLS, *other).when(reopen).then_refused(HELD_FOR_ONE_LOAN, held_for="L2")


def test_a_bill_is_presented_once_and_late_with_a_finding():
    presenting = given(BILLS, TAKEN)
    presenting.when(PRESENT).then(PRESENTED)
    given(BILLS, TAKEN, PRESENTED).when(PRESENT).then_nothing()
    twice = evolve(PRESENT, reference="T2")
    given(BILLS, TAKEN, PRESENTED).when(twice).then_refused(PRESENTED_WHILE_HELD)
    for on in (DAY - timedelta(1), TODAY + timedelta(1)):
        presenting.when(evolve(PRESENT, on=on)).then_refused(PRESENTED_WHILE_HELD)
    presenting.when(evolve(PRESENT, on=DUE + timedelta(10))).then_found()
    presenting.when(evolve(PRESENT, on=DUE + timedelta(11))).then_found(PRESENTED_IN_TIME)


def test_who_collects_holds_a_post_for_it():
    reviewer = staff("zheng", Post.REVIEWER)
    given(BILLS, TAKEN).when(evolve(PRESENT, staff=reviewer)).then_refused(ACTOR_HOLDS_THE_POST)


@pytest.mark.parametrize("past", [(), (TAKEN, ENDED), (TAKEN, BillGivenUp(loan_id="L1"))])
def test_nothing_is_done_about_a_bill_that_is_not_ours(past):
    for command in (PRESENT, REFUSE, CLAIM):
        given(BILLS, *past).when(command).then_refused(BILL_IS_HELD)


def test_payment_is_refused_of_a_bill_that_was_presented_and_is_due():
    given(BILLS, TAKEN, PRESENTED).when(REFUSE).then(REFUSED)
    given(BILLS, *UNPAID).when(REFUSE).then_nothing()
    given(BILLS, TAKEN).when(REFUSE).then_refused(REFUSED_ONCE_PRESENTED)
    early = evolve(PRESENTED, on=DUE - timedelta(5))
    before = evolve(REFUSE, on=DUE - timedelta(1))
    given(BILLS, TAKEN, early).when(before).then_refused(REFUSED_ONCE_PRESENTED)
    other = evolve(REFUSE, reason=RefusalReason.FROZEN)
    given(BILLS, *UNPAID).when(other).then_refused(REFUSED_ONCE_PRESENTED)
    bankrupt = evolve(REFUSE, on=date(2026, 6, 1), reason=RefusalReason.BANKRUPT)
    assert given(BILLS, TAKEN).when(bankrupt).outcome()[0].reason is RefusalReason.BANKRUPT


def test_recourse_is_taken_on_who_signed_once_payment_was_refused():
    claiming = given(BILLS, *UNPAID)
    claiming.when(CLAIM).then(CLAIMED)
    given(BILLS, *UNPAID, CLAIMED).when(CLAIM).then_nothing()
    other = evolve(CLAIM, signatory=BillParty.DRAWER)
    given(BILLS, *UNPAID, CLAIMED).when(other).then_refused(ONE_CLAIM_A_REFERENCE)
    given(BILLS, TAKEN, PRESENTED).when(CLAIM).then_refused(RECOURSE_AFTER_REFUSAL)
    endorser = evolve(CLAIM, signatory=BillParty.ENDORSER)
    named = evolve(endorser, endorser=BILL.endorsers[0])
    assert claiming.when(named).outcome()[0].endorser == BILL.endorsers[0]
    claiming.when(endorser).then_refused(RECOURSE_IS_ON_WHO_SIGNED)
    claiming.when(evolve(endorser, endorser="X9")).then_refused(RECOURSE_IS_ON_WHO_SIGNED)
    drawer = evolve(CLAIM, signatory=BillParty.DRAWER, endorser=BILL.endorsers[0])
    claiming.when(drawer).then_refused(RECOURSE_IS_ON_WHO_SIGNED)
    claiming.when(evolve(CLAIM, on=DUE + timedelta(4))).then_found(TOLD_IN_TIME)


def test_the_rights_of_a_bill_run_out():
    held = BILLS.fold((*UNPAID, CLAIMED))
    assert held.stage is BillStage.RECOURSE
    assert held.recourse_until == date(2027, 3, 2)  # Six months from the refusal,
    assert held.rights_until == date(2028, 9, 2)  # two years from the maturity.
    assert BILLS.fold(UNPAID).stage is BillStage.REFUSED
    assert BILLS.fold((TAKEN,)).recourse_until is None
