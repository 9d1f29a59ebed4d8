"""A loan that follows a benchmark is repriced on its days, whenever the quotes became known."""

from datetime import date

import pytest
from attrs import evolve

from domain.kinds import Repricing
from domain.loan import LOAN
from domain.loan.commands import TakeBack
from domain.loan.pricing.commands import ChangeRate, RepriceLoan
from domain.loan.pricing.events import LoanRepriced
from domain.loan.pricing.repricing import repricing_days
from domain.loan.pricing.rules import (
    LOAN_IS_PRICED_BY_BENCHMARK,
    QUOTE_IS_PUBLISHED,
    REPRICED_FOLLOWS_QUOTES,
    REPRICING_WITHIN_TERMS,
)
from domain.loan.pricing.values import Pricing
from domain.loan.values import CorrectionReason, FactKind
from domain.quotes import Quotes
from domain.rate import Rate
from tests.domain.loan.loans import (
    AGREE,
    AGREED,
    LENT,
    TERMS,
    TODAY,
    history,
    loan_of,
    on,
    order,
    paid_out,
)
from tests.specs import given

LPR = Pricing(benchmark_id="LPR", tenor_months=12, spread_points=150, repricing=Repricing.QUARTERLY)
AT_LPR = evolve(
    AGREED, pricing=LPR, instalments=36, terms=evolve(TERMS, repricings=tuple(Repricing))
)
PAST = (AT_LPR, paid_out(AT_LPR))


def quotes(**by_day):
    known = Quotes()
    for day, rate in by_day.items():
        published_on = date.fromisoformat(day.removeprefix("on_").replace("_", "-"))
        known = known.with_quote(12, published_on, Rate.parse(rate))
    return known


QUOTES = quotes(on_2024_01_22="3.45%", on_2024_07_22="3.35%")
REPRICE = order(RepriceLoan, benchmark_id="LPR", quotes=QUOTES)


def rates(*past, then):
    return [
        (rate.value_date.isoformat(), str(rate.rate_yearly))
        for rate in loan_of(*history(*past, then=then)).repriced
    ]


def test_the_rate_follows_the_last_quote_on_each_repricing_day_that_makes_a_difference():
    assert rates(*PAST, then=[REPRICE]) == [("2024-04-01", "4.95%"), ("2024-10-01", "4.85%")]
    view = on(date(2024, 10, 1), *PAST, then=[REPRICE])
    assert view.rate_yearly == Rate.parse("4.85%")


def test_a_loan_is_repriced_once_for_what_is_known():
    given(LOAN, *history(*PAST, then=[REPRICE])).when(REPRICE).then_nothing()


def test_a_corrected_quote_leads_to_the_rates_that_would_have_held():
    truly = evolve(REPRICE, quotes=QUOTES.with_quote(12, date(2024, 7, 22), Rate.parse("3.30%")))
    (*_, repriced) = history(*PAST, then=[REPRICE, truly])
    assert isinstance(repriced, LoanRepriced)
    assert repriced.value_date == date(2024, 10, 1)
    assert on(TODAY, *PAST, then=[REPRICE, truly]) == on(TODAY, *PAST, then=[truly])


def test_floor_and_cap_hold_the_rate():
    held = evolve(LPR, floor=Rate.parse("4.9%"), cap=Rate.parse("4.92%"))
    past = (evolve(AT_LPR, pricing=held), PAST[1])
    assert [rate for _, rate in rates(*past, then=[REPRICE])] == ["4.92%", "4.90%"]


def test_a_rate_agreed_in_between_holds_until_the_next_repricing_day():
    relief = order(ChangeRate, reference="A1", rate_yearly="3%", value_date=date(2024, 5, 6))
    known = rates(*PAST, then=[relief, REPRICE])
    assert known == [("2024-04-01", "4.95%"), ("2024-07-01", "4.95%"), ("2024-10-01", "4.85%")]


def test_nothing_is_repriced_without_a_quote_by_the_day():
    none = evolve(REPRICE, quotes=quotes(on_2025_01_20="3.10%"))
    given(LOAN, *PAST).when(none).then_refused(QUOTE_IS_PUBLISHED, repricing_day=date(2024, 4, 1))
    given(LOAN, *PAST).when(evolve(REPRICE, quotes=None)).then_refused(QUOTE_IS_PUBLISHED)


def test_a_loan_follows_its_own_benchmark():
    other = evolve(REPRICE, benchmark_id="SHIBOR")
    given(LOAN, *PAST).when(other).then_refused(LOAN_IS_PRICED_BY_BENCHMARK)
    fixed = (AGREED, paid_out())
    given(LOAN, *fixed).when(REPRICE).then_refused(LOAN_IS_PRICED_BY_BENCHMARK)


def test_a_repriced_rate_is_not_taken_back_by_itself():
    past = history(*PAST, then=[REPRICE])
    back = order(
        TakeBack,
        kind=FactKind.RATE,
        number="repriced:2024-04-01",
        reason=CorrectionReason.KEYED_WRONG,
    )
    given(LOAN, *past).when(back).then_refused(REPRICED_FOLLOWS_QUOTES)


def test_a_loan_is_priced_in_a_way_that_its_product_offers():
    priced = evolve(AGREE, pricing=LPR)
    given(LOAN).when(priced).then_refused(REPRICING_WITHIN_TERMS)
    offered = evolve(TERMS, repricings=(Repricing.QUARTERLY,))
    lent = LENT.with_value(date(2023, 1, 1), offered, "Decision 2023-1")
    assert given(LOAN).when(evolve(priced, terms=lent)).outcome()[0].pricing == LPR
    crossed = evolve(LPR, floor=Rate.parse("5%"), cap=Rate.parse("4%"))
    given(LOAN).when(evolve(priced, terms=lent, pricing=crossed)).then_refused(
        REPRICING_WITHIN_TERMS
    )


@pytest.mark.parametrize(
    ("repricing", "days"),
    [
        (Repricing.ANNIVERSARY, ["2025-02-28", "2026-02-28"]),
        (Repricing.NEW_YEAR, ["2025-01-01", "2026-01-01"]),
        (Repricing.QUARTERLY, ["2024-04-01", "2024-07-01"]),
        (Repricing.MONTHLY, ["2024-03-01", "2024-04-01"]),
    ],
)
def test_the_days_on_which_a_loan_of_a_leap_day_is_repriced(repricing, days):
    found = [day.isoformat() for day in repricing_days(repricing, date(2024, 2, 29), TODAY)]
    assert found[:2] == days
