"""A payment that did not take place is undone, while no receipt stands against it."""

from domain.loan import LOAN
from domain.loan.commands import ReverseDisbursement
from domain.loan.events import DisbursementReversed
from domain.loan.rules import DISBURSEMENT_IS_KNOWN, LOAN_IS_BEGUN, NO_RECEIPT_STANDS
from tests.domain.loan.loans import (
    AGREED,
    DISBURSED,
    REPAY,
    TAKEN_OVER,
    history,
    loan_of,
    reversal,
)
from tests.specs import given

REVERSE = ReverseDisbursement(loan_id="L1", reference="D1")
REVERSED = DisbursementReversed(
    amount=DISBURSED.amount, value_date=DISBURSED.value_date, reference="D1"
)


def test_a_payment_is_reversed():
    given(LOAN, AGREED, DISBURSED).when(REVERSE).then(REVERSED)


def test_the_loan_is_then_agreed_and_unpaid():
    loan = loan_of(AGREED, DISBURSED, REVERSED)
    assert (loan.paid_out, loan.plan) == (False, ())


def test_a_payment_is_reversed_once():
    given(LOAN, AGREED, DISBURSED, REVERSED).when(REVERSE).then_nothing()


def test_a_payment_that_was_not_recorded_is_not_reversed():
    other = ReverseDisbursement(loan_id="L1", reference="D2")
    given(LOAN, AGREED, DISBURSED).when(other).then_refused(DISBURSEMENT_IS_KNOWN)
    given(LOAN, AGREED).when(REVERSE).then_refused(DISBURSEMENT_IS_KNOWN)


def test_what_another_system_paid_out_is_not_reversed():
    given(LOAN, TAKEN_OVER).when(REVERSE).then_refused(DISBURSEMENT_IS_KNOWN)


def test_an_unknown_loan_has_no_payment():
    given(LOAN).when(REVERSE).then_refused(LOAN_IS_BEGUN)


def test_a_payment_is_not_reversed_while_a_receipt_stands():
    past = history(AGREED, DISBURSED, then=[REPAY])
    given(LOAN, *past).when(REVERSE).then_refused(NO_RECEIPT_STANDS, standing=1)


def test_a_payment_is_reversed_when_all_receipts_were():
    past = history(AGREED, DISBURSED, then=[REPAY, reversal("R1")])
    given(LOAN, *past).when(REVERSE).then(REVERSED)
