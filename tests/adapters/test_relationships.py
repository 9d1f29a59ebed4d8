"""Relationships, requests, surveys and enquiries through the bus."""

import pytest

from adapters.system import System
from domain.credit_inquiry.rules import CONSENT_IS_IN_FORCE
from domain.facts.duty import ROLES_ARE_APART
from tests.adapters.customer_office import DIGEST, Office
from tests.conftest import Clock


@pytest.fixture
def office(system: System) -> Office:
    return Office(system)


@pytest.mark.row("CU-09", shown_by="relationship.name_key_person, views.relationship")
def test_the_chain_of_decision_at_a_firm_is_shown_in_its_order(office):
    for number, name, role, rank in (
        ("K1", "赵六", "finance_head", 2),
        ("K2", "孙七", "legal_representative", 1),
        ("K3", "周八", "clerk", None),
    ):
        office.does(
            "relationship.name_key_person",
            customer_id="C3",
            person_id=number,
            name=name,
            role=role,
            decides_as=rank,
            since="2025-01-02",
        )
    chain = office.row("relationship", customer_id="C3")["key_persons"]
    assert [(one["name"], one["decides_as"]) for one in chain] == [
        ("孙七", 1),
        ("赵六", 2),
        ("周八", None),
    ]


@pytest.mark.row("CU-10", shown_by="relationship.record_note, views.relationship")
@pytest.mark.row("CU-17", shown_by="relationship.record_note, views.relationship")
def test_what_is_heard_is_kept_with_its_source_and_day(office):
    note = {"note_id": "N1", "topic": "business_circle", "remarks": "回款准时"}
    office.does("relationship.record_note", **note, heard_from="trade_partner", on="2025-01-02")
    habit = {"note_id": "N2", "topic": "transactions", "remarks": "月末流水骤减"}
    office.does(
        "relationship.record_note",
        **habit,
        heard_from="own_accounts",
        points_to="warning",
        on="2025-01-02",
    )
    notes = office.row("relationship")["notes"]
    assert [(one["topic"], one["heard_from"], one["points_to"]) for one in notes] == [
        ("business_circle", "trade_partner", "neither"),
        ("transactions", "own_accounts", "warning"),
    ]
    assert notes[0]["remarks"] == "回款准时"


@pytest.mark.row("CU-15", shown_by="relationship.set_tier, views.relationship")
@pytest.mark.row("CU-16", shown_by="relationship.set_stage, views.relationship")
@pytest.mark.row("CU-18", shown_by="relationship.set_preferences, views.relationship")
def test_tier_stage_and_preferences_hold_from_day_to_day(office, clock: Clock):
    criteria = ("contribution", "credit_standing", "industry_position")
    reasons = [{"criterion": one, "says": "among the first ten"} for one in criteria]
    office.does("relationship.set_tier", tier="key", reasons=reasons, since="2025-01-02")
    stage = {"life_stage": "growing", "reason": "second loan"}
    office.does("relationship.set_stage", **stage, since="2025-01-02")
    office.does(
        "relationship.set_preferences", method="equal_principal", months=24, since="2025-01-02"
    )
    clock.forward(days=60)
    office.does("relationship.set_tier", tier="valued", reasons=reasons, since="2025-03-01")
    row = office.row("relationship")
    assert (row["tier"]["tier"], len(row["tier"]["reasons"])) == ("valued", 3)
    assert (row["life_stage"]["life_stage"], row["life_stage"]["contact_due"]) == (
        "growing",
        "2025-03-02",
    )
    assert (row["preferences"]["method"], row["preferences"]["months"]) == ("equal_principal", 24)
    assert office.row("relationship", in_effect_on="2025-02-28")["tier"]["tier"] == "key"
    (due,) = office.rows("refresh_due", what="contact")
    assert (due["due_on"], due["days_over"]) == ("2025-03-02", 1)


@pytest.mark.row("CU-19", shown_by="relationship.grant_priority, views.relationship")
def test_a_priority_is_granted_by_another_and_ends_by_itself(office, clock: Clock):
    asked = {"proposed_by": "wang", "reason": "harvest purchase", "until": "2025-03-31"}
    office.does("relationship.grant_priority", "bai", **asked)
    own = {**asked, "proposed_by": "bai"}
    office.refuses(ROLES_ARE_APART, "relationship.grant_priority", "bai", **own)
    priority = office.row("relationship")["priority"]
    assert (priority["proposed_by"], priority["approved_by"]) == ("wang", "bai")
    clock.forward(days=100)
    assert office.row("relationship")["priority"] is None


