"""Admission, as officers send it."""

from typing import Any

import pytest

from domain.credit_application.admission.rules import SECURITY_IS_GIVEN, STANDARDS_ALLOW_IT
from domain.credit_application.rules import STEP_FOLLOWS_ITS_STAGE
from tests.adapters.officers import (
    ASKED,
    MEASURE,
    STATED,
    SUBMIT,
    complete,
    file,
    open_bank,
    refused,
    rows,
    send,
)
from tests.contract_papers import guaranteed
from tests.projections.asking import shown
from tests.village import ZHANG

bank = pytest.fixture(open_bank)


@pytest.mark.row("AP-03, AP-05", shown_by="credit_application.admit, views.admission")
def test_admission_says_of_every_criterion_what_it_rests_on(bank):
    complete(bank)
    send(bank, "wang", "credit_application.admit", application_id="A1", stated=STATED)
    verdicts = rows(bank, "admission", application_id="A1")
    assert len(verdicts) == 11
    by_rule = {row["rule"]: row for row in verdicts}
    assert by_rule["ADMT-004"]["says"].startswith("leaves 40000.00 CNY a year (as stated)")
    assert by_rule["ADMT-005"]["outcome"] == "cautioned"
    (row,) = rows(bank, "applications", customer_id="C2")
    assert shown(row, "stage", "reason") == (
        "cautioned",
        "ADMT-005 overdue 0.00 CNY as stated, without a credit report",
    )


@pytest.mark.row("AP-04, PR-09", shown_by="policy.set_standard, credit_application.admit")
def test_what_a_credit_standard_speaks_against_does_not_go_on(bank):
    complete(bank)
    send(
        bank,
        "zhou",
        "policy.set_standard",
        standard_id="rice",
        standard={"stance": "do_not_lend", "says": "No rice.", "industries": ["A01"]},
        since="2026-03-02",
        **MEASURE,
    )
    send(bank, "wang", "credit_application.admit", application_id="A1", stated=STATED)
    (row,) = rows(bank, "applications", stage="prohibited")
    assert f"{STANDARDS_ALLOW_IT.code} standard rice: No rice." in row["reason"]
    gone = {"application_id": "A1", "stated": STATED, "waivers": []}
    again = {**gone, "stated": {**STATED, "income_months": 40}}
    assert refused(bank, "wang", "credit_application.admit", **again) == STEP_FOLLOWS_ITS_STAGE.code


@pytest.mark.row("AP-06", shown_by="credit_application.admit")
def test_an_earlier_debt_is_settled_or_covered_by_a_plan_that_is_on_file(bank):
    complete(bank)
    file(bank, "PLAN", "other")
    owed = {"owed": "3000.00", "plan_document": "PLAN"}
    stated = {**STATED, "earlier_debts": [owed]}
    send(bank, "wang", "credit_application.admit", application_id="A1", stated=stated)
    says = {row["rule"]: row["says"] for row in rows(bank, "admission", application_id="A1")}
    assert says["ADMT-006"] == "covered by the plan on file: PLAN"
    stated = {**STATED, "earlier_debts": [{**owed, "plan_document": "OTHER"}]}
    send(bank, "wang", "credit_application.admit", application_id="A1", stated=stated)
    (row,) = rows(bank, "applications", stage="prohibited")
    assert "neither settled nor covered by a plan: 3000.00 CNY" in row["reason"]


@pytest.mark.row("AP-07", shown_by="credit_application.admit, views.application_file")
def test_a_trader_shows_licence_annual_check_and_the_permit_of_the_trade(bank):
    send(
        bank,
        "wang",
        "customer.register",
        **{
            **ZHANG,
            "customer_id": "C3",
            "kind": "sole_trader",
            "document": {"kind": "resident_identity_card", "number": "320524198001010016"},
        },
    )
    asked = {**SUBMIT, "customer_id": "C3", "industry": "H6210"}
    send(bank, "wang", "credit_application.submit", **asked)
    file(bank, "D1", "loan_application")
    file(bank, "D2", "business_licence", valid_until="2026-03-15")
    file(bank, "D3", "licence_annual_check")
    admit = {"application_id": "A1", "stated": STATED}
    file(bank, "D4", "special_permit", valid_until="2028-01-01")
    send(bank, "wang", "credit_application.admit", **admit)
    says = {row["rule"]: row for row in rows(bank, "admission", application_id="A1")}
    assert shown(says["ADMT-007"], "outcome", "says") == (
        "cautioned",
        "business_licence until 2026-03-15",
    )
    out = {"file_id": "credit_application-A1", "document_id": "D4", "reason": "filed_in_error"}
    send(bank, "wang", "archive.remove_document", **out, since="2026-03-02")
    send(bank, "wang", "credit_application.admit", **admit)
    (row,) = rows(bank, "applications", stage="prohibited")
    assert "ADMT-007 special_permit missing" in row["reason"]


