"""A lead (营销线索): how a customer was found, got to know, reached and won, or lost.

It holds nothing personal: whom it is about is a customer on record, also where they are no more
than a prospect, so that there is one place where a person is kept, sealed and erased.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.lead import labels, rules
from domain.lead.commands import LeadCommand
from domain.lead.decisions import decide
from domain.lead.events import LeadEvent
from domain.lead.state import Prospect, evolve

__all__ = ["LEAD", "Prospect"]

LEAD: Final[Decider[LeadCommand, Prospect, LeadEvent]] = Decider(
    category="lead",
    identity="lead_id",
    initial=Prospect(),
    decide=decide,
    evolve=evolve,
    commands=get_args(LeadCommand),
    events=get_args(LeadEvent),
    rules=(rules,),
    labels=labels,
)