@pytest.mark.row("CU-24", shown_by="relationship.link_account, views.relationship")
@pytest.mark.row("CU-25", shown_by="relationship.compare_seal, views.relationship")
@pytest.mark.row("CU-26", shown_by="relationship.record_standing, views.relationship")
def test_accounts_seals_and_credit_standing_stand_with_the_customer(office):
    account = {"account_id": "A1", "kind": "basic_account", "number": "6230580000123456789"}
    agreed = {"ours": True, "accepts_supervision": True, "agreement": DIGEST}
    office.does("relationship.link_account", **account, **agreed, since="2025-01-02")
    seal = {"seal": "signature", "since": "2025-01-02"}
    office.does("relationship.keep_specimen", "jiang", **seal, digest=DIGEST)
    shown = f"sha256:{8:064x}"
    signed = {"seal": "signature", "document_id": "D1", "signed_on": "2025-01-02"}
    office.does("relationship.compare_seal", "jiang", **signed, shown=shown)
    praised = {"standing_id": "S1", "kind": "praised", "source": "village committee 2024"}
    office.does("relationship.record_standing", **praised, since="2025-01-02")
    row = office.row("relationship")
    (linked,) = row["accounts"]
    assert (linked["kind"], linked["accepts_supervision"]) == ("basic_account", True)
    (compared,) = row["comparisons"]
    assert (compared["matches"], compared["specimen"]) == (False, DIGEST)
    (standing,) = row["credit_standing"]
    assert (standing["kind"], standing["source"]) == ("praised", "village committee 2024")


@pytest.mark.row("CU-20", shown_by="service_request.receive, views.service_requests")
def test_a_complaint_that_nobody_answered_in_time_is_overdue(office, clock: Clock):
    brought = {"request_id": "Q1", "customer_id": "C2", "kind": "complaint"}
    said = {"about": "waiting_time", "remarks": "等候两小时", "on": "2025-01-02"}
    office.does("service_request.receive", **brought, **said)
    (row,) = office.rows("service_requests")
    assert (row["status"], row["due_on"]) == ("open", "2025-01-17")
    clock.forward(days=20)
    (row,) = office.rows("service_requests", status="overdue")
    assert (row["late_days"], row["remarks"]) == (5, "等候两小时")
    told = {"unit_id": "B1", "says": "one counter too few on market days"}
    office.does("service_request.feed_back", request_id="Q1", **told)
    office.does("service_request.answer", request_id="Q1", remarks="已致歉", on="2025-01-22")
    (row,) = office.rows("service_requests", kind="complaint")
    assert (row["status"], row["late_days"], row["answer"]) == ("answered", 5, "已致歉")
    assert row["fed_back"][0]["says"] == "one counter too few on market days"


@pytest.mark.row("CU-21", shown_by="relationship.record_survey, views.surveys")
def test_a_low_score_waits_to_be_followed_up(office, clock: Clock):
    office.does("relationship.record_survey", survey_id="V1", score=4, on="2025-01-02")
    office.does("relationship.record_survey", survey_id="V2", score=9, on="2025-01-02")
    clock.forward(days=15)
    low, high = office.rows("surveys")
    assert (low["score"], low["follow_up_due"], low["overdue"]) == (4, "2025-01-12", True)
    assert (high["follow_up_due"], high["overdue"]) == (None, False)
    (due,) = office.rows("refresh_due", what="follow_up")
    assert (due["customer_id"], due["days_over"]) == ("C2", 5)
    done = {"survey_id": "V1", "remarks": "已回访", "on": "2025-01-17"}
    office.does("relationship.follow_up_survey", **done)
    low, _ = office.rows("surveys")
    assert (low["followed_up_on"], low["overdue"]) == ("2025-01-17", False)
    assert office.rows("refresh_due") == []


@pytest.mark.row("CU-22", shown_by="views.dormant_customers")
def test_with_whom_nothing_happens_any_more_is_dormant_and_then_lost(office, clock: Clock):
    assert office.rows("dormant_customers") == []
    clock.forward(days=150)
    office.does("relationship.record_survey", survey_id="V1", score=9, on="2025-06-01")
    clock.forward(days=60)
    rows = office.rows("dormant_customers")
    assert [(row["customer_id"], row["status"]) for row in rows] == [
        ("C1", "dormant"),
        ("C3", "dormant"),
        ("C4", "dormant"),
    ]
    clock.forward(days=400)
    lost = office.rows("dormant_customers", status="lost")
    assert [row["customer_id"] for row in lost] == ["C1", "C3", "C4"]
    assert lost[0]["last_activity"] == "2025-01-02"


def test_an_enquiry_stands_in_the_log_with_its_consent_and_what_came_back(office):
    asked = {
        "inquiry_id": "I1",
        "report_scope": "personal_report",
        "purpose": "loan_approval",
    }
    office.refuses(CONSENT_IS_IN_FORCE, "credit_inquiry.make", **asked)
    office.does(
        "credit_inquiry.give_consent",
        consent_id="K1",
        scopes=["personal_report"],
        purposes=["loan_approval"],
        signed_on="2025-01-02",
        until="2025-06-30",
        digest=DIGEST,
    )
    office.does("credit_inquiry.make", **asked)
    report = {
        "digest": DIGEST,
        "reported_on": "2025-01-02",
        "open_loans": 1,
        "owed": "20000.00",
        "overdue_loans": 0,
        "overdue_amount": "0.00",
        "guarantees": 0,
        "guaranteed": "0.00",
    }
    office.does("credit_inquiry.record_report", inquiry_id="I1", report=report)
    (row,) = office.rows("credit_inquiries", customer_id="C2")
    assert (row["asked_by"], row["consent_id"], row["consent_digest"]) == ("wang", "K1", DIGEST)
    assert row["report"]["owed"] == "20000.00 CNY"
