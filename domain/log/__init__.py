"""The journal of an institution: opened once, before anything else is recorded.

Its outside name, time zone and currency hold for every later record and never change.
"""

from typing import Final

from domain.decider import Decider
from domain.log.commands import LogCommand, OpenLog
from domain.log.decisions import decide
from domain.log.events import LogEvent, LogOpened
from domain.log.state import Log, evolve

LOG: Final[Decider[LogCommand, Log, LogEvent]] = Decider(
    category="log",
    identity="log_id",
    initial=Log(),
    decide=decide,
    evolve=evolve,
    commands=(OpenLog,),
    events=(LogOpened,),
)
