"""A guarantee: somebody else answers for a borrower's debt.

What the contract leaves open is read as the law reads it, with a finding that says so.  It counts
against what the guarantor can guarantee in all, until it is released.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.guarantee import labels, rules
from domain.guarantee.commands import GuaranteeCommand
from domain.guarantee.decisions import decide, guards
from domain.guarantee.events import GuaranteeEvent
from domain.guarantee.state import State, evolve, fact

GUARANTEE: Final[Decider[GuaranteeCommand, State, GuaranteeEvent]] = Decider(
    category="guarantee",
    identity="guarantee_id",
    initial=None,
    decide=decide,
    evolve=evolve,
    commands=get_args(GuaranteeCommand),
    events=get_args(GuaranteeEvent),
    guards=guards,
    fact=fact,
    rules=(rules,),
    labels=labels,
)
