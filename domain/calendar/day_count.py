"""Day counts: what part of a year lies between two days.

Every convention has one denominator, so that what accrued over many spans is a sum of whole
numerators, rounded once.  The first day counts and the last does not.

Source: 2006 ISDA Definitions 4.16 (b) Actual/Actual, (d) Actual/365 Fixed, (e) Actual/360,
(g) 30E/360, (h) 30E/360 (ISDA); ACTUS Data Dictionary, dayCountConvention (28E/336 goes as
30E/360 does, with months of 28 days); Circular PBOC 2005-129 (逐笔计息: whole months at 1/12 of
a year, odd days at 1/360).
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from domain.calendar.months import day_of_month, is_leap, is_month_end


class DayCount(StrEnum):
    """How days become part of a year."""

    A_A_ISDA = "A/A ISDA"  # Days in leap years by 366, the others by 365.
    A_360 = "A/360"
    A_365 = "A/365"
    E30_360 = "30E/360"
    E30_360_ISDA = "30E/360 ISDA"  # Month ends count as the 30th; not so an end in February.
    E28_336 = "28E/336"
    MONTHS_AND_DAYS = "months and days"  # 逐笔.


_LEAP_AND_PLAIN: Final = 365 * 366
DENOMINATORS: Final[Mapping[DayCount, int]] = {
    DayCount.A_A_ISDA: _LEAP_AND_PLAIN,
    DayCount.A_360: 360,
    DayCount.A_365: 365,
    DayCount.E30_360: 360,
    DayCount.E30_360_ISDA: 360,
    DayCount.E28_336: 336,
    DayCount.MONTHS_AND_DAYS: 360,
}


def day_ratio(
    count: DayCount, start: date, end: date, maturity: date | None = None
) -> tuple[int, int]:
    """Return the part of a year from start to end as numerator and denominator, unreduced.

    The denominator is the convention's own, whatever the days.  Where end lies before start, the
    numerator is that of the way back, negative.  maturity is what 30E/360 ISDA asks for: a
    February that ends the loan is not filled up to 30 days.
    """
    if end < start:
        return -_numerator(count, end, start, maturity), DENOMINATORS[count]
    return _numerator(count, start, end, maturity), DENOMINATORS[count]


def year_fraction(
    count: DayCount, start: date, end: date, maturity: date | None = None
) -> Fraction:
    """Return the part of a year from start to end, exactly; see day_ratio."""
    return Fraction(*day_ratio(count, start, end, maturity))


def whole_months(start: date, end: date) -> tuple[int, int]:
    """Return the whole months from start to end, and the days left over (start <= end).

    A month is whole on the corresponding day, or on the last of a month that has no such day.
    """
    months = 12 * (end.year - start.year) + end.month - start.month
    reached = day_of_month(start.year, start.month + months, start.day)
    if reached > end:
        months -= 1
        reached = day_of_month(start.year, start.month + months, start.day)
    return months, (end - reached).days


def _numerator(count: DayCount, start: date, end: date, maturity: date | None) -> int:
    if count is DayCount.E30_360_ISDA:
        return _by_months(start, end, 30, (_isda_day(start), _isda_day(end, maturity)))
    return _NUMERATORS[count](start, end)


def _actual(start: date, end: date) -> int:
    return (end - start).days


def _actual_actual(start: date, end: date) -> int:
    return _years_passed(end) - _years_passed(start)


def _years_passed(day: date) -> int:
    """Return the years to a day, in units in which both kinds of day are whole."""
    in_year = day.toordinal() - date(day.year, 1, 1).toordinal()
    return day.year * _LEAP_AND_PLAIN + in_year * (365 if is_leap(day.year) else 366)


def _thirty(start: date, end: date) -> int:
    return _by_months(start, end, 30, (min(start.day, 30), min(end.day, 30)))


def _twenty_eight(start: date, end: date) -> int:
    return _by_months(start, end, 28, (min(start.day, 28), min(end.day, 28)))


def _months_and_days(start: date, end: date) -> int:
    months, odd = whole_months(start, end)
    return 30 * months + odd


def _isda_day(day: date, maturity: date | None = None) -> int:
    """Return the day of the month, a month end as 30; not so the end of a loan in February."""
    ends_in_february = day == maturity and day.month == 2
    return 30 if is_month_end(day) and not ends_in_february else day.day


def _by_months(start: date, end: date, length: int, days: tuple[int, int]) -> int:
    """Return the days between two days of months that are all of one length."""
    months = 12 * (end.year - start.year) + end.month - start.month
    return length * months + days[1] - days[0]


_NUMERATORS: Final[Mapping[DayCount, Callable[[date, date], int]]] = {
    DayCount.A_A_ISDA: _actual_actual,
    DayCount.A_360: _actual,
    DayCount.A_365: _actual,
    DayCount.E30_360: _thirty,
    DayCount.E28_336: _twenty_eight,
    DayCount.MONTHS_AND_DAYS: _months_and_days,
}
