"""What follows from what is asked of a campaign."""

from collections.abc import Sequence
from typing import assert_never

from domain.campaign.commands import (
    ApproveCampaign,
    CampaignCommand,
    CloseCampaign,
    DrawTargets,
    PlanCampaign,
    RecordContact,
)
from domain.campaign.events import (
    CampaignApproved,
    CampaignClosed,
    CampaignEvent,
    CampaignPlanned,
    ContactRecorded,
    TargetsDrawn,
)
from domain.campaign.rules import (
    APPROVED_BEFORE_CONTACT,
    APPROVED_BY_A_SECOND,
    APPROVED_WORDING,
    CAMPAIGN_IS_OPEN,
    CONTACTED_WITHIN_THE_PLAN,
    NO_MORE_MEANS_NO_MORE,
    ONE_CAMPAIGN_A_NUMBER,
    PLAN_IS_WHOLE,
    TARGETS_ARE_CUSTOMERS,
)
from domain.campaign.state import Planned
from domain.facts.duty import require_not_connected, require_post
from domain.facts.staff import HEADS, MARKETING, Post


def decide(command: CampaignCommand, campaign: Planned) -> Sequence[CampaignEvent]:
    """Return what follows from a command."""
    match command:
        case PlanCampaign():
            return plan_campaign(command, campaign)
        case DrawTargets():
            return draw_targets(command, campaign)
        case ApproveCampaign():
            return approve_campaign(command, campaign)
        case RecordContact():
            return record_contact(command, campaign)
        case CloseCampaign():
            return close_campaign(command, campaign)
    assert_never(command)


def plan_campaign(command: PlanCampaign, campaign: Planned) -> Sequence[CampaignEvent]:
    """Plan a campaign; () where the same is planned."""
    plan = CampaignPlanned(
        title=command.title,
        unit_id=command.unit_id,
        product_id=command.product_id,
        scenario=command.scenario,
        segment=command.segment,
        wordings=command.wordings,
        since=command.since,
        until=command.until,
        planned_by=command.actor,
    )
    if campaign.plan == plan:
        return ()
    require_post(command.staff, command.today, MARKETING)
    ONE_CAMPAIGN_A_NUMBER.require(campaign.plan is None, campaign_id=command.campaign_id)
    PLAN_IS_WHOLE.require(
        command.today <= command.since <= command.until and bool(command.wordings),
        since=command.since,
        until=command.until,
    )
    return (plan,)


def draw_targets(command: DrawTargets, campaign: Planned) -> Sequence[CampaignEvent]:
    """Draw the list, also anew; () where the same was drawn."""
    drawn = TargetsDrawn(
        targets=command.targets, drawn_on=command.drawn_on, known_by=command.known_by
    )
    if campaign.drawn == drawn:
        return ()
    _require_open(command, campaign)
    found = {party.customer_id for party in command.parties or ()}
    once = len(set(command.targets)) == len(command.targets) > 0
    TARGETS_ARE_CUSTOMERS.require(
        once and found == set(command.targets) and command.drawn_on <= command.today,
        targets=len(command.targets),
        found=len(found),
    )
    return (drawn,)


def approve_campaign(command: ApproveCampaign, campaign: Planned) -> Sequence[CampaignEvent]:
    """Approve list and wordings; () where they are approved."""
    if campaign.approved is not None:
        return ()
    plan = _require_open(command, campaign)
    require_post(command.staff, command.today, (*HEADS, Post.RELATIONSHIP_HEAD))
    APPROVED_BY_A_SECOND.require(
        campaign.drawn is not None and command.actor != plan.planned_by, actor=command.actor
    )
    return (CampaignApproved(approved_by=command.actor, document=command.document),)


def record_contact(command: RecordContact, campaign: Planned) -> Sequence[CampaignEvent]:
    """Record a contact; () where the same is on record."""
    contact = ContactRecorded(
        visit_no=command.visit_no,
        customer_id=command.customer_id,
        wording=command.wording,
        contacted_on=command.contacted_on,
        reply=command.reply,
        contacted_by=command.actor,
    )
    if campaign.contacts.get(command.visit_no) == contact:
        return ()
    plan = _require_open(command, campaign)
    assert command.staff is not None
    require_not_connected(command.staff, command.customer_id)
    _require_approved(command, campaign)
    APPROVED_WORDING.require(1 <= command.wording <= len(plan.wordings), wording=command.wording)
    CONTACTED_WITHIN_THE_PLAN.require(
        command.visit_no not in campaign.contacts
        and plan.since <= command.contacted_on <= min(plan.until, command.today),
        contacted_on=command.contacted_on,
    )
    return (contact,)


def close_campaign(command: CloseCampaign, campaign: Planned) -> Sequence[CampaignEvent]:
    """Close a campaign; () where it is closed."""
    if campaign.closed is not None:
        return ()
    _require_open(command, campaign)
    return (CampaignClosed(result=command.result),)


def _require_open(
    command: DrawTargets | ApproveCampaign | RecordContact | CloseCampaign, campaign: Planned
) -> CampaignPlanned:
    require_post(command.staff, command.today, MARKETING)
    CAMPAIGN_IS_OPEN.require(
        campaign.plan is not None and campaign.closed is None, campaign_id=command.campaign_id
    )
    assert campaign.plan is not None
    return campaign.plan


def _require_approved(command: RecordContact, campaign: Planned) -> None:
    drawn = campaign.drawn
    APPROVED_BEFORE_CONTACT.require(
        campaign.approved is not None
        and drawn is not None
        and command.customer_id in drawn.targets,
        customer_id=command.customer_id,
    )
    NO_MORE_MEANS_NO_MORE.require(
        command.customer_id not in campaign.silent, customer_id=command.customer_id
    )
