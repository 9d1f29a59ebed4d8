"""The journal of an institution: opened once, before anything else is recorded.

Its outside name, time zone and currency hold for every later record and never change.  It also says
which plugins its processes work with: they are code of others, with all our rights.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.log import labels, rules
from domain.log.commands import LogCommand
from domain.log.decisions import decide
from domain.log.events import LogEvent
from domain.log.state import Log, evolve

LOG: Final[Decider[LogCommand, Log, LogEvent]] = Decider(
    category="log",
    identity="log_id",
    initial=Log(),
    decide=decide,
    evolve=evolve,
    commands=get_args(LogCommand),
    events=get_args(LogEvent),
    rules=(rules,),
    labels=labels,
)
