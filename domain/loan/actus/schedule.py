"""When things happen: the schedule function, business days and parts of a year.

Schedules run on timestamps as they are written, and days are counted on days: 23:59:59 is the
midnight that ends its day, so it counts as the next.  Dates that follow a cycle are shifted to
business days; dates that are agreed singly (start, maturity, purchase, termination, end of
capitalisation) and the end of a schedule stand as they are.

Source: ACTUS Technical Specification 1.1, 2.8 (time), 3.1-3.6 (schedule, array schedule, end of
month, business days, year fraction); Data Dictionary, businessDayConvention ("does not affect
non-cyclical dates").
"""

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Final

from attrs import frozen

from domain.calendar import Cycle, DayCount, ShiftRule, Stub, WorkingCalendar, day_ratio
from domain.calendar.shift import paid_on
from domain.calendar.working_days import NotAnnounced
from domain.loan.actus.terms import Recurrence, Series, TermsError

MIDNIGHT: Final = time(23, 59, 59)  # Of the day that it ends.
MOMENTS_MAX: Final = 12_000  # A thousand years of months, or 32 of days.


def counted_day(moment: datetime) -> date:
    """Return the day that a moment counts as."""
    day = moment.date()
    return day + timedelta(1) if moment.time() == MIDNIGHT else day


def plus(moment: datetime, cycle: Cycle, periods: int = 1, *, month_end: bool = False) -> datetime:
    """Return the moment so many periods on, at the same time of day."""
    day = cycle.after(moment.date(), periods, month_end=month_end)
    return datetime.combine(day, moment.time())


def schedule(
    anchor: datetime | None,
    recurrence: Recurrence | None,
    end: datetime,
    *,
    month_end: bool = False,
    with_end: bool = True,
) -> list[datetime]:
    """Return S(anchor, cycle, end): moments in order, from the anchor to before the end.

    The end itself is the last of them with_end.  Where time is left over before the end, a long
    stub takes the last regular moment out.
    """
    found: list[datetime] = []
    if anchor is not None and anchor < end:
        found.append(anchor)
        if recurrence is not None:
            found += _regular(anchor, recurrence, end, month_end)
    return [*found, end] if with_end else found


def _regular(
    anchor: datetime, recurrence: Recurrence, end: datetime, month_end: bool
) -> list[datetime]:
    """Return the moments after the anchor and before the end, less a long stub's."""
    found: list[datetime] = []
    upcoming = plus(anchor, recurrence.cycle, month_end=month_end)
    while upcoming < end:
        if len(found) == MOMENTS_MAX:
            raise TermsError("maturityDate", f"lies more than {MOMENTS_MAX:,} cycles ahead")
        found.append(upcoming)
        upcoming = plus(anchor, recurrence.cycle, len(found) + 1, month_end=month_end)
    if recurrence.stub is Stub.LONG and upcoming != end and found:
        found.pop()
    return found


def first_of(series: Series, start: datetime, *, month_end: bool = False) -> datetime | None:
    """Return where a series begins: its anchor, or one cycle after the start; None without both."""
    if series.anchor is not None:
        return series.anchor
    if series.cycle is not None:
        return plus(start, series.cycle.cycle, month_end=month_end)
    return None


@frozen
class Timing:
    """The conventions of one contract that turn moments into days and days into years."""

    calendar: WorkingCalendar
    rule: ShiftRule
    day_count: DayCount | None
    maturity: date | None

    def shifted(self, moment: datetime) -> datetime:
        """Return when something scheduled for a moment takes place; see ShiftRule."""
        if self.rule is ShiftRule.NO_SHIFT:
            return moment
        day = moment.date()
        paid = paid_on(day, self.rule, self.calendar)
        try:
            self.calendar.require_announced(day, paid)
        except NotAnnounced as error:
            raise TermsError("calendar", str(error)) from error
        return datetime.combine(paid, moment.time())

    def counted(self, scheduled: datetime, shifted: datetime) -> date:
        """Return the day to which interest counts for something that was shifted."""
        return counted_day(shifted if self.rule.counts_to_shifted else scheduled)

    def ratio(self, start: date, end: date) -> tuple[int, int]:
        """Return the part of a year between two days as numerator and denominator."""
        if self.day_count is None:
            return _working_days(self.calendar, start, end), 252
        return day_ratio(self.day_count, start, end, self.maturity)

    def year_part(self, start: date, end: date) -> Fraction:
        """Return the part of a year between two days."""
        return Fraction(*self.ratio(start, end))


@lru_cache(maxsize=1024)
def _working_days(calendar: WorkingCalendar, start: date, end: date) -> int:
    """Return the working days from and with start to the day before end."""
    days = (start + timedelta(n) for n in range((end - start).days))
    return sum(calendar.is_working(day) for day in days)
