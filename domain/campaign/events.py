"""What has happened to a campaign: the contract with history."""

from datetime import date

from attrs import frozen

from domain.campaign.commands import Reply, Segment
from domain.fields import last_day
from domain.ids import Count, CustomerId, Digest, Name, ProductId, StaffId, UnitId, VisitNo


@frozen(kw_only=True)
class CampaignPlanned:
    """A campaign is planned."""

    title: str
    unit_id: UnitId
    product_id: ProductId
    scenario: Name | None
    segment: Segment
    wordings: tuple[str, ...]
    since: date
    until: date = last_day()
    planned_by: StaffId


@frozen(kw_only=True)
class TargetsDrawn:
    """The list was drawn by the rule of the plan, on two dates by which it can be drawn again."""

    targets: tuple[CustomerId, ...]
    drawn_on: date
    known_by: Count


@frozen(kw_only=True)
class CampaignApproved:
    """The list and the wordings may be used."""

    approved_by: StaffId
    document: Digest


@frozen(kw_only=True)
class ContactRecorded:
    """Somebody on the list was contacted."""

    visit_no: VisitNo
    customer_id: CustomerId
    wording: Count
    contacted_on: date
    reply: Reply
    contacted_by: StaffId


@frozen(kw_only=True)
class CampaignClosed:
    """The campaign is over."""

    result: str


CampaignEvent = CampaignPlanned | TargetsDrawn | CampaignApproved | ContactRecorded | CampaignClosed
