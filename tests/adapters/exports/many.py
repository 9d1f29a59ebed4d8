"""A journal of many loans, filled without asking the core for each record.

One loan is lived through; every other is a copy of its records, in a stream of its own, each record
chained to the one before and with random bits of its own, as the core would write them.
"""

import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import Any

from adapters.storage.digests import canonical, digest, parse
from adapters.system import System
from tests.village import lend, repay

AT = "2025-06-01T00:00:00.000000Z"
ROWS = 5_000

Row = tuple[str, int, str, bytes]  # Stream, version, name of the event, record.


def fill(system: System, path: Path, wanted: int) -> int:
    """Fill an opened journal in a file up to a number of records; return how many it holds.

    The last loan may be cut short.
    """
    bus = system.bus("zhao", "B01")
    lend(bus)
    for month in range(2, 5):
        bus.run("loan.record_repayment", repay(f"R{month}", "1033.00", f"2025-{month:02d}-02"))
    store = system.core.store
    pattern = [stored.state for _, stored in store.records(-1, 99) if stored.topic[:5] == "loan."]
    first = system.core.journal.head() + 1
    rows = copies([parse(record) for record in pattern], wanted - first)
    file = sqlite3.connect(path)
    while page := list(islice(rows, ROWS)):
        file.executemany(
            "INSERT INTO stored_events (originator_id, originator_version, topic, state)"
            " VALUES (?, ?, ?, ?)",
            page,
        )
        file.executemany(
            "INSERT INTO leaf VALUES (?, ?, ?, ?, ?)",
            [(first + n, s, v, sha256(r).digest(), AT) for n, (s, v, _, r) in enumerate(page)],
        )
        file.commit()
        first += len(page)
    file.close()
    return first


def copies(pattern: Sequence[dict[str, Any]], wanted: int) -> Iterator[Row]:
    """Yield so many records of copies of a loan."""
    yield from islice(_copies(pattern), max(wanted, 0))


def _copies(pattern: Sequence[dict[str, Any]]) -> Iterator[Row]:
    for number in count(2):
        stream, prev = f"loan-L{number:07d}", None
        for version, said in enumerate(pattern, start=1):
            own = {"nonce": secrets.token_urlsafe(16), "prev": prev, "stream": stream}
            record = canonical({**said, **own, "ver": version})
            prev = digest(record)
            yield stream, version, said["type"], record
