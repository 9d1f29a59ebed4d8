"""A mandate (授权): who may decide on what, from when to when.

It is granted to whoever holds a post at a unit or to a committee, or delegated to a person
(转授权), never beyond what it was delegated from and never longer.  It is suspended, restored and
revoked from the day of doing so on; where its dates were recorded wrongly, a correction says what
they are and what they were, so that every decision that relied on it can be looked at again.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.mandate import labels, rules
from domain.mandate.commands import MandateCommand
from domain.mandate.decisions import decide
from domain.mandate.events import MandateEvent
from domain.mandate.following import guards
from domain.mandate.state import Standing, evolve, fact
from domain.ties import FollowParent, TieDelegation

__all__ = ["MANDATE", "Standing"]

MANDATE: Final[Decider[MandateCommand, Standing, MandateEvent]] = Decider(
    category="mandate",
    identity="mandate_id",
    initial=Standing(),
    decide=decide,
    evolve=evolve,
    commands=get_args(MandateCommand),
    events=get_args(MandateEvent),
    fact=fact,
    guards=guards,
    internal=(TieDelegation, FollowParent),
    rules=(rules,),
    labels=labels,
)
