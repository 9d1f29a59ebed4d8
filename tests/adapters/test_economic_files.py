"""Economic files through the bus: what is missing, what became worse, what is due."""

import pytest

from adapters.system import System
from domain.economic_file.rules import FILE_IS_OF_A_CUSTOMER
from domain.facts.duty import CONNECTED_STAY_OUT
from domain.fields import ERASED
from tests.adapters.customer_office import FIRM_SECTIONS, HOUSEHOLD, Office, line, recorded
from tests.conftest import Clock


@pytest.fixture
def office(system: System) -> Office:
    return Office(system)


@pytest.mark.row("CU-02", shown_by="economic_file.record_sections, views.economic_file")
def test_a_household_s_file_shows_what_it_sums_up_to_and_what_is_missing(office):
    row = recorded(office, **HOUSEHOLD)
    assert row["missing_items"] == ["signed_form", "dwelling_photo", "project_photo"]
    assert (row["complete"], row["collected_by"], row["investigators"]) == (
        False,
        "wang",
        ["wang", "wu"],
    )
    assert row["figures"]["household_size"] == 2
    assert row["figures"]["net_income"] == "30000.00 CNY"
    assert row["figures"]["disposable"] == "18000.00 CNY"
    assert row["sections"]["members"][1]["name"] == "李老"
    assert row["sections"]["village_opinion"]["given_by"] == "村主任王五"


@pytest.mark.row("CU-03", shown_by="economic_file.record_sections, views.economic_file")
def test_a_sole_trader_s_file_has_its_own_list(office):
    row = recorded(office, "C4", **FIRM_SECTIONS)
    assert row["missing_items"] == [
        *("members", "assets", "debts", "flows"),
        *("signed_form", "site_visit_record", "accounts"),
    ]


@pytest.mark.row("CU-04", shown_by="economic_file.record_sections, views.economic_file")
def test_an_enterprise_s_file_has_its_own_list(office):
    row = recorded(office, "C3", **FIRM_SECTIONS)
    assert row["missing_items"] == [
        *("assets", "debts", "flows"),
        *("site_visit_record", "tax_record", "main_contracts"),
    ]


@pytest.mark.row("CU-12", shown_by="economic_file.record_sections, views.economic_file")
def test_a_fall_in_income_is_an_alert_with_its_threshold(office, clock: Clock):
    recorded(office, **HOUSEHOLD)
    clock.forward(days=30)
    office.does(
        "economic_file.record_sections",
        "zhao",
        sections={"business_lines": [line("40000.00", "20000.00")]},
        since="2025-01-30",
        investigators=["zhao"],
    )
    row = office.row("economic_file")
    (alert,) = row["alerts"]
    assert (alert["figure"], alert["formerly"], alert["became"]) == (
        "net_income",
        "30000.00 CNY",
        "20000.00 CNY",
    )
    assert alert["setting"]["parameter"] == "bank.monitoring.net_income_fall_from"
    assert [one["actor"] for one in row["records"]] == ["wang", "zhao"]
    before = office.row("economic_file", in_effect_on="2025-01-29")
    assert (before["figures"]["net_income"], before["alerts"]) == ("30000.00 CNY", [])


@pytest.mark.row("CU-11", shown_by="views.refresh_due, economic_file.record_sections")
def test_who_is_due_for_a_refresh_stands_on_a_list_until_refreshed(office, clock: Clock):
    recorded(office, **HOUSEHOLD)
    recorded(office, "C3", **FIRM_SECTIONS)
    assert office.rows("refresh_due") == []
    ahead = office.rows("refresh_due", until="2026-06-30")
    assert [(row["customer_id"], row["due_on"]) for row in ahead] == [
        ("C3", "2025-07-02"),
        ("C2", "2026-01-02"),
    ]
    clock.forward(days=190)
    (due,) = office.rows("refresh_due")
    assert (due["customer_id"], due["days_over"], due["done_by"]) == ("C3", 9, "wang")
    office.does(
        "economic_file.record_sections",
        "zhao",
        customer_id="C3",
        sections={"debts": []},
        since="2025-07-10",
        investigators=["zhao"],
    )
    assert office.rows("refresh_due") == []
    later = office.rows("refresh_due", until="2026-06-30", what="refresh", done_by="zhao")
    assert [(row["customer_id"], row["due_on"]) for row in later] == [("C3", "2026-01-10")]


def test_a_list_of_what_is_due_goes_on_where_its_page_ended(office):
    for customer in ("C1", "C2", "C4"):
        office.does(
            "relationship.set_stage",
            customer_id=customer,
            life_stage="mature",
            reason="repaid thrice",
            since="2025-01-02",
        )
    bus, found, query = office.system.bus("wang"), [], {"until": "2025-12-31", "limit": "1"}
    while True:
        page = bus.read("refresh_due", query)
        found += [row["customer_id"] for row in page.rows]
        if page.next is None:
            break
        query["after"] = page.next
    assert found == ["C1", "C2", "C4"]


def test_nobody_keeps_the_file_of_a_relative(office):
    office.system.bus("zhou").run(
        "staff.declare_connected",
        {"staff_id": "wang", "customer_id": "C2", "connection": "near_relative"},
    )
    office.refuses(
        CONNECTED_STAY_OUT,
        "economic_file.record_sections",
        sections=HOUSEHOLD,
        since="2025-01-02",
        investigators=["wu"],
    )


def test_an_erased_person_s_file_names_nobody_and_takes_nothing_more(office):
    recorded(office, **HOUSEHOLD)
    office.does("customer.request_erasure", basis="purpose_ended")
    office.does("customer.erase", "zhao")
    row = office.row("economic_file")
    assert {one["name"] for one in row["sections"]["members"]} == {ERASED}
    assert row["figures"]["household_size"] == 2
    found = {"sections": {"debts": []}, "since": "2025-01-02", "investigators": ["wu"]}
    office.refuses(FILE_IS_OF_A_CUSTOMER, "economic_file.record_sections", **found)
