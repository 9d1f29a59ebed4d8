"""What part of a year lies between two days, with QuantLib as the second opinion."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
import QuantLib as ql
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.calendar import DayCount, day_of_month, day_ratio, year_fraction
from domain.calendar.day_count import DENOMINATORS, whole_months
from tests.domain.calendar.strategies import any_days, days, to_ql

ORACLES = {
    DayCount.A_A_ISDA: ql.ActualActual(ql.ActualActual.ISDA),
    DayCount.A_360: ql.Actual360(),
    DayCount.A_365: ql.Actual365Fixed(),
    DayCount.E30_360: ql.Thirty360(ql.Thirty360.European),
}
ADDITIVE = (DayCount.A_A_ISDA, DayCount.A_360, DayCount.A_365, DayCount.E30_360, DayCount.E28_336)
counts = st.sampled_from(DayCount)


@pytest.mark.parametrize("count", ORACLES)
@given(any_days, any_days)
def test_a_span_is_the_part_of_a_year_that_quantlib_says(count, start, end):
    expected = ORACLES[count].yearFraction(to_ql(start), to_ql(end))
    assert abs(float(year_fraction(count, start, end)) - expected) < 1e-12


@given(any_days, any_days, st.none() | any_days)
def test_a_february_that_ends_the_loan_is_not_filled_up(start, end, maturity):
    assume(start <= end)
    maturity = maturity or end
    oracle = ql.Thirty360(ql.Thirty360.ISDA, to_ql(maturity))
    # The oracle compares the start with maturity too, where the definition has the end alone.
    assume(start != maturity)
    expected = oracle.dayCount(to_ql(start), to_ql(end))
    assert day_ratio(DayCount.E30_360_ISDA, start, end, maturity) == (expected, 360)


@pytest.mark.parametrize(
    ("count", "start", "end", "expected"),
    [
        # Printed in the annex to the ISDA definitions on the EMU, 1998.
        (DayCount.A_A_ISDA, date(2003, 11, 1), date(2004, 5, 1), (61, 365, 121, 366)),
        (DayCount.A_A_ISDA, date(1999, 2, 1), date(1999, 7, 1), (150, 365, 0, 366)),
        (DayCount.A_A_ISDA, date(1999, 7, 30), date(2000, 1, 30), (155, 365, 29, 366)),
        (DayCount.E30_360, date(2024, 1, 31), date(2024, 2, 29), (29, 360, 0, 1)),
        (DayCount.E30_360_ISDA, date(2024, 1, 31), date(2024, 2, 29), (30, 360, 0, 1)),
        (DayCount.E28_336, date(2024, 1, 31), date(2024, 3, 31), (56, 336, 0, 1)),
        (DayCount.E28_336, date(2024, 1, 10), date(2025, 1, 20), (346, 336, 0, 1)),
        (DayCount.MONTHS_AND_DAYS, date(2024, 1, 31), date(2024, 2, 29), (30, 360, 0, 1)),
        (DayCount.MONTHS_AND_DAYS, date(2024, 1, 31), date(2024, 3, 30), (60, 360, 0, 1)),
        (DayCount.MONTHS_AND_DAYS, date(2024, 1, 31), date(2024, 2, 28), (28, 360, 0, 1)),
        (DayCount.MONTHS_AND_DAYS, date(2023, 5, 10), date(2024, 7, 25), (435, 360, 0, 1)),
    ],
)
def test_spans_that_are_known_by_hand(count, start, end, expected):
    plain, by, leap, by_leap = expected
    assert year_fraction(count, start, end) == Fraction(plain, by) + Fraction(leap, by_leap)


@given(st.sampled_from(ADDITIVE), any_days, any_days, any_days)
def test_a_span_that_is_split_is_as_long_as_before(count, first, second, third):
    start, middle, end = sorted((first, second, third))
    parts = day_ratio(count, start, middle)[0] + day_ratio(count, middle, end)[0]
    assert parts == day_ratio(count, start, end)[0]


@given(counts, any_days, any_days)
def test_the_way_back_is_the_way_there(count, start, end):
    there, back = day_ratio(count, start, end), day_ratio(count, end, start)
    assert there[0] == -back[0]
    assert there[1] == back[1] == DENOMINATORS[count]


@given(counts, days)
def test_no_time_is_no_part_of_a_year(count, day):
    assert day_ratio(count, day, day)[0] == 0


@given(days, st.integers(0, 120))
def test_whole_months_leave_no_days_over(start, months):
    end = day_of_month(start.year, start.month + months, start.day)
    assert whole_months(start, end) == (months, 0)


@given(days, st.integers(0, 5000))
def test_whole_months_and_the_days_left_over_are_the_span(start, length):
    end = start + timedelta(length)
    months, odd = whole_months(start, end)
    reached = day_of_month(start.year, start.month + months, start.day)
    assert (end - reached).days == odd
    assert 0 <= odd <= 30
