"""Columns are the plan itself, made the short way."""

from datetime import date, timedelta

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Cycle, DayCount, ShiftRule, Unit
from domain.calendar.working_days import MONDAY_TO_FRIDAY
from domain.kinds import PLAIN_METHODS, RepaymentMethod
from domain.loan.plan import PlanTerms, make
from domain.loan.plan.columns import columns, is_plain
from domain.money import Money
from domain.rate import Rate

cycles = st.builds(Cycle, st.integers(1, 3), st.sampled_from([Unit.MONTH, Unit.QUARTER]))
terms = st.builds(
    PlanTerms,
    principal=st.builds(Money, st.one_of(st.integers(1, 900), st.integers(1, 10**14))),
    paid_out_on=st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    rates=st.builds(Rate, st.integers(0, 36_000_000)),
    method=st.sampled_from(sorted(PLAIN_METHODS)),
    periods=st.integers(1, 90),
    cycle=cycles,
    due_day=st.one_of(st.none(), st.integers(1, 31)),
    month_end=st.booleans(),
    day_count=st.sampled_from([DayCount.A_360, DayCount.A_365, DayCount.E30_360]),
    stub_keeps_principal=st.booleans(),
)


def by_row(terms):
    rows = make(terms).rows
    return (
        [row.due_date for row in rows],
        [row.principal.fen for row in rows],
        [row.interest.fen for row in rows],
        [row.closing.fen for row in rows],
    )


@given(terms)
def test_columns_are_the_rows_of_the_plan(given_terms):
    assert columns(given_terms) == by_row(given_terms)


@given(terms, st.integers(1, 90))
def test_columns_with_a_first_stub_are_the_rows_of_the_plan(given_terms, days):
    first = given_terms.paid_out_on + timedelta(days)
    changed = evolve(given_terms, first_due=first, due_day=None)
    assert columns(changed) == by_row(changed)


def test_what_is_not_plain_is_made_row_by_row():
    plain = PlanTerms(
        principal=Money(100_000_00),
        paid_out_on=date(2024, 1, 6),
        rates=Rate.parse("6%"),
        periods=24,
    )
    shifted = evolve(
        plain,
        method=RepaymentMethod.EQUAL_PRINCIPAL,
        shift=ShiftRule.SHIFT_CALCULATE_FOLLOWING,
        calendar=MONDAY_TO_FRIDAY,
    )
    assert is_plain(plain) and not is_plain(shifted)
    assert columns(shifted) == by_row(shifted)
    assert {day.weekday() for day in columns(shifted).due_date} <= set(range(5))
