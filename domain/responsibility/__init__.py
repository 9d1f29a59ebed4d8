"""Who answers for the file of a customer or a loan (经办责任人), from when to when.

Somebody is assigned to a file for which nobody answers; from then on responsibility moves by a
handover that both officers have signed, and by nothing else.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.responsibility import labels, rules
from domain.responsibility.commands import ResponsibilityCommand
from domain.responsibility.decisions import decide
from domain.responsibility.events import ResponsibilityEvent
from domain.responsibility.state import Answering, evolve, fact
from domain.ties import MoveResponsibility

__all__ = ["RESPONSIBILITY", "Answering"]

RESPONSIBILITY: Final[Decider[ResponsibilityCommand, Answering, ResponsibilityEvent]] = Decider(
    category="responsibility",
    identity="file_id",
    initial=Answering(),
    decide=decide,
    evolve=evolve,
    commands=get_args(ResponsibilityCommand),
    events=get_args(ResponsibilityEvent),
    fact=fact,
    internal=(MoveResponsibility,),
    rules=(rules,),
    labels=labels,
)
