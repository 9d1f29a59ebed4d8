"""The first decision of a process at 100,000 customers: what it costs to know who hangs together.

A journal is written in bulk, and its links are kept once.  Then processes are begun that open it
and ask the core what a decision asks.  Times are of the processor; what is measured beside it is
reading the journal, as a process does that has no file of views.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from adapters.storage.scribe import Place
from adapters.storage.store import Side
from adapters.system import System, utc_now
from tests.bench import bank, on_file
from tests.bench.figures import Figure
from tests.bench.relations import CUSTOMERS, DAY, LIMIT, Bank
from tests.village import OPEN

PAGE: Final = 5_000
TIMES: Final = 5
ASK: Final = f"""
import sys
from datetime import date
from pathlib import Path
from time import process_time
from adapters.graph.relations import RelationGraph
from tests.bench.bank import opened

folder = Path(sys.argv[1])
with opened(str(folder / "fresh.db"), folder) as system:
    graph = RelationGraph(system.core.journal).related if sys.argv[2] == "whole" else None
    began = process_time()
    (graph or system.core.related)("C000010", date.fromisoformat("{DAY}"))
    print(process_time() - began)
"""


def figures(folder: Path, customers: int = CUSTOMERS) -> Iterator[Figure]:
    """Yield what the first decision of a process waits for, beside reading the whole journal."""
    with bank.opened(str(folder / "fresh.db"), folder) as system:
        system.bus("bench").run("log.open", OPEN)
        _fill(system, Bank(customers))
        system.core.related("C000010", DAY)
    yield Figure(
        what="first decision of a process: who hangs together",
        ours=min(_asked(folder, "kept") for _ in range(TIMES)),
        floor=_asked(folder, "whole"),
        wanted=LIMIT,
    )


def _fill(system: System, wanted: Bank) -> None:
    """Write what customers hang together by, as records, without deciding anything."""
    for after in range(-1, wanted.head(), PAGE):
        facts = [fact for fact in wanted.facts(after, PAGE) if fact.index % 3 == 0 and fact.index]
        records = [
            system.core.scribe.write(
                fact.event,
                Place(
                    stream=fact.stream,
                    version=1,
                    prev=None,
                    log="bench",
                    context=on_file.CONTEXT,
                ),
            ).stored
            for fact in facts
        ]
        system.core.store.append(records, Side(now=utc_now()))


def _asked(folder: Path, how: str) -> float:
    """Return the seconds that the processor of a new process works on the answer."""
    command = [sys.executable, "-c", ASK, str(folder), how]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
