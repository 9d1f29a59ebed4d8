"""What has happened to a day: the contract with history."""

from datetime import date

from attrs import frozen

from domain.day.values import Closing


@frozen(kw_only=True)
class DayClosed:
    """A day was closed; what the journal held then is counted, by branch."""

    on: date
    closing: Closing


DayEvent = DayClosed
