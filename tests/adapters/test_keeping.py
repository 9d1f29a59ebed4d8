"""Through the whole core: whom an application, a contract or security keeps from being erased."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from adapters.system import HandClock, System
from domain.customer.rules import NO_APPLICATION_IS_OPEN, NO_CONTRACT_STANDS, NOTHING_IS_SECURED
from domain.rules import Rule
from tests import contract_papers as papers
from tests.contract_papers import contracted, guaranteed
from tests.specs import requiring


@pytest.fixture
def bank() -> Iterator[System]:
    """A bank where C2's credit is approved against a house of C1's."""
    with papers.bank_with_an_approval() as system:
        for customer_id in ("C1", "C2"):
            asked = {"customer_id": customer_id, "basis": "request_of_the_person"}
            system.bus("wang").run("customer.request_erasure", asked)
        yield system


def not_erased(bank: System, customer_id: str, rule: Rule, **facts: object) -> None:
    def erase() -> object:
        return bank.bus("qian").run("customer.erase", {"customer_id": customer_id})

    requiring(erase).then_refused(rule, **facts)


def kept(bank: System, customer_id: str) -> list[tuple[object, object, object]]:
    rows = bank.bus("qian").read("involvement", {"customer_id": customer_id}).rows
    return [(row["stream"], row["role"], row["keeps"]) for row in rows]


def test_an_approved_application_then_the_contract_keep_the_borrower(bank):
    not_erased(bank, "C2", NO_APPLICATION_IS_OPEN, applications="A1")
    assert kept(bank, "C2") == [("credit_application-A1", "applicant", True)]
    contracted(bank)  # Signed, nothing is paid out.
    not_erased(bank, "C2", NO_CONTRACT_STANDS, contracts="L1, M1")
    assert kept(bank, "C2") == [
        ("contract-L1", "borrower", True),
        ("contract-M1", "borrower", True),
        ("credit_application-A1", "applicant", False),
    ]


def test_a_contract_keeps_who_gives_security_and_a_guarantee_the_guarantor(bank):
    guaranteed(bank)
    not_erased(bank, "C1", NOTHING_IS_SECURED, securities="guarantee-G1")
    contracted(bank)
    not_erased(bank, "C1", NO_CONTRACT_STANDS, contracts="M1")
    assert kept(bank, "C1") == [
        ("collateral-K1", "owner", True),
        ("contract-M1", "giver", True),
        ("guarantee-G1", "guarantor", True),
    ]


def test_an_application_that_was_declined_or_whose_approval_ran_out_keeps_nobody(bank):
    assert isinstance(bank.clock, HandClock)
    bank.clock.set(datetime(2026, 8, 30, 1, tzinfo=UTC))
    assert kept(bank, "C2") == [("credit_application-A1", "applicant", False)]
    bank.bus("qian").run("customer.erase", {"customer_id": "C2"})
    (card,) = bank.bus("qian").read("customer_card", {"customer_id": "C2"}).rows
    assert card["standing"] == "erased"
