"""Days, months and working days, shared by every aggregate.

`months` finds days by month; `day_count` turns a span into a fraction of a year; `cycle` steps
through equal periods; `working_days` knows when a bank is open; `shift` moves a day that it is
not; `counted` finds the last day of a time limit, and says by which calendar; `settlement` finds
the days on which interest is settled.
"""

from domain.calendar.counted import CalendarUsed, last_working_day
from domain.calendar.cycle import Cycle, Stub, Unit
from domain.calendar.day_count import DayCount, day_ratio, year_fraction
from domain.calendar.months import day_of_month, days_between, is_month_end, months_after
from domain.calendar.settlement import SettlementRule
from domain.calendar.shift import ShiftRule
from domain.calendar.working_days import EVERY_DAY, MONDAY_TO_FRIDAY, WorkingCalendar

__all__ = [
    "EVERY_DAY",
    "MONDAY_TO_FRIDAY",
    "CalendarUsed",
    "Cycle",
    "DayCount",
    "SettlementRule",
    "ShiftRule",
    "Stub",
    "Unit",
    "WorkingCalendar",
    "day_of_month",
    "day_ratio",
    "days_between",
    "is_month_end",
    "last_working_day",
    "months_after",
    "year_fraction",
]
