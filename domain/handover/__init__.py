"""A handover of files from one officer to another (信贷业务移交).

Every file is accepted, or objected to with a written reason; an objection is decided by a higher
body.  Once nothing is open and both have signed, responsibility moves for what was accepted or
decided to move, and for nothing else.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.handover import labels, rules
from domain.handover.commands import HandoverCommand
from domain.handover.decisions import decide
from domain.handover.events import HandoverEvent
from domain.handover.state import Handing, evolve, fact
from domain.handover.ties import guards

__all__ = ["HANDOVER", "Handing"]

HANDOVER: Final[Decider[HandoverCommand, Handing, HandoverEvent]] = Decider(
    category="handover",
    identity="handover_id",
    initial=Handing(),
    decide=decide,
    evolve=evolve,
    commands=get_args(HandoverCommand),
    events=get_args(HandoverEvent),
    fact=fact,
    guards=guards,
    rules=(rules,),
    labels=labels,
)
