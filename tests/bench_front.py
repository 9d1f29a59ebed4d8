"""Measure the front half: python -m tests.bench_front [customers].

Customers are taken over from a table, each with an economic file.  Rates are printed beside a
floor: the same rows with the same bytes, written to a database of the same tables in as many
transactions with the same durability, and no domain.  Rates by the clock and by the processor's
time differ on a machine that others use as well.
"""

import csv
import io
import multiprocessing
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from attrs import define, field

from adapters.settings import Settings
from adapters.takeover.run import take_over_csv
from adapters.takeover.sending import CHUNK
from adapters.wiring import open_system, opened_bus
from domain.numbers import person_check
from tests.village import OPEN

COLUMNS = (
    *("no", "name", "identity", "phone", "village", "since", "spouse", "area", "house"),
    *("deposit", "owed", "yearly", "takings", "outlay", "living", "opinion"),
)
MAPPING = """
system = "former"
command = "customer.register"
key = ["no"]

[columns]
customer_id = "no"
name = "name"
phone = "phone"
address = "village"
since = { column = "since", as = "date" }

[columns.document]
number = "identity"

[constants]
kind = "farm_household"

[constants.document]
kind = "resident_identity_card"

[[then]]
command = "economic_file.take_over"

[then.columns]
customer_id = "no"
since = { column = "since", as = "date" }

[[then.columns.sections.members]]
name = "name"
number = "identity"
phone = "phone"
constants = { kinship = "household_head", occupation = "farming", can_work = true }

[[then.columns.sections.members]]
name = "spouse"
constants = { kinship = "spouse", occupation = "farming", can_work = true }

[[then.columns.sections.rights]]
area = { column = "area", as = "number" }
constants = { kind = "contracted_land" }

[[then.columns.sections.assets]]
value = { column = "house", as = "money" }
constants = { kind = "house" }

[[then.columns.sections.assets]]
value = { column = "deposit", as = "money" }
constants = { kind = "deposit" }

[[then.columns.sections.debts]]
balance = { column = "owed", as = "money" }
yearly = { column = "yearly", as = "money" }
constants = { creditor = "other_institution" }

[[then.columns.sections.business_lines]]
takings = { column = "takings", as = "money" }
outlay = { column = "outlay", as = "money" }
expected_takings = { column = "takings", as = "money" }
expected_outlay = { column = "outlay", as = "money" }
constants = { kind = "planting" }

[[then.columns.sections.spending]]
amount = { column = "living", as = "money" }
constants = { kind = "living" }

[then.columns.sections.village_opinion]
opinion = "opinion"
"""


def identity(number: int) -> str:
    """Return an identity number that is nobody's, another for each number below 10 million."""
    day, order = number // 1_000, number % 1_000
    stem = f"110105{1950 + day // 336 % 55}{1 + day // 28 % 12:02}{1 + day % 28:02}{order:03}"
    return stem + person_check(stem)


def table(path: Path, customers: int) -> None:
    """Write a table of customers with what their economic files hold."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for n in range(customers):
            name = f"张{n:06}"
            who = (f"C{n:06}", name, identity(n), f"138{n:08}", f"清河村{n % 40}组", "2024-03-01")
            owns = (f"李{n:06}", 200 + n % 900, f"{50_000 + n % 90_000}.00", f"{n % 7_000}.50")
            owes = (f"{n % 30_000}.00", f"{n % 9_000}.00", f"{30_000 + n % 40_000}.00")
            rows.writerow((*who, *owns, *owes, f"{9_000 + n % 9_000}.00", "12000.00", "good"))


@define
class Spent:
    """Time by the clock and by the processor, and the memory at tenths of the way."""

    clock: float = 0.0
    processor: float = 0.0
    memory: list[int] = field(factory=list)


def taking_over(customers: int) -> Iterator[str]:
    """Yield what it takes to take customers over with their economic files, beside the floor."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        table(folder / "customers.csv", customers)
        (folder / "mapping.toml").write_text(MAPPING, encoding="utf-8")
        alone = _take_over(folder, folder / "alone.db", customers, 1)
        spent = _take_over(folder, folder / "bank.db", customers, None)
        floor = _floor(folder / "bank.db", folder / "floor.db", -(-customers * 2 // CHUNK))
    taken = (("take-over", spent), ("by one process", alone), ("floor: the same rows", floor))
    for what, of in taken:
        yield (
            f"{what:24} {customers / of.clock:8.0f} customers/s   by the processor's time"
            f" {customers / of.processor:8.0f} /s"
        )
    share = floor.processor / spent.processor
    yield f"take-over of the floor: {share:.2f} by the processor, {floor.clock / spent.clock:.2f}"
    yield f"memory in MB at each tenth: {' '.join(map(str, spent.memory))}"


def _take_over(folder: Path, database: Path, customers: int, processes: int | None) -> Spent:
    spent, tenth = Spent(), max(customers // 10, 1)

    def progress(done: int, _of: int, _what: str) -> None:
        if done // 2 // tenth > len(spent.memory):
            spent.memory.append(_memory())

    settings = Settings(database=str(database), actor="bench")
    with open_system(settings) as system:
        bus = system.bus("bench")
        bus.run("log.open", OPEN)
        report, clock, processor = io.StringIO(), perf_counter(), _processor()
        fault = take_over_csv(
            folder / "customers.csv",
            folder / "mapping.toml",
            bus,
            report=report,
            quarantine=folder / "quarantine.csv",
            progress=progress,
            open_bus=partial(opened_bus, settings),
            processes=processes,
        )
        spent.clock, spent.processor = perf_counter() - clock, _processor() - processor
    assert not fault, report.getvalue()
    return spent


def _floor(path: Path, copy: Path, transactions: int) -> Spent:
    """Write all rows of a database once more, a part of each table in each transaction."""
    told, file = sqlite3.connect(path), sqlite3.connect(copy, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        file.execute(f"PRAGMA {pragma}")
    tables = []
    for name, ddl in told.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite%'"
        " ORDER BY type DESC"
    ):
        file.execute(ddl)
        if ddl.startswith("CREATE TABLE"):
            size = told.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            stored = told.cursor().execute(f"SELECT * FROM {name}")
            tables.append((name, stored, -(-size // transactions)))
    spent = Spent()
    for _ in range(transactions):
        parts = [(name, told_of.fetchmany(size)) for name, told_of, size in tables if size]
        clock, processor = perf_counter(), process_time()
        file.execute("BEGIN IMMEDIATE")
        for name, rows in parts:
            if rows:
                file.executemany(
                    f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows
                )
        file.execute("COMMIT")
        spent.clock += perf_counter() - clock
        spent.processor += process_time() - processor
    file.close()
    told.close()
    return spent


def _processor() -> float:
    """Return the seconds that this process has taken, and those that it started and that ended."""
    taken = os.times()
    return taken.user + taken.system + taken.children_user + taken.children_system


def _memory() -> int:
    """Return the megabytes that this process and those that it started hold."""
    everyone = ("self", *(str(child.pid) for child in multiprocessing.active_children()))
    held = (Path(f"/proc/{one}/statm").read_text(encoding="ascii").split()[1] for one in everyone)
    return sum(map(int, held)) * os.sysconf("SC_PAGE_SIZE") >> 20


def main() -> int:
    """Measure, and print a line a figure."""
    customers = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for said in taking_over(customers):
        sys.stdout.write(f"{said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
