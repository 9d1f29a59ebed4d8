"""The relationship with a customer: who decides there, what is heard, and how they are served.

It begins with the first entry and has no end.  What is known of people is sealed under the
customer's key; a priority makes nothing but the waiting shorter.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.relationship import labels, rules
from domain.relationship.commands import RelationshipCommand
from domain.relationship.decisions import decide
from domain.relationship.events import RelationshipEvent
from domain.relationship.evolution import evolve
from domain.relationship.service import rules as service_rules
from domain.relationship.state import Known, fact

RELATIONSHIP: Final[Decider[RelationshipCommand, Known, RelationshipEvent]] = Decider(
    category="relationship",
    identity="customer_id",
    initial=Known(),
    decide=decide,
    evolve=evolve,
    commands=get_args(RelationshipCommand),
    events=get_args(RelationshipEvent),
    fact=fact,
    rules=(rules, service_rules),
    labels=labels,
)
