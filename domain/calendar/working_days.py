"""When a bank is open: calendars as data, by announced year.

A year that is not announced (before the first, after the last) has its weekends and nothing else.
That answer is defined so that a plan of thirty years can be made at all; `is_announced` tells it
apart, and `require_announced` refuses it.

Source: 全国年节及纪念日放假办法 (holidays); the yearly notices of the General Office of the State
Council (the days in each year, and the weekends that are worked to make up).
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

SATURDAY_AND_SUNDAY: Final = frozenset((5, 6))


class NotAnnounced(LookupError):
    """A day lies in a year whose holidays have not been announced."""

    def __init__(self, calendar: "WorkingCalendar", day: date) -> None:
        self.calendar, self.day = calendar, day
        super().__init__(
            f"{day} lies outside the announced years of the calendar {calendar.name} "
            f"({calendar.version or 'no version'}: {calendar.announced_from} to "
            f"{calendar.announced_to})"
        )


@frozen
class AnnouncedYear:
    """What was announced for one year."""

    year: int
    holidays: frozenset[date]  # Days off, whether they fall on a weekend or not.
    made_up: frozenset[date] = frozenset()  # Days of a weekend that are worked.
    source: str = ""  # Where the announcement was read.


def _by_year(years: Iterable[AnnouncedYear]) -> Mapping[int, AnnouncedYear]:
    """Return the years by their number; of two for one year, the later given wins."""
    return MappingProxyType({announced.year: announced for announced in years})


@frozen
class WorkingCalendar:
    """A calendar of working days, with the version of what is known in it.

    One without announced years goes by the weekday alone, and every answer of it is final.
    """

    name: str
    weekend: frozenset[int] = SATURDAY_AND_SUNDAY  # 0 is Monday.
    years: Mapping[int, AnnouncedYear] = field(default=(), converter=_by_year, hash=False)
    version: str = ""

    @property
    def announced_from(self) -> date | None:
        """The first day of the first announced year; None where nothing needs announcing."""
        return date(min(self.years), 1, 1) if self.years else None

    @property
    def announced_to(self) -> date | None:
        """The last day of the last announced year; None where nothing needs announcing."""
        return date(max(self.years), 12, 31) if self.years else None

    def with_year(self, announced: AnnouncedYear, version: str) -> "WorkingCalendar":
        """Return a new version of this calendar that knows one more year, or one better."""
        years = (*self.years.values(), announced)
        return WorkingCalendar(self.name, self.weekend, years, version)

    def is_announced(self, day: date) -> bool:
        """Tell whether the answer for a day is final, and not only its weekday's."""
        return not self.years or day.year in self.years

    def require_announced(self, *days: date) -> None:
        """Raise NotAnnounced for the first day of a year that is not announced."""
        for day in days:
            if not self.is_announced(day):
                raise NotAnnounced(self, day)

    def is_working(self, day: date) -> bool:
        """Tell whether the bank is open on a day; by its weekday alone where not announced."""
        announced = self.years.get(day.year)
        if announced is not None:
            if day in announced.holidays:
                return False
            if day in announced.made_up:
                return True
        return day.weekday() not in self.weekend

    def on_or_after(self, day: date) -> date:
        """Return a day, or the first working day after it."""
        while not self.is_working(day):
            day += timedelta(1)
        return day

    def after(self, day: date, working_days: int) -> date:
        """Return the working day that is so many after a day, which itself does not count."""
        for _ in range(working_days):
            day = self.on_or_after(day + timedelta(1))
        return day

    def on_or_before(self, day: date) -> date:
        """Return a day, or the last working day before it."""
        while not self.is_working(day):
            day -= timedelta(1)
        return day


MONDAY_TO_FRIDAY: Final = WorkingCalendar("Monday to Friday")
EVERY_DAY: Final = WorkingCalendar("every day", weekend=frozenset())
