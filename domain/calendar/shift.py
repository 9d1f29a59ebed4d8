"""What becomes of a day on which the bank is closed.

Two questions: when is paid, and to which day interest is counted.  "Shift, then calculate" counts
to the day of payment; "calculate, then shift" counts to the day that was agreed.

Source: ACTUS Data Dictionary, businessDayConvention.
"""

from datetime import date
from enum import StrEnum

from domain.calendar.working_days import WorkingCalendar


class ShiftRule(StrEnum):
    """The business-day conventions, by their codes in the ACTUS dictionary."""

    NO_SHIFT = "NOS"
    SHIFT_CALCULATE_FOLLOWING = "SCF"
    SHIFT_CALCULATE_MODIFIED_FOLLOWING = "SCMF"
    CALCULATE_SHIFT_FOLLOWING = "CSF"
    CALCULATE_SHIFT_MODIFIED_FOLLOWING = "CSMF"
    SHIFT_CALCULATE_PRECEDING = "SCP"
    SHIFT_CALCULATE_MODIFIED_PRECEDING = "SCMP"
    CALCULATE_SHIFT_PRECEDING = "CSP"
    CALCULATE_SHIFT_MODIFIED_PRECEDING = "CSMP"

    @property
    def counts_to_shifted(self) -> bool:
        """Whether interest is counted to the day of payment, not to the day agreed."""
        return self.value.startswith("SC")

    @property
    def is_following(self) -> bool:
        """Whether a day moves on, rather than back."""
        return self.value.endswith("F")

    @property
    def keeps_month(self) -> bool:
        """Whether a day that would leave its month moves the other way."""
        return "M" in self.value


def paid_on(agreed: date, rule: ShiftRule, calendar: WorkingCalendar) -> date:
    """Return the day on which something agreed for a day is paid."""
    if rule is ShiftRule.NO_SHIFT or calendar.is_working(agreed):
        return agreed
    ways = (calendar.on_or_after, calendar.on_or_before)
    first, other = ways if rule.is_following else ways[::-1]
    moved = first(agreed)
    if rule.keeps_month and moved.month != agreed.month:
        return other(agreed)
    return moved


def counted_to(agreed: date, rule: ShiftRule, calendar: WorkingCalendar) -> date:
    """Return the day to which interest is counted for something agreed for a day."""
    return paid_on(agreed, rule, calendar) if rule.counts_to_shifted else agreed
