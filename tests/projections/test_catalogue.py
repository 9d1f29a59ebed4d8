"""What holds for every view of the catalogue."""

import re
from datetime import date

import pytest
from attrs import evolve

from adapters.problems import Unknown
from domain.economic_file import ECONOMIC_FILE
from domain.loan.account import LoanStatus
from projections.catalogue import VIEWS
from projections.labels import LABELS
from tests.domain.approval.files import APPROVE, REVIEW
from tests.domain.archive.files import FILED
from tests.domain.benchmark.quotes import RECORDED
from tests.domain.bill.test_bill import CLAIMED, UNPAID
from tests.domain.collateral.flat import INSIDE, TAKEN, VALUED
from tests.domain.contract.deeds import SIGNED_LOAN
from tests.domain.credit_inquiry.test_credit_inquiry import GIVEN as CONSENTED
from tests.domain.credit_inquiry.test_credit_inquiry import MADE
from tests.domain.customer.people import REGISTERED
from tests.domain.drawdown.drawings import PAID
from tests.domain.economic_file.files import RECORD
from tests.domain.facility.limits import granted
from tests.domain.financial_statement.statements import SPREAD
from tests.domain.guarantee.promises import ASSESSED, GIVEN
from tests.domain.investigation.files import CONCLUDE, FOUND
from tests.domain.loan.loans import AGREE, DISBURSE, REPAY, TAKE_OVER, reversal
from tests.domain.product.catalogue import DEFINED
from tests.domain.rating.files import RATE
from tests.domain.relationship.test_entries import NAMED
from tests.domain.relationship.test_service import ASKED as ASKED_ABOUT
from tests.domain.relationship.test_service import IN_TIER
from tests.domain.service_request.test_service_request import RECEIVED
from tests.projections.asking import Books
from tests.projections.house import HOUSE
from tests.projections.lending import LENDING
from tests.projections.market import MARKET

ASKED = {
    "application_id": "A1",
    "loan_id": "L1",
    "customer_id": "C1",
    "file_id": "customer-C1",
    "staff_id": "li",
    "campaign_id": "M1",
    "contract_id": "L1",
    "scorecard_id": "farm-household",
    "then": "-1",
}
NARROWED = {
    "difference_statement": {"loan_id": "L1"},
    "due_list": {"until": "2030-01-01"},
    "worklist": {"unit_id": "B1"},
    "refresh_due": {"until": "2030-01-01"},
    "credit_file": {"as_seen_by": "approval-A1@2"},
}
# Views that show what ships with the program, whatever was recorded.
SHIPPED = ("policy_parameters", "credit_standards", "contract_forms", "scorecards")
PLAIN = (str, int, bool, type(None), list, dict)
every_view = pytest.mark.parametrize("name", VIEWS)


def books() -> Books:
    made = Books().sealed("customer-C1", REGISTERED).with_events("product-P1", DEFINED)
    made.with_events("benchmark-LPR", RECORDED)
    made.sealed("archive-loan-L1", evolve(FILED, dated=date(2026, 1, 2)))
    made.with_events("collateral-K1", TAKEN, VALUED, INSIDE)
    made.with_events("guarantor-C7", ASSESSED).with_events("guarantee-G1", GIVEN)
    made.with_events("facility-C1", granted()).with_events("bill-B100", *UNPAID, CLAIMED)
    made.with_events("contract-L1", *SIGNED_LOAN).sealed("drawdown-D1", *PAID)
    (found,) = ECONOMIC_FILE.decide(RECORD, ECONOMIC_FILE.initial)
    made.sealed("economic_file-C1", evolve(found, since=date(2025, 3, 2)))
    made.sealed("relationship-C1", NAMED, ASKED_ABOUT, evolve(IN_TIER, since=date(2025, 1, 1)))
    made.sealed("service_request-Q1", RECEIVED).with_events("credit_inquiry-C1", CONSENTED, MADE)
    made.sealed("customer-C8", evolve(REGISTERED, since=date(2024, 1, 1)))
    made.after(evolve(SPREAD, customer_id="C1"), evolve(RATE, customer_id="C1"))
    made.after(*FOUND, CONCLUDE).after(REVIEW, APPROVE)
    for stream, events in {**HOUSE, **MARKET, **LENDING}.items():
        made.with_events(stream, *events)
    return made.after(AGREE, DISBURSE, REPAY, reversal("R1"))


def required(name: str) -> dict[str, str]:
    asked = {p.name: ASKED[p.name] for p in VIEWS[name].parameters if p.required}
    return {**asked, **NARROWED.get(name, {})}


@every_view
def test_a_view_speaks_both_languages_in_all_that_it_shows(name):
    view = VIEWS[name]
    shown = [column.name for column in view.columns] + [p.name for p in view.parameters]
    assert not set(shown) - LABELS.keys()
    for label in (view.title, *(LABELS[each] for each in shown)):
        assert re.search("[\u4e00-\u9fff]", label.zh)
        assert re.search("[A-Za-z]", label.en)


@pytest.mark.parametrize("status", LoanStatus)
def test_every_status_of_a_loan_has_a_name_for_its_readers(status):
    assert status.value in LABELS


@every_view
def test_every_row_has_the_columns_that_the_view_names_and_plain_values(name):
    rows = books().rows(name, **required(name))
    assert rows
    for row in rows:
        assert tuple(row) == tuple(column.name for column in VIEWS[name].columns)
        assert all(_is_plain(value) for value in row.values())


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(inner) for key, inner in value.items())
    return type(value) in PLAIN


@every_view
def test_nothing_is_answered_from_what_was_not_yet_known(name):
    try:
        rows = books().rows(name, **required(name), known_by="-1")
    except Unknown:
        rows = []
    assert rows == [] or name in SHIPPED


@every_view
def test_what_views_call_things_is_what_the_domain_calls_them(name):
    """Every word in what/part/state/status columns that is shown as text has a label."""
    for row in books().after(evolve(TAKE_OVER, loan_id="L2")).rows(name, **required(name)):
        for column in ("what", "part", "state", "status", "standing", "kind", "method"):
            assert row.get(column) is None or row[column] in LABELS
