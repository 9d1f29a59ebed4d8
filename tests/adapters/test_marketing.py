"""Finding customers through the whole core: leads, campaigns, notes, receptions and targets."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.settings import Settings
from adapters.system import HandClock, System
from adapters.wiring import open_system
from domain.campaign.rules import APPROVED_BEFORE_CONTACT, APPROVED_BY_A_SECOND
from domain.facts.duty import ACTOR_HOLDS_THE_POST
from tests.department import DIGEST, OPERATOR, TODAY, set_up
from tests.laws.credit import ASKED
from tests.specs import requiring
from tests.village import AGREE, DISBURSE, LI, OPEN, PRODUCT, ZHANG

START = datetime(2026, 3, 2, 1, tzinfo=UTC)
LEAD: dict[str, Any] = {
    "lead_id": "N1",
    "unit_id": "B1",
    "channel": "customer_referral",
    "found_on": "2026-03-01",
    "scenario": "harvest",
    "segment": "growers",
    "referred_by": "C1",
    "says": "sells apples at the market",
}
PLAN: dict[str, Any] = {
    "campaign_id": "S1",
    "title": "Spring seed",
    "unit_id": "B1",
    "product_id": "P1",
    "scenario": "spring",
    "segment": {
        "name": "growers_without_loan",
        "version": "2",
        "kinds": ["farm_household"],
        "lending": "no_loan",
        "model": "trees-2026.1",
    },
    "wordings": ["春耕贷款，利率以合同为准。"],
    "since": "2026-03-02",
    "until": "2026-04-30",
}


class Bank:
    """A village bank with a department and two customers; run(actor, command, **fields)."""

    def __init__(self, system: System) -> None:
        self.system = system

    def run(self, actor: str, name: str, **fields: Any) -> Any:
        return self.system.bus(actor).run(name, fields)

    def refused(self, rule: Any, actor: str, name: str, **fields: Any) -> None:
        requiring(lambda: self.run(actor, name, **fields)).then_refused(rule)

    def rows(self, view: str, **query: str) -> Any:
        return self.system.bus("sun").read(view, query).rows

    def page(self, view: str, **query: str) -> Any:
        return self.system.bus("sun").read(view, query)


@pytest.fixture
def bank() -> Iterator[Bank]:
    with open_system(Settings(database=":memory:"), HandClock(START)) as system:
        system.bus(OPERATOR).run("log.open", OPEN)
        set_up(system.bus(OPERATOR), system.bus("zhou"), TODAY)
        for name, fields in (
            ("customer.register", ZHANG),
            ("customer.register", LI),
            ("product.define", PRODUCT),
        ):
            system.bus("wang").run(name, fields)
        yield Bank(system)


@pytest.mark.row(
    *("MK-01", "MK-02", "MK-05", "MK-08", "MK-09"),
    shown_by="lead.capture, lead.note_needs, lead.convert, views.leads, views.funnel",
)
def test_a_lead_goes_from_a_referral_to_an_application(bank):
    bank.run("wang", "lead.capture", **LEAD)
    bank.run("wang", "lead.identify", lead_id="N1", customer_id="C2")
    bank.run("wang", "lead.advance", lead_id="N1", stage="know", reason="asked the village")
    needs = {
        "situation": "two mu of apples",
        "problem": "seed is bought on credit",
        "implication": "dear seed",
        "need_payoff": "a loan is cheaper",
    }
    bank.run("wang", "lead.note_needs", lead_id="N1", **needs)
    bank.run(
        "wang",
        "credit_application.submit",
        application_id="A1",
        customer_id="C2",
        unit_id="B1",
        channel="visit",
        applied_on="2026-03-02",
        terms=ASKED,
        industry="A0111",
    )
    bank.run("wang", "lead.convert", lead_id="N1", application_id="A1")
    (row,) = bank.rows("leads", scenario="harvest", channel="customer_referral")
    assert (row["stage"], row["application_id"], row["referred_by"]) == ("close", "A1", "C1")
    assert [step["stage"] for step in row["way_through"]] == ["know"]
    assert row["needs"] == needs
    (funnel,) = bank.rows("funnel", captured_by="wang")
    assert [funnel[stage] for stage in ("find", "know", "reach", "close", "given_up")] == [
        *(1, 1, 1, 1),
        0,
    ]


@pytest.mark.row("MK-10", "MK-11", shown_by="lead.recommend_product, views.leads")
def test_what_is_recommended_along_a_supply_chain_has_an_outcome(bank):
    link = {**LEAD, "customer_id": "C2", "core_customer_id": "C1", "chain": "upstream"}
    bank.run("wang", "lead.capture", **link)
    bank.run("wang", "lead.recommend_product", lead_id="N1", product_id="P1", reason="delivers")
    bank.run(
        "wang", "lead.record_outcome", lead_id="N1", product_id="P1", taken=False, reason="later"
    )
    (row,) = bank.rows("leads", core_customer_id="C1")
    assert (row["chain"], row["recommended"]) == (
        "upstream",
        [{"product_id": "P1", "reason": "delivers", "taken": False, "outcome": "later"}],
    )


@pytest.mark.row("MK-13", shown_by="lead.record_visit, views.visit_log")
def test_a_visit_is_logged_with_place_and_evidence(bank):
    bank.run("wang", "lead.capture", **LEAD)
    bank.run(
        "wang",
        "lead.record_visit",
        lead_id="N1",
        visit_no="V1",
        way="on_site",
        visited_on="2026-03-01",
        place="Qinghe market",
        result="wants 20,000",
        evidence=DIGEST,
    )
    (row,) = bank.rows("visit_log", visited_by="wang")
    assert (row["visited_on"], row["met_at"], row["evidence"]) == (
        "2026-03-01",
        "Qinghe market",
        DIGEST,
    )


def drawn(bank: Bank) -> None:
    """Plan a campaign, and draw its list as the view of the segment says."""
    bank.run("wang", "campaign.plan", **PLAN)
    page = bank.page("segment", kind="farm_household", lending="no_loan")
    bank.run(
        "wang",
        "campaign.draw_targets",
        campaign_id="S1",
        targets=[row["customer_id"] for row in page.rows],
        drawn_on=page.in_effect_on,
        known_by=page.known_by,
    )


@pytest.mark.row(
    "MK-03", "MK-04", shown_by="campaign.draw_targets, views.segment, views.campaign_targets"
)
def test_a_list_is_found_again_by_its_rule_whatever_came_later(bank):
    drawn(bank)
    bank.run("wang", "loan.agree", **{**AGREE, "customer_id": "C2"})
    assert not bank.rows("segment", kind="farm_household", lending="no_loan")
    (row,) = bank.rows("campaign_targets", campaign_id="S1")
    assert (row["customer_id"], row["found_again"]) == ("C2", True)
    (campaign,) = bank.rows("campaign_results")
    assert campaign["segment"]["version"] == "2"
    assert campaign["segment"]["model"] == "trees-2026.1"


def test_a_list_that_its_rule_does_not_give_is_shown_as_such(bank):
    bank.run("wang", "campaign.plan", **PLAN)
    by_hand = {"targets": ["C1"], "drawn_on": "2026-03-02", "known_by": 60}
    bank.run("wang", "campaign.draw_targets", campaign_id="S1", **by_hand)
    (row,) = bank.rows("campaign_targets", campaign_id="S1")
    assert (row["customer_id"], row["found_again"]) == ("C1", False)


@pytest.mark.row("MK-06", "MK-07", shown_by="campaign.approve, views.campaign_results")
def test_a_campaign_is_approved_by_a_second_person_and_has_results(bank):
    drawn(bank)
    contact = {
        "campaign_id": "S1",
        "visit_no": "V1",
        "customer_id": "C2",
        "wording": 1,
        "contacted_on": "2026-03-02",
        "reply": "interested",
    }
    bank.refused(APPROVED_BEFORE_CONTACT, "wang", "campaign.record_contact", **contact)
    approve = {"campaign_id": "S1", "document": DIGEST}
    bank.refused(ACTOR_HOLDS_THE_POST, "wang", "campaign.approve", **approve)
    bank.run("bai", "campaign.approve", **approve)
    bank.run("wang", "campaign.record_contact", **contact)
    bank.run("wang", "lead.capture", **{**LEAD, "campaign_id": "S1", "customer_id": "C2"})
    (row,) = bank.rows("campaign_results")
    assert (row["target_count"], row["contact_count"], row["lead_count"]) == (1, 1, 1)
    assert (row["replies"], row["approved_by"]) == ({"interested": 1}, "bai")


def test_a_head_does_not_approve_a_campaign_of_their_own(bank):
    bank.run("bai", "campaign.plan", **PLAN)
    page = bank.page("segment", kind="farm_household")
    names = [row["customer_id"] for row in page.rows]
    dates = {"drawn_on": page.in_effect_on, "known_by": page.known_by}
    bank.run("bai", "campaign.draw_targets", campaign_id="S1", targets=names, **dates)
    approve = {"campaign_id": "S1", "document": DIGEST}
    bank.refused(APPROVED_BY_A_SECOND, "bai", "campaign.approve", **approve)


@pytest.mark.row("MK-14", shown_by="market_note.record, views.market_notes")
def test_market_notes_are_searched_by_word(bank):
    for number, title in (("I1", "Seed loans next door"), ("I2", "Price of apples")):
        bank.run(
            "wang",
            "market_note.record",
            market_note_id=number,
            unit_id="B1",
            matter="competitor",
            noted_on="2026-03-01",
            title=title,
            says="as told at the market",
            source="conversation",
        )
    assert [row["market_note_id"] for row in bank.rows("market_notes", word="apples")] == ["I2"]
    assert len(bank.rows("market_notes", matter="competitor")) == 2


@pytest.mark.row("MK-15", "RO-03", shown_by="reception.register_enquiry, views.reception_summary")
def test_the_head_of_a_unit_sees_who_came_in_a_day(bank):
    bank.run("zhou", "staff.register", staff_id="yang")
    lobby = {"post": "lobby_manager", "unit_id": "B1", "since": "2026-03-02"}
    bank.run("zhou", "staff.appoint", staff_id="yang", **lobby)
    book = {"reception_id": "B1@2026-03-02", "unit_id": "B1"}
    for number, concern in (("1", "new_loan"), ("2", "new_loan"), ("3", "complaint")):
        came = {**book, "enquiry_id": number, "concern": concern, "settled": "passed_on"}
        bank.run("yang", "reception.register_enquiry", **came)
    more = {**book, "enquiry_id": "4", "concern": "other", "settled": "passed_on"}
    bank.refused(ACTOR_HOLDS_THE_POST, "han", "reception.register_enquiry", **more)
    bank.run("bai", "reception.sign_off", reception_id="B1@2026-03-02", remark="call back")
    (row,) = bank.rows("reception_summary", unit_id="B1", came_on="2026-03-02")
    assert (row["enquiries"], row["signed_by"]) == (3, "bai")
    assert row["by_concern"] == {"new_loan": 2, "complaint": 1}
    assert row["by_greeter"] == {"yang": 3}


@pytest.mark.row("MK-16", "RO-13", shown_by="sales_target.set, views.sales_results")
def test_targets_stand_beside_results_by_officer_and_month(bank):
    bank.run("wang", "responsibility.assign", file_id="customer-C1", staff_id="wang", reason="own")
    bank.run(
        "bai",
        "sales_target.set",
        target_id="wang:2026-03",
        staff_id="wang",
        month="2026-03",
        leads=2,
        loans=1,
        amount="20000.00",
        reason="plan",
    )
    bank.run("wang", "loan.agree", **{**AGREE, "signed_on": "2026-03-02"})
    bank.run("jiang", "loan.disburse", **{**DISBURSE, "value_date": "2026-03-02"})
    (row,) = bank.rows("sales_results", staff_id="wang", month="2026-03")
    assert (row["leads"], row["leads_won"]) == (2, 0)
    assert (row["loans"], row["loans_paid_out"]) == (1, 1)
    assert (row["amount"], row["amount_paid_out"]) == ("20000.00 CNY", "12000.00 CNY")
