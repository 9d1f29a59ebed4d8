"""Due dates are counted from the first, odd days lie where that is agreed, closed days move."""

from datetime import date, timedelta

import pytest
import QuantLib as ql
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import Cycle, DayCount, SettlementRule, ShiftRule, Stub, Unit
from domain.calendar.working_days import MONDAY_TO_FRIDAY
from domain.kinds import RepaymentMethod
from domain.loan.plan import Counting, LevelBy, PlanTerms, make
from domain.money import Money
from domain.rate import E8, Rate, half_up

LOAN = PlanTerms(
    principal=Money(120_000_00),
    paid_out_on=date(2024, 1, 10),
    rates=Rate.parse("6%"),
    method=RepaymentMethod.INTEREST_ONLY,
    periods=6,
)


def plan(**changes):
    return make(evolve(LOAN, **changes))


def days(made):
    return [str(row.due_date) for row in made.rows]


def interest(made):
    return [row.interest.number for row in made.rows]


def test_the_31st_comes_back_after_a_shorter_month():
    made = plan(paid_out_on=date(2023, 12, 31))
    assert days(made)[:3] == ["2024-01-31", "2024-02-29", "2024-03-31"]
    assert set(interest(made)) == {"600.00"}


@pytest.mark.parametrize(
    ("month_end", "expected"),
    [
        (False, ["2024-05-29", "2024-06-29", "2024-07-29"]),
        (True, ["2024-05-31", "2024-06-30", "2024-07-31"]),
    ],
)
def test_a_month_end_stays_one_where_that_is_agreed(month_end, expected):
    made = plan(paid_out_on=date(2024, 1, 31), first_due=date(2024, 2, 29), month_end=month_end)
    assert days(made)[3:] == expected


def test_a_first_stub_is_as_long_as_its_first_due_date_says():
    short = plan(first_due=date(2024, 1, 20))
    assert (short.rows[0].days, short.rows[0].interest.number) == (10, "200.00")
    long = plan(first_due=date(2024, 2, 20))
    assert (long.rows[0].days, long.rows[0].interest.number) == (41, "820.00")
    assert days(long)[-1] == "2024-07-20"
    assert set(interest(long)[1:]) == {"600.00"}


@pytest.mark.parametrize(
    ("counted_back", "stub", "expected"),
    [
        (False, Stub.SHORT, ["2024-02-10", "2024-03-10", "2024-04-10", "2024-04-25"]),
        (False, Stub.LONG, ["2024-02-10", "2024-03-10", "2024-04-25"]),
        (True, Stub.SHORT, ["2024-01-25", "2024-02-25", "2024-03-25", "2024-04-25"]),
        (True, Stub.LONG, ["2024-02-25", "2024-03-25", "2024-04-25"]),
    ],
)
def test_odd_days_lie_at_the_end_that_is_agreed(counted_back, stub, expected):
    made = plan(periods=None, maturity=date(2024, 4, 25), counted_back=counted_back, stub=stub)
    assert days(made) == expected
    odd = made.rows[0] if counted_back else made.rows[-1]
    assert odd.interest.fen == half_up(120_000_00 * 6_000_000 * odd.days, 360 * E8)
    assert {row.interest.number for row in made.rows if row is not odd} == {"600.00"}


def test_a_level_payment_over_true_periods_is_level_from_the_first():
    made = plan(
        method=RepaymentMethod.EQUAL_INSTALMENT,
        first_due=date(2024, 2, 20),
        level_by=LevelBy.TRUE_PERIODS,
    )
    assert len({row.instalment for row in made.rows[:-1]}) == 1
    assert abs(made.residue.fen) <= 6


def test_a_first_stub_may_leave_the_principal_as_it_is():
    method = RepaymentMethod.EQUAL_INSTALMENT
    odd = plan(method=method, first_due=date(2024, 2, 20), stub_keeps_principal=True)
    even = plan(method=method)
    assert [row.principal for row in odd.rows] == [row.principal for row in even.rows]
    assert odd.rows[0].interest > even.rows[0].interest


