"""A bank with many streams of ten events, and the commands that are measured on it."""

import sqlite3
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import frozen

from adapters.settings import Settings
from adapters.storage.answers import Request
from adapters.system import System
from adapters.wiring import open_system
from tests.bench.figures import interleaved
from tests.village import AGREE, DISBURSE, OPEN, lend, repay

TEN = 10


def opened(database: str, folder: Path) -> System:
    """Return a system with keys and views in a folder."""
    return open_system(Settings(database=database, keys=folder / "keys", views=folder / "views"))


def prepare(system: System, streams: int, events: int = TEN) -> None:
    """Make so many benchmarks and loans, each with so many events."""
    bus = system.bus("bench")
    bus.run("log.open", OPEN)
    lend(bus)
    calls: list[Any] = []
    for no in range(streams):
        loan = {"loan_id": f"B{no}"}
        calls += [_quote(no, step) for step in range(events)]
        calls.append(("loan.agree", {**AGREE, **loan}, f"a{no}"))
        calls.append(("loan.disburse", {**DISBURSE, **loan, "reference": f"D{no}"}, f"d{no}"))
        calls += [_receipt(no, step) for step in range(events - 2)]
    for start in range(0, len(calls), 500):
        for answer in bus.run_many(calls[start : start + 500]):
            assert not isinstance(answer, Exception), answer


def quote(system: System, no: int) -> Request:
    """Return the command that records one more quote of a benchmark."""
    return _request(system, _quote(no, TEN))


def receipt(system: System, no: int) -> Request:
    """Return the command that records one more receipt of a loan."""
    return _request(system, _receipt(no, TEN))


def _request(system: System, call: Any) -> Request:
    name, fields, key = call
    return system.bus("bench")._request(name, fields, key, None)


def _quote(no: int, step: int) -> Any:
    fields = {
        "benchmark_id": f"Q{no}",
        "tenor_months": 12,
        "published_on": f"2025-02-{step + 1:02}",
        "rate_yearly": "3.10%",
        "source": "http://www.pbc.gov.cn",
    }
    return "benchmark.record_quote", fields, f"q{no}.{step}"


def _receipt(no: int, step: int) -> Any:
    fields = {**repay(f"R{no}.{step}", "0.01", "2025-01-03"), "loan_id": f"B{no}"}
    return "loan.record_repayment", fields, f"r{no}.{step}"


def cold(system: System, request: Request) -> None:
    """Run a command whose stream must be read."""
    system.core._warm.clear()
    system.core.execute(request)


@frozen
class Written:
    """What a command wrote: the rows that a floor writes again."""

    stream: str
    events: Sequence[tuple[str, int, str, bytes]]
    command: tuple[Any, ...]


def written(system: System, request: Request, after: int) -> Written:
    """Return what a command wrote after an index."""
    key = request.context.command_id
    row, records = system.core.store.command(key), system.core.store.records(after, 99)
    assert row is not None
    events = [(str(e.originator_id), e.originator_version, e.topic, e.state) for _, e in records]
    names = '["' + '","'.join(row.events) + '"]'
    return Written(row.stream, events, (key, row.content, row.stream, row.version, names))


def in_turns(
    system: System,
    requests: Sequence[Request],
    floor: Callable[[Written], None],
    theirs: Callable[[int], None],
) -> list[float]:
    """Return the median seconds of ours, of the floor and of the library, done in turns.

    The first half of the requests is run before, unmeasured: its rows are what the floor writes.
    """
    half = len(requests) // 2
    rows = [_noted(system, request) for request in requests[:half]]
    ways = (
        lambda no: cold(system, requests[half + no]),
        lambda no: floor(rows[no]),
        lambda no: theirs(no),
    )
    return interleaved(ways, half)


def _noted(system: System, request: Request) -> Written:
    head = system.core.journal.head()
    cold(system, request)
    return written(system, request, head)


def sqlite_floor(path: Path) -> Callable[[Written], None]:
    """Return a function that does what a command does in the file, and nothing else."""
    file = sqlite3.connect(path, isolation_level=None)
    file.execute("PRAGMA journal_mode=WAL")
    file.execute("PRAGMA synchronous=FULL")
    file.execute("PRAGMA secure_delete=ON")

    def write(rows: Written) -> None:
        file.execute(
            "SELECT * FROM stored_events WHERE originator_id=? AND originator_version>?"
            " ORDER BY originator_version ASC",
            (rows.stream, 0),
        ).fetchall()
        file.execute("BEGIN")
        file.executemany("INSERT INTO stored_events VALUES (?, ?, ?, ?)", rows.events)
        ((index, at),) = file.execute(
            "SELECT idx, recorded_at FROM leaf ORDER BY idx DESC LIMIT 1"
        ).fetchall()
        leaves = [
            (n, stream, version, sha256(state).digest(), at)
            for n, (stream, version, _, state) in enumerate(rows.events, start=index + 1)
        ]
        file.executemany("INSERT INTO leaf VALUES (?, ?, ?, ?, ?)", leaves)
        last = (leaves[-1][0], at)
        file.execute("INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?)", (*rows.command, *last))
        file.execute("COMMIT")

    return write
