"""What follows from closing a day."""

from collections.abc import Sequence

from domain.day.commands import DayCommand
from domain.day.events import DayClosed, DayEvent
from domain.day.rules import CLOSED_DAY_HAS_COME
from domain.day.state import Day


def decide(command: DayCommand, day: Day) -> Sequence[DayEvent]:
    """Record what the journal holds; () where nothing was recorded since the day was closed."""
    CLOSED_DAY_HAS_COME.require(command.day <= command.today, day=command.day, today=command.today)
    closing = command.closing
    if closing is None or closing == day.closing:
        return ()
    if day.closing is not None and closing.records == day.closing.records + 1:
        return ()  # That one record is the closing itself.
    return (DayClosed(on=command.day, closing=closing),)
