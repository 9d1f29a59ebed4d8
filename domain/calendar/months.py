"""Days, months and month ends.

Source: Civil Code of the PRC, Art. 201-204 (the day of the event is not counted; a term of
months ends on the corresponding day, or on the last of the month where there is none).
"""

from datetime import date
from typing import Final

_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Tell whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def is_month_end(day: date) -> bool:
    """Tell whether a day is the last of its month."""
    return day.day >= 28 and day.day == month_length(day.year, day.month)


def day_of_month(year: int, month: int, day: int) -> date:
    """Return that day of a month, or the last one where the month has no such day.

    month may be beyond 12, or below 1: it then counts into the years that follow or precede.
    """
    if not 1 <= month <= 12:
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, day if day <= 28 else min(day, month_length(year, month)))


def months_after(start: date, months: int, day: int) -> date:
    """Return the given day of the month that is so many months after a date's own."""
    return day_of_month(start.year, start.month + months, day)


def days_between(start: date, end: date) -> int:
    """Return the days after start up to and with end; never less than none.

    The same number as from and with start to the day before end.
    """
    return max((end - start).days, 0)
