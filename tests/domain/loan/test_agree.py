"""A loan is agreed once, within the terms of the day of signing."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from domain.dated import Dated
from domain.facts.terms import LoanPurpose, SecurityWay
from domain.kinds import RepaymentMethod
from domain.loan import LOAN
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    AMOUNT_WITHIN_TERMS,
    CURRENCY_IS_THE_LOANS,
    DAY_IS_NOT_AHEAD,
    INSTALMENTS_WITHIN_TERMS,
    LOAN_IS_AGREED_ONCE,
    METHOD_WITHIN_TERMS,
    PLAN_IS_OUR_OWN,
    PRODUCT_IS_LENT,
    RATE_WITHIN_TERMS,
    USE_WITHIN_TERMS,
)
from domain.money import Money
from domain.rate import Rate
from domain.terms import Terms
from tests.domain.loan.loans import (
    AGREE,
    AGREED,
    LENT,
    SIGNED,
    TAKEN_OVER,
    TERMS,
    TODAY,
    yuan,
)
from tests.specs import given


def test_a_loan_is_agreed_and_keeps_its_terms():
    given(LOAN).when(AGREE).then(AGREED)


def test_the_terms_are_those_of_the_day_of_signing():
    later = LENT.with_value(SIGNED, evolve(TERMS, grace_days=3), "Decision 2024-1")
    agreed = evolve(AGREED, terms=evolve(TERMS, grace_days=3), terms_source="Decision 2024-1")
    given(LOAN).when(evolve(AGREE, terms=later)).then(agreed)
    given(LOAN).when(evolve(AGREE, terms=later, signed_on=SIGNED - timedelta(1))).then(
        evolve(AGREED, signed_on=SIGNED - timedelta(1))
    )


def test_a_loan_is_agreed_once():
    given(LOAN, AGREED).when(AGREE).then_nothing()


def test_it_stays_agreed_when_the_product_has_changed_since():
    given(LOAN, AGREED).when(evolve(AGREE, terms=None)).then_nothing()


@pytest.mark.parametrize(
    "change",
    [
        {"customer_id": "C2"},
        {"product_id": "P2"},
        {"amount": yuan("12000.01")},
        {"rate_yearly": Rate.parse("6.01%")},
        {"method": RepaymentMethod.INTEREST_ONLY},
        {"instalments": 13},
        {"due_day": 21},
        {"signed_on": SIGNED - timedelta(1)},
    ],
)
def test_a_loan_number_names_one_loan(change):
    given(LOAN, AGREED).when(evolve(AGREE, **change)).then_refused(LOAN_IS_AGREED_ONCE)


def test_a_loan_taken_over_is_not_agreed_again():
    given(LOAN, TAKEN_OVER).when(AGREE).then_refused(LOAN_IS_AGREED_ONCE)


@pytest.mark.parametrize("amount", ["1000", "50000"])
def test_the_least_and_the_largest_amount_are_lent(amount):
    given(LOAN).when(evolve(AGREE, amount=yuan(amount))).then(evolve(AGREED, amount=yuan(amount)))


@pytest.mark.parametrize("amount", ["999.99", "50000.01"])
def test_an_amount_beyond_the_terms_is_refused(amount):
    given(LOAN).when(evolve(AGREE, amount=yuan(amount))).then_refused(AMOUNT_WITHIN_TERMS)


@pytest.mark.parametrize("amount", ["0", "-12000"])
def test_an_amount_is_more_than_nothing(amount):
    given(LOAN).when(evolve(AGREE, amount=yuan(amount))).then_refused(AMOUNT_IS_POSITIVE)


def test_the_amount_is_in_the_products_currency():
    given(LOAN).when(evolve(AGREE, amount=Money(12000_00, "USD"))).then_refused(
        CURRENCY_IS_THE_LOANS, currency="CNY"
    )


@pytest.mark.parametrize("rate", ["3%", "8%"])
def test_the_lowest_and_the_highest_rate_are_agreed(rate):
    at = Rate.parse(rate)
    given(LOAN).when(evolve(AGREE, rate_yearly=at)).then(evolve(AGREED, rate_yearly=at))


@pytest.mark.parametrize("rate", ["2.999999%", "8.000001%"])
def test_a_rate_beyond_the_terms_is_refused(rate):
    given(LOAN).when(evolve(AGREE, rate_yearly=Rate.parse(rate))).then_refused(RATE_WITHIN_TERMS)


@pytest.mark.parametrize("count", [1, 36])
def test_one_and_the_most_instalments_are_agreed(count):
    given(LOAN).when(evolve(AGREE, instalments=count)).then(evolve(AGREED, instalments=count))


@pytest.mark.parametrize("count", [0, 37])
def test_more_instalments_than_the_terms_allow_are_refused(count):
    given(LOAN).when(evolve(AGREE, instalments=count)).then_refused(INSTALMENTS_WITHIN_TERMS)


def test_a_method_that_the_product_has_not_is_refused():
    only = Dated((LENT.with_value(SIGNED, evolve(TERMS, methods=()), "x")).values)
    given(LOAN).when(evolve(AGREE, terms=only)).then_refused(METHOD_WITHIN_TERMS)


def test_a_plan_of_another_system_cannot_be_agreed():
    stated = evolve(AGREE, method=RepaymentMethod.AS_STATED)
    given(LOAN).when(stated).then_refused(PLAN_IS_OUR_OWN)


def test_a_product_must_exist():
    given(LOAN).when(evolve(AGREE, terms=None)).then_refused(PRODUCT_IS_LENT, product_id="P1")


def test_nothing_is_lent_before_the_first_terms_hold():
    early = evolve(AGREE, signed_on=date(2022, 12, 31))
    given(LOAN).when(early).then_refused(PRODUCT_IS_LENT)


def test_nothing_is_lent_from_the_day_on_which_a_product_is_withdrawn():
    gone = evolve(AGREE, terms=LENT.with_value(SIGNED, None, "Decision 2024-2"))
    given(LOAN).when(gone).then_refused(PRODUCT_IS_LENT)
    given(LOAN).when(evolve(gone, signed_on=SIGNED - timedelta(1))).then(
        evolve(AGREED, signed_on=SIGNED - timedelta(1))
    )


def test_a_loan_can_be_signed_today_and_not_tomorrow():
    given(LOAN).when(evolve(AGREE, signed_on=TODAY)).then(evolve(AGREED, signed_on=TODAY))
    given(LOAN).when(evolve(AGREE, signed_on=TODAY + timedelta(1))).then_refused(DAY_IS_NOT_AHEAD)


def test_a_loan_by_itself_is_for_what_its_product_is_lent_for_and_secured_as_it_is_lent_on():
    narrow = evolve(
        TERMS, loan_purposes=(LoanPurpose.PLANTING,), securities=(SecurityWay.MORTGAGE,)
    )
    terms = Dated[Terms | None]().with_value(SIGNED, narrow, "Decision 2024-2")
    fit: dict[str, Any] = {
        "loan_purpose": LoanPurpose.PLANTING,
        "security": (SecurityWay.MORTGAGE,),
    }
    asked = evolve(AGREE, terms=terms, **fit)
    (agreed,) = given(LOAN).when(asked).outcome()
    assert (agreed.loan_purpose, agreed.security) == tuple(fit.values())
    others: tuple[dict[str, Any], ...] = (
        {"loan_purpose": LoanPurpose.TRADE},
        {"loan_purpose": None},
        {"security": (SecurityWay.MORTGAGE, SecurityWay.GUARANTEE)},
        {"security": ()},
    )
    for other in others:
        given(LOAN).when(evolve(asked, **other)).then_refused(USE_WITHIN_TERMS)
    before = evolve(AGREE, loan_purpose=LoanPurpose.TRADE)
    assert given(LOAN).when(before).outcome(), "a product that names none is lent for anything"
