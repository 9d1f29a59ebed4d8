"""What may be asked of a lead: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.dated import Dated
from domain.facts.application import Application
from domain.facts.channel import Channel
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import (
    ApplicationId,
    CampaignId,
    CustomerId,
    Digest,
    LeadId,
    Name,
    ProductId,
    UnitId,
    VisitNo,
)
from domain.party import Party
from domain.terms import Terms


class Stage(StrEnum):
    """The stages of the funnel (寻找-了解-触达-达成), the first first."""

    FIND = "find"
    KNOW = "know"
    REACH = "reach"
    CLOSE = "close"


class Chain(StrEnum):
    """On which side of a core customer somebody trades."""

    UPSTREAM = "upstream"
    DOWNSTREAM = "downstream"


class ContactWay(StrEnum):
    """How somebody was met."""

    ON_SITE = "on_site"
    BY_TELEPHONE = "by_telephone"
    MESSAGE_SENT = "message_sent"
    AT_THE_COUNTER = "at_the_counter"


@frozen(kw_only=True)
class CaptureLead:
    """Capture a lead: how it was found, and what is known of it, without personal data."""

    lead_id: LeadId
    unit_id: UnitId
    channel: Channel
    found_on: date
    customer_id: CustomerId | None = None  # None while nobody is registered for it.
    scenario: Name | None = None  # The scene in which it arose: "harvest", "market_day".
    segment: Name | None = None
    campaign_id: CampaignId | None = None
    referred_by: CustomerId | None = None
    core_customer_id: CustomerId | None = None  # Whose supply chain it belongs to.
    chain: Chain | None = None
    says: str | None = None  # Without personal data.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    customer: Party | None = looked_up("customer", by="customer_id")
    core: Party | None = looked_up("customer", by="core_customer_id")


@frozen(kw_only=True)
class IdentifyLead:
    """Say which customer on record a lead is about."""

    lead_id: LeadId
    customer_id: CustomerId
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    customer: Party | None = looked_up("customer", by="customer_id")


@frozen(kw_only=True)
class AdvanceLead:
    """Move a lead on in the funnel."""

    lead_id: LeadId
    stage: Stage
    reason: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class RecordVisit:
    """Record a visit or another contact: when, where, with what result and evidence."""

    lead_id: LeadId
    visit_no: VisitNo
    way: ContactWay
    visited_on: date
    place: str  # Without personal data.
    result: str
    evidence: Digest | None = None  # Of a photo or a signed slip.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class NoteNeeds:
    """Note what a structured interview found: situation to payoff (SPIN)."""

    lead_id: LeadId
    situation: str  # All four without personal data.
    problem: str
    implication: str
    need_payoff: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class RecommendProduct:
    """Recommend a product to somebody who may need it, also beside what they have."""

    lead_id: LeadId
    product_id: ProductId
    reason: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    terms: Dated[Terms | None] | None = looked_up("product", by="product_id")


@frozen(kw_only=True)
class RecordOutcome:
    """Record what became of a recommendation."""

    lead_id: LeadId
    product_id: ProductId
    taken: bool
    reason: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class ConvertLead:
    """Convert a lead: its customer has applied for credit."""

    lead_id: LeadId
    application_id: ApplicationId
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    application: Application | None = looked_up("credit_application", by="application_id")


@frozen(kw_only=True)
class LoseLead:
    """Give a lead up."""

    lead_id: LeadId
    reason: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


LeadCommand = (
    CaptureLead
    | IdentifyLead
    | AdvanceLead
    | RecordVisit
    | NoteNeeds
    | RecommendProduct
    | RecordOutcome
    | ConvertLead
    | LoseLead
)
