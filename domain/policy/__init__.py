"""The credit policy of an institution: one book of parameters, texts, standards and capital.

What is set holds from its day on; what was entered wrongly is corrected by an entry of its own, so
that nothing is lost.  Where the book says nothing, what ships with the program holds.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.policy import labels, rules
from domain.policy.commands import PolicyCommand
from domain.policy.decisions import decide
from domain.policy.events import PolicyEvent
from domain.policy.state import Policy, evolve, fact

POLICY: Final[Decider[PolicyCommand, Policy, PolicyEvent]] = Decider(
    category="policy",
    identity="book",
    initial=Policy(),
    decide=decide,
    evolve=evolve,
    commands=get_args(PolicyCommand),
    events=get_args(PolicyEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
