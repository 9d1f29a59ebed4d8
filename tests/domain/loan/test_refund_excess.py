"""What was received beyond all that was owed goes back to the borrower."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.loan import LOAN, account
from domain.loan.commands import RefundExcess
from domain.loan.events import ExcessRefunded
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    CURRENCY_IS_THE_LOANS,
    DAY_IS_NOT_AHEAD,
    LOAN_IS_BEGUN,
    LOAN_IS_PAID_OUT,
    ONE_PAYMENT_A_RECEIPT,
    WITHIN_EXCESS,
)
from domain.money import Money
from tests.domain.loan.loans import (
    AGREED,
    DISBURSED,
    TODAY,
    history,
    loan_of,
    receipt,
    yuan,
)
from tests.specs import given

DUE = date(2024, 2, 20)
# Settled on the 20th, until it becomes known that it was settled on the 10th already.
OVERPAID = history(
    AGREED,
    DISBURSED,
    then=[receipt("R2", "12060", DUE), receipt("R1", "12042", date(2024, 2, 10))],
)
REFUND = RefundExcess(
    loan_id="L1", reference="F1", amount=yuan("12060"), value_date=DUE, today=TODAY
)
REFUNDED = ExcessRefunded(reference="F1", amount=yuan("12060"), value_date=DUE)


def test_excess_is_refunded():
    given(LOAN, *OVERPAID).when(REFUND).then(REFUNDED)
    assert account(loan_of(*OVERPAID), TODAY).excess == yuan("12060")
    assert account(loan_of(*OVERPAID, REFUNDED), TODAY).excess == yuan("0")


def test_a_refund_is_recorded_once():
    given(LOAN, *OVERPAID, REFUNDED).when(REFUND).then_nothing()


@pytest.mark.parametrize("change", [{"amount": yuan("1")}, {"value_date": TODAY}])
def test_a_reference_names_one_refund(change):
    other = evolve(REFUND, **change)
    given(LOAN, *OVERPAID, REFUNDED).when(other).then_refused(ONE_PAYMENT_A_RECEIPT)


def test_excess_is_refunded_in_parts_but_never_more_than_is_held():
    part = evolve(REFUNDED, amount=yuan("12000"))
    rest = evolve(REFUND, reference="F2", amount=yuan("60"))
    given(LOAN, *OVERPAID, part).when(rest).then(
        ExcessRefunded(reference="F2", amount=yuan("60"), value_date=DUE)
    )
    more = evolve(rest, amount=yuan("60.01"))
    given(LOAN, *OVERPAID, part).when(more).then_refused(WITHIN_EXCESS, held=yuan("60"))


def test_excess_is_not_refunded_before_it_was_received():
    early = evolve(REFUND, value_date=DUE - timedelta(1))
    given(LOAN, *OVERPAID).when(early).then_refused(WITHIN_EXCESS, held=yuan("0"))


def test_nothing_is_refunded_where_nothing_is_in_excess():
    given(LOAN, AGREED, DISBURSED).when(REFUND).then_refused(WITHIN_EXCESS)


@pytest.mark.parametrize("amount", ["0", "-1"])
def test_a_refund_is_of_more_than_nothing(amount):
    nothing = evolve(REFUND, amount=yuan(amount))
    given(LOAN, *OVERPAID).when(nothing).then_refused(AMOUNT_IS_POSITIVE)


def test_a_refund_is_in_the_currency_of_the_loan():
    dollars = evolve(REFUND, amount=Money(1, "USD"))
    given(LOAN, *OVERPAID).when(dollars).then_refused(CURRENCY_IS_THE_LOANS)


def test_a_refund_is_made_today_and_not_ahead():
    given(LOAN, *OVERPAID).when(evolve(REFUND, value_date=TODAY)).then(
        evolve(REFUNDED, value_date=TODAY)
    )
    ahead = evolve(REFUND, value_date=TODAY + timedelta(1))
    given(LOAN, *OVERPAID).when(ahead).then_refused(DAY_IS_NOT_AHEAD)


def test_a_loan_without_money_refunds_nothing():
    given(LOAN).when(REFUND).then_refused(LOAN_IS_BEGUN)
    given(LOAN, AGREED).when(REFUND).then_refused(LOAN_IS_PAID_OUT)
