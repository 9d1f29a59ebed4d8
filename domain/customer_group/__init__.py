"""A group of customers that counts as one risk: a corporate group, a household, a joint guarantee.

It is formed with its first members; others join and leave by date, and nobody is struck out.
"""

from typing import Final, get_args

from domain.customer_group import labels, rules
from domain.customer_group.commands import GroupCommand
from domain.customer_group.decisions import decide
from domain.customer_group.events import GroupEvent
from domain.customer_group.state import UNFORMED, Group, evolve, fact
from domain.decider import Decider

CUSTOMER_GROUP: Final[Decider[GroupCommand, Group, GroupEvent]] = Decider(
    category="customer_group",
    identity="group_id",
    initial=UNFORMED,
    decide=decide,
    evolve=evolve,
    commands=get_args(GroupCommand),
    events=get_args(GroupEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
