"""Equal periods: every so many days, weeks, months, quarters, half-years or years.

Dates are always counted from the anchor, never from the date before, so that a 31st that had to
be a 28 February is a 31 March again.

Source: ACTUS Technical Specification, schedule function S with cycles, stubs and the
end-of-month convention; Civil Code of the PRC, Art. 202 (corresponding day).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from attrs import field, frozen, validators

from domain.calendar.months import day_of_month, is_month_end


class Unit(StrEnum):
    """What a cycle counts in."""

    DAY = "D"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    HALF_YEAR = "H"
    YEAR = "Y"


class Stub(StrEnum):
    """What becomes of days that fill no whole period: a period of their own, or not."""

    SHORT = "short"
    LONG = "long"  # They lengthen the period beside them.


_MONTHS: Final = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12}
_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7}


@frozen
class Cycle:
    """A number of units, 1 or more."""

    count: int = field(validator=[validators.instance_of(int), validators.ge(1)])
    unit: Unit

    @property
    def months(self) -> int:
        """How many months a period has; 0 where it is counted in days."""
        return self.count * _MONTHS.get(self.unit, 0)

    @property
    def days(self) -> int:
        """How many days a period has; 0 where it is counted in months."""
        return self.count * _DAYS.get(self.unit, 0)

    def after(self, anchor: date, periods: int, *, month_end: bool = False) -> date:
        """Return the day so many periods after the anchor, or before it where negative.

        With month_end, an anchor at the end of a month leads to the ends of other months.
        """
        if not self.months:
            return anchor + timedelta(self.days * periods)
        day = 31 if month_end and is_month_end(anchor) else anchor.day
        return day_of_month(anchor.year, anchor.month + self.months * periods, day)

    def dates(
        self, start: date, end: date, *, stub: Stub = Stub.SHORT, month_end: bool = False
    ) -> list[date]:
        """Return start, the day of each whole period after it, and end (start <= end).

        Days that fill no whole period come last: a short stub is a period of its own, a long
        one takes the last whole period in.
        """
        found = [start, *self._between(start, end, step=1, month_end=month_end)]
        last_is_whole = self.after(start, len(found), month_end=month_end) == end
        return _joined(found, end, drop=stub is Stub.LONG and not last_is_whole)

    def dates_back(
        self, start: date, end: date, *, stub: Stub = Stub.SHORT, month_end: bool = False
    ) -> list[date]:
        """Return the same counted back from end, so that the stub comes first."""
        found = [end, *self._between(end, start, step=-1, month_end=month_end)]
        last_is_whole = self.after(end, -len(found), month_end=month_end) == start
        return _joined(found, start, drop=stub is Stub.LONG and not last_is_whole)[::-1]

    def _between(self, anchor: date, limit: date, *, step: int, month_end: bool) -> Iterator[date]:
        """Yield the days strictly between the anchor and a limit, walking towards it."""
        periods = step
        day = self.after(anchor, periods, month_end=month_end)
        while (limit - day).days * step > 0:
            yield day
            periods += step
            day = self.after(anchor, periods, month_end=month_end)


def _joined(found: list[date], end: date, *, drop: bool) -> list[date]:
    """Return the days and the end, without the last day where its period is taken in."""
    if drop and len(found) > 1:
        found.pop()
    return found if found[-1] == end else [*found, end]
