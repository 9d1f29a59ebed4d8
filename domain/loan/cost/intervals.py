"""How time is measured between the first drawdown and a later day, by each rule on cost.

Source: Directive 2008/48/EC, Annex I, Part I, remark (c), as amended by Directive 2011/90/EU;
12 CFR 1026 Appendix J (b)(3) to (b)(5); days / 365 as in the worksheet function XIRR.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from attrs import frozen

from domain.calendar import months_after

DAYS_A_YEAR: Final = 365
WEEKS_A_YEAR: Final = 52
MONTHS_A_YEAR: Final = 12
DAYS_A_MONTH: Final = 30  # Of the odd days beside whole months, in Appendix J.


class Interval(StrEnum):
    """The period in whole numbers of which the European rule counts first; days follow."""

    YEARS = "years"
    MONTHS = "months"  # Equal months: a twelfth of a year each.
    WEEKS = "weeks"  # 52 to the year.
    DAYS = "days"  # All in days, 365 to the year.


def years_between(start: date, end: date, interval: Interval) -> Fraction:
    """Return the time from start to end in years.

    Whole periods are counted back from the end; the days that are left, without the first and
    with the last, are a part of the year that ends with the last of them (365 or 366 days).
    """
    if interval is Interval.DAYS:
        return Fraction((end - start).days, DAYS_A_YEAR)
    if interval is Interval.WEEKS:
        whole, left = divmod((end - start).days, 7)
        return Fraction(whole, WEEKS_A_YEAR) + _odd_days(start, left)
    whole, left = whole_months(start, end)
    if interval is Interval.YEARS and whole % MONTHS_A_YEAR:
        whole -= whole % MONTHS_A_YEAR
        left = (months_after(end, -whole, end.day) - start).days
    return Fraction(whole, MONTHS_A_YEAR) + _odd_days(start, left)


def whole_months(start: date, end: date) -> tuple[int, int]:
    """Return the whole months counted back from the end, and the days left after the start.

    The last day of a shorter month ends a month that began on a later day of its month.
    """
    months = (end.year - start.year) * MONTHS_A_YEAR + end.month - start.month
    if months_after(start, months, start.day) == end:
        return months, 0
    if months_after(end, -months, end.day) < start:
        months -= 1
    return months, (months_after(end, -months, end.day) - start).days


def _odd_days(start: date, days: int) -> Fraction:
    if days == 0:
        return Fraction(0)
    last = start + timedelta(days=days)
    return Fraction(days, (last - months_after(last, -MONTHS_A_YEAR, last.day)).days)


@frozen
class Unit:
    """A unit-period of Appendix J."""

    name: str  # "month", "semimonth", "7 days", …
    a_year: Fraction
    since: Callable[[date, date], Fraction]  # Unit-periods from one day to a later one.


def months_unit(months: int) -> Unit:
    """Return the unit-period of 1 to 11 months.  Source: Appendix J (b)(5)(ii), (iii)."""

    def since(start: date, end: date) -> Fraction:
        whole, days = whole_months(start, end)
        return Fraction(whole * DAYS_A_MONTH + days, months * DAYS_A_MONTH)

    return Unit("month" if months == 1 else f"{months} months", Fraction(12, months), since)


def days_unit(days: int) -> Unit:
    """Return the unit-period of some days: 7 for a week.  Source: Appendix J (b)(5)(iv).

    There are 365 days and 52 weeks in a year.
    """
    weeks, left = divmod(days, 7)
    a_year = Fraction(DAYS_A_YEAR, days) if left else Fraction(WEEKS_A_YEAR, weeks)
    return Unit(f"{days} days", a_year, lambda start, end: Fraction((end - start).days, days))


def _since_in_semimonths(start: date, end: date) -> Fraction:
    whole, days = whole_months(start, end)
    return Fraction(whole * DAYS_A_MONTH + days, 15)


def _since_in_years(start: date, end: date) -> Fraction:
    """Source: Appendix J (b)(5)(v): whole months as twelfths, else days of 365."""
    months, days = whole_months(start, end)
    if days == 0:
        return Fraction(months, MONTHS_A_YEAR)
    whole = months // MONTHS_A_YEAR
    left = (months_after(end, -whole * MONTHS_A_YEAR, end.day) - start).days
    return whole + Fraction(left, DAYS_A_YEAR)


SEMIMONTH: Final = Unit("semimonth", Fraction(24), _since_in_semimonths)
_HALF_MONTH: Final = range(13, 17)  # Days from the 1st to the 16th, or from there to the 1st.
YEAR: Final = Unit("year", Fraction(1), _since_in_years)


def unit_of(advances: Sequence[date], payments: Sequence[date]) -> Unit:
    """Return the unit-period of a transaction: the period that occurs most often.

    Of two that occur equally often, the shorter; where none occurs twice, the standard one next
    to their average.  With a single advance and a single payment it is the term, a year at most.
    Periods lie between advances, between payments, and from the first advance to the first
    payment after it.  Days are in order and stand once in each list.
    Source: Appendix J (b)(3), (b)(4), (b)(5)(vi), (vii).
    """
    first = (advances[0], next(day for day in payments if day > advances[0]))
    spans = [first, *pairwise(advances), *pairwise(payments)]
    periods = [_standard(*span) for span in spans]
    if len(periods) == 1:
        return periods[0]
    counts = Counter(unit.name for unit in periods)
    most = max(counts.values())
    if most > 1:
        often = [unit for unit in periods if counts[unit.name] == most]
        return max(often, key=lambda unit: unit.a_year)
    return _near(sum((end - start).days for start, end in spans), len(spans))


def _standard(start: date, end: date) -> Unit:
    """Return the period between two days as a unit-period, a year at most."""
    months, left = whole_months(start, end)
    days = (end - start).days
    if months >= MONTHS_A_YEAR:
        return YEAR
    if left == 0:
        return months_unit(months)
    if days % 7 == 0:
        return days_unit(days)
    return SEMIMONTH if days in _HALF_MONTH else days_unit(days)


def _near(days: int, count: int) -> Unit:
    """Return the standard unit-period next to an average of days; the shorter of two as near."""
    known = [days_unit(1), days_unit(7), days_unit(14), SEMIMONTH]
    known += [months_unit(months) for months in range(1, MONTHS_A_YEAR)] + [YEAR]
    average = Fraction(days, count)
    return min(known, key=lambda unit: (abs(DAYS_A_YEAR / unit.a_year - average), -unit.a_year))
