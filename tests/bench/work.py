"""Worklists of a bank with 100,000 customers, each with a file that was decided, or waits to be.

The floor is the bare statement that finds the open tasks of one queue in the same file.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any, Final

from attrs import evolve, frozen

from adapters.storage.views import ViewStore
from domain.catalogue import EVENT_NAMES
from domain.facts.unit import UnitKind
from domain.recorded import Context, Fact
from domain.ties import TakeUpApproval
from domain.unit.events import UnitRegistered
from tests.bench.figures import Figure, interleaved
from tests.domain.approval.files import APPROVE, DAY, REVIEW, after
from tests.domain.approval.test_afterwards import TELL

CUSTOMERS: Final = 100_000
UNITS: Final = 50
TODAY: Final = date(2026, 6, 30)
AT: Final = datetime(2026, 3, 2, 1, tzinfo=UTC)
CONTEXT: Final = Context(command_id="c", actor="zhao", at=AT, today=DAY)
PAST: Final = after(
    REVIEW, APPROVE, TELL, TakeUpApproval(application_id="A1", contract_id="H1", today=DAY)
).past
STEPS: Final = len(PAST)
OPEN_EVERY: Final = 100  # One file in so many waits for its approver; the others are done.


@frozen
class Decisions:
    """A journal of units, and of files that were reviewed, approved, told of and taken up."""

    customers: int

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return facts with an index greater than after, in order."""
        last = min(after + 1 + limit, self.head() + 1)
        return [self._fact(index) for index in range(after + 1, last)]

    def head(self) -> int:
        """Return the last index."""
        return UNITS + self.customers * STEPS - 1

    def index_at(self, moment: datetime) -> int:
        """Return the last index recorded at a moment or before."""
        return self.head() if moment >= AT else -1

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references say: there are none."""
        return {}

    def _fact(self, index: int) -> Fact:
        if index < UNITS:
            return _recorded(index, f"unit-B{index}", 1, _unit())
        number, step = divmod(index - UNITS, STEPS)
        # A file that waits is reviewed again and again, and never decided.
        event: Any = PAST[0 if number % OPEN_EVERY == 0 else step]
        if hasattr(event, "unit_id"):
            event = evolve(event, unit_id=f"B{number % UNITS}", customer_id=f"C{number}")
        return _recorded(index, f"approval-A{number}", step + 1, event)


def _recorded(index: int, stream: str, version: int, event: Any) -> Fact:
    return Fact(
        index=index,
        recorded_at=AT,
        stream=stream,
        version=version,
        name=EVENT_NAMES[type(event)],
        event=event,
        context=CONTEXT,
        on=DAY,
    )


def _unit() -> UnitRegistered:
    return UnitRegistered(
        kind=UnitKind.BRANCH,
        title="Branch",
        parent_id=None,
        above=(),
        office=None,
        committee=None,
        since=DAY,
    )


def figures(folder: Path, customers: int = CUSTOMERS) -> Iterator[Figure]:
    """Yield how long the processor works on worklists."""
    journal, place = Decisions(customers), folder / "work-views"
    store, raw = ViewStore(place), sqlite3.connect(place)
    store.catch_up(journal)
    asked: tuple[tuple[str, dict[str, str]], ...] = (
        ("worklist of a unit, at 100,000 customers", {"unit_id": "B0"}),
        ("worklist of a post in the whole bank, first page", {"post": "approver"}),
        ("worklist of the whole bank, first page", {}),
    )
    for what, query in asked:
        yield _figure(what, partial(_read, store, journal, query), raw)
    raw.close()
    store.close()


def _read(store: ViewStore, journal: Decisions, query: Mapping[str, str], _: int) -> None:
    store.read("worklist", query, journal, TODAY)


def _figure(what: str, ours: Callable[[int], object], raw: sqlite3.Connection) -> Figure:
    """Return one figure beside the statement that finds the tasks of one queue."""
    statement = _statement(raw)

    def floor(_: int) -> None:
        raw.execute(statement, ("B0/approver",)).fetchall()

    times = interleaved((ours, floor), 5, process_time)
    return Figure(what=what, ours=times[0], floor=times[1], wanted="<= 200 ms")


def _statement(raw: sqlite3.Connection) -> str:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'task_%'"
    ((table, *_), *_) = raw.execute(named).fetchall()
    return (
        f'SELECT * FROM "{table}" AS t WHERE queue = ? AND NOT EXISTS (SELECT 1 FROM "{table}"'
        " AS later WHERE later.task = t.task AND later.queue = '' AND +later.place > t.place"
        " AND later.day <= '2199-12-31')"
    )
