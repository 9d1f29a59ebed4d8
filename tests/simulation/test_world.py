"""The bank under any order of acts, against an auditor who adds up by hand."""

import os
from collections import Counter

from hypothesis import example, settings
from hypothesis import given as for_all

from adapters.storage.verify import verify
from tests.laws.histories import histories
from tests.simulation.auditor import fen
from tests.simulation.world import world

ASKED = os.environ.get("LOANFOLD_HISTORIES")  # Set by a long run, which also names its seed.


def lives(short: int) -> settings:
    """Return how many histories a law sees: few in every run, as many as asked in a long one."""
    return settings(max_examples=int(ASKED or short), derandomize=ASKED is None)


PARTS = ("fee", "penalty", "interest", "principal", "excess", "off_books")
BACK_DATED = [
    ("loan.record_repayment", {"loan_id": "L1", **receipt})
    for receipt in (
        {"receipt_no": "R2", "amount": "500.00", "value_date": "2025-02-01"},
        {"receipt_no": "R1", "amount": "0.07", "value_date": "2025-01-03"},
    )
]


@lives(25)
@for_all(histories)
@example(BACK_DATED)
def test_money_does_not_vanish(acts):
    lived = world(acts)
    with lived.system:
        books = {row["account"]: fen(row["balance"]) for row in lived.rows("trial_balance")}
        assert books.get("", 0) == 0
        assert books.get("1011", 0) == lived.auditor.cash
        assert books.get("3902", 0) == 0
        for loan in lived.rows("loan_register"):
            _audit(lived, loan)


def _audit(lived, loan) -> None:
    """Check one loan of the register against the auditor and its own statement."""
    if loan["principal"] is None:
        return
    number = loan["loan_id"]
    lines = lived.rows("loan_statement", loan_id=number, limit="1000")
    moved = [row for row in lines if row["part"] == "movement"]
    receipts = [row for row in moved if row["kind"] == "receipt"]
    stands: Counter[tuple[str, str]] = Counter()
    for row in receipts:
        parts = {part: fen(row[part]) for part in PARTS if row[part]}
        stands.update({(row["reference"], part): amount for part, amount in parts.items()})
    assert min(stands.values(), default=0) >= 0
    known = lived.auditor.receipts(number)
    for receipt_no, amount in known.items():
        assert sum(stands[receipt_no, part] for part in PARTS) == amount
    assert sum(stands.values()) == sum(known.values()) == lived.auditor.came_back(number)
    lent = sum(-fen(row["principal"]) for row in moved if row["kind"] == "drawdown")
    assert lent == lived.auditor.lent(number)
    assert fen(loan["principal"]) == -sum(fen(row["principal"]) for row in moved) >= 0


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
