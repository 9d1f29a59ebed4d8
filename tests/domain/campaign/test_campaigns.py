"""Nobody is contacted before a second person approved whom, and in which words."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.campaign import CAMPAIGN
from domain.campaign.commands import (
    ApproveCampaign,
    CloseCampaign,
    DrawTargets,
    Lending,
    PlanCampaign,
    RecordContact,
    Reply,
    Segment,
)
from domain.campaign.events import (
    CampaignApproved,
    CampaignClosed,
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
from domain.facts.duty import ACTOR_HOLDS_THE_POST, CONNECTED_STAY_OUT
from domain.facts.staff import Post
from domain.kinds import CustomerKind
from domain.party import Party, Standing
from tests.department import DAY, DIGEST, TODAY, staff
from tests.specs import given

WANG, BAI = staff("wang", Post.RELATIONSHIP_MANAGER), staff("bai", Post.BRANCH_HEAD)
BY: dict[str, Any] = {"campaign_id": "M1", "actor": "wang", "today": TODAY, "staff": WANG}
SEGMENT = Segment(
    name="growers", version="1", kinds=(CustomerKind.FARM_HOUSEHOLD,), lending=Lending.NONE
)
TOLD: dict[str, Any] = {
    "title": "Spring seed",
    "unit_id": "B1",
    "product_id": "P1",
    "scenario": "spring",
    "segment": SEGMENT,
    "wordings": ("春耕贷款，年利率以合同为准。",),
    "since": TODAY,
    "until": date(2026, 4, 30),
}
PLAN, PLANNED = PlanCampaign(**TOLD, **BY), CampaignPlanned(planned_by="wang", **TOLD)
LIST: dict[str, Any] = {"targets": ("C1", "C2"), "drawn_on": TODAY, "known_by": 7}
PARTIES = (Party("C1", Standing.ACTIVE), Party("C2", Standing.ACTIVE))
DRAW, DRAWN = DrawTargets(parties=PARTIES, **LIST, **BY), TargetsDrawn(**LIST)
APPROVE = ApproveCampaign(document=DIGEST, **{**BY, "actor": "bai", "staff": BAI})
APPROVED = CampaignApproved(approved_by="bai", document=DIGEST)
SAID: dict[str, Any] = {
    "visit_no": "V1",
    "customer_id": "C1",
    "wording": 1,
    "contacted_on": TODAY,
    "reply": Reply.INTERESTED,
}
CONTACT, CONTACTED = RecordContact(**SAID, **BY), ContactRecorded(contacted_by="wang", **SAID)
CLOSED = CampaignClosed(result="two loans")
READY = (PLANNED, DRAWN, APPROVED)


def test_a_campaign_is_planned_whole():
    given(CAMPAIGN).when(PLAN).then(PLANNED)
    given(CAMPAIGN, PLANNED).when(PLAN).then_nothing()
    other = evolve(PLAN, title="x")
    given(CAMPAIGN, PLANNED).when(other).then_refused(ONE_CAMPAIGN_A_NUMBER)
    for lacking in (evolve(PLAN, wordings=()), evolve(PLAN, since=TODAY - DAY)):
        given(CAMPAIGN).when(lacking).then_refused(PLAN_IS_WHOLE)


def test_a_list_holds_customers_each_once():
    given(CAMPAIGN, PLANNED).when(DRAW).then(DRAWN)
    given(CAMPAIGN, PLANNED, DRAWN).when(DRAW).then_nothing()
    for wrong in (
        evolve(DRAW, parties=PARTIES[:1]),
        evolve(DRAW, targets=("C1", "C1")),
        evolve(DRAW, targets=(), parties=()),
        evolve(DRAW, drawn_on=TODAY + DAY),
    ):
        given(CAMPAIGN, PLANNED).when(wrong).then_refused(TARGETS_ARE_CUSTOMERS)


def test_a_second_person_approves_list_and_wordings():
    given(CAMPAIGN, PLANNED, DRAWN).when(APPROVE).then(APPROVED)
    given(CAMPAIGN, *READY).when(APPROVE).then_nothing()
    given(CAMPAIGN, PLANNED).when(APPROVE).then_refused(APPROVED_BY_A_SECOND)
    own = evolve(APPROVE, actor="wang")
    given(CAMPAIGN, PLANNED, DRAWN).when(own).then_refused(APPROVED_BY_A_SECOND)
    officer = evolve(APPROVE, actor="li", staff=staff("li", Post.RELATIONSHIP_MANAGER))
    given(CAMPAIGN, PLANNED, DRAWN).when(officer).then_refused(ACTOR_HOLDS_THE_POST)


@pytest.mark.row("MK-07", "MK-17", shown_by="campaign.record_contact")
def test_nobody_is_contacted_before_approval_off_the_list_or_in_other_words():
    given(CAMPAIGN, *READY).when(CONTACT).then(CONTACTED)
    given(CAMPAIGN, *READY, CONTACTED).when(CONTACT).then_nothing()
    given(CAMPAIGN, PLANNED, DRAWN).when(CONTACT).then_refused(APPROVED_BEFORE_CONTACT)
    anew = evolve(DRAWN, targets=("C1",))
    given(CAMPAIGN, *READY, anew).when(CONTACT).then_refused(APPROVED_BEFORE_CONTACT)
    stranger = evolve(CONTACT, customer_id="C9")
    given(CAMPAIGN, *READY).when(stranger).then_refused(APPROVED_BEFORE_CONTACT)
    for number in (0, 2):
        other = evolve(CONTACT, wording=number)
        given(CAMPAIGN, *READY).when(other).then_refused(APPROVED_WORDING)


def test_who_asked_for_no_more_is_contacted_no_more():
    no_more = evolve(CONTACTED, reply=Reply.NO_MORE)
    again = evolve(CONTACT, visit_no="V2")
    given(CAMPAIGN, *READY, no_more).when(again).then_refused(NO_MORE_MEANS_NO_MORE)


def test_a_contact_is_made_within_the_plan_by_who_is_not_connected():
    for day in (TODAY - DAY, TODAY + DAY):
        late = evolve(CONTACT, contacted_on=day)
        given(CAMPAIGN, *READY).when(late).then_refused(CONTACTED_WITHIN_THE_PLAN)
    own = evolve(CONTACT, staff=evolve(WANG, connected=("C1",)))
    given(CAMPAIGN, *READY).when(own).then_refused(CONNECTED_STAY_OUT)


def test_a_campaign_is_closed_with_what_was_learned():
    close = CloseCampaign(result="two loans", **BY)
    given(CAMPAIGN, *READY).when(close).then(CLOSED)
    given(CAMPAIGN, *READY, CLOSED).when(close).then_nothing()
    given(CAMPAIGN, *READY, CLOSED).when(CONTACT).then_refused(CAMPAIGN_IS_OPEN)
