"""Equal periods, with QuantLib as the second opinion."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
import QuantLib as ql
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Cycle, Stub, Unit, is_month_end
from tests.domain.calendar.strategies import (
    any_days,
    cycles,
    days,
    from_ql,
    month_ends,
    period,
    to_ql,
)

MONTHLY, QUARTERLY = Cycle(1, Unit.MONTH), Cycle(1, Unit.QUARTER)
spans = st.tuples(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 4000))


@given(cycles, any_days, st.integers(-4, 8))
def test_a_day_so_many_periods_on_is_the_one_that_quantlib_says(cycle, anchor, periods):
    expected = to_ql(anchor) + period(cycle, periods)
    assert cycle.after(anchor, periods) == from_ql(expected)


@given(cycles.filter(lambda cycle: cycle.months), month_ends, st.integers(-4, 8))
def test_month_ends_lead_to_month_ends_where_it_is_agreed(cycle, anchor, periods):
    found = cycle.after(anchor, periods, month_end=True)
    moved = ql.NullCalendar().advance(to_ql(anchor), period(cycle, periods), ql.Unadjusted, True)
    assert found == from_ql(moved)
    assert is_month_end(found)


@pytest.mark.parametrize("backwards", [False, True])
@given(cycle=cycles, span=spans, month_end=st.booleans())
def test_the_days_of_a_span_are_those_of_a_schedule_of_quantlib(
    *, backwards, cycle, span, month_end
):
    start, end = span[0], span[0] + timedelta(span[1] + 1)
    found = (cycle.dates_back if backwards else cycle.dates)(start, end, month_end=month_end)
    rule = ql.DateGeneration.Backward if backwards else ql.DateGeneration.Forward
    none, plain = ql.NullCalendar(), ql.Unadjusted
    schedule = ql.Schedule(
        to_ql(start), to_ql(end), period(cycle), none, plain, plain, rule, month_end
    )
    expected = [from_ql(day) for day in schedule]
    if month_end and cycle.months:  # The oracle moves the first and the last day to month ends too.
        found, expected = found[1:-1], expected[1:-1]
    assert found == expected


@given(cycles, spans, st.booleans())
def test_a_long_stub_takes_in_the_period_beside_it(cycle, span, month_end):
    start, end = span[0], span[0] + timedelta(span[1])
    short = cycle.dates(start, end, month_end=month_end)
    long = cycle.dates(start, end, stub=Stub.LONG, month_end=month_end)
    whole = cycle.after(start, len(short) - 1, month_end=month_end) == end
    assert long == (short if whole or len(short) < 3 else [*short[:-2], end])


@given(cycles, spans)
def test_days_are_in_order_from_the_start_to_the_end(cycle, span):
    start, end = span[0], span[0] + timedelta(span[1])
    for found in (cycle.dates(start, end), cycle.dates_back(start, end)):
        assert (found[0], found[-1]) == (start, end)
        assert all(before < after for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("start", "end", "stub", "expected"),
    [
        ("2024-01-31", "2024-04-30", Stub.SHORT, "01-31 02-29 03-31 04-30"),
        ("2024-01-31", "2024-04-15", Stub.SHORT, "01-31 02-29 03-31 04-15"),
        ("2024-01-31", "2024-04-15", Stub.LONG, "01-31 02-29 04-15"),
        ("2024-01-31", "2024-02-10", Stub.LONG, "01-31 02-10"),
        ("2024-01-31", "2024-01-31", Stub.LONG, "01-31"),
    ],
)
def test_a_31st_comes_back_after_a_february(*, start, end, stub, expected):
    found = MONTHLY.dates(date.fromisoformat(start), date.fromisoformat(end), stub=stub)
    assert " ".join(day.isoformat()[5:] for day in found) == expected


def test_a_first_stub_is_counted_back_from_the_end():
    start, end = date(2024, 2, 10), date(2024, 8, 31)
    short = QUARTERLY.dates_back(start, end)
    assert short == [start, date(2024, 2, 29), date(2024, 5, 31), end]
    assert QUARTERLY.dates_back(start, end, stub=Stub.LONG) == [start, date(2024, 5, 31), end]


@pytest.mark.parametrize("count", [0, -1, "1"])
def test_a_cycle_has_at_least_one_unit(count):
    with pytest.raises((ValueError, TypeError)):
        Cycle(count, Unit.MONTH)


@given(days)
def test_a_half_year_is_six_months(day):
    assert Cycle(1, Unit.HALF_YEAR).after(day, 1) == Cycle(6, Unit.MONTH).after(day, 1)
