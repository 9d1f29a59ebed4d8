"""A checklist: which documents the credit file of a kind of customer must hold, from day to day.

There is one stream for each kind of customer; setting it again replaces it from a day on.
"""

from typing import Final

from domain.checklist import labels, rules
from domain.checklist.commands import ChecklistCommand, SetChecklist
from domain.checklist.decisions import decide
from domain.checklist.events import ChecklistEvent, ChecklistSet
from domain.checklist.state import Checklist, evolve, fact
from domain.decider import Decider

CHECKLIST: Final[Decider[ChecklistCommand, Checklist, ChecklistEvent]] = Decider(
    category="checklist",
    identity="kind",
    initial=Checklist(),
    decide=decide,
    evolve=evolve,
    commands=(SetChecklist,),
    events=(ChecklistSet,),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
