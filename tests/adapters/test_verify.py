"""Whoever changes, drops or swaps a row of the journal is found, and the row is named."""

import sqlite3
from functools import partial

import attrs
import pytest

from adapters.storage.digests import canonical, digest, parse
from adapters.storage.keys import seal, unseal
from adapters.storage.verify import verify
from tests.village import LI, lend, repay


@pytest.fixture
def lent(bank):
    """Return a bank with two people, a loan and a receipt."""
    lend(bank.bus("zhao"))
    bank.bus("zhao").run("customer.register", LI)
    bank.bus("zhao").run("loan.record_repayment", repay("R1", "100.00", "2025-01-02"))
    return bank


def tampered(bank, *statements: str) -> tuple[str, ...]:
    """Return the faults after somebody wrote to the file behind the program's back."""
    with sqlite3.connect(bank.core.store.path) as file:
        for statement in statements:
            assert file.execute(statement).rowcount, "nothing was tampered with"
    return verify(bank.core.store, bank.core.scribe).faults


def test_an_honest_journal_verifies(lent):
    verdict = verify(lent.core.store, lent.core.scribe)
    assert verdict.passed, verdict.faults
    assert (verdict.size, verdict.root) == lent.core.journal.root()
    assert verdict.sealed == verdict.opened > 0


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            "UPDATE stored_events SET state ="
            " CAST(replace(CAST(state AS TEXT), '100.00', '900.00') AS BLOB)"
            " WHERE topic = 'loan.repayment_recorded'",
            "loan-L1 version 3: the record is not the one whose digest was logged",
        ),
        (
            "DELETE FROM stored_events WHERE topic = 'loan.disbursed'",
            "loan-L1 version 2 is missing",
        ),
        (
            "UPDATE stored_events SET topic = 'loan.settled' WHERE topic = 'loan.disbursed'",
            "it is filed as loan.settled and says loan.disbursed",
        ),
        ("UPDATE leaf SET recorded_at = '2020-01-01T00:00:00.000000Z' WHERE idx = 3", "recorded"),
        ("UPDATE leaf SET digest = zeroblob(32) WHERE idx = 4", "index 4"),
        ("DELETE FROM leaf WHERE idx = 4", "index 4 is missing"),
        (
            "UPDATE vault SET sealed = (SELECT sealed FROM vault WHERE stream = 'customer-C2')"
            " WHERE stream = 'customer-C1'",
            "what is sealed of customer-C1 version 1",
        ),
    ],
)
def test_a_row_that_was_changed_or_dropped_is_named(lent, statement, named):
    faults = tampered(lent, statement)
    assert any(named in fault for fault in faults), faults


def sealed_anew(bank, change) -> None:
    """Let who holds the keys put other rows in the place of what is sealed of C1."""
    core = bank.core
    (row,) = core.store.vault("customer-C1")
    key = core.keys.key("C1")
    rows = change(row, parse(unseal(key, row.sealed, row.bound_to)), partial(seal, key))
    with sqlite3.connect(core.store.path) as file:
        file.execute("DELETE FROM vault WHERE stream = 'customer-C1'")
        file.executemany("INSERT INTO vault VALUES (?, ?, ?, ?, ?, ?)", map(attrs.astuple, rows))


def test_a_value_that_who_holds_the_keys_sealed_anew_is_named(lent):
    def renamed(row, said, sealed_by):
        said = [[salt, path, "李鬼" if path == "/name" else value] for salt, path, value in said]
        return [attrs.evolve(row, sealed=sealed_by(canonical(said), row.bound_to))]

    sealed_anew(lent, renamed)
    faults = verify(lent.core.store, lent.core.scribe).faults
    named = "sealed field /name of customer-C1 version 1: its digest is not in the record"
    assert faults == (named,)


def test_what_earlier_programs_sealed_field_by_field_is_read_and_verified(lent):
    def apart(row, said, sealed_by):
        for each in said:
            text = canonical(each)
            own = attrs.evolve(row, path=each[1], digest=digest(text))
            yield attrs.evolve(own, sealed=sealed_by(text, own.bound_to))

    card = lent.bus("sun").read("customer_card", {"customer_id": "C1"}).rows
    sealed_anew(lent, apart)
    assert len(lent.core.store.vault("customer-C1")) > 1
    assert lent.bus("sun").read("customer_card", {"customer_id": "C1"}).rows == card
    assert verify(lent.core.store, lent.core.scribe).passed


def test_two_records_that_were_swapped_are_named(lent):
    swap = (
        "UPDATE stored_events SET originator_id = 'x' WHERE topic = 'loan.disbursed'",
        "UPDATE stored_events SET originator_id = 'loan-L1', originator_version = 2"
        " WHERE topic = 'product.defined'",
        "UPDATE stored_events SET originator_id = 'product-P1', originator_version = 1"
        " WHERE originator_id = 'x'",
    )
    faults = tampered(lent, *swap)
    assert any("it holds the record of loan-L1 version 2" in fault for fault in faults), faults


def test_a_history_rewritten_as_a_whole_is_found_with_a_root_noted_earlier(lent):
    noted = lent.core.journal.root()
    assert verify(lent.core.store, lent.core.scribe, root_wanted=noted).passed
    lent.bus("zhao").run("loan.record_repayment", repay("R2", "1.00", "2025-01-02"))
    assert verify(lent.core.store, lent.core.scribe, root_wanted=noted).passed
    forged = (noted[0], "sha256:" + "0" * 64)
    assert not verify(lent.core.store, lent.core.scribe, root_wanted=forged).passed
    longer = (noted[0] + 5, noted[1])
    assert not verify(lent.core.store, lent.core.scribe, root_wanted=longer).passed
