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
class OfLead:
    """What every act on a lead names: which, and who acts on which day."""

    lead_id: LeadId
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class CaptureLead(OfLead):
    """Capture a lead: how it was found, and what is known of it, without personal data."""

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
    customer: Party | None = looked_up("customer", by="customer_id")
    core: Party | None = looked_up("customer", by="core_customer_id")


@frozen(kw_only=True)
class IdentifyLead(OfLead):
    """Say which customer on record a lead is about."""

    customer_id: CustomerId
    customer: Party | None = looked_up("customer", by="customer_id")


@frozen(kw_only=True)
class AdvanceLead(OfLead):
    """Move a lead on in the funnel."""

    stage: Stage
    reason: str


@frozen(kw_only=True)
class RecordVisit(OfLead):
    """Record a visit or another contact: when, where, with what result and evidence."""

    visit_no: VisitNo
    way: ContactWay
    visited_on: date
    place: str  # Without personal data.
    result: str
    evidence: Digest | None = None  # Of a photo or a signed slip.


@frozen(kw_only=True)
class NoteNeeds(OfLead):
    """Note what a structured interview found: situation to payoff (SPIN)."""

    situation: str  # All four without personal data.
    problem: str
    implication: str
    need_payoff: str


@frozen(kw_only=True)
class RecommendProduct(OfLead):
    """Recommend a product to somebody who may need it, also beside what they have."""

    product_id: ProductId
    reason: str
    terms: Dated[Terms | None] | None = looked_up("product", by="product_id")


@frozen(kw_only=True)
class RecordOutcome(OfLead):
    """Record what became of a recommendation."""

    product_id: ProductId
    taken: bool
    reason: str


@frozen(kw_only=True)
class ConvertLead(OfLead):
    """Convert a lead: its customer has applied for credit."""

    application_id: ApplicationId
    application: Application | None = looked_up("credit_application", by="application_id")


@frozen(kw_only=True)
class LoseLead(OfLead):
    """Give a lead up."""

    reason: str


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
