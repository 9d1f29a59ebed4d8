"""What is looked at when a loss is laid at somebody's door: who knew what, and when."""

from collections.abc import Iterator

import pytest

from adapters.problems import Unknown
from adapters.system import System
from tests.contract_papers import bank_with_an_approval, contracted, paid


@pytest.fixture
def bank() -> Iterator[System]:
    """A bank that paid a loan out under a contract."""
    with bank_with_an_approval() as system:
        contracted(system)
        paid(system)
        yield system


@pytest.mark.row("RO-12", shown_by="views.liability")
def test_a_loan_shows_who_did_what_on_which_file_and_who_answered(bank):
    (loan,) = bank.bus("zhou").read("loan_register", {}).rows
    asked = {"loan_id": loan["loan_id"], "limit": "1000"}
    before = bank.bus("zhou").read("liability", asked)
    file = f"customer-{loan['customer_id']}"
    assign = {"file_id": file, "staff_id": "wang", "reason": "taken in"}
    bank.bus("wang").run("responsibility.assign", assign)
    rows = bank.bus("zhou").read("liability", asked).rows
    assert [row["index"] for row in rows] == sorted(row["index"] for row in rows)
    told = {row["event"]: row for row in rows}
    approved = told["approval.credit_approved"]
    assert (approved["actor"], approved["seen"][:7]) == ("feng", "sha256:")
    assert {"contract.signed", "loan.disbursed", "credit_application.submitted"} <= told.keys()
    assert told["responsibility.assigned"]["officer_in_charge"] == "wang"
    then = bank.bus("zhou").read("liability", {**asked, "known_by": str(before.known_by)})
    assert then.rows == before.rows


def test_there_is_nothing_to_tell_of_a_loan_that_is_not_there(bank):
    with pytest.raises(Unknown, match="no loan"):
        bank.bus("zhou").read("liability", {"loan_id": "L99"})
