"""Days, cycles and calendars for the tests of the calendar, with QuantLib's beside them."""

from datetime import date

import QuantLib as ql
from hypothesis import strategies as st

from domain.calendar import Cycle, Unit

days = st.dates(date(1950, 1, 1), date(2099, 12, 31))
month_ends = days.map(lambda day: from_ql(ql.Date.endOfMonth(to_ql(day))))
any_days = days | month_ends  # Month ends are where day counts differ.
cycles = st.builds(Cycle, st.integers(1, 12), st.sampled_from(Unit))
PERIODS = {
    Unit.DAY: (1, ql.Days),
    Unit.WEEK: (1, ql.Weeks),
    Unit.MONTH: (1, ql.Months),
    Unit.QUARTER: (3, ql.Months),
    Unit.HALF_YEAR: (6, ql.Months),
    Unit.YEAR: (1, ql.Years),
}


def to_ql(day: date) -> ql.Date:
    """Return a day as QuantLib has it."""
    return ql.Date(day.day, day.month, day.year)


def from_ql(day: ql.Date) -> date:
    """Return a day of QuantLib."""
    return date(day.year(), day.month(), day.dayOfMonth())


def period(cycle: Cycle, periods: int = 1) -> ql.Period:
    """Return so many periods of a cycle as QuantLib has them."""
    times, unit = PERIODS[cycle.unit]
    return ql.Period(cycle.count * times * periods, unit)
