"""The clock that interest runs by: days of a loan as whole parts of a year.

Every convention counts parts from one day to another in whole numbers of one denominator, so
that what accrued over many spans is a sum that is divided and rounded once.

Source: Circular PBOC 2005-129 (interest by whole months, and by products for other days); the
day counts of domain.calendar.
"""

from datetime import date
from typing import Final

from attrs import field, frozen

from domain.calendar import DayCount, day_of_month, day_ratio
from domain.calendar.day_count import DENOMINATORS
from domain.loan.contract import Contract
from domain.loan.plan.spread import Ratio
from domain.rate import E8

MONTHS_A_YEAR: Final = 12
_ACTUAL: Final = (DayCount.A_360, DayCount.A_365, DayCount.MONTHS_AND_DAYS)


@frozen
class Clock:
    """Counts days as a contract does."""

    contract: Contract
    by_months: bool = field(init=False)  # A whole month is a twelfth, whatever its days.
    by_actual_days: bool = field(init=False)
    of: int = field(init=False)  # Parts in a year.

    def __attrs_post_init__(self) -> None:
        """Settle once what is asked often."""
        count = self.contract.day_count
        by_months = count is DayCount.MONTHS_AND_DAYS
        object.__setattr__(self, "by_months", by_months)
        object.__setattr__(self, "by_actual_days", count in _ACTUAL)
        of = self.contract.day_basis if by_months else DENOMINATORS[count]
        object.__setattr__(self, "of", of)

    def parts(self, start: date, end: date) -> int:
        """Return the parts of a year from start to end (start <= end); they add up over spans."""
        if self.by_actual_days:
            return (end - start).days
        return day_ratio(self.contract.day_count, start, end)[0]

    def by_days(self, start: date, end: date, e8: int) -> Ratio:
        """Return the rate of a span whose days are counted, as a quotient."""
        return e8 * self.parts(start, end), self.of * E8

    def of_period(self, start: date, end: date, *, due_day: int, e8: int) -> Ratio:
        """Return the rate of a whole period: by months where it is made of them."""
        months = 12 * (end.year - start.year) + end.month - start.month
        if self.by_months and months and self.is_whole(start, end, due_day):
            return e8 * months, MONTHS_A_YEAR * E8
        return self.by_days(start, end, e8)

    def is_whole(self, start: date, end: date, due_day: int) -> bool:
        """Tell whether a period lies between two due days, so that months can count it."""
        days = (start, end)
        return all(day == day_of_month(day.year, day.month, due_day) for day in days)
