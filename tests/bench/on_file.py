"""Commands and batches on an SQLite file, synchronous FULL."""

import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from eventsourcing.persistence import StoredEvent

from adapters.storage.scribe import Place
from adapters.storage.store import Side
from adapters.system import System, utc_now
from domain.loan.events import RepaymentRecorded
from tests.bench import bank, library
from tests.bench.figures import Figure, interleaved

BATCH = 1_000
CONTEXT = {
    "actor": "bench",
    "approval": (),
    "at": "2026-01-01T00:00:00.000000Z",
    "branch": None,
    "cause": None,
    "cmd": "batch",
    "policy": (),
}


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Yield commands and batches."""
    yield from commands(folder, rounds)
    yield from batches(folder, max(rounds // 40, 3))


def commands(folder: Path, rounds: int) -> Iterator[Figure]:
    """Yield a light command and a receipt, beside the floor and the library."""
    with bank.opened(str(folder / "ours.db"), folder) as system:
        bank.prepare(system, rounds)
        system.core.store.finish_erasure("nobody")  # Empties the write-ahead log.
        shutil.copyfile(folder / "ours.db", folder / "floor.db")
        app = library.on_file(str(folder / "library.db"))
        ids = library.loans(app, rounds, bank.TEN)
        floor = bank.sqlite_floor(folder / "floor.db")
        for what, make in (("a quote", bank.quote), ("a receipt", bank.receipt)):
            requests = [make(system, no) for no in range(rounds)]
            times = bank.in_turns(
                system, requests, floor, lambda no: library.command(app, ids[no], 99)
            )
            yield Figure(
                what=f"SQLite, command: {what}",
                ours=times[0],
                floor=times[1],
                library=times[2],
                wanted="<= 1.6 x floor",
            )


def batches(folder: Path, rounds: int) -> Iterator[Figure]:
    """Yield appending a thousand events at once, for each event."""
    with bank.opened(str(folder / "batch.db"), folder) as system:
        bank.prepare(system, 1)
        system.core.store.finish_erasure("nobody")
        shutil.copyfile(folder / "batch.db", folder / "batch-floor.db")
        floor = bank.sqlite_floor(folder / "batch-floor.db")
        app = library.on_file(str(folder / "batch-library.db"))
        yield batch_figure("SQLite", system, app, floor, rounds=rounds)


def batch_figure(
    where: str, system: System, app: Any, floor: Callable[[Any], None], **how: int
) -> Figure:
    """Return what appending a thousand events at once takes, for each.

    On a server the library stands still over a thousand of these at once, so it may take fewer.
    """
    rounds, their_batch = how["rounds"], how.get("their_batch", BATCH)
    made = [written_events(system, 1_000 + no) for no in range(rounds)]
    loans = [library.Loan("C1", Decimal("12000.00")) for _ in range(BATCH)]
    app.save(*loans)

    def ours(no: int) -> None:
        system.core.store.append(written_events(system, no), Side(now=utc_now()))

    def same(no: int) -> None:
        rows = [(str(e.originator_id), e.originator_version, e.topic, e.state) for e in made[no]]
        floor(bank.Written("none", rows, (f"batch-{no}", "", "", 0, "[]")))

    def theirs(no: int) -> None:
        for loan in loans:
            library.repay(loan, no)
        for start in range(0, BATCH, their_batch):
            app.save(*loans[start : start + their_batch])

    times = interleaved((ours, same, theirs), rounds)
    return Figure(
        what=f"{where}, append {BATCH:,} events at once, each",
        ours=times[0] / BATCH,
        floor=times[1] / BATCH,
        library=times[2] / BATCH,
        wanted=">= 3 x library",
    )


def written_events(system: System, round_no: int) -> list[StoredEvent]:
    """Return a thousand receipts as records, each on a stream of its own."""
    event, scribe = some_receipt(system), system.core.scribe
    streams = (f"loan-M{round_no}.{n}" for n in range(BATCH))
    places = (
        Place(stream=stream, version=1, prev=None, log="bench", context=CONTEXT)
        for stream in streams
    )
    return [scribe.write(event, place).stored for place in places]


def some_receipt(system: System) -> RepaymentRecorded:
    """Return a receipt that the bank has recorded."""
    for fact in system.core.journal.facts(-1, 99):
        if isinstance(fact.event, RepaymentRecorded):
            return fact.event
    raise AssertionError("the bank has no receipt")
