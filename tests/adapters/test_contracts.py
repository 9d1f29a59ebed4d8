"""A contract and its drawdown through the whole core: from approval to money in hand, and back."""

from collections.abc import Iterator

import pytest

from adapters.system import System
from domain.contract.rules import (
    CONTRACT_IS_CHECKED,
    EVERY_PARTY_SIGNS,
    ITEMS_ARE_COMPLETE,
    NOT_ALTERED_ONCE_PRINTED,
    SEAL_IS_THE_SPECIMEN,
    TERMS_ARE_AS_APPROVED,
    TEXT_IS_AS_PRINTED,
)
from domain.drawdown.rules import (
    WITHIN_WHAT_IS_LEFT,
)
from domain.facts.duty import CONNECTED_STAY_OUT, ROLES_ARE_APART
from tests import contract_papers as papers
from tests.contract_papers import (
    DRAFT,
    L1,
    RELEASE,
    REQUEST,
    SECURED,
    contracted,
    paid,
    refused,
    row,
    sign,
)
from tests.credit_file import PAPER
from tests.specs import requiring

OTHER = "sha256:" + "8" * 64
UNUSED = {"facility_id": "C2"}
SPECIMEN = {
    "customer_id": "C2",
    "seal": "fingerprint",
    "digest": OTHER,
    "since": "2026-03-02",
}


@pytest.fixture
def bank() -> Iterator[System]:
    with papers.bank_with_an_approval() as system:
        yield system


@pytest.mark.row(
    "CT-01", "CT-03", "CT-10", "DI-01", "DI-05",
    shown_by="contract.draft_loan, contract.draft_security, contract.check, drawdown.release, "
    "views.contracts, views.loan_register",
)  # fmt: skip
def test_from_the_approval_to_money_in_hand(bank):
    contracted(bank)
    paid(bank)
    contract = row(bank, "contracts", kind="loan")
    assert (contract["stage"], contract["drawn"], contract["undrawn"]) == (
        "signed",
        "40000.00 CNY",
        "10000.00 CNY",
    )
    assert (contract["drafted_by"], contract["checked_by"]) == ("wang", "jiang")
    note = row(bank, "loan_register", loan_id="N1")
    assert (note["amount"], note["principal"], note["begun_on"], note["disbursed_on"]) == (
        "40000.00 CNY",
        "40000.00 CNY",
        "2026-03-02",
        "2026-03-02",
    )
    limit = row(bank, "facilities", **UNUSED)
    assert (limit["used"], limit["reserved"]) == ("40000.00 CNY", "10000.00 CNY")
    assert row(bank, "approval_record", application_id="A1")["contract_id"] == "L1"
    more = {**REQUEST, "drawdown_id": "D2", "loan_id": "N2"}
    refused(bank, WITHIN_WHAT_IS_LEFT, "wang", "drawdown.request", **more)
    rest = {**more, "amount": "10000.00", "payment": "self_payment", "payees": []}
    bank.bus("wang").run("drawdown.request", rest)
    bank.bus("wang").run("drawdown.meet_condition", {**papers.MEET, "drawdown_id": "D2"})
    bank.bus("shen").run("drawdown.check", {"drawdown_id": "D2"})
    bank.bus("shen").run("drawdown.release", {**RELEASE, "drawdown_id": "D2", "reference": "PAY-2"})
    assert [one["loan_id"] for one in bank.bus("wang").read("drawdowns", L1).rows] == ["N1", "N2"]


@pytest.mark.row("CT-06", "CT-08", shown_by="contract.draft_loan, contract.check")
def test_a_contract_that_is_not_what_was_approved_is_not_printed(bank):
    wang = bank.bus("wang")
    bare = {**DRAFT, "breach_terms": []}
    found = refused(bank, ITEMS_ARE_COMPLETE, "wang", "contract.draft_loan", **bare)
    assert found["missing"] == "breach_terms"
    more = {**DRAFT, "terms": {**SECURED, "amount": "60000.00", "months": 24}}
    wang.run("contract.draft_loan", more)
    compared = wang.read("contract_comparison", L1).rows
    assert [one["item"] for one in compared if not one["same"]] == ["amount", "months"]
    found = refused(bank, TERMS_ARE_AS_APPROVED, "jiang", "contract.check", **L1)
    assert "amount: 60000.00 CNY in the contract, 50000.00 CNY approved" in found["differences"]
    refused(bank, CONTRACT_IS_CHECKED, "jiang", "contract.print", **L1, copies=3)
    wang.run("contract.draft_loan", DRAFT)
    bank.bus("jiang").run("contract.check", L1)


