"""The Chinese calendar, with QuantLib's as the second opinion."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
import QuantLib as ql

from adapters.calendars import CALENDARS, UnknownCalendar, calendar_named, china
from tests.domain.calendar.strategies import to_ql


def test_the_chinese_calendar_says_what_it_knows_and_from_where():
    calendar = china()
    assert calendar.announced_from == date(2004, 1, 1)
    assert calendar.announced_to is not None
    assert calendar.announced_to >= date(2026, 12, 31)
    assert all("State Council" in year.source for year in calendar.years.values())
    assert calendar.version.startswith("chinesecalendar ")


def test_every_announced_day_is_the_one_that_quantlib_says():
    """From 2008, where both know every year; the interbank market works the made-up weekends."""
    calendar, oracle = china(), ql.China(ql.China.IB)
    every = [date(2008, 1, 1) + timedelta(n) for n in range(365 * 18)]
    found = [day for day in every if calendar.is_working(day) != oracle.isBusinessDay(to_ql(day))]
    assert found == []


def test_calendars_are_found_by_name():
    assert [calendar_named(name).is_working(date(2026, 10, 1)) for name in CALENDARS] == [
        False,
        True,
        True,
    ]
    with pytest.raises(UnknownCalendar, match="no calendar 'moon'; there are china"):
        calendar_named("moon")


def test_the_package_is_read_by_none_but_who_asks():
    code = "import adapters.calendars, sys; print('chinese_calendar' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"
