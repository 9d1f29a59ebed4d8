"""A day of the business, closed (日终): what the journal held at its end, summed up by branch.

Closing records and never locks: what is recorded later counts for the day that it names, and the
day may be closed again.  With the heads of all streams in it, a part of the journal that is handed
out can be shown to lack nothing at its end.
"""

from typing import Final

from domain.day import labels, rules
from domain.day.commands import DayCommand
from domain.day.decisions import decide
from domain.day.events import DayClosed, DayEvent
from domain.day.state import Day, evolve
from domain.decider import Decider

DAY: Final[Decider[DayCommand, Day, DayEvent]] = Decider(
    category="day",
    identity="day",
    initial=Day(),
    decide=decide,
    evolve=evolve,
    commands=(DayCommand,),
    events=(DayClosed,),
    fact=lambda _day, state: state.closing.records if state.closing else None,
    rules=(rules,),
    labels=labels,
)
