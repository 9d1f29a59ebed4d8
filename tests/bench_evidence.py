"""Measure the evidence: python -m tests.bench_evidence [records].

The leaf's cost is what a transaction with it takes beside the same transaction without it, in turns
in one run.  The journal is filled with copies of a record, each with bytes of its own.
"""

import resource
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder

from adapters.evidence.check_log import check_log, read_log
from adapters.evidence.log import publish
from adapters.evidence.signer import Signer, create_signer
from adapters.evidence.tree import Frontier
from adapters.settings import Settings
from adapters.storage.sqlite import SQLiteStore
from adapters.storage.sqlite_file import open_datastore
from adapters.storage.store import Side
from adapters.wiring import open_system
from tests import bench_bag
from tests.village import OPEN, lend

COMMITS = 600
NOW = datetime(2026, 1, 1, tzinfo=UTC)
WITHDRAW = {"product_id": "P1", "since": "2030-01-01", "source": "bench"}
STREAMS = 5  # A stream for so many records.


def measure(count: int) -> Iterator[str]:
    """Yield one line a figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield _tree(count)
        yield from _leaf(folder)
        yield from _log(folder, count)
        (folder / "bag").mkdir()
        yield from bench_bag.measure(folder / "bag", count)
        yield f"peak memory                     {_peak():8.0f} MB   wanted at most 500"


def _tree(count: int) -> str:
    leaves = [sha256(str(number).encode()).digest() for number in range(min(count, 200_000))]
    tree, spent = Frontier(), 0.0
    for _ in range(-(-count // len(leaves))):
        began = perf_counter()
        tree.extend(leaves)
        tree.root()
        spent += perf_counter() - began
    return f"tree                            {tree.size / spent:8.0f} leaves/s   wanted 400000"


def _leaf(folder: Path) -> Iterator[str]:
    """Yield what the leaf adds to a transaction, by medians over transactions in turns."""
    floor = SQLiteApplicationRecorder(open_datastore(folder / "floor.db"))
    floor.create_table()
    store = SQLiteStore(folder / "leaf.db")
    without, with_leaf = list[float](), list[float]()
    for number in range(COMMITS):
        event = StoredEvent(f"loan-{number}", 1, "loan.repayment_recorded", b"x" * 900)
        turns = [
            (without, partial(floor.insert_events, [event])),
            (with_leaf, partial(store.insert_events, [event], side=Side(now=NOW))),
        ]
        for spent, run in turns if number % 2 else reversed(turns):  # Each goes first in turn.
            spent.append(_timed(run))
    store.close()
    base, whole = 1_000 * median(without), 1_000 * median(with_leaf)
    yield f"an event in a transaction       {base:8.3f} ms   the floor: SQLite, synchronous FULL"
    more = 100 * (whole / base - 1)
    yield f"an event with its leaf          {whole:8.3f} ms   {more:+.0f} %, wanted at most +40 %"


def _log(folder: Path, count: int) -> Iterator[str]:
    settings = Settings(database=str(folder / "bank.db"))
    with open_system(settings) as system:
        system.bus("bench").run("log.open", OPEN)
        lend(system.bus("bench"))
        journal, store = system.core.journal, system.core.store
        filled = _timed(lambda: _fill(folder / "bank.db", count, store))
        size = journal.head() + 1
        yield f"journal of {size} records       {filled:8.1f} s to fill"
        create_signer(folder / "signing", OPEN["log_name"])
        signer = Signer(folder / "signing")
        for what in ("published for the first time", "published again, nothing new"):
            spent = _timed(lambda: publish(journal, folder / "log", signer))
            yield f"{what:31} {spent:8.1f} s"
        files = sum(1 for file in (folder / "log").rglob("*") if file.is_file())
        checkpoint, _ = read_log(folder / "log", signer.key)
        spent = _timed(lambda: check_log(folder / "log", checkpoint))
        yield f"log verified, {files} files       {spent:8.1f} s"
        for what in ("a day closed, the first of all", "a day closed, the next"):
            spent = _timed(lambda: system.bus("bench").run("day.close", {"day": "2026-01-01"}))
            yield f"{what:31} {spent:8.1f} s"
            system.bus("bench").run("product.withdraw", WITHDRAW)


def _fill(path: Path, count: int, store: object) -> None:
    """Add copies of the last record to a journal, each in a stream and with bytes of its own."""
    assert isinstance(store, SQLiteStore)
    leaf, stored = store.records(-1, 1_000)[-1]
    first = leaf.index + 1
    file = sqlite3.connect(path)
    for start in range(first, count, 50_000):
        numbers = range(start, min(count, start + 50_000))
        rows = [_copy(stored.state, number) for number in numbers]
        names = [(f"loan-{n // STREAMS}x", n % STREAMS + 1) for n in numbers]
        file.executemany(
            "INSERT INTO stored_events (originator_id, originator_version, topic, state)"
            " VALUES (?, ?, ?, ?)",
            [(*name, stored.topic, row) for name, row in zip(names, rows, strict=True)],
        )
        file.executemany(
            "INSERT INTO leaf VALUES (?, ?, ?, ?, ?)",
            [
                (number, *name, sha256(row).digest(), "2026-01-01T00:00:00.000000Z")
                for number, name, row in zip(numbers, names, rows, strict=True)
            ],
        )
        file.commit()
    file.close()


def _copy(record: bytes, number: int) -> bytes:
    """Return a record with a nonce of its own, and as of a stream of its own."""
    fresh = f'"nonce":"{number:022d}"'.encode()
    before, _, rest = record.partition(b'"nonce":"')
    return before + fresh + rest[rest.index(b'"') + 1 :]


def _timed(run: Callable[[], object]) -> float:
    began = perf_counter()
    run()
    return perf_counter() - began


def _peak() -> float:
    """Return the most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
