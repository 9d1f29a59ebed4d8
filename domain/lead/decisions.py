"""What follows from what is asked of a lead."""

from collections.abc import Sequence
from typing import Final, assert_never

from domain.facts.duty import require_not_connected, require_post
from domain.facts.staff import MARKETING
from domain.lead.commands import (
    AdvanceLead,
    CaptureLead,
    ConvertLead,
    IdentifyLead,
    LeadCommand,
    LoseLead,
    NoteNeeds,
    RecommendProduct,
    RecordOutcome,
    RecordVisit,
    Stage,
)
from domain.lead.events import (
    LeadAdvanced,
    LeadCaptured,
    LeadConverted,
    LeadEvent,
    LeadIdentified,
    LeadLost,
)
from domain.lead.meeting import note_needs, recommend_product, record_outcome, record_visit
from domain.lead.rules import (
    CHAIN_HAS_A_CORE,
    CONVERTED_BY_ITS_CUSTOMER,
    FOUND_ON_A_DAY_PAST,
    FUNNEL_GOES_ON,
    LEAD_IS_A_CUSTOMER,
    ONE_LEAD_A_NUMBER,
)
from domain.lead.state import Prospect
from domain.lead.working import require_work

_STAGES: Final = tuple(Stage)


def decide(command: LeadCommand, lead: Prospect) -> Sequence[LeadEvent]:
    """Return what follows from a command."""
    match command:
        case CaptureLead():
            return capture_lead(command, lead)
        case IdentifyLead():
            return identify_lead(command, lead)
        case AdvanceLead():
            return advance_lead(command, lead)
        case RecordVisit():
            return record_visit(command, lead)
        case NoteNeeds():
            return note_needs(command, lead)
        case RecommendProduct():
            return recommend_product(command, lead)
        case RecordOutcome():
            return record_outcome(command, lead)
        case ConvertLead():
            return convert_lead(command, lead)
        case LoseLead():
            return lose_lead(command, lead)
    assert_never(command)


def capture_lead(command: CaptureLead, lead: Prospect) -> Sequence[LeadEvent]:
    """Capture a lead; () where the same was captured."""
    captured = LeadCaptured(
        unit_id=command.unit_id,
        channel=command.channel,
        found_on=command.found_on,
        customer_id=command.customer_id,
        scenario=command.scenario,
        segment=command.segment,
        campaign_id=command.campaign_id,
        referred_by=command.referred_by,
        core_customer_id=command.core_customer_id,
        chain=command.chain,
        says=command.says,
        captured_by=command.actor,
    )
    if lead.captured == captured:
        return ()
    staff = require_post(command.staff, command.today, MARKETING)
    require_not_connected(staff, command.customer_id)
    ONE_LEAD_A_NUMBER.require(lead.captured is None, lead_id=command.lead_id)
    FOUND_ON_A_DAY_PAST.require(command.found_on <= command.today, found_on=command.found_on)
    LEAD_IS_A_CUSTOMER.require(
        (command.customer_id is None) == (command.customer is None),
        customer_id=command.customer_id,
    )
    CHAIN_HAS_A_CORE.require(
        (command.chain is None) == (command.core_customer_id is None) == (command.core is None),
        core_customer_id=command.core_customer_id,
    )
    return (captured,)


def identify_lead(command: IdentifyLead, lead: Prospect) -> Sequence[LeadEvent]:
    """Say whom a lead is about; () where it is known so."""
    if lead.customer_id == command.customer_id:
        return ()
    staff = require_work(command, lead)
    require_not_connected(staff, command.customer_id)
    LEAD_IS_A_CUSTOMER.require(
        lead.customer_id is None and command.customer is not None,
        customer_id=command.customer_id,
    )
    return (LeadIdentified(customer_id=command.customer_id),)


def advance_lead(command: AdvanceLead, lead: Prospect) -> Sequence[LeadEvent]:
    """Move a lead on; () where it is there."""
    if lead.captured and lead.stage is command.stage:
        return ()
    require_work(command, lead)
    forward = _STAGES.index(command.stage) > _STAGES.index(lead.stage)
    FUNNEL_GOES_ON.require(
        forward and command.stage is not Stage.CLOSE, stage=command.stage, now=lead.stage
    )
    advanced = LeadAdvanced(stage=command.stage, since=command.today, reason=command.reason)
    return (advanced,)


def convert_lead(command: ConvertLead, lead: Prospect) -> Sequence[LeadEvent]:
    """Convert a lead by an application; () where that converted it."""
    ended, application = lead.ended, command.application
    if isinstance(ended, LeadConverted) and ended.application_id == command.application_id:
        return ()
    require_work(command, lead)
    CONVERTED_BY_ITS_CUSTOMER.require(
        application is not None and application.customer_id == lead.customer_id,
        application_id=command.application_id,
        customer_id=lead.customer_id,
    )
    assert application is not None
    converted = LeadConverted(
        application_id=command.application_id,
        customer_id=application.customer_id,
        converted_by=command.actor,
        since=command.today,
    )
    return (converted,)


def lose_lead(command: LoseLead, lead: Prospect) -> Sequence[LeadEvent]:
    """Give a lead up; () where it was given up."""
    if isinstance(lead.ended, LeadLost):
        return ()
    require_work(command, lead)
    return (LeadLost(reason=command.reason, since=command.today),)
