"""What a pricing table gives, step by step, and what policy does not allow in a contract."""

import pytest
from attrs import evolve

from domain.facts.pricing import (
    BaseRate,
    GradePoints,
    PricedOn,
    PricingTable,
    SecurityPoints,
    TierPoints,
    price,
)
from domain.facts.pricing_policy import AgreedFee, FeeCap, FeesAgreed, departures
from domain.facts.relationship import Tier
from domain.facts.terms import SecurityWay
from domain.money import Money
from domain.rate import Rate
from tests.domain.credit_application.files import ASKED, OFFERED

TABLE = PricingTable(
    base=(
        BaseRate(months_max=12, rate=Rate.parse("4.35%")),
        BaseRate(months_max=36, rate=Rate.parse("4.75%")),
    ),
    by_grade=(GradePoints(grade="AA", adds=-30), GradePoints(grade="B", adds=120)),
    unrated_adds=60,
    by_security=(
        SecurityPoints(way=SecurityWay.UNSECURED, adds=100),
        SecurityPoints(way=SecurityWay.MORTGAGE, adds=-20),
    ),
    by_tier=(TierPoints(tier=Tier.KEY, adds=-25),),
    settles_here_adds=-10,
    rate_lowest=Rate.parse("3.85%"),
    rate_highest=Rate.parse("6%"),
)
ON = PricedOn(
    months=12,
    grade="AA",
    security=(SecurityWay.MORTGAGE, SecurityWay.GUARANTEE),
    tier=Tier.KEY,
    settles_here=True,
    insider=False,
)


@pytest.mark.parametrize(
    ("on", "rate"),
    [
        (ON, "3.85%"),  # 4.35 - 0.30 - 0.20 - 0.25 - 0.10 = 3.50, and 3.85 is the lowest.
        (evolve(ON, insider=True), "3.85%"),  # 4.35 - 0.30 - 0.20.
        (evolve(ON, grade="B", insider=True), "5.35%"),
        (evolve(ON, grade="B"), "5.00%"),
        (evolve(ON, grade=None, months=36), "4.80%"),
        (evolve(ON, grade="A", tier=None, settles_here=False, months=13), "4.55%"),
        (evolve(ON, grade="B", security=(SecurityWay.UNSECURED,), tier=None), "6.00%"),
    ],
)
def test_a_rate_is_the_base_of_its_term_and_what_each_step_adds_within_bounds(on, rate):
    priced = price(TABLE, on)
    assert priced is not None
    assert str(priced.rate_yearly) == rate


def test_each_step_says_what_it_is_for():
    priced = price(TABLE, evolve(ON, grade="B"))
    assert priced is not None
    assert [(step.item, step.adds) for step in priced.steps] == [
        ("grade B", 120),
        ("security mortgage", -20),
        ("tier key", -25),
        ("settles here yes", -10),
    ]


def test_nobody_connected_with_us_is_priced_better_for_the_relationship():
    priced = price(TABLE, evolve(ON, insider=True))
    assert priced is not None
    assert [step.adds for step in priced.steps] == [-30, -20, 0, 0]


def test_a_term_longer_than_the_table_has_no_price():
    assert price(TABLE, evolve(ON, months=37)) is None


APPROVED = evolve(ASKED, rate_yearly=Rate.parse("5%"))
CAPS = (
    FeeCap(fee_id="survey", title="评估费", amount_max=Money.parse("500")),
    FeeCap(fee_id="commitment", title="承诺费", rate_max=Rate.parse("0.1%"), products=("P2",)),
)


def said(signed=APPROVED, *fees):
    """Return the items of a contract that policy does not allow."""
    found = departures(signed, APPROVED, OFFERED, FeesAgreed(agreed=fees, caps=CAPS))
    return [(one.item, one.says) for one in found]


def test_a_contract_at_the_approved_rate_with_fees_of_the_schedule_departs_in_nothing():
    assert said() == []
    assert said(APPROVED, AgreedFee(fee_id="survey", amount=Money.parse("500"))) == []


@pytest.mark.parametrize(
    ("rate", "says"),
    [
        ("5.000001%", "5.000001%, raised above the approved 5.00%"),
        ("4.9%", "4.90%, below the approved 5.00%"),
    ],
)
def test_a_rate_is_neither_raised_nor_lowered_after_approval(rate, says):
    assert said(evolve(APPROVED, rate_yearly=Rate.parse(rate))) == [("rate_yearly", says)]


def test_a_rate_is_named_approved_and_within_the_product():
    assert said(ASKED) == [("rate_yearly", "the contract names no rate")]
    none = departures(APPROVED, ASKED, OFFERED, FeesAgreed())
    assert [one.says for one in none] == ["5.00%, and nobody approved a rate"]
    high = evolve(APPROVED, rate_yearly=Rate.parse("9.5%"))
    found = departures(high, high, OFFERED, FeesAgreed())
    assert [one.says for one in found] == ["9.50%, the product is lent at 3.00% to 9.00%"]


@pytest.mark.parametrize(
    ("fee", "says"),
    [
        (AgreedFee(fee_id="advice", amount=Money.parse("1")), "not in the schedule"),
        (AgreedFee(fee_id="commitment", rate=Rate.parse("0.1%")), "not in the schedule"),
        (AgreedFee(fee_id="survey", amount=Money.parse("500.01")), "at most 500.00 CNY"),
        (AgreedFee(fee_id="survey", rate=Rate.parse("0.1%")), "at most an amount"),
        (AgreedFee(fee_id="survey", amount=Money(100, "USD")), "at most 500.00 CNY"),
    ],
)
def test_a_fee_that_nobody_approved_or_too_high_departs(fee, says):
    ((item, why),) = said(APPROVED, fee)
    assert (item, says in why) == (fee.fee_id, True)
