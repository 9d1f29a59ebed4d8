"""A drawdown: requested under a signed contract, checked by a second person, paid, and followed.

Nothing is taken before it is paid: then, in one transaction, the contract and the limit are drawn
on, and the note is agreed and paid out.  What is paid to others is followed until it arrived, and
all of it to what it was used for.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.drawdown import labels, rules
from domain.drawdown.commands import DrawdownCommand
from domain.drawdown.decisions import decide, fact
from domain.drawdown.events import DrawdownEvent
from domain.drawdown.guards import guards
from domain.drawdown.state import Drawing, evolve

DRAWDOWN: Final[Decider[DrawdownCommand, Drawing, DrawdownEvent]] = Decider(
    category="drawdown",
    identity="drawdown_id",
    initial=Drawing(),
    decide=decide,
    evolve=evolve,
    commands=get_args(DrawdownCommand),
    events=get_args(DrawdownEvent),
    guards=guards,
    fact=fact,
    rules=(rules,),
    labels=labels,
)
