"""What may be asked of a day: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.day.values import Closing
from domain.fields import JOURNAL, looked_up, stamped


@frozen(kw_only=True)
class CloseDay:
    """Close a day of the business: record what the journal holds, by branch."""

    day: date
    today: date = stamped("today")
    closing: Closing | None = looked_up(JOURNAL, by="day")


DayCommand = CloseDay
