"""An application is taken in, completed and withdrawn, as officers send it."""

import pytest

from domain.credit_application.rules import STEP_FOLLOWS_ITS_STAGE, WHAT_LACKED_IS_IN
from tests.adapters.officers import (
    STATED,
    SUBMIT,
    file,
    open_bank,
    refused,
    rows,
    send,
    states,
)
from tests.department import DIGEST
from tests.projections.asking import shown

bank = pytest.fixture(open_bank)


@pytest.mark.row("AP-01, AP-11", shown_by="credit_application.submit, views.applications")
def test_an_application_is_taken_in_with_number_day_channel_and_what_is_asked_for(bank):
    send(bank, "wang", "credit_application.submit", **SUBMIT)
    (row,) = rows(bank, "applications", taken_by="wang")
    assert shown(row, "application_id", "applied_on", "channel", "stage", "days", "unit_id") == (
        "A1",
        "2026-03-01",
        "visit",
        "received",
        1,
        "B1",
    )
    assert shown(row, "product_id", "amount", "months") == ("P1", "50000.00 CNY", 12)


@pytest.mark.row("AP-02", shown_by="archive.file_document, views.application_file")
def test_papers_are_handed_in_against_the_checklist_of_customer_and_product(bank):
    send(bank, "wang", "credit_application.submit", **SUBMIT)
    asked = ("loan_application", "identity_document", "land_contract")
    assert states(bank) == dict.fromkeys(asked, "missing")
    file(bank, "D1", "loan_application")
    file(bank, "D2", "land_contract", valid_until="2026-03-20")
    on_file = {"file_id": "customer-C2", "document_id": "X1", "kind": "identity_document"}
    bank.bus("wang").run(
        "archive.file_document",
        {**on_file, "digest": DIGEST, "title": "身份证", "dated": "2024-01-01"},
    )
    assert states(bank) == {
        "loan_application": "filed",
        "identity_document": "filed",
        "land_contract": "expiring",
    }
    (land,) = [
        row
        for row in rows(bank, "application_file", application_id="A1")
        if row["kind"] == "land_contract"
    ]
    assert shown(land, "valid_until", "days_left", "file_id") == (
        "2026-03-20",
        18,
        "credit_application-A1",
    )
    archive = rows(bank, "archive", file_id="credit_application-A1")
    assert {row["kind"] for row in archive if row["state"] == "missing"} == {"identity_document"}


@pytest.mark.row("AP-12", shown_by="credit_application.return, credit_application.withdraw")
def test_it_is_returned_for_completion_comes_back_and_is_withdrawn_with_reasons(bank):
    send(bank, "wang", "credit_application.submit", **SUBMIT)
    file(bank, "D1", "loan_application")
    back = {
        "application_id": "A1",
        "reasons": ["papers_missing"],
        "says": "Bring the land contract",
    }
    send(bank, "zheng", "credit_application.return", **back)
    (row,) = rows(bank, "applications", stage="returned")
    assert row["reason"] == "Bring the land contract"
    again = refused(bank, "wang", "credit_application.resubmit", application_id="A1")
    assert again == WHAT_LACKED_IS_IN.code
    file(bank, "D2", "land_contract")
    file(bank, "D3", "identity_document")
    send(bank, "wang", "credit_application.resubmit", application_id="A1")
    gone = {"application_id": "A1", "reason": "lent_elsewhere"}
    send(bank, "wang", "credit_application.withdraw", **gone)
    (row,) = rows(bank, "applications", stage="withdrawn")
    assert row["reason"] == "lent_elsewhere"
    admit = {"application_id": "A1", "stated": STATED}
    assert refused(bank, "wang", "credit_application.admit", **admit) == STEP_FOLLOWS_ITS_STAGE.code
