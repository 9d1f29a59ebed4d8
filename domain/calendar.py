"""Days, months and month ends.

Source: Civil Code of the PRC, Art. 201-204 (the day of the event is not counted; a term of
months ends on the corresponding day, or on the last of the month where there is none).
"""

from calendar import monthrange
from datetime import date


def day_of_month(year: int, month: int, day: int) -> date:
    """Return that day of a month, or the last one where the month has no such day.

    month may be beyond 12: it then counts on into the years that follow.
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def months_after(start: date, months: int, day: int) -> date:
    """Return the given day of the month that is so many months after a date's own."""
    return day_of_month(start.year, start.month + months, day)


def days_between(start: date, end: date) -> int:
    """Return the days after start up to and with end; never less than none.

    The same number as from and with start to the day before end.
    """
    return max((end - start).days, 0)