@pytest.mark.row(
    "AP-08, PR-08", shown_by="credit_application.admit, policy.set_parameter, views.admission"
)
def test_security_is_required_above_what_is_lent_unsecured_and_judged_again_it_differs(bank):
    complete(bank)
    send(bank, "wang", "credit_application.admit", application_id="A1", stated=STATED)
    send(
        bank,
        "zhou",
        "policy.set_parameter",
        parameter="bank.unsecured.farm_household.amount_max",
        setting="30000",
        since="2026-03-02",
        **MEASURE,
    )
    changed = [row for row in rows(bank, "admission", application_id="A1") if row["differs"]]
    assert [shown(row, "rule", "outcome", "again") for row in changed] == [
        (SECURITY_IS_GIVEN.code, "admitted", "prohibited")
    ]
    send(bank, "wang", "credit_application.admit", application_id="A1", stated=STATED)
    (row,) = rows(bank, "applications", stage="prohibited")
    assert "security is required" in row["reason"]


@pytest.mark.row("AP-09", shown_by="credit_application.admit")
def test_a_guarantor_is_looked_at_before_work_starts(bank):
    terms = {**ASKED, "security": ["guarantee"]}
    send(bank, "wang", "credit_application.submit", **{**SUBMIT, "terms": terms})
    one = {"guarantor_id": "C1", "own_assets": "80000.00"}
    admit = {"application_id": "A1", "stated": {**STATED, "guarantors": [one]}}
    send(bank, "wang", "credit_application.admit", **admit)
    says = {row["rule"]: row["says"] for row in rows(bank, "admission", application_id="A1")}
    assert says["ADMT-009"] == "own 80000.00 CNY, needed 50000.00 CNY"
    other = {
        "application_id": "A1",
        "stated": {**STATED, "guarantors": [{**one, "guarantor_id": "C9"}]},
    }
    send(bank, "wang", "credit_application.admit", **other)
    (row,) = rows(bank, "applications", stage="prohibited")
    assert "C9 is not on our register" in row["reason"]


@pytest.mark.row("AP-09", shown_by="credit_application.admit, views.admission")
def test_a_guarantor_who_was_assessed_counts_for_what_is_left(bank):
    terms = {**ASKED, "security": ["guarantee"]}
    send(bank, "wang", "credit_application.submit", **{**SUBMIT, "terms": terms})
    guaranteed(bank)  # C1 can guarantee 50,000.00, and does 20,000.00.
    one = {"guarantor_id": "C1", "own_assets": "80000.00"}
    admit = {"application_id": "A1", "stated": {**STATED, "guarantors": [one]}}
    send(bank, "wang", "credit_application.admit", **admit)
    (row,) = rows(bank, "applications", stage="prohibited")
    assert "own 30000.00 CNY, needed 50000.00 CNY; C1 was assessed" in row["reason"]
    assert "guarantees given: 1 for 20000.00 CNY" in row["reason"]
    judged = rows(bank, "admission", application_id="A1")
    assert not any(row["differs"] for row in judged)


@pytest.mark.row("AP-10", shown_by="credit_application.admit, views.applications")
def test_who_is_connected_with_us_gets_no_unsecured_loan(bank):
    send(bank, "wang", "credit_application.submit", **SUBMIT, declared_insider=True)
    send(bank, "wang", "credit_application.admit", application_id="A1", stated=STATED)
    (row,) = rows(bank, "applications", stage="prohibited")
    assert row["insider"]
    assert "connected, as declared: no unsecured loan" in row["reason"]


TABLE: dict[str, Any] = {
    "base": [{"months_max": 12, "rate": "4.35%"}],
    "unrated_adds": 60,
    "by_security": [{"way": "unsecured", "adds": 100}],
    "rate_lowest": "3.85%",
    "rate_highest": "9%",
}


@pytest.mark.row(
    "PR-12", shown_by="policy.set_pricing, credit_application.price, views.application_price"
)
def test_an_application_is_priced_by_the_table_and_its_inputs_are_kept(bank):
    complete(bank)
    day = {"since": "2026-03-02", **MEASURE}
    send(bank, "zhou", "policy.set_pricing", product_id="P1", table=TABLE, **day)
    send(bank, "wang", "credit_application.admit", application_id="A1", stated=STATED)
    send(bank, "wang", "credit_application.price", application_id="A1")
    steps = rows(bank, "application_price", application_id="A1")
    assert [shown(row, "item", "adds") for row in steps] == [
        ("base", 0),
        ("grade none", 60),
        ("security unsecured", 100),
        ("tier none", 0),
        ("settles here no", 0),
        ("priced", 0),
    ]
    assert steps[-1]["rate_yearly"] == "5.95%"
    assert steps[-1]["inputs"]["months"] == 12
    (table,) = rows(bank, "pricing_tables", product_id="P1")
    assert table["source"] == "Minutes 2026-7"
