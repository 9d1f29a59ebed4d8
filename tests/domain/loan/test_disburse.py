"""An agreed loan is paid out in one payment, which makes its plan."""

from datetime import timedelta

import pytest
from attrs import evolve

from domain.loan import LOAN
from domain.loan.commands import ReverseDisbursement
from domain.loan.events import LoanCancelled
from domain.loan.rules import (
    DAY_IS_NOT_AHEAD,
    LOAN_IS_BEGUN,
    LOAN_IS_NOT_CANCELLED,
    LOAN_IS_NOT_PAID_OUT,
    NOT_BEFORE_SIGNING,
    NUMBER_IS_SPENT,
    WHOLE_AMOUNT_IS_PAID_OUT,
    WITHIN_COMMITMENT,
)
from domain.loan.values import CancelReason
from domain.money import Money
from tests.domain.loan.loans import (
    AGREED,
    DISBURSE,
    DISBURSED,
    SIGNED,
    TAKEN_OVER,
    TODAY,
    history,
    paid_out,
    yuan,
)
from tests.specs import given


def test_a_loan_is_paid_out_and_has_a_plan():
    given(LOAN, AGREED).when(DISBURSE).then(DISBURSED)
    assert len(DISBURSED.plan) == 12
    assert sum(row.principal.fen for row in DISBURSED.plan) == 12000_00


def test_a_payment_is_recorded_once():
    given(LOAN, AGREED, DISBURSED).when(DISBURSE).then_nothing()


@pytest.mark.parametrize(
    "change",
    [{"reference": "D2"}, {"amount": yuan("11999.99")}, {"value_date": SIGNED}],
)
def test_a_loan_is_not_paid_out_twice(change):
    again = evolve(DISBURSE, **change)
    given(LOAN, AGREED, DISBURSED).when(again).then_refused(LOAN_IS_NOT_PAID_OUT)


def test_a_loan_taken_over_was_paid_out_elsewhere():
    given(LOAN, TAKEN_OVER).when(DISBURSE).then_refused(LOAN_IS_NOT_PAID_OUT)


def test_an_unknown_loan_is_not_paid_out():
    given(LOAN).when(DISBURSE).then_refused(LOAN_IS_BEGUN)


def test_a_cancelled_loan_is_not_paid_out():
    cancelled = LoanCancelled(reason=CancelReason.CONDITIONS_NOT_MET, on=SIGNED)
    given(LOAN, AGREED, cancelled).when(DISBURSE).then_refused(LOAN_IS_NOT_CANCELLED)


@pytest.mark.parametrize("amount", [yuan("11999.99"), yuan("12000.01"), Money(12000_00, "USD")])
def test_no_other_amount_than_the_agreed_one_is_paid_out(amount):
    given(LOAN, AGREED).when(evolve(DISBURSE, amount=amount)).then_refused(
        WHOLE_AMOUNT_IS_PAID_OUT, amount=amount
    )


@pytest.mark.parametrize("day", [SIGNED, TODAY])
def test_a_loan_is_paid_out_from_the_day_of_signing_until_today(day):
    given(LOAN, AGREED).when(evolve(DISBURSE, value_date=day)).then(paid_out(day=day))


def test_a_loan_is_not_paid_out_before_it_was_signed():
    early = evolve(DISBURSE, value_date=SIGNED - timedelta(1))
    given(LOAN, AGREED).when(early).then_refused(NOT_BEFORE_SIGNING)


def test_a_loan_is_not_paid_out_ahead():
    ahead = evolve(DISBURSE, value_date=TODAY + timedelta(1))
    given(LOAN, AGREED).when(ahead).then_refused(DAY_IS_NOT_AHEAD)


def test_a_reversed_payment_is_made_again_under_another_number():
    reverse = ReverseDisbursement(loan_id="L1", reference="D1")
    past = history(AGREED, DISBURSED, then=[reverse])
    given(LOAN, *past).when(DISBURSE).then_refused(NUMBER_IS_SPENT)
    given(LOAN, *past).when(evolve(DISBURSE, reference="D2")).then(
        evolve(DISBURSED, reference="D2")
    )


IN_PARTS = evolve(AGREED, terms=evolve(AGREED.terms, drawdowns_max=3))


def test_what_is_paid_out_in_parts_is_within_what_was_agreed():
    more = evolve(DISBURSE, amount=yuan("12000.01"))
    given(LOAN, IN_PARTS).when(more).then_refused(WITHIN_COMMITMENT, undrawn=yuan("12000"))
