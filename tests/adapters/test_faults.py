"""Nothing that was acknowledged is lost: killed, answer lost, disk full."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.persistence import OperationalError

from adapters.problems import Unavailable
from adapters.settings import Settings
from adapters.storage.verify import verify
from adapters.wiring import open_system
from tests.village import OPEN, ZHANG, lend, repay

ROOT = Path(__file__).parents[2]
WRITER = textwrap.dedent(
    """
    import sys
    from adapters.settings import Settings
    from adapters.wiring import open_system
    system = open_system(Settings(database=sys.argv[1]))
    bus = system.bus("zhao")
    def product(no):
        return ("product.define", {
            "product_id": f"P{no}", "title": "t", "since": "2025-01-01", "source": "s",
            "terms": {"amount_min": "1", "amount_max": "2", "instalments_max": 1, "rate_min": "0%",
                      "rate_max": "1%", "methods": ["interest_only"],
                      "customer_kinds": ["enterprise"]}}, f"k{no}")
    for no in range(int(sys.argv[2]), 10_000, 5):
        bus.run_many([product(n) for n in range(no, no + 5)])
        print(no + 4, flush=True)
    """
)


def test_a_writer_that_is_killed_within_a_batch_loses_nothing_that_it_acknowledged(
    bank, settings_in_file
):
    acknowledged, lost = 0, 0
    for _ in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, settings_in_file.database, str(acknowledged)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        assert writer.stdout is not None
        for _ in range(40):
            acknowledged = int(writer.stdout.readline()) + 1
        writer.kill()
        writer.wait()
        rest = writer.stdout.read().split()
        acknowledged = int(rest[-1]) + 1 if rest else acknowledged
        lost += sum(bank.core.store.command(f"k{no}") is None for no in range(acknowledged))
    assert (acknowledged > 100, lost) == (True, 0)
    verdict = verify(bank.core.store, bank.core.scribe)
    assert verdict.passed, verdict.faults


def test_a_commit_whose_answer_was_lost_is_answered_as_if_it_were_not(bank, monkeypatch):
    bus, store = bank.bus("zhao"), bank.core.store
    append = store.append

    def append_and_lose(events, side):
        append(events, side)
        raise OperationalError("the connection is gone")

    with monkeypatch.context() as broken:
        broken.setattr(store, "append", append_and_lose)
        outcome = bus.run("customer.register", ZHANG, key="k")
    assert outcome.events == ("customer.registered",)
    size = bank.core.journal.head()
    assert bus.run("customer.register", ZHANG, key="k").repeated
    assert bank.core.journal.head() == size


def test_a_commit_that_failed_is_unavailable_and_can_be_sent_again(bank, monkeypatch):
    bus, store = bank.bus("zhao"), bank.core.store

    def fail(events, side):
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(store, "append", fail)
        with pytest.raises(Unavailable, match="same key"):
            bus.run("customer.register", ZHANG, key="k")
    assert not bus.run("customer.register", ZHANG, key="k").repeated


def test_a_full_disk_refuses_and_what_was_acknowledged_stands(tmp_path, clock):
    place = tmp_path / "small"
    place.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True
    )
    if not made or made.returncode:
        pytest.skip("a small file system cannot be mounted here")
    try:
        acknowledged = _fill(place, tmp_path, clock)
        settings = Settings(database=str(place / "b.db"), keys=tmp_path / "keys")
        with open_system(settings, clock) as again:
            kept = [again.core.store.command(f"r{no}") for no in range(acknowledged)]
            assert None not in kept
            assert verify(again.core.store, again.core.scribe).passed
        assert acknowledged > 10
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.mark.parametrize("at_once", [1, 3])
def test_a_full_disk_of_the_keys_refuses_and_no_record_is_sealed_by_a_key_that_is_lost(
    bank, settings_in_file, clock, at_once
):
    keys, bus = bank.core.keys, bank.bus("zhao")
    (pages,) = keys._db.execute("PRAGMA page_count").fetchone()
    keys._db.execute(f"PRAGMA max_page_count = {pages}")  # As a disk with no room for another.
    sent = [people(batch, at_once) for batch in range(200)]
    refused = next(batch for batch in sent if not taken(bus, batch))
    head = bank.core.journal.head()
    assert not taken(bus, refused), "it is refused for as long as there is no room"
    keys._db.execute("PRAGMA max_page_count = 1000000")
    assert taken(bus, refused)
    assert bank.core.journal.head() > head
    with open_system(settings_in_file, clock) as again:
        verdict = verify(again.core.store, again.core.scribe)
        assert (verdict.faults, verdict.opened) == ((), verdict.sealed)
        assert taken(again.bus("zhao"), refused)


def people(batch: int, count: int) -> list[Any]:
    """Return registrations of so many people whom nobody knows yet."""
    found = []
    for no in range(count):
        number = {"kind": "passport", "number": f"E{batch:04}{no:04}"}
        named = {**ZHANG, "customer_id": f"C{batch}.{no}", "document": number}
        found.append(("customer.register", named, f"k{batch}.{no}"))
    return found


def taken(bus, batch: list[Any]) -> bool:
    """Send commands, and tell whether they were recorded; a refusal says what to do."""
    try:
        answers = bus.run_many(batch)
    except Unavailable as error:
        assert "keys" in str(error) and "make room" in str(error)
        return False
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    return True


def test_a_disk_that_cannot_be_written_says_so_and_records_nothing(tmp_path, clock):
    place = tmp_path / "shut"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "tmpfs", str(place)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("a file system of our own cannot be mounted here")
    settings = Settings(database=str(place / "b.db"), keys=tmp_path / "keys")
    try:
        open_system(settings, clock).close()
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        with pytest.raises(Unavailable, match=r"cannot be|disk"):
            open_system(settings, clock).bus("zhao").run("log.open", OPEN)
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def _fill(place: Path, tmp_path: Path, clock) -> int:
    settings = Settings(database=str(place / "b.db"), keys=tmp_path / "keys")
    with open_system(settings, clock) as system:
        bus = system.bus("zhao")
        bus.run("log.open", OPEN)
        lend(bus)
        for no in range(5_000):
            try:
                bus.run(
                    "loan.record_repayment", repay(f"R{no}", "0.01", "2025-01-02"), key=f"r{no}"
                )
            except Unavailable:
                return no
    raise AssertionError("the disk never filled up")
