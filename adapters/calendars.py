"""Calendars by name, built from where their days are published.

The Chinese one is made of the packaged notices of the General Office of the State Council; a new
year arrives with a new version of the package.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import Final

from domain.calendar.working_days import (
    EVERY_DAY,
    MONDAY_TO_FRIDAY,
    AnnouncedYear,
    WorkingCalendar,
)

CHINA: Final = "china"
PACKAGE: Final = "chinesecalendar"
CALENDARS: Final = (CHINA, "monday_to_friday", "every_day")


class UnknownCalendar(LookupError):
    """There is no calendar of this name."""


def calendar_named(name: str) -> WorkingCalendar:
    """Return the calendar of a name; UnknownCalendar, with the names there are, for another."""
    match name:
        case "china":
            return china()
        case "monday_to_friday":
            return MONDAY_TO_FRIDAY
        case "every_day":
            return EVERY_DAY
    raise UnknownCalendar(f"there is no calendar {name!r}; there are {', '.join(CALENDARS)}")


@cache
def china() -> WorkingCalendar:
    """Return the working days of the Chinese mainland, as announced since 2004."""
    from chinese_calendar import holidays, workdays  # Only who asks for it waits for it.

    release = f"{PACKAGE} {version(PACKAGE)}"
    off, worked = _by_year(holidays), _by_year(workdays)
    years = (
        AnnouncedYear(
            year=year,
            holidays=frozenset(off[year]),
            made_up=frozenset(worked[year]),
            source=f"notice of the General Office of the State Council for {year}, by {release}",
        )
        for year in sorted(off)
    )
    return WorkingCalendar(CHINA, years=years, version=release)


def _by_year(days: Iterable[date]) -> dict[int, list[date]]:
    """Return the days by their year."""
    found: dict[int, list[date]] = defaultdict(list)
    for day in days:
        found[day.year].append(day)
    return found
