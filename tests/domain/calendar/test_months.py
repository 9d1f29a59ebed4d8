"""Due days follow the month; where it has no such day, its last day is meant."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import day_of_month, days_between, months_after

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
days_of_month = st.integers(1, 31)


@pytest.mark.parametrize(
    ("start", "months", "day", "expected"),
    [
        (date(2024, 1, 31), 1, 31, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, 31, date(2023, 2, 28)),
        (date(2024, 2, 29), 1, 31, date(2024, 3, 31)),
        (date(2024, 12, 5), 1, 20, date(2025, 1, 20)),
        (date(2024, 11, 30), 3, 30, date(2025, 2, 28)),
        (date(2024, 6, 15), 0, 15, date(2024, 6, 15)),
    ],
)
def test_a_due_day_is_found_in_every_month(start, months, day, expected):
    assert months_after(start, months, day) == expected


@given(days, st.integers(0, 480), days_of_month)
def test_months_are_counted_whatever_day_they_begin_on(start, months, day):
    found = months_after(start, months, day)
    assert 12 * (found.year - start.year) + found.month - start.month == months
    assert found.day == min(day, monthrange(found.year, found.month)[1])


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(0, 40), days_of_month)
def test_months_beyond_december_are_those_of_later_years(year, month, years, day):
    assert day_of_month(year, month + 12 * years, day) == day_of_month(year + years, month, day)


@given(days, st.integers(0, 10_000), st.integers(0, 10_000))
def test_days_add_up_over_a_span_that_is_split(start, first, second):
    middle, end = start + timedelta(first), start + timedelta(first + second)
    assert days_between(start, middle) + days_between(middle, end) == days_between(start, end)
    assert days_between(end, start) == 0
