"""The closing of a day over the whole system: sums by branch, and heads that anyone recomputes."""

import json
import subprocess
from hashlib import sha256

import pytest
from attrs import evolve

import adapters.storage.closing as closing_module
import adapters.storage.core as core_module
from adapters.evidence.faults import Faulty
from adapters.evidence.heads import heads_text, read_heads
from adapters.storage.closing import heads_at
from adapters.storage.verify import verify
from domain.rules import Refused
from tests.village import LI, lend, repay

FRIDAY = "2025-01-02"


def close(system):
    """Close the day, and return what was recorded."""
    outcome = system.bus("zhao").run("day.close", {"day": FRIDAY})
    (_, stored), *_ = system.core.store.records(outcome.index - 1, 1)
    return json.loads(stored.state)["data"]


def test_each_branch_has_the_sums_of_what_it_began(system):
    lend(system.bus("zhao", "B001"))
    system.bus("zhao", "B002").run("customer.register", LI)
    money = repay("R1", "100.00", FRIDAY)
    system.bus("zhao", "B002").run("loan.record_repayment", {**money, "loan_id": "L1"})
    before = system.core.journal.root()
    closed = close(system)
    totals = {branch["branch"]: branch for branch in closed["closing"]["branches"]}
    assert list(totals) == [None, "B001", "B002"]
    assert (closed["closing"]["records"], closed["closing"]["root"]) == before
    assert sum(branch["records"] for branch in totals.values()) == before[0]
    # The repayment was taken in by another branch; the loan is of the one that made it.
    assert totals["B001"]["debits"] == totals["B001"]["credits"] == ["12100.00 CNY"]
    assert totals["B002"]["debits"] == []
    assert totals[None]["streams"] == 1  # The log itself.


def test_the_heads_are_what_sort_and_sha256sum_make_of_them(system, tmp_path):
    lend(system.bus("zhao", "B001"))
    closing = close(system)["closing"]
    heads = heads_at(system.core.store, system.core.journal, closing["records"])
    for branch in closing["branches"]:
        lines = [head.to_text() for head in heads[branch["branch"]]]
        (tmp_path / "heads").write_text("".join(f"{line}\n" for line in reversed(lines)))
        command = "LC_ALL=C sort heads | sha256sum"
        said = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=True)
        assert branch["heads"] == f"sha256:{said.stdout.decode().split()[0]}"
        assert len(lines) == branch["streams"]
    stored = {(leaf.stream, leaf.version): e for leaf, e in system.core.store.records(-1, 999)}
    for head in heads["B001"]:
        assert sha256(stored[head.stream, head.version].state).digest() == head.digest
        assert (head.stream, head.version + 1) not in stored


def test_a_closed_day_locks_nothing_and_is_closed_again_with_what_came_late(system):
    lend(system.bus("zhao"))
    first = close(system)
    bus = system.bus("zhao")
    assert bus.run("day.close", {"day": FRIDAY}).events == ()
    bus.run("customer.register", LI)
    second = close(system)
    assert second["closing"]["records"] == first["closing"]["records"] + 3  # And his document.
    with pytest.raises(Refused):
        bus.run("day.close", {"day": "2025-01-03"})


@pytest.mark.parametrize(
    "text", [b"\xff\n", b"loan-1 0 sha256:00\n", b"a 1 sha256:" + b"0" * 64 + b" \n"]
)
def test_what_is_no_list_of_heads_is_refused(text):
    with pytest.raises(Faulty):
        read_heads(text)


def test_heads_are_read_as_they_were_written_and_a_stream_has_one(system):
    lend(system.bus("zhao"))
    heads = heads_at(system.core.store, system.core.journal, 4)[None]
    text = heads_text(heads)
    assert heads_text(read_heads(text).values()) == text
    with pytest.raises(Faulty, match="two heads"):
        read_heads(text + text)


def test_a_closing_adds_to_the_one_before_and_comes_to_what_all_adds_up_to(system):
    bus = system.bus("zhao", "B001")
    lend(bus)
    close(system)
    for number in range(3):
        bus.run("loan.record_repayment", repay(f"R{number}", "100.00", FRIDAY))
        closing = close(system)["closing"]
    totals = {branch["branch"]: branch for branch in closing["branches"]}
    assert totals["B001"]["debits"] == ["12300.00 CNY"]
    assert verify(system.core.store, system.core.scribe).faults == ()


def test_a_closing_that_is_not_what_the_journal_says_is_found(system, monkeypatch):
    lend(system.bus("zhao", "B001"))
    true = closing_module.close_up(system.core.store, system.core.journal)
    assert true is not None
    false = evolve(true, branches=(evolve(true.branches[0], records=99), *true.branches[1:]))
    monkeypatch.setattr(core_module, "close_up", lambda *_: false)
    outcome = system.bus("zhao").run("day.close", {"day": FRIDAY})
    (fault,) = verify(system.core.store, system.core.scribe).faults
    assert fault == (
        f"index {outcome.index}: the closing is not what the first {true.records} records are"
    )
