"""A product is defined once, on terms that do not contradict themselves."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.calendar import DayCount
from domain.facts.terms import LoanPurpose, SecurityWay
from domain.kinds import (
    Component,
    CustomerKind,
    DocumentKind,
    Funding,
    LoanClass,
    RepaymentMethod,
    Repricing,
)
from domain.money import Money
from domain.product import PRODUCT
from domain.product.rules import (
    AHEAD_IS_ORDERED,
    AMOUNTS_ARE_IN_ORDER,
    BORROWERS_ARE_NAMED,
    DAY_BASIS_IS_KNOWN,
    DAYS_AHEAD_ARE_BOUNDED,
    DISCOUNT_IS_ALONE,
    DRAWDOWNS_ARE_BOUNDED,
    FEES_ARE_SOUND,
    GRACE_IS_BOUNDED,
    METHODS_ARE_NAMED,
    MISUSE_IS_BOUNDED,
    NOT_FLAT,
    NOT_REVOLVING,
    ONE_PRODUCT_A_NUMBER,
    PAYMENT_ORDER_IS_WHOLE,
    PENALTY_IS_BOUNDED,
    RATES_ARE_IN_ORDER,
    REPRICINGS_ARE_NAMED_ONCE,
    REQUIRED_ONCE,
    RHYTHM_IS_SOUND,
    TENOR_IS_BOUNDED,
    TERM_WITHIN_MEASURES,
    TERMS_HAVE_ONE_CURRENCY,
    UNIT_IS_BOUNDED,
    USE_IS_NAMED_ONCE,
)
from domain.rate import Rate
from tests.domain.product.catalogue import BEGIN, CHANGED, DEFINE, DEFINED, LATER, TERMS
from tests.specs import given

EACH_ONCE = tuple(Component)


def defining(**other):
    """Return the definition of a product whose terms differ in these."""
    return given(PRODUCT).when(evolve(DEFINE, terms=evolve(TERMS, **other)))


def test_a_product_is_defined():
    given(PRODUCT).when(DEFINE).then(DEFINED)


def test_defining_twice_in_the_same_words_changes_nothing():
    given(PRODUCT, DEFINED).when(DEFINE).then_nothing()
    given(PRODUCT, DEFINED, CHANGED).when(DEFINE).then_nothing()


@pytest.mark.parametrize(
    "other", [{"title": "助农贷"}, {"since": LATER}, {"source": "Credit committee 2025-01"}]
)
def test_a_product_number_names_one_product(other):
    given(PRODUCT, DEFINED).when(evolve(DEFINE, **other)).then_refused(
        ONE_PRODUCT_A_NUMBER, product_id="P1"
    )


@pytest.mark.parametrize(
    "other",
    [
        {"amount_min": Money(1), "amount_max": Money(1)},
        {"rate_min": Rate(0), "rate_max": Rate(0)},
        {"instalments_max": 1},
        {"instalments_max": 480},
        {"day_basis": 365},
        {"penalty_percent": 130},
        {"penalty_percent": 150},
        {"grace_days": 0},
        {"grace_days": 30},
        {"methods": (RepaymentMethod.EQUAL_PRINCIPAL,)},
        {"allocation": tuple(reversed(EACH_ONCE))},
        {"documents": ()},
    ],
)
def test_terms_at_the_edge_of_what_is_allowed_are_allowed(other):
    defining(**other).then(evolve(DEFINED, terms=evolve(TERMS, **other)))


def test_amounts_of_a_product_are_in_one_currency():
    defining(amount_min=Money(1, "USD")).then_refused(TERMS_HAVE_ONE_CURRENCY)


@pytest.mark.parametrize("least", [Money(0), Money(-1), Money(300_000_01)])
def test_the_least_amount_lies_between_nothing_and_the_largest(least):
    defining(amount_min=least).then_refused(AMOUNTS_ARE_IN_ORDER, amount_min=least)


def test_the_lowest_rate_is_no_more_than_the_highest():
    above = Rate.parse("12.000001%")
    defining(rate_min=above).then_refused(RATES_ARE_IN_ORDER, rate_min=above)
    defining(rate_min=Rate.parse("12%")).then(
        evolve(DEFINED, terms=evolve(TERMS, rate_min=Rate.parse("12%")))
    )


@pytest.mark.parametrize("months", [0, 481])
def test_a_product_is_lent_for_one_to_480_months(months):
    defining(instalments_max=months).then_refused(TENOR_IS_BOUNDED, instalments_max=months)


@pytest.mark.parametrize("days", [0, 359, 361, 364, 366])
def test_a_year_counts_360_or_365_days(days):
    defining(day_basis=days).then_refused(DAY_BASIS_IS_KNOWN, day_basis=days)


@pytest.mark.parametrize("percent", [100, 129, 151, 200])
def test_a_penalty_rate_adds_30_to_50_percent(percent):
    defining(penalty_percent=percent).then_refused(PENALTY_IS_BOUNDED, penalty_percent=percent)


@pytest.mark.parametrize("days", [-1, 31])
def test_grace_is_at_most_a_month(days):
    defining(grace_days=days).then_refused(GRACE_IS_BOUNDED, grace_days=days)


@pytest.mark.parametrize(
    "methods",
    [
        (),
        (RepaymentMethod.AS_STATED,),
        (RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.AS_STATED),
        (RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.EQUAL_PRINCIPAL),
    ],
)
def test_a_product_is_paid_back_in_ways_that_we_calculate(methods):
    defining(methods=methods).then_refused(METHODS_ARE_NAMED)


@pytest.mark.parametrize("kinds", [(), (CustomerKind.ENTERPRISE, CustomerKind.ENTERPRISE)])
def test_a_product_is_lent_to_somebody(kinds):
    defining(customer_kinds=kinds).then_refused(BORROWERS_ARE_NAMED)


@pytest.mark.parametrize("order", [(), EACH_ONCE[1:], (*EACH_ONCE, EACH_ONCE[0])])
def test_the_order_of_payment_leaves_nothing_out(order):
    defining(allocation=order).then_refused(PAYMENT_ORDER_IS_WHOLE)


def test_a_product_asks_for_a_document_once():
    defining(documents=(DocumentKind.LOAN_NOTE, DocumentKind.LOAN_NOTE)).then_refused(REQUIRED_ONCE)


def test_others_know_the_terms_from_the_first_day_on():
    assert PRODUCT.fact("P1", PRODUCT.initial) is None
    terms = PRODUCT.fact("P1", PRODUCT.fold([DEFINED]))
    assert terms.on(BEGIN) == TERMS
    assert terms.on(BEGIN.replace(year=2024)) is None
    assert terms.entry(LATER).source == "Credit committee 2024-12"


@pytest.mark.parametrize(
    "other",
    [
        {"misuse_percent": 150},
        {"misuse_percent": 200},
        {"drawdowns_max": 99},
        {"early_days": 30},
        {"prepayment_fee": Money(1), "prepayment_fee_months": 1},
        {"allocation_ahead": (Component.PRINCIPAL,)},
        {"repricings": tuple(Repricing)},
        {"loan_class": LoanClass.WORKING_CAPITAL},
    ],
)
def test_servicing_at_the_edge_of_what_is_allowed_is_allowed(other):
    defining(**other).then(evolve(DEFINED, terms=evolve(TERMS, **other)))


@pytest.mark.parametrize("percent", [149, 201])
def test_misuse_adds_50_to_100_percent(percent):
    defining(misuse_percent=percent).then_refused(MISUSE_IS_BOUNDED, misuse_percent=percent)


@pytest.mark.parametrize(
    "other",
    [{"late_fee": Money(0)}, {"prepayment_fee": Money(1, "USD")}, {"prepayment_fee_months": 0}],
)
def test_a_fee_is_money_of_the_product(other):
    defining(**other).then_refused(FEES_ARE_SOUND)


@pytest.mark.parametrize(
    "order", [(), (Component.INTEREST,), (Component.PRINCIPAL, Component.PRINCIPAL)]
)
def test_what_is_paid_ahead_is_principal_at_some_point(order):
    defining(allocation_ahead=order).then_refused(AHEAD_IS_ORDERED)


@pytest.mark.parametrize("parts", [0, 100])
def test_an_amount_is_paid_out_in_a_number_of_parts(parts):
    defining(drawdowns_max=parts).then_refused(DRAWDOWNS_ARE_BOUNDED)


def test_a_way_of_repricing_is_named_once():
    twice = (Repricing.NEW_YEAR, Repricing.NEW_YEAR)
    defining(repricings=twice).then_refused(REPRICINGS_ARE_NAMED_ONCE)


@pytest.mark.parametrize("days", [-1, 31])
def test_an_instalment_is_paid_at_most_a_month_early(days):
    defining(early_days=days).then_refused(DAYS_AHEAD_ARE_BOUNDED)


def test_a_class_of_loan_is_lent_for_as_long_as_its_measures_allow():
    longest = evolve(TERMS, loan_class=LoanClass.WORKING_CAPITAL, instalments_max=60)
    longer = evolve(longest, instalments_max=61)
    define = given(PRODUCT)
    define.when(evolve(DEFINE, terms=longest)).then(evolve(DEFINED, terms=longest))
    define.when(evolve(DEFINE, terms=longer)).then_refused(TERM_WITHIN_MEASURES, longest=60)
    before = date(2024, 6, 30)
    define.when(evolve(DEFINE, terms=longer, since=before)).then(
        evolve(DEFINED, terms=longer, since=before)
    )


def test_a_product_is_not_lent_on_a_method_that_is_only_calculated():
    defining(methods=(RepaymentMethod.REVOLVING,)).then_refused(NOT_REVOLVING)
    defining(methods=(RepaymentMethod.FLAT,)).then_refused(NOT_FLAT)
    defining(methods=(RepaymentMethod.AS_STATED,)).then_refused(METHODS_ARE_NAMED)
    serviced = (RepaymentMethod.BALLOON, RepaymentMethod.SINGLE_PAYMENT)
    defining(methods=serviced).then(evolve(DEFINED, terms=evolve(TERMS, methods=serviced)))


def test_a_product_that_discounts_bills_does_that_alone():
    discounting: dict[str, Any] = {"methods": (RepaymentMethod.DISCOUNT,), "loan_class": None}
    terms = evolve(TERMS, **discounting)
    defining(**discounting).then(evolve(DEFINED, terms=terms))
    for field, value in (
        ("methods", (RepaymentMethod.DISCOUNT, RepaymentMethod.BALLOON)),
        ("loan_class", LoanClass.WORKING_CAPITAL),
        ("funding", Funding.ENTRUSTED),
        ("drawdowns_max", 2),
        ("repricings", (Repricing.MONTHLY,)),
        ("settled_through", 20),
        ("early_days", 1),
        ("day_count", DayCount.E30_360),
        ("prepayment_fee", Money(100)),
        ("prepayment_fee_rate", Rate(1)),
    ):
        defining(**{**discounting, field: value}).then_refused(DISCOUNT_IS_ALONE, fields=field)


@pytest.mark.parametrize("months", [(), (2,), (1, 1)])
def test_instalments_are_a_month_a_quarter_half_a_year_or_a_year_apart(months):
    defining(months_between=months).then_refused(RHYTHM_IS_SOUND)
    every = (1, 3, 6, 12)
    defining(months_between=every).then(evolve(DEFINED, terms=evolve(TERMS, months_between=every)))


@pytest.mark.parametrize("unit", [0, 100_01])
def test_a_level_instalment_is_a_multiple_of_a_small_unit(unit):
    defining(payment_unit=unit).then_refused(UNIT_IS_BOUNDED, payment_unit=unit)


@pytest.mark.parametrize(
    "other",
    [
        {"securities": (SecurityWay.MORTGAGE, SecurityWay.MORTGAGE)},
        {"loan_purposes": (LoanPurpose.TRADE, LoanPurpose.TRADE)},
        {"application_documents": (DocumentKind.LAND_CONTRACT, DocumentKind.LAND_CONTRACT)},
    ],
)
def test_security_purpose_and_papers_of_an_application_are_named_once(other):
    defining(**other).then_refused(USE_IS_NAMED_ONCE)
