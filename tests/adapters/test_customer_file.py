"""One file on a customer: what is missing in it, and who sees what of it."""

import pytest

from adapters.system import System
from tests.adapters.customer_office import HOUSEHOLD, Office, recorded
from tests.village import ZHANG


@pytest.fixture
def office(system: System) -> Office:
    return Office(system)


@pytest.mark.row("CU-05", shown_by="customer.register, views.customer_file")
def test_a_person_s_file_shows_which_basic_particulars_are_missing(office):
    row = office.row("customer_file", customer_id="C1")
    assert row["missing_items"] == ["sex", "birth_date", "occupation", "emergency_contact"]
    office.does(
        "customer.change_particulars",
        customer_id="C1",
        since="2025-01-02",
        others=[
            {"name": "sex", "value": "女"},
            {"name": "birth_date", "value": "1949-12-31"},
            {"name": "occupation", "value": "务农"},
        ],
    )
    row = office.row("customer_file", customer_id="C1", purpose="service")
    assert row["missing_items"] == ["emergency_contact"]
    assert row["others"]["occupation"] == "务农"


@pytest.mark.row("CU-06", shown_by="customer.register, views.customer_file")
def test_a_firm_s_file_shows_which_basic_particulars_are_missing(office):
    row = office.row("customer_file", customer_id="C3")
    assert row["missing_items"] == [
        *("phone", "address", "business_scope", "industry", "registered_capital"),
        *("legal_representative", "actual_controller"),
    ]


@pytest.mark.row("CU-07", shown_by="customer.add_contact, views.customer_file")
def test_contacts_are_shown_to_those_who_need_them(office):
    office.does(
        "customer.add_contact",
        customer_id="C3",
        contact_id="K1",
        relation="legal_representative",
        name="赵六",
        phone="13700137000",
        since="2025-01-02",
    )
    assert office.row("customer_file", customer_id="C3")["contacts"] is None
    row = office.row("customer_file", customer_id="C3", purpose="credit")
    assert [(one["relation"], one["name"]) for one in row["contacts"]] == [
        ("legal_representative", "赵六")
    ]
    assert "legal_representative" not in row["missing_items"]


@pytest.mark.row("CU-13", shown_by="views.customer_file")
@pytest.mark.parametrize(
    ("purpose", "opens"),
    [
        ("marketing", {"relationship"}),
        ("service", {"contacts", "relationship", "requests"}),
        ("collection", {"contacts", "economy", "loans"}),
        ("credit", {"contacts", "economy", "relationship", "credit", "loans", "requests"}),
    ],
)
def test_each_purpose_sees_its_own_sections_of_one_file(office, purpose, opens):
    recorded(office, **HOUSEHOLD)
    office.does("relationship.set_preferences", rate_type="fixed", since="2025-01-02")
    row = office.row("customer_file", purpose=purpose)
    sections = ("contacts", "economy", "relationship", "credit", "loans", "requests")
    assert {name for name in sections if row[name] is not None} == opens
    assert row["name"] == "李四"


@pytest.mark.row("CU-14", shown_by="views.customer_file, views.audit_trail")
def test_without_a_purpose_a_person_is_masked_and_every_reading_is_recorded(office):
    row = office.row("customer_file", customer_id="C1")
    assert (row["name"], row["phone"], row["address"]) == ("张*", "138****8000", "清河村**")
    assert row["documents"][0]["number"] == "110105********002X"
    row = office.row("customer_file", "zhao", customer_id="C1", purpose="credit")
    assert (row["name"], row["documents"][0]["number"]) == ("张三", ZHANG["document"]["number"])
    trail = office.rows("audit_trail", actor="zhao", limit="1000")
    read = [one for one in trail if one["event"] == "disclosure.personal_data_read"]
    assert any("credit" in str(one["changes"]) for one in read)
