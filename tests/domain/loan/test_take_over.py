"""A running loan of another system is taken over as it was stated."""

from datetime import timedelta

import pytest
from attrs import evolve

from domain.loan import LOAN, account
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    CURRENCY_IS_THE_LOANS,
    DAY_IS_NOT_AHEAD,
    LOAN_IS_AGREED_ONCE,
    PLAN_ADDS_UP,
    PLAN_AMOUNTS_ARE_SOUND,
)
from domain.money import Money
from domain.rate import Rate
from tests.domain.loan.loans import (
    AGREED,
    STATED,
    TAKE_OVER,
    TAKEN_OVER,
    TODAY,
    loan_of,
    yuan,
)
from tests.specs import given


def test_a_loan_is_taken_over_with_its_plan():
    given(LOAN).when(TAKE_OVER).then(TAKEN_OVER)


def test_a_loan_is_taken_over_without_a_plan():
    given(LOAN).when(evolve(TAKE_OVER, plan=())).then(evolve(TAKEN_OVER, plan=()))


def test_a_loan_is_taken_over_once():
    given(LOAN, TAKEN_OVER).when(TAKE_OVER).then_nothing()


@pytest.mark.parametrize(
    "change",
    [{"customer_id": "C2"}, {"rate_yearly": Rate.parse("5%")}, {"plan": ()}],
)
def test_a_loan_number_names_one_loan_taken_over(change):
    given(LOAN, TAKEN_OVER).when(evolve(TAKE_OVER, **change)).then_refused(LOAN_IS_AGREED_ONCE)


def test_an_agreed_loan_is_not_taken_over():
    given(LOAN, AGREED).when(TAKE_OVER).then_refused(LOAN_IS_AGREED_ONCE)


@pytest.mark.parametrize("amount", ["299.99", "300.01"])
def test_a_plan_that_does_not_add_up_is_taken_over_with_a_finding(amount):
    given(LOAN).when(evolve(TAKE_OVER, amount=yuan(amount))).then_found(PLAN_ADDS_UP)


@pytest.mark.parametrize("amount", ["0", "-1"])
def test_a_loan_of_nothing_is_taken_over_with_a_finding(amount):
    nothing = evolve(TAKE_OVER, amount=yuan(amount), plan=())
    given(LOAN).when(nothing).then_found(AMOUNT_IS_POSITIVE)


def test_a_plan_is_in_the_currency_of_the_loan():
    dollars = evolve(TAKE_OVER, amount=Money(300_00, "USD"))
    given(LOAN).when(dollars).then_refused(CURRENCY_IS_THE_LOANS, currency="USD")


@pytest.mark.parametrize(
    "row",
    [
        evolve(STATED[0], principal=Money(-1)),
        evolve(STATED[0], interest=Money(-1)),
        evolve(STATED[0], fee=Money(-1)),
    ],
)
def test_a_plan_asks_for_no_negative_amount(row):
    odd = evolve(TAKE_OVER, plan=(row, *STATED[1:]))
    given(LOAN).when(odd).then_refused(PLAN_AMOUNTS_ARE_SOUND)


def test_a_loan_was_granted_by_today():
    given(LOAN).when(evolve(TAKE_OVER, granted_on=TODAY)).then(evolve(TAKEN_OVER, granted_on=TODAY))
    ahead = evolve(TAKE_OVER, granted_on=TODAY + timedelta(1))
    given(LOAN).when(ahead).then_refused(DAY_IS_NOT_AHEAD)


def test_a_loan_taken_over_bears_the_rate_that_was_stated():
    stated = evolve(TAKEN_OVER, rate_yearly=Rate.parse("4.25%"))
    for loan in (stated, evolve(stated, plan=())):
        assert account(loan_of(loan), TODAY).rate_yearly == Rate.parse("4.25%")
    assert account(loan_of(TAKEN_OVER), TODAY).rate_yearly is None
