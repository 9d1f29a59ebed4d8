"""Replay, rebuilding views, opening a long loan, and sums over the files of closed periods.

All but the sums are of one core: seconds of the processor are measured, not of the clock.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time

import attrs
import duckdb

from adapters.storage.opening import write_segment
from adapters.storage.scribe import Place
from adapters.storage.segment_views import ParquetReader
from adapters.storage.store import Side
from adapters.storage.views import ViewStore
from adapters.system import System, utc_now
from domain.catalogue import DECIDER_OF
from projections.postings import POSTINGS
from projections.view import FOREVER
from tests.bench import bank, library, on_file
from tests.bench.figures import Figure, interleaved

LONG = 1_000
COPIES = 60  # Of the segment's postings, so that the sums are over a long archive.


def figures(folder: Path, streams: int) -> Iterator[Figure]:
    """Yield all that reads."""
    with bank.opened(str(folder / "read.db"), folder) as system:
        bank.prepare(system, streams)
        yield _replay(system, folder, streams)
        yield from _rebuild(system, folder)
        yield _archive(system, folder)
        yield from _long_loan(system)


def _replay(system: System, folder: Path, streams: int) -> Figure:
    app = library.on_file(str(folder / "read-library.db"))
    library.loans(app, streams, 2 * bank.TEN)
    journal, raw = system.core.journal, sqlite3.connect(folder / "read.db")
    count = journal.head() + 1

    def ours(_: int) -> None:
        after = -1
        while page := journal.facts(after, 4_096):
            after = page[-1].index

    def floor(_: int) -> None:
        after = -1
        while page := raw.execute(
            "SELECT leaf.*, topic, state FROM leaf JOIN stored_events ON originator_id = stream"
            " AND originator_version = ver WHERE idx > ? ORDER BY idx LIMIT ?",
            (after, 4_096),
        ).fetchall():
            after = page[-1][0]

    def theirs(_: int) -> None:
        start = 1
        while page := app.recorder.select_notifications(start, 1_000):
            for row in page:
                app.mapper.to_domain_event(row)
            start = page[-1].id + 1

    their_count = app.recorder.max_notification_id() or 1
    times = interleaved((ours, floor, theirs), 5, process_time)
    return Figure(
        what="replay into typed events (with context and place)",
        ours=times[0] / count,
        floor=times[1] / count,
        library=times[2] / their_count,
        wanted=">= 4 x library",
        unit="/s",
    )


def _rebuild(system: System, folder: Path) -> Iterator[Figure]:
    journal = system.core.journal
    count = journal.head() + 1
    store = ViewStore(folder / "rebuilt")
    store.catch_up(journal)
    for name in ("posting", "history", "loan", "customer", "product"):
        began = process_time()
        store.rebuild(journal, [name])
        wanted = ">= 100000 /s" if name == "posting" else ""
        what = "the ledger" if name == "posting" else f"the lines of {name}"
        spent = (process_time() - began) / count
        yield Figure(what=f"SQLite, rebuild {what}, events", ours=spent, wanted=wanted, unit="/s")
    store.close()


def _long_loan(system: System) -> Iterator[Figure]:
    core, loan = system.core, DECIDER_OF["loan"]
    receipt, at = on_file.some_receipt(system), core._load("loan-B0", DECIDER_OF["loan"])
    records = []
    for no in range(1, LONG - at.version + 1):
        place = Place(
            stream="loan-B0",
            version=at.version + no,
            prev=None,
            log="bench",
            context=on_file.CONTEXT,
        )
        event = attrs.evolve(receipt, receipt_no=f"long-{no}")
        records.append(core.scribe.write(event, place).stored)
    core.store.append(records, Side(now=utc_now()))

    def cold(_: int) -> None:
        core._warm.clear()
        core._load("loan-B0", loan)

    def warm(_: int) -> None:
        core._load("loan-B0", loan)

    cold(0)
    system.core._warm.keep({"loan-B0": core._load("loan-B0", loan)})
    (opened,) = interleaved((cold,), 15, process_time)
    system.core._warm.keep({"loan-B0": core._load("loan-B0", loan)})
    (again,) = interleaved((warm,), 50, process_time)
    yield Figure(what=f"a loan of {LONG:,} events, opened", ours=opened, wanted="<= 5 ms")
    yield Figure(what=f"a loan of {LONG:,} events, warm", ours=again, wanted="<= 0.1 ms")


def _archive(system: System, folder: Path) -> Figure:
    day = system.core.journal.day_of(system.clock()).isoformat()
    system.bus("bench").run("day.close", {"day": day})
    fields = write_segment(system.core, day, folder / "segments")
    assert fields is not None
    (written,) = (folder / "segments").glob("segment-*/posting.parquet")
    many = folder / "many"
    many.mkdir()
    for no in range(COPIES):
        shutil.copyfile(written, many / f"{no}.parquet")
    connection = duckdb.connect()
    source = f"read_parquet('{many}/*.parquet')"
    connection.execute(f"CREATE VIEW posting AS SELECT * FROM {source}")
    reader = ParquetReader(connection=connection, day=date(2199, 12, 31), known_by=2**40)
    assert reader.day == FOREVER

    def ours(_: int) -> None:
        reader.totals(POSTINGS)

    def floor(_: int) -> None:
        connection.execute(
            f"SELECT account, currency, sum(debit), sum(credit) FROM {source} GROUP BY 1, 2"
        ).fetchall()

    times = interleaved((ours, floor), 7)
    events = fields["records"] * COPIES
    return Figure(
        what=f"Parquet, the ledger summed over {events:,} events",
        ours=times[0] / events,
        floor=times[1] / events,
        wanted=">= 3000000 /s",
        unit="/s",
    )
