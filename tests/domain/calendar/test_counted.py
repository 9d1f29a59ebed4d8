"""The last day of a time limit in working days, and by which calendar it was counted."""

from datetime import date

from domain.calendar import CalendarUsed, WorkingCalendar, last_working_day
from domain.calendar.working_days import AnnouncedYear

SPRING = WorkingCalendar(
    "spring",
    years=(
        AnnouncedYear(
            2026,
            holidays=frozenset(date(2026, 2, day) for day in range(15, 24)),
            made_up=frozenset((date(2026, 2, 14), date(2026, 2, 28))),
        ),
    ),
    version="1",
)


def used(*, announced: bool) -> CalendarUsed:
    return CalendarUsed(name="spring", version="1", announced=announced)


def test_holidays_are_left_out_and_weekends_that_are_worked_count():
    assert last_working_day(date(2026, 2, 12), 3, SPRING) == (
        date(2026, 2, 24),  # Friday 13, Saturday 14 is worked, then nine days off.
        used(announced=True),
    )


def test_a_last_day_past_the_announced_years_has_its_weekends_and_says_so():
    last, calendar = last_working_day(date(2026, 12, 30), 3, SPRING)
    assert (last, calendar) == (date(2027, 1, 4), used(announced=False))


def test_without_a_calendar_the_weekday_alone_counts_and_is_named():
    last, calendar = last_working_day(date(2026, 2, 12), 3, None)
    assert (last, calendar.name, calendar.announced) == (
        date(2026, 2, 17),
        "Monday to Friday",
        True,
    )
