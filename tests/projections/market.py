"""Events of finding customers: a lead, a campaign, a note, a reception and a target."""

from datetime import date
from typing import Any, Final

from domain.campaign.commands import Lending, Reply, Segment
from domain.campaign.events import CampaignPlanned, ContactRecorded, TargetsDrawn
from domain.facts.channel import Channel
from domain.kinds import CustomerKind
from domain.lead.commands import ContactWay
from domain.lead.events import LeadCaptured, VisitRecorded
from domain.market_note.commands import Matter
from domain.market_note.events import MarketNoteRecorded
from domain.money import Money
from domain.reception.commands import Concern, Settled
from domain.reception.events import EnquiryRegistered
from domain.sales_target.events import SalesTargetSet

DAY: Final = date(2026, 3, 2)
CAPTURED: Final = LeadCaptured(
    unit_id="B1",
    channel=Channel.VISIT,
    found_on=DAY,
    customer_id="C1",
    scenario="harvest",
    segment=None,
    campaign_id="M1",
    referred_by=None,
    core_customer_id=None,
    chain=None,
    says=None,
    captured_by="wang",
)
VISITED: Final = VisitRecorded(
    visit_no="V1",
    way=ContactWay.ON_SITE,
    visited_on=DAY,
    place="market",
    result="interested",
    evidence=None,
    visited_by="wang",
)
PLANNED: Final = CampaignPlanned(
    title="Spring seed",
    unit_id="B1",
    product_id="P1",
    scenario=None,
    segment=Segment(
        name="growers", version="1", kinds=(CustomerKind.NATURAL_PERSON,), lending=Lending.ANY
    ),
    wordings=("春耕贷款",),
    since=DAY,
    until=date(2026, 4, 30),
    planned_by="wang",
)
DRAWN: Final = TargetsDrawn(targets=("C1",), drawn_on=DAY, known_by=0)
CONTACTED: Final = ContactRecorded(
    visit_no="V2",
    customer_id="C1",
    wording=1,
    contacted_on=DAY,
    reply=Reply.INTERESTED,
    contacted_by="wang",
)
NOTED: Final = MarketNoteRecorded(
    unit_id="B1",
    matter=Matter.COMPETITOR,
    noted_on=DAY,
    title="Seed loans next door",
    says="4.2 percent",
    source="poster",
    evidence=None,
    recorded_by="wang",
)
CAME: Final = EnquiryRegistered(
    unit_id="B1",
    on=DAY,
    enquiry_id="1",
    concern=Concern.NEW_LOAN,
    settled=Settled.LEAD,
    customer_id=None,
    says=None,
    greeted_by="wang",
)
AIMED: Final = SalesTargetSet(
    staff_id="wang",
    month="2026-03",
    leads=4,
    loans=2,
    amount=Money(5_000_000),
    reason="plan",
    set_by="bai",
)
MARKET: Final[dict[str, tuple[Any, ...]]] = {
    "lead-N1": (CAPTURED, VISITED),
    "campaign-M1": (PLANNED, DRAWN, CONTACTED),
    "market_note-I1": (NOTED,),
    "reception-B1@2026-03-02": (CAME,),
    "sales_target-wang:2026-03": (AIMED,),
}
