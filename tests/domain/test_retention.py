"""A credit file is kept for as long as the law of the day its loan ended asks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.retention import YEARS, retained_until


@pytest.mark.parametrize(
    ("ended_on", "kept_until"),
    [
        (date(2024, 12, 31), date(2029, 12, 31)),
        (date(2025, 1, 1), date(2035, 1, 1)),
        (date(1993, 7, 5), date(1998, 7, 5)),
        (date(2024, 2, 29), date(2029, 2, 28)),
        (date(2028, 2, 29), date(2038, 2, 28)),
    ],
)
def test_a_file_is_kept_five_years_and_from_2025_on_ten(ended_on, kept_until):
    assert retained_until(ended_on) == kept_until


@given(st.dates(date(1980, 1, 1), date(2100, 12, 31)), st.integers(0, 4000))
def test_a_loan_that_ended_later_is_kept_no_shorter(ended_on, days):
    later = date.fromordinal(ended_on.toordinal() + days)
    assert retained_until(ended_on) <= retained_until(later)


def test_each_term_names_the_law_that_asks_for_it():
    assert [entry.value for entry in YEARS.values] == [5, 10]
    assert all("反洗钱法" in entry.source for entry in YEARS.values)
