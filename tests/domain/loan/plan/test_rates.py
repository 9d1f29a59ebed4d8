"""Rates follow their benchmark on repricing days, and a change is split by days, rounded once."""

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import islice

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import DayCount
from domain.dated import Dated
from domain.kinds import RepaymentMethod, Repricing
from domain.loan.plan import Contradiction, Counting, Floating, PlanTerms, Refix, make
from domain.loan.plan.accrual import growth
from domain.loan.plan.floating import repricing_days
from domain.money import Money
from domain.rate import E8, Rate, half_up

LPR = Dated[Rate]()
for published, quoted in (
    (date(2023, 12, 20), "4.2%"),
    (date(2024, 2, 20), "3.95%"),
    (date(2024, 7, 22), "3.85%"),
    (date(2024, 10, 21), "3.6%"),
):
    LPR = LPR.with_value(published, Rate.parse(quoted))
FLOATING = Floating(quotes=LPR, spread_bp=30)
LOAN = PlanTerms(
    principal=Money(800_000_00),
    paid_out_on=date(2024, 1, 15),
    floating=FLOATING,
    periods=24,
    day_count=DayCount.A_360,
)


def texts(rates):
    return [(str(entry.day), str(entry.value)) for entry in rates.values]


@pytest.mark.parametrize(
    ("repricing", "rates"),
    [
        (None, [("2024-01-15", "4.50%")]),
        (Repricing.ANNIVERSARY, [("2024-01-15", "4.50%"), ("2025-01-15", "3.90%")]),
        (Repricing.NEW_YEAR, [("2024-01-15", "4.50%"), ("2025-01-01", "3.90%")]),
        (
            Repricing.QUARTERLY,
            [
                ("2024-01-15", "4.50%"),
                ("2024-04-01", "4.25%"),
                ("2024-10-01", "4.15%"),
                ("2025-01-01", "3.90%"),
            ],
        ),
        (
            Repricing.MONTHLY,
            [
                ("2024-01-15", "4.50%"),
                ("2024-03-01", "4.25%"),
                ("2024-08-01", "4.15%"),
                ("2024-11-01", "3.90%"),
            ],
        ),
    ],
)
def test_a_rate_follows_its_benchmark_on_repricing_days_alone(repricing, rates):
    floating = evolve(FLOATING, repricing=repricing)
    assert texts(floating.rates(LOAN.paid_out_on)) == rates


@given(st.sampled_from(Repricing), st.dates(date(2000, 2, 29), date(2090, 1, 1)))
def test_a_loan_is_repriced_on_days_after_it_was_paid_out(repricing, start):
    days = list(islice(repricing_days(repricing, start), 5))
    assert days == sorted(set(days))
    assert days[0] > start
    assert (days[0] - start).days <= 366


def test_cap_and_floor_hold_the_rate_between_them():
    capped = evolve(FLOATING, cap=Rate.parse("4.4%"), floor=Rate.parse("4%"))
    assert texts(capped.rates(LOAN.paid_out_on)) == [
        ("2024-01-15", "4.40%"),
        ("2025-01-15", "4.00%"),
    ]


def test_a_discount_below_the_benchmark_is_a_negative_spread():
    lower = evolve(FLOATING, spread_bp=-20)
    assert str(lower.rate_on(date(2024, 1, 15))) == "4.00%"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"spread_bp": -421}, "below nought"),
        ({"cap": Rate.parse("1%"), "floor": Rate.parse("2%")}, "above the cap"),
        ({"quotes": Dated[Rate]().with_value(date(2024, 6, 1), Rate(1))}, "nothing was quoted"),
    ],
)
def test_a_benchmark_that_gives_no_rate_is_told(changes, says):
    with pytest.raises(Contradiction, match=says) as refused:
        make(evolve(LOAN, floating=evolve(FLOATING, **changes)))
    assert refused.value.field == "floating"


def test_the_payment_is_fixed_anew_over_the_same_term():
    plan = make(LOAN)
    before, after = plan.rows[11].instalment, plan.rows[12].instalment
    assert {row.instalment for row in plan.rows[:12]} == {before}
    assert {row.instalment for row in plan.rows[12:-1]} == {after}
    assert after < before
    assert len(plan.rows) == 24


def test_the_payment_stays_where_that_is_agreed_and_the_last_takes_the_rest():
    stays = Dated[Refix]().with_value(date.min, Refix.KEEP_INSTALMENT)
    plan = make(evolve(LOAN, refix=stays))
    assert {row.instalment for row in plan.rows[:-1]} == {plan.payment}
    assert plan.residue.fen < 0


def test_a_change_within_a_period_is_split_by_days_and_rounded_once():
    plan = make(evolve(LOAN, floating=evolve(FLOATING, repricing=Repricing.NEW_YEAR)))
    row = next(row for row in plan.rows if len(row.pieces) > 1)
    assert [(str(p.start), str(p.end), str(p.rate)) for p in row.pieces] == [
        ("2024-12-15", "2025-01-01", "4.50%"),
        ("2025-01-01", "2025-01-15", "3.90%"),
    ]
    product = row.opening.fen * (17 * 4_500_000 + 14 * 3_900_000)
    assert row.interest.fen == half_up(product, 360 * E8)
    assert row.instalment == plan.rows[0].instalment  # The new payment begins with the next.
    assert plan.rows[row.no].instalment < row.instalment


def test_days_without_interest_bear_none():
    paused = (date(2024, 2, 15), date(2024, 3, 15))
    plan = make(evolve(LOAN, pauses=(paused,), method=RepaymentMethod.INTEREST_ONLY, periods=3))
    assert [row.interest.number for row in plan.rows] == ["3000.00", "0.00", "3000.00"]
    within = make(
        evolve(
            LOAN,
            pauses=((date(2024, 2, 20), date(2024, 3, 1)),),
            method=RepaymentMethod.INTEREST_ONLY,
            counting=Counting.BY_DAYS,
            periods=3,
        )
    )
    assert within.rows[1].interest == Money(half_up(800_000_00 * 19 * 4_500_000, 360 * E8))


@given(
    st.integers(1, 30_000_000),
    st.sampled_from([1, 2, 4, 12]),
    st.sampled_from([1, 12, 24, 26, 52, 360, 365, 365 * 366]),
)
def test_an_equivalent_rate_compounds_to_the_quoted_one(e8, times, parts):
    over, of = growth(e8, times, 1, parts)
    part, quoted = 1 + Fraction(over, of), (1 + Fraction(e8, times * E8)) ** times
    with localcontext(prec=90):
        logs = [(Decimal(g.numerator) / g.denominator).ln() for g in (part, quoted)]
        assert abs(logs[0] * parts - logs[1]) < Decimal(10) ** -50
