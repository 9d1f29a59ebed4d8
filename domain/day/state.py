"""How a day was last closed."""

from attrs import frozen

from domain.day.events import DayEvent
from domain.day.values import Closing


@frozen
class Day:
    """What the journal held when the day was last closed; None before."""

    closing: Closing | None = None


def evolve(_day: Day, event: DayEvent) -> Day:
    """Return the day after an event."""
    return Day(event.closing)
