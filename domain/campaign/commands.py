"""What may be asked of a campaign: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import (
    CampaignId,
    Count,
    CustomerId,
    Digest,
    Name,
    ProductId,
    UnitId,
    VersionName,
    VisitNo,
)
from domain.kinds import CustomerKind
from domain.party import Party


class Lending(StrEnum):
    """How a customer of a segment stands with us as a borrower."""

    ANY = "any"
    NONE = "no_loan"
    OPEN = "open_loan"
    PAST = "past_loan"


class Reply(StrEnum):
    """What somebody who was contacted said."""

    INTERESTED = "interested"
    ANOTHER_TIME = "another_time"
    NOT_INTERESTED = "not_interested"
    NOT_REACHED = "not_reached"
    NO_MORE = "no_more"  # They asked not to be contacted any more.


@frozen(kw_only=True)
class Segment:
    """A rule that draws a list of customers, by name and version."""

    name: Name
    version: VersionName
    kinds: tuple[CustomerKind, ...]  # () for any.
    lending: Lending
    model: VersionName | None = None  # The version of a model that ranked the list, where one did.


@frozen(kw_only=True)
class OfCampaign:
    """What every act on a campaign names: which, and who acts on which day."""

    campaign_id: CampaignId
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class PlanCampaign(OfCampaign):
    """Plan a campaign: for what, in which scene, to whom, in which words, until when."""

    title: str
    unit_id: UnitId
    product_id: ProductId
    scenario: Name | None = None
    segment: Segment
    wordings: tuple[str, ...]  # What may be said; contacts name one by its number from 1.
    since: date
    until: date


@frozen(kw_only=True)
class DrawTargets(OfCampaign):
    """Draw the list of a campaign, as the view `segment` gave it on two dates."""

    targets: tuple[CustomerId, ...]
    drawn_on: date  # in_effect_on of the view's answer.
    known_by: Count  # known_by of the view's answer.
    parties: tuple[Party, ...] | None = looked_up("customer", by="targets")


@frozen(kw_only=True)
class ApproveCampaign(OfCampaign):
    """Approve the list and the wordings of a campaign, as a second person."""

    document: Digest  # Of the opinion on conduct (营销合规审查).


@frozen(kw_only=True)
class RecordContact(OfCampaign):
    """Record that somebody on the list was contacted, in which words, and what they said."""

    visit_no: VisitNo
    customer_id: CustomerId
    wording: Count  # Its number, from 1.
    contacted_on: date
    reply: Reply


@frozen(kw_only=True)
class CloseCampaign(OfCampaign):
    """Close a campaign, with what was learned."""

    result: str


CampaignCommand = PlanCampaign | DrawTargets | ApproveCampaign | RecordContact | CloseCampaign
