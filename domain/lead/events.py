"""What has happened to a lead: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.channel import Channel
from domain.ids import (
    ApplicationId,
    CampaignId,
    CustomerId,
    Digest,
    Name,
    ProductId,
    StaffId,
    UnitId,
    VisitNo,
)
from domain.lead.commands import Chain, ContactWay, Stage


@frozen(kw_only=True)
class LeadCaptured:
    """A lead was found."""

    unit_id: UnitId
    channel: Channel
    found_on: date
    customer_id: CustomerId | None
    scenario: Name | None
    segment: Name | None
    campaign_id: CampaignId | None
    referred_by: CustomerId | None
    core_customer_id: CustomerId | None
    chain: Chain | None
    says: str | None
    captured_by: StaffId


@frozen(kw_only=True)
class LeadIdentified:
    """It is known which customer the lead is about."""

    customer_id: CustomerId


@frozen(kw_only=True)
class LeadAdvanced:
    """The lead has come further."""

    stage: Stage
    since: date
    reason: str


@frozen(kw_only=True)
class VisitRecorded:
    """Somebody was met."""

    visit_no: VisitNo
    way: ContactWay
    visited_on: date
    place: str
    result: str
    evidence: Digest | None
    visited_by: StaffId


@frozen(kw_only=True)
class NeedsNoted:
    """An interview found what is needed."""

    situation: str
    problem: str
    implication: str
    need_payoff: str


@frozen(kw_only=True)
class ProductRecommended:
    """A product was recommended."""

    product_id: ProductId
    reason: str


@frozen(kw_only=True)
class OutcomeRecorded:
    """The product that was recommended was taken, or not."""

    product_id: ProductId
    taken: bool
    reason: str


@frozen(kw_only=True)
class LeadConverted:
    """The customer has applied for credit."""

    application_id: ApplicationId
    customer_id: CustomerId
    converted_by: StaffId
    since: date


@frozen(kw_only=True)
class LeadLost:
    """The lead was given up."""

    reason: str
    since: date


LeadEvent = (
    LeadCaptured
    | LeadIdentified
    | LeadAdvanced
    | VisitRecorded
    | NeedsNoted
    | ProductRecommended
    | OutcomeRecorded
    | LeadConverted
    | LeadLost
)
