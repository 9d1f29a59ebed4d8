"""Settlement of interest (结息): by quarter or month, through the 20th, posted on the 21st.

A period runs from one posting day, with it, to the next, without it: [21 March, 21 June) is
through 20 June.  So the day of paying out bears interest and the day of repayment does not.

Source: 人民币利率管理规定 (银发〔1999〕77号) Art. 20-21 (quarterly or monthly settlement, on the
20th); Circular PBOC 2005-129.
"""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from attrs import field, frozen, validators

from domain.calendar.months import day_of_month

DAY_COUNTED_LAST: Final = 20


@frozen
class SettlementRule:
    """Every 1, 3, 6 or 12 months (those of the calendar year), through a day of the month."""

    months: int = field(default=3, validator=validators.in_((1, 3, 6, 12)))
    through: int = field(
        default=DAY_COUNTED_LAST, validator=[validators.ge(1), validators.le(31)]
    )  # The last day that counts; in a shorter month, its last.

    def posted_in(self, year: int, month: int) -> date:
        """Return the posting day of a month, which may be beyond December."""
        return day_of_month(year, month, self.through) + timedelta(1)

    def posting_days(self, start: date, end: date) -> list[date]:
        """Return the posting days after start, up to and with end, in order."""
        year, month = divmod(12 * start.year + start.month - 2, 12)
        month += 1  # The month before start: its 31st is posted on the 1st.
        month += -month % self.months  # To the end of its quarter, half-year or year.
        found: list[date] = []
        while (day := self.posted_in(year, month)) <= end:
            if day > start:
                found.append(day)
            month += self.months
        return found

    def periods(self, start: date, end: date) -> list[tuple[date, date]]:
        """Return the spans from start to end between posting days; the last ends with end."""
        days = [start, *self.posting_days(start, end)]
        return list(pairwise(days if days[-1] == end else [*days, end]))
