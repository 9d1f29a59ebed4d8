"""A campaign (营销活动): a plan, a list drawn by a named rule, wordings, contacts and results.

Nobody is contacted before a second person has approved the list and the wordings, by any other
wording, or after they asked not to be.
"""

from typing import Final, get_args

from domain.campaign import labels, rules
from domain.campaign.commands import CampaignCommand
from domain.campaign.decisions import decide
from domain.campaign.events import CampaignEvent
from domain.campaign.state import Planned, evolve
from domain.decider import Decider

__all__ = ["CAMPAIGN", "Planned"]

CAMPAIGN: Final[Decider[CampaignCommand, Planned, CampaignEvent]] = Decider(
    category="campaign",
    identity="campaign_id",
    initial=Planned(),
    decide=decide,
    evolve=evolve,
    commands=get_args(CampaignCommand),
    events=get_args(CampaignEvent),
    rules=(rules,),
    labels=labels,
)
