"""The bank under any order of acts, against an auditor who adds up by hand."""

import os

from hypothesis import given as for_all
from hypothesis import settings

from adapters.storage.verify import verify
from tests.laws.histories import histories
from tests.simulation.auditor import fen
from tests.simulation.world import world

ASKED = os.environ.get("LOANFOLD_HISTORIES")  # Set by a long run, which also names its seed.


def lives(short: int) -> settings:
    """Return how many histories a law sees: few in every run, as many as asked in a long one."""
    return settings(max_examples=int(ASKED or short), derandomize=ASKED is None)


PARTS = ("fee", "penalty", "interest", "principal", "excess")


@lives(25)
@for_all(histories)
def test_money_does_not_vanish(acts):
    lived = world(acts)
    with lived.system:
        books = {row["account"]: fen(row["balance"]) for row in lived.rows("trial_balance")}
        assert books.get("", 0) == 0
        assert books.get("1011", 0) == lived.auditor.cash
        for loan in lived.rows("loan_register"):
            _audit(lived, loan)


def _audit(lived, loan) -> None:
    """Check one loan of the register against the auditor and its own statement."""
    if loan["principal"] is None:
        return
    number = loan["loan_id"]
    lines = lived.rows("loan_statement", loan_id=number, limit="1000")
    receipts = [
        row
        for row in lines
        if row["part"] == "movement" and row["what"] == "repayment" and not row["reversed"]
    ]
    came_back = lived.auditor.came_back(number)
    assert sum(fen(row["amount"]) for row in receipts) == came_back
    assert sum(fen(row[part]) for row in receipts for part in PARTS) == came_back
    assert min([fen(row[part]) for row in receipts for part in PARTS], default=0) >= 0
    principal_back = sum(fen(row["principal"]) for row in receipts)
    assert fen(loan["principal"]) == lived.auditor.lent(number) - principal_back >= 0


@lives(15)
@for_all(histories)
def test_what_was_told_once_is_told_again_for_the_same_two_dates(acts):
    lived = world(acts)
    with lived.system:
        for view, query, page in lived.told:
            assert lived.again(view, query, page).rows == page.rows


@lives(15)
@for_all(histories)
def test_the_journal_verifies_whatever_happened(acts):
    lived = world(acts)
    with lived.system:
        verdict = verify(lived.system.core.store, lived.system.core.scribe)
        assert verdict.passed, verdict.faults
        assert verdict.sealed == verdict.opened
