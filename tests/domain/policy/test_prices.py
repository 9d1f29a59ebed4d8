"""Pricing tables and the schedule of fees: set by date, whole, and never dated back."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.pricing import BaseRate, GradePoints
from domain.facts.pricing_policy import FeeCap
from domain.money import Money
from domain.policy import POLICY
from domain.policy.commands import SetPolicyFees, SetPolicyPricing
from domain.policy.rules import (
    FEE_CAPS_ARE_SOUND,
    NOT_DATED_BACK,
    PRICED_IS_A_PRODUCT,
    PRICING_IS_SOUND,
)
from domain.rate import Rate
from tests.domain.credit_application.files import PRODUCT
from tests.domain.facts.test_pricing import TABLE
from tests.domain.policy.book import HEAD, LATER, TODAY
from tests.specs import given

BY: dict[str, Any] = {
    "since": LATER,
    "source": "Minutes 2026-7",
    "authority": "Board",
    "actor": "sun",
    "staff": HEAD,
    "today": TODAY,
}
PRICE = SetPolicyPricing(product_id="P1", table=TABLE, product=PRODUCT, **BY)
SURVEY = FeeCap(fee_id="survey", title="评估费", amount_max=Money.parse("500"))
FEES = SetPolicyFees(fees=(SURVEY,), **BY)


def test_a_product_is_priced_by_a_table_from_its_day():
    made = given(POLICY).when(PRICE).outcome()
    pricing = POLICY.fold(made).book.pricing["P1"]
    assert (pricing.on(TODAY), pricing.on(LATER)) == (None, TABLE)
    given(POLICY, *made).when(PRICE).then_nothing()


@pytest.mark.parametrize(
    "table",
    [
        evolve(TABLE, base=()),
        evolve(TABLE, base=tuple(reversed(TABLE.base))),
        evolve(TABLE, base=(TABLE.base[0], BaseRate(months_max=12, rate=Rate.parse("5%")))),
        evolve(TABLE, by_grade=(GradePoints(grade="A", adds=1), GradePoints(grade="A", adds=2))),
        evolve(TABLE, rate_highest=Rate.parse("3%")),
    ],
)
def test_a_table_that_contradicts_itself_is_not_set(table):
    given(POLICY).when(evolve(PRICE, table=table)).then_refused(PRICING_IS_SOUND)


def test_what_nobody_lends_is_not_priced():
    given(POLICY).when(evolve(PRICE, product=None)).then_refused(PRICED_IS_A_PRODUCT)


def test_prices_are_not_dated_back():
    early = date(2026, 3, 1)
    given(POLICY).when(evolve(PRICE, since=early)).then_refused(NOT_DATED_BACK)
    given(POLICY).when(evolve(FEES, since=early)).then_refused(NOT_DATED_BACK)


def test_the_schedule_of_fees_holds_whole_from_its_day():
    made = given(POLICY).when(FEES).outcome()
    fees = POLICY.fold(made).book.fees
    assert (fees.on(TODAY), fees.on(LATER)) == (None, (SURVEY,))
    given(POLICY, *made).when(FEES).then_nothing()


@pytest.mark.parametrize("fees", [(SURVEY, SURVEY), (evolve(SURVEY, amount_max=None),)])
def test_a_fee_is_named_once_with_the_most_it_may_be(fees):
    given(POLICY).when(evolve(FEES, fees=fees)).then_refused(FEE_CAPS_ARE_SOUND)