def test_interest_is_settled_on_the_21st_through_the_20th():
    made = plan(
        periods=None,
        maturity=date(2025, 1, 10),
        settled=SettlementRule(),
        counting=Counting.BY_DAYS,
    )
    assert [(row.days, str(row.due_date)) for row in made.rows] == [
        (71, "2024-03-21"),
        (92, "2024-06-21"),
        (92, "2024-09-21"),
        (91, "2024-12-21"),
        (20, "2025-01-10"),
    ]
    monthly = plan(periods=None, maturity=date(2024, 4, 10), settled=SettlementRule(months=1))
    assert days(monthly) == ["2024-01-21", "2024-02-21", "2024-03-21", "2024-04-10"]


def test_a_closed_day_moves_what_is_due_and_interest_as_agreed():
    closed = {"calendar": MONDAY_TO_FRIDAY, "counting": Counting.BY_DAYS}
    moved = plan(shift=ShiftRule.SHIFT_CALCULATE_FOLLOWING, **closed)
    stays = plan(shift=ShiftRule.CALCULATE_SHIFT_FOLLOWING, **closed)
    assert days(moved)[:3] == days(stays)[:3] == ["2024-02-12", "2024-03-11", "2024-04-10"]
    assert [row.days for row in moved.rows][:3] == [33, 28, 30]
    assert [row.days for row in stays.rows][:3] == [31, 29, 31]


def test_days_given_one_by_one_are_taken_as_they_are():
    due = (date(2024, 2, 1), date(2024, 2, 29), date(2024, 6, 30))
    made = plan(periods=None, due_dates=due, counting=Counting.BY_DAYS)
    assert [row.due_date for row in made.rows] == list(due)
    assert [row.days for row in made.rows] == [22, 28, 122]


@pytest.mark.parametrize(
    ("count", "over", "of"),
    [
        (DayCount.A_360, 366, 360),
        (DayCount.A_365, 366, 365),
        (DayCount.E30_360, 360, 360),
        (DayCount.A_A_ISDA, 366, 366),
        (DayCount.MONTHS_AND_DAYS, 360, 360),
    ],
)
def test_a_leap_year_by_each_day_count(count, over, of):
    made = plan(
        paid_out_on=date(2024, 1, 1),
        cycle=Cycle(1, Unit.YEAR),
        periods=1,
        day_count=count,
        counting=Counting.BY_DAYS,
    )
    assert made.rows[0].interest.fen == half_up(7_200_00 * over, of)


@pytest.mark.parametrize(("periods", "days"), [(1, 29), (2, 30)])
def test_a_february_that_ends_the_loan_is_not_filled_up(periods, days):
    made = plan(
        paid_out_on=date(2024, 1, 31),
        periods=periods,
        day_count=DayCount.E30_360_ISDA,
        counting=Counting.BY_DAYS,
    )
    assert made.rows[0].interest.fen == half_up(7_200_00 * days, 360)


@settings(max_examples=300)
@given(
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.integers(1, 1500),
    st.integers(1, 12),
    st.booleans(),
)
def test_stubs_are_those_of_another_library(start, length, months, back):
    end = start + timedelta(length)
    made = plan(
        paid_out_on=start,
        periods=None,
        maturity=end,
        cycle=Cycle(months, Unit.MONTH),
        counted_back=back,
    )
    rule = ql.DateGeneration.Backward if back else ql.DateGeneration.Forward
    days = [ql.Date(day.day, day.month, day.year) for day in (start, end)]
    unadjusted = (ql.NullCalendar(), ql.Unadjusted, ql.Unadjusted, rule, False)
    theirs = ql.Schedule(*days, ql.Period(months, ql.Months), *unadjusted)
    assert [row.due_date for row in made.rows] == [day.to_date() for day in theirs][1:]
