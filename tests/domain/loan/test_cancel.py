"""An agreed loan is cancelled as long as no money is paid out."""

from datetime import timedelta

import pytest
from attrs import evolve

from domain.loan import LOAN
from domain.loan.commands import CancelLoan
from domain.loan.events import DisbursementReversed, LoanCancelled
from domain.loan.rules import (
    DAY_IS_NOT_AHEAD,
    LOAN_IS_BEGUN,
    LOAN_IS_NOT_CANCELLED,
    LOAN_IS_NOT_PAID_OUT,
    NOT_BEFORE_SIGNING,
)
from domain.loan.values import CancelReason
from tests.domain.loan.loans import AGREE, AGREED, DISBURSED, SIGNED, TAKEN_OVER, TODAY
from tests.specs import given

CANCEL = CancelLoan(
    loan_id="L1", reason=CancelReason.BORROWER_WITHDREW, on=SIGNED + timedelta(3), today=TODAY
)
CANCELLED = LoanCancelled(reason=CancelReason.BORROWER_WITHDREW, on=SIGNED + timedelta(3))


def test_an_agreed_loan_is_cancelled():
    given(LOAN, AGREED).when(CANCEL).then(CANCELLED)


def test_a_loan_whose_payment_was_reversed_is_cancelled():
    undone = DisbursementReversed(
        amount=DISBURSED.amount, value_date=DISBURSED.value_date, reference=DISBURSED.reference
    )
    given(LOAN, AGREED, DISBURSED, undone).when(CANCEL).then(CANCELLED)


def test_a_loan_is_cancelled_once():
    given(LOAN, AGREED, CANCELLED).when(CANCEL).then_nothing()


@pytest.mark.parametrize(
    "change", [{"on": SIGNED + timedelta(4)}, {"reason": CancelReason.AGREED_IN_ERROR}]
)
def test_a_cancelled_loan_is_not_cancelled_in_another_way(change):
    again = evolve(CANCEL, **change)
    given(LOAN, AGREED, CANCELLED).when(again).then_refused(LOAN_IS_NOT_CANCELLED)


def test_a_cancelled_loan_is_still_the_loan_that_was_agreed():
    given(LOAN, AGREED, CANCELLED).when(AGREE).then_nothing()


def test_a_loan_that_was_paid_out_is_not_cancelled():
    given(LOAN, AGREED, DISBURSED).when(CANCEL).then_refused(LOAN_IS_NOT_PAID_OUT)


def test_a_loan_taken_over_is_not_cancelled():
    given(LOAN, TAKEN_OVER).when(CANCEL).then_refused(LOAN_IS_NOT_PAID_OUT)


def test_an_unknown_loan_is_not_cancelled():
    given(LOAN).when(CANCEL).then_refused(LOAN_IS_BEGUN)


@pytest.mark.parametrize("on", [SIGNED, TODAY])
def test_a_loan_is_cancelled_from_the_day_of_signing_until_today(on):
    given(LOAN, AGREED).when(evolve(CANCEL, on=on)).then(evolve(CANCELLED, on=on))


def test_a_loan_is_not_cancelled_before_it_was_signed():
    early = evolve(CANCEL, on=SIGNED - timedelta(1))
    given(LOAN, AGREED).when(early).then_refused(NOT_BEFORE_SIGNING)


def test_a_loan_is_not_cancelled_ahead():
    ahead = evolve(CANCEL, on=TODAY + timedelta(1))
    given(LOAN, AGREED).when(ahead).then_refused(DAY_IS_NOT_AHEAD)