@pytest.mark.row("CT-10", shown_by="contract.check, contract.send_back")
def test_who_drafted_does_not_check_and_who_checks_may_send_back(bank):
    bank.bus("jiang").run("contract.draft_loan", DRAFT)
    refused(bank, ROLES_ARE_APART, "jiang", "contract.check", **L1)
    bank.bus("zhou").run("contract.send_back", {**L1, "reason": "the due day is the 25th"})
    bank.bus("jiang").run("contract.draft_loan", {**DRAFT, "due_day": 25})
    bank.bus("zhou").run("contract.check", L1)
    assert row(bank, "contracts", **L1)["checked_by"] == "zhou"


def test_who_is_connected_with_the_borrower_neither_drafts_nor_checks(bank):
    tie = {"staff_id": "jiang", "customer_id": "C2", "connection": "near_relative"}
    bank.bus("zhou").run("staff.declare_connected", tie)
    refused(bank, CONNECTED_STAY_OUT, "jiang", "contract.draft_loan", **DRAFT)


@pytest.mark.row("CT-07", shown_by="contract.print, contract.sign, views.contract_text")
def test_what_is_signed_is_the_text_that_was_printed(bank):
    wang, jiang = bank.bus("wang"), bank.bus("jiang")
    wang.run("contract.draft_loan", DRAFT)
    jiang.run("contract.check", L1)
    jiang.run("contract.print", {**L1, "copies": 3})
    text = row(bank, "contract_text", **L1)
    assert text["same"] and "〔C2·名称〕" in text["text"]
    assert "李四" in text["as_printed"] and "李四" not in text["text"]
    assert "住所：（未登记）" in text["as_printed"]
    signing = {
        **L1,
        "signed_on": "2026-03-02",
        "text_digest": OTHER,
        "way": "in_presence",
        "signatures": [{"customer_id": "C2", "kind": "signature", "shown": PAPER}],
        "witnesses": ["jiang"],
    }
    refused(bank, TEXT_IS_AS_PRINTED, "wang", "contract.sign", **signing)
    altered = {**DRAFT, "due_day": 25}
    refused(bank, NOT_ALTERED_ONCE_PRINTED, "wang", "contract.draft_loan", **altered)


@pytest.mark.row("CT-09", shown_by="contract.sign, views.contracts")
def test_a_seal_is_compared_with_the_specimen_on_record(bank):
    wang = bank.bus("wang")
    wang.run("relationship.keep_specimen", SPECIMEN)
    wang.run("contract.draft_loan", DRAFT)
    wang.run("contract.draft_security", papers.DRAFT_MORTGAGE)
    sign(bank, "M1", "C1")
    requiring(lambda: sign(bank, "L1", "C2")).then_refused(SEAL_IS_THE_SPECIMEN)
    requiring(lambda: sign(bank, "L1", "C1")).then_refused(EVERY_PARTY_SIGNS)
    mortgage = row(bank, "contracts", contract_id="M1")
    assert (mortgage["way"], mortgage["witnesses"]) == ("in_presence", ["jiang"])


@pytest.mark.row("CT-11", shown_by="contract.move_copies, views.contracts")
def test_copies_are_kept_and_lent_out_under_numbers(bank):
    contracted(bank)
    kept = {**L1, "reference": "R1", "way": "into_custody", "copies": 2, "on": "2026-03-02"}
    bank.bus("han").run("contract.move_copies", {**kept, "place": "vault 1, shelf 3"})
    out = {**kept, "reference": "R2", "way": "out_of_custody", "copies": 1, "place": "the court"}
    bank.bus("han").run("contract.move_copies", out)
    contract = row(bank, "contracts", **L1)
    assert (contract["copies"], contract["in_custody"]) == (3, 1)
    assert [move["place"] for move in contract["custody"]] == ["vault 1, shelf 3", "the court"]
