"""Collateral: what is mortgaged or pledged for a debt.

It is registered with the owner's title, valued again and again, bound by security contracts up to
what may be lent on its value, and its right is registered.  Its papers lie in the vault under two
keys.  In the end it is released, when all that it secures has ended, or realised.
"""

from typing import Final, get_args

from domain.collateral import labels, rules
from domain.collateral.commands import CollateralCommand
from domain.collateral.decisions import decide
from domain.collateral.events import CollateralEvent
from domain.collateral.state import State, evolve, fact
from domain.decider import Decider

COLLATERAL: Final[Decider[CollateralCommand, State, CollateralEvent]] = Decider(
    category="collateral",
    identity="collateral_id",
    initial=None,
    decide=decide,
    evolve=evolve,
    commands=get_args(CollateralCommand),
    events=get_args(CollateralEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
