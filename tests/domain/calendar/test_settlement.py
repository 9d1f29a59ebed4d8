"""Interest is settled through the 20th and posted on the 21st."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import SettlementRule

rules = st.builds(SettlementRule, st.sampled_from([1, 3, 6, 12]), st.integers(1, 31))
spans = st.tuples(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(1, 3000))


@pytest.mark.parametrize(
    ("rule", "start", "end", "expected"),
    [
        (SettlementRule(), "2024-03-21", "2024-12-21", "2024-06-21 2024-09-21 2024-12-21"),
        (SettlementRule(), "2024-03-20", "2024-06-20", "2024-03-21"),
        (SettlementRule(1), "2023-12-25", "2024-02-29", "2024-01-21 2024-02-21"),
        (SettlementRule(6), "2023-12-21", "2025-01-01", "2024-06-21 2024-12-21"),
        (SettlementRule(12), "2023-12-20", "2025-01-01", "2023-12-21 2024-12-21"),
        (SettlementRule(1, through=31), "2024-01-31", "2024-03-15", "2024-02-01 2024-03-01"),
        (SettlementRule(3, through=31), "2023-12-31", "2024-04-01", "2024-01-01 2024-04-01"),
    ],
)
def test_posting_days_that_are_known_by_hand(rule, start, end, expected):
    found = rule.posting_days(date.fromisoformat(start), date.fromisoformat(end))
    assert " ".join(map(str, found)) == expected


@given(rules, spans)
def test_posting_days_are_all_the_days_after_the_last_that_counts(rule, span):
    start, length = span
    expected = [
        day
        for day in (start + timedelta(n + 1) for n in range(length))
        if _counts_last(rule, day - timedelta(1))
    ]
    assert rule.posting_days(start, start + timedelta(length)) == expected


def _counts_last(rule: SettlementRule, day: date) -> bool:
    is_last = day.day == rule.through or (day.day < rule.through and (day + timedelta(1)).day == 1)
    return is_last and day.month % rule.months == 0


@given(rules, spans)
def test_every_day_from_paying_out_to_the_end_lies_in_one_period(rule, span):
    start, end = span[0], span[0] + timedelta(span[1])
    periods = rule.periods(start, end)
    assert (periods[0][0], periods[-1][1]) == (start, end)
    assert all(before[1] == after[0] for before, after in pairwise(periods))
    assert all(first < last for first, last in periods)
