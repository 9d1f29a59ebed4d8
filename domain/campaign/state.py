"""A campaign as known."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import frozen

from domain.campaign.commands import Reply
from domain.campaign.events import (
    CampaignApproved,
    CampaignClosed,
    CampaignEvent,
    CampaignPlanned,
    ContactRecorded,
    TargetsDrawn,
)


@frozen(kw_only=True)
class Planned:
    """A campaign, its list, approval and contacts; plan is None before it is planned."""

    plan: CampaignPlanned | None = None
    drawn: TargetsDrawn | None = None
    approved: CampaignApproved | None = None
    contacts: Mapping[str, ContactRecorded] = attrs.field(factory=dict)
    closed: CampaignClosed | None = None

    @property
    def silent(self) -> frozenset[str]:
        """The customers who asked not to be contacted any more."""
        contacts = self.contacts.values()
        return frozenset(one.customer_id for one in contacts if one.reply is Reply.NO_MORE)


def evolve(campaign: Planned, event: CampaignEvent) -> Planned:
    """Return the campaign after an event; a list that is drawn anew awaits approval."""
    match event:
        case CampaignPlanned():
            return attrs.evolve(campaign, plan=event)
        case TargetsDrawn():
            return attrs.evolve(campaign, drawn=event, approved=None)
        case CampaignApproved():
            return attrs.evolve(campaign, approved=event)
        case ContactRecorded():
            return attrs.evolve(campaign, contacts={**campaign.contacts, event.visit_no: event})
        case CampaignClosed():
            return attrs.evolve(campaign, closed=event)
    assert_never(event)
