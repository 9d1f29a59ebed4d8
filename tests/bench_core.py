"""Measure commands a second: python -m tests.bench_core [commands].

The floor is the same number of transactions of one row of the same size, in the same file system,
with the same durability: a write-ahead log that is flushed at each commit.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from adapters.bus import Bus
from adapters.settings import Settings
from adapters.wiring import open_system
from tests.village import AGREE, DISBURSE, OPEN, lend, repay

ROW = b"x" * 900  # Bytes of a repayment's record.


def measure(count: int) -> Iterator[str]:
    """Yield one line a figure."""
    with tempfile.TemporaryDirectory() as folder:
        floor = _floor(Path(folder) / "floor.db", count)
        yield f"floor: one flushed row a transaction   {count / floor:8.0f} /s"
        for name, spent in _commands(Path(folder) / "bank.db", count):
            rate, ratio = count / spent, floor / spent
            yield f"{name:38} {rate:8.0f} /s   {ratio:5.2f} of the floor"


def _floor(path: Path, count: int) -> float:
    file = sqlite3.connect(path, isolation_level=None)
    file.execute("PRAGMA journal_mode=WAL")
    file.execute("PRAGMA synchronous=FULL")
    file.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, row BLOB)")
    began = perf_counter()
    for number in range(count):
        file.execute("INSERT INTO t VALUES (?, ?)", (number, ROW))
    spent = perf_counter() - began
    file.close()
    return spent


def _commands(path: Path, count: int) -> Iterator[tuple[str, float]]:
    with open_system(Settings(database=str(path))) as system:
        bus = system.bus("bench")
        bus.run("log.open", OPEN)
        lend(bus)
        loans = [f"L{number}" for number in range(2, 42)]
        for loan in loans:
            _lend(bus, loan)
        began = perf_counter()
        for number in range(count):
            money = repay(f"R{number}", "0.01", "2025-01-03")
            bus.run("loan.record_repayment", {**money, "loan_id": loans[number % len(loans)]})
        yield "loan.record_repayment, one by one", perf_counter() - began
        calls = [
            ("product.withdraw", _withdrawal(number), f"batch-{number}") for number in range(count)
        ]
        began = perf_counter()
        for start in range(0, count, 500):
            bus.run_many(calls[start : start + 500])
        yield "commands in transactions of 500", perf_counter() - began


def _lend(bus: Bus, loan: str) -> None:
    bus.run("loan.agree", {**AGREE, "loan_id": loan})
    bus.run("loan.disburse", {**DISBURSE, "loan_id": loan})


def _withdrawal(number: int) -> dict[str, str]:
    day = date(2030, 1, 1) + timedelta(days=number)
    return {"product_id": "P1", "since": day.isoformat(), "source": "bench"}


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000):
        sys.stdout.write(line + "\n")
