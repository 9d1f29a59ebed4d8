"""What accrues over an interval is split by rates and days, and each claim is rounded once."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import DayCount
from domain.dated import Dated, From
from domain.kinds import CompoundRule, GraceReading
from domain.loan.accrual import AccrueTerms, accrue
from domain.loan.plan import Contradiction, Draw
from domain.money import Money
from domain.rate import Rate


def yuan(text):
    return Money.parse(text)


JUDGED = AccrueTerms(
    start=date(2019, 2, 10),
    until=date(2019, 8, 9),
    rates=Rate.parse("6.12%"),
    overdue=yuan("45000"),
    unpaid_interest=yuan("1728.90"),
    compound=CompoundRule.PENALTY,
)
GRACE = AccrueTerms(
    start=date(2024, 3, 15),
    until=date(2024, 4, 10),
    rates=Rate.parse("5.4%"),
    overdue=yuan("1200"),
    unpaid_interest=yuan("350"),
    compound=CompoundRule.PENALTY,
    grace_days=3,
)
PLAIN = AccrueTerms(
    start=date(2024, 1, 10),
    until=date(2024, 3, 21),
    rates=Rate.parse("4.35%"),
    balance=yuan("1000000"),
)


def test_interest_counts_the_first_day_and_not_the_last():
    assert accrue(PLAIN).interest == yuan("8579.17")  # 71 days.


def test_penalty_and_compound_interest_of_a_judged_loan():
    found = accrue(JUDGED)
    assert (found.penalty, found.compound) == (yuan("2065.50"), yuan("79.36"))
    assert found.total == yuan("2144.86")


def test_compound_interest_is_off_unless_it_is_agreed():
    assert accrue(evolve(JUDGED, compound=CompoundRule.OFF)).compound == yuan("0")


def test_compound_interest_rises_to_the_penalty_rate_at_maturity():
    terms = evolve(JUDGED, compound=CompoundRule.CONTRACT_THEN_PENALTY, maturity=date(2019, 5, 11))
    pieces = [p for p in accrue(terms).pieces if p.claim == "compound"]
    assert [(p.days, p.percent) for p in pieces] == [(90, 100), (90, 150)]


def test_misuse_bears_the_higher_rate_alone():
    terms = AccrueTerms(
        start=date(2024, 4, 3),
        until=date(2024, 5, 20),
        rates=Rate.parse("5.45%"),
        misused=yuan("300000"),
    )
    assert accrue(terms).misuse == accrue(terms).total == yuan("4269.17")


@pytest.mark.parametrize(
    "paid, reading, penalty, compound",
    [
        (date(2024, 3, 18), GraceReading.FROM_DUE_DATE, "0", "0"),
        (date(2024, 4, 10), GraceReading.FROM_DUE_DATE, "7.02", "2.05"),
        (date(2024, 4, 10), GraceReading.FROM_END_OF_GRACE, "6.21", "1.81"),
    ],
)
def test_days_of_grace_in_both_readings(paid, reading, penalty, compound):
    found = accrue(evolve(GRACE, until=paid, grace=reading))
    assert (found.penalty, found.compound) == (yuan(penalty), yuan(compound))


def test_a_rate_that_changes_splits_the_interval_and_is_rounded_once():
    rates = Dated(
        (From(date.min, Rate.parse("4.35%")), From(date(2024, 2, 1), Rate.parse("3.85%")))
    )
    found = accrue(evolve(PLAIN, rates=rates))
    assert [(p.days, str(p.rate)) for p in found.pieces] == [(22, "4.35%"), (49, "3.85%")]
    exact = Fraction(10**8, 360) * (Fraction("0.0435") * 22 + Fraction("0.0385") * 49)
    assert found.interest.fen == int(exact + Fraction(1, 2))


def test_interest_by_products_of_a_balance_that_moves():
    terms = AccrueTerms(
        start=date(2024, 5, 8),
        until=date(2024, 6, 21),
        rates=Rate.parse("6.12%"),
        balance=yuan("200000"),
        drawn=(Draw(value_date=date(2024, 5, 28), amount=yuan("100000")),),
        repaid=(Draw(value_date=date(2024, 6, 10), amount=yuan("150000")),),
    )
    assert accrue(terms).interest == yuan("1623.50")


def test_a_pause_bears_nothing():
    paused = evolve(PLAIN, pauses=((date(2024, 2, 1), date(2024, 3, 1)),))
    assert sum(p.days for p in accrue(paused).pieces) == 71 - 29


@given(st.integers(1, 70), st.integers(1, 10**11), st.integers(1, 36_000_000))
def test_splitting_an_interval_changes_nothing_before_rounding(cut, fen, e8):
    terms = evolve(PLAIN, balance=Money(fen), rates=Rate(e8))
    middle = PLAIN.start + timedelta(cut)
    parts = (evolve(terms, until=middle), evolve(terms, start=middle))
    exact = [sum(p.exact for p in accrue(part).pieces) for part in (terms, *parts)]
    assert exact[0] == exact[1] + exact[2]


@given(st.integers(1, 10**11), st.integers(0, 36_000_000), st.sampled_from(list(DayCount)))
def test_penalty_of_a_hundred_percent_is_ordinary_interest(fen, e8, count):
    terms = evolve(PLAIN, balance=Money(fen), rates=Rate(e8), day_count=count)
    late = evolve(terms, balance=None, overdue=Money(fen), penalty_percent=100)
    assert accrue(late).penalty == accrue(terms).interest


@pytest.mark.parametrize(
    "changes, field",
    [
        ({"until": PLAIN.start}, "until"),
        ({"balance": None}, "balance"),
        ({"balance": Money(-1)}, "balance"),
        ({"overdue": Money(1, "USD")}, "overdue"),
        ({"rates": Dated((From(date(2024, 2, 1), Rate(1)),))}, "rates"),
        ({"penalty_percent": -1}, "penalty_percent"),
        ({"misuse_percent": 5000}, "misuse_percent"),
        ({"grace_days": -1}, "grace_days"),
        ({"grace_days": 10**12}, "grace_days"),
        ({"due": date(2025, 1, 1)}, "due"),
        ({"pauses": ((date(2024, 2, 1), date(2024, 2, 1)),)}, "pauses"),
        ({"repaid": (Draw(value_date=date(2024, 2, 1), amount=yuan("2000000")),)}, "repaid"),
        ({"drawn": (Draw(value_date=date(2025, 2, 1), amount=yuan("1")),)}, "drawn"),
    ],
)
def test_terms_that_contradict_name_their_field(changes, field):
    with pytest.raises(Contradiction) as refused:
        accrue(evolve(PLAIN, **changes))
    assert refused.value.field == field
    assert refused.value.says
