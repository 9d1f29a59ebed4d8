"""A lead is captured, worked on, and won by an application or lost."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.dated import Dated
from domain.facts.application import Application, ApplicationStage
from domain.facts.channel import Channel
from domain.facts.duty import ACTOR_HOLDS_THE_POST, CONNECTED_STAY_OUT
from domain.facts.staff import Post
from domain.facts.terms import CreditTerms, LoanPurpose, PaymentWay, SecurityWay
from domain.kinds import CustomerKind, RepaymentMethod
from domain.lead import LEAD
from domain.lead.commands import (
    AdvanceLead,
    CaptureLead,
    Chain,
    ContactWay,
    ConvertLead,
    IdentifyLead,
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
    LeadIdentified,
    LeadLost,
    NeedsNoted,
    OutcomeRecorded,
    ProductRecommended,
    VisitRecorded,
)
from domain.lead.rules import (
    CHAIN_HAS_A_CORE,
    CONVERTED_BY_ITS_CUSTOMER,
    FOUND_ON_A_DAY_PAST,
    FUNNEL_GOES_ON,
    LEAD_IS_A_CUSTOMER,
    LEAD_IS_OPEN,
    ONE_LEAD_A_NUMBER,
    ONE_MEETING_A_NUMBER,
    PRODUCT_IS_OFFERED,
    RECOMMENDED_BEFORE_OUTCOME,
)
from domain.money import Money
from domain.party import Party, Standing
from tests.department import DAY, DIGEST, TODAY, staff
from tests.specs import given

WANG = staff("wang", Post.RELATIONSHIP_MANAGER)
BY: dict[str, Any] = {"lead_id": "N1", "actor": "wang", "today": TODAY, "staff": WANG}
FOUND: dict[str, Any] = {
    "unit_id": "B1",
    "channel": Channel.VISIT,
    "found_on": TODAY,
    "customer_id": "C1",
    "scenario": "harvest",
    "segment": "growers",
    "campaign_id": None,
    "referred_by": None,
    "core_customer_id": None,
    "chain": None,
    "says": "sells apples at the market",
}
C1, C7 = Party("C1", Standing.ACTIVE), Party("C7", Standing.ACTIVE)
CAPTURE = CaptureLead(customer=C1, core=None, **FOUND, **BY)
CAPTURED = LeadCaptured(captured_by="wang", **FOUND)
NAMELESS = evolve(CAPTURED, customer_id=None)
IDENTIFY = IdentifyLead(customer_id="C1", customer=C1, **BY)
ADVANCE = AdvanceLead(stage=Stage.REACH, reason="met", **BY)
ADVANCED = LeadAdvanced(stage=Stage.REACH, since=TODAY, reason="met")
MET: dict[str, Any] = {
    "visit_no": "V1",
    "way": ContactWay.ON_SITE,
    "visited_on": TODAY,
    "place": "Qinghe market",
    "result": "wants 20,000 for seed",
    "evidence": DIGEST,
}
VISIT, VISITED = RecordVisit(**MET, **BY), VisitRecorded(visited_by="wang", **MET)
SPIN: dict[str, Any] = {
    "situation": "two mu of apples",
    "problem": "seed is bought on credit",
    "implication": "dear seed",
    "need_payoff": "a loan is cheaper",
}
RECOMMEND = RecommendProduct(
    product_id="P1", reason="fits", terms=Dated[Any]().with_value(TODAY, "terms"), **BY
)
RECOMMENDED = ProductRecommended(product_id="P1", reason="fits")
OUTCOME = RecordOutcome(product_id="P1", taken=True, reason="applies", **BY)
TERMS = CreditTerms(
    product_id="P1",
    amount=Money(2_000_000),
    months=12,
    rate_yearly=None,
    method=RepaymentMethod.EQUAL_INSTALMENT,
    loan_purpose=LoanPurpose.PLANTING,
    use="seed",
    security=(SecurityWay.UNSECURED,),
    payment=PaymentWay.SELF_PAYMENT,
)
CONVERT = ConvertLead(
    application_id="A1",
    application=Application(
        application_id="A1",
        customer_id="C1",
        customer_kind=CustomerKind.FARM_HOUSEHOLD,
        unit_id="B1",
        taken_by="wang",
        applied_on=date(2026, 3, 1),
        stage=ApplicationStage.RECEIVED,
        terms=TERMS,
    ),
    **BY,
)
CONVERTED = LeadConverted(application_id="A1", customer_id="C1", converted_by="wang", since=TODAY)
LOSE, LOST = LoseLead(reason="moved away", **BY), LeadLost(reason="moved away", since=TODAY)


def test_a_lead_is_captured_with_channel_scene_and_segment():
    given(LEAD).when(CAPTURE).then(CAPTURED)
    given(LEAD, CAPTURED).when(CAPTURE).then_nothing()
    given(LEAD, CAPTURED).when(evolve(CAPTURE, says="x")).then_refused(ONE_LEAD_A_NUMBER)
    ahead = evolve(CAPTURE, found_on=TODAY + DAY)
    given(LEAD).when(ahead).then_refused(FOUND_ON_A_DAY_PAST)
    reviewer = evolve(CAPTURE, staff=staff("zheng", Post.REVIEWER))
    given(LEAD).when(reviewer).then_refused(ACTOR_HOLDS_THE_POST)


def test_nobody_works_on_a_lead_of_their_own_family():
    own = evolve(CAPTURE, staff=evolve(WANG, connected=("C1",)))
    given(LEAD).when(own).then_refused(CONNECTED_STAY_OUT)
    later = evolve(VISIT, staff=evolve(WANG, connected=("C1",)))
    given(LEAD, CAPTURED).when(later).then_refused(CONNECTED_STAY_OUT)


def test_whom_a_lead_is_about_is_on_record_or_not_named():
    given(LEAD).when(evolve(CAPTURE, customer=None)).then_refused(LEAD_IS_A_CUSTOMER)
    given(LEAD).when(evolve(CAPTURE, customer_id=None, customer=None)).then(NAMELESS)
    given(LEAD, NAMELESS).when(IDENTIFY).then(LeadIdentified(customer_id="C1"))
    given(LEAD, CAPTURED).when(IDENTIFY).then_nothing()
    other = evolve(IDENTIFY, customer_id="C2", customer=Party("C2", Standing.ACTIVE))
    given(LEAD, CAPTURED).when(other).then_refused(LEAD_IS_A_CUSTOMER)


def test_a_link_of_a_supply_chain_names_its_core_customer():
    link = evolve(CAPTURE, core_customer_id="C7", core=C7, chain=Chain.UPSTREAM)
    given(LEAD).when(link).then(evolve(CAPTURED, core_customer_id="C7", chain=Chain.UPSTREAM))
    for lacking in (evolve(link, core=None), evolve(link, chain=None)):
        given(LEAD).when(lacking).then_refused(CHAIN_HAS_A_CORE)


def test_a_lead_moves_on_and_never_back():
    given(LEAD, CAPTURED).when(ADVANCE).then(ADVANCED)
    given(LEAD, CAPTURED, ADVANCED).when(ADVANCE).then_nothing()
    back = evolve(ADVANCE, stage=Stage.KNOW)
    given(LEAD, CAPTURED, ADVANCED).when(back).then_refused(FUNNEL_GOES_ON)
    by_hand = evolve(ADVANCE, stage=Stage.CLOSE)
    given(LEAD, CAPTURED).when(by_hand).then_refused(FUNNEL_GOES_ON)


def test_visits_and_needs_are_on_record():
    given(LEAD, CAPTURED).when(VISIT).then(VISITED)
    given(LEAD, CAPTURED, VISITED).when(VISIT).then_nothing()
    other = evolve(VISIT, result="nobody there")
    given(LEAD, CAPTURED, VISITED).when(other).then_refused(ONE_MEETING_A_NUMBER)
    ahead = evolve(VISIT, visited_on=TODAY + DAY)
    given(LEAD, CAPTURED).when(ahead).then_refused(FOUND_ON_A_DAY_PAST)
    needs = NeedsNoted(**SPIN)
    given(LEAD, CAPTURED).when(NoteNeeds(**SPIN, **BY)).then(needs)
    given(LEAD, CAPTURED, needs).when(NoteNeeds(**SPIN, **BY)).then_nothing()


def test_a_product_is_recommended_and_its_outcome_is_known():
    taken = OutcomeRecorded(product_id="P1", taken=True, reason="applies")
    given(LEAD, CAPTURED).when(RECOMMEND).then(RECOMMENDED)
    given(LEAD, CAPTURED, RECOMMENDED).when(RECOMMEND).then_nothing()
    given(LEAD, CAPTURED).when(evolve(RECOMMEND, terms=None)).then_refused(PRODUCT_IS_OFFERED)
    given(LEAD, CAPTURED, RECOMMENDED).when(OUTCOME).then(taken)
    given(LEAD, CAPTURED, RECOMMENDED, taken).when(OUTCOME).then_nothing()
    given(LEAD, CAPTURED).when(OUTCOME).then_refused(RECOMMENDED_BEFORE_OUTCOME)


def test_a_lead_is_won_by_an_application_of_its_customer():
    given(LEAD, CAPTURED).when(CONVERT).then(CONVERTED)
    given(LEAD, CAPTURED, CONVERTED).when(CONVERT).then_nothing()
    for past, command in (
        ((NAMELESS,), CONVERT),
        ((CAPTURED,), evolve(CONVERT, application=None)),
    ):
        given(LEAD, *past).when(command).then_refused(CONVERTED_BY_ITS_CUSTOMER)
    assert LEAD.fold([CAPTURED, CONVERTED]).stage is Stage.CLOSE


@pytest.mark.parametrize("past", [(), (CAPTURED, LOST), (CAPTURED, CONVERTED)])
def test_work_goes_on_with_an_open_lead(past):
    given(LEAD, *past).when(VISIT).then_refused(LEAD_IS_OPEN)


def test_a_lead_is_given_up():
    given(LEAD, CAPTURED).when(LOSE).then(LOST)
    given(LEAD, CAPTURED, LOST).when(LOSE).then_nothing()
