"""The last day of a time limit in working days, with the calendar by which it was counted.

Source: 民法典 第201条 (the day of the event is not counted); 全国年节及纪念日放假办法
(holidays, and weekends that are worked to make up for them).
"""

from datetime import date

from attrs import frozen

from domain.calendar.working_days import MONDAY_TO_FRIDAY, WorkingCalendar


@frozen(kw_only=True)
class CalendarUsed:
    """Which calendar a last day was counted by."""

    name: str
    version: str  # "" where nothing needs announcing.
    announced: bool  # False: the last day lies in a year of which only the weekends were known.


def last_working_day(
    since: date, working_days: int, calendar: WorkingCalendar | None
) -> tuple[date, CalendarUsed]:
    """Return the working day that is so many after a day, and what it was counted by.

    Without a calendar the weekday alone counts.
    """
    known = calendar or MONDAY_TO_FRIDAY
    last = known.after(since, working_days)
    used = CalendarUsed(name=known.name, version=known.version, announced=known.is_announced(last))
    return last, used
