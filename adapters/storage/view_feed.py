"""Feeding the tables of views: batches of facts from the journal, lines and position together."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Protocol

from attrs import frozen

from adapters.storage.view_file import Standing, ViewFile
from adapters.storage.view_table import Layout
from domain.catalogue import EVENT_NAMES
from domain.recorded import Fact
from projections.view import EVERY, Lines

BATCH: Final = 1_000  # Facts a transaction.


class Journal(Protocol):
    """What the views need of the journal."""

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return recorded events with an index greater than after, in order.

        Where names are given, of the limit looked at those of other names may be left out, but
        for the last one.  Their personal fields are references "sealed:<stream>@<version>#<path>".
        """

    def head(self) -> int:
        """Return the index of the last record; -1 where there is none."""

    def index_at(self, moment: datetime) -> int:
        """Return the index of the last record made at a moment or before; -1 where none was."""

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references say; "[erased]" where the person is erased."""


@frozen(kw_only=True)
class Fed:
    """What a batch of facts comes to for one table."""

    standing: Standing
    rows: Sequence[tuple[Any, ...]]
    position: int
    mark: str
    failure: str | None = None


def feed(file: ViewFile, journal: Journal, standings: Sequence[Standing], batch: int) -> bool:
    """Feed the tables that are furthest behind with one batch; False where nobody is behind.

    A table that fails on a fact stops before it, with its failure noted; the others go on.  A
    batch that another process took in meanwhile is left to it.
    """
    going = [standing for standing in standings if standing.failure is None]
    lowest = min((standing.position for standing in going), default=-1)
    later = [s.position for s in going if s.position > lowest]
    limit = min(batch, *(position - lowest for position in later)) if later else batch
    group = [standing for standing in going if standing.position == lowest]
    names = _names([file.layouts[standing.table].table for standing in group])
    facts = journal.facts(lowest, limit, names) if going else ()
    if not facts:
        return False
    fed = [_derive(file.layouts[standing.table], standing, facts) for standing in group]
    with file.writing():
        for one in fed:
            _save(file, one)
    return True


def _names(tables: Sequence[Lines[Any]]) -> Collection[str] | None:
    """Return the names of the events that tables derive lines from; None for all."""
    kinds = {kind for table in tables for kind in table.of}
    return None if EVERY in kinds else {EVENT_NAMES[kind] for kind in kinds}


def _derive(layout: Layout, standing: Standing, facts: Sequence[Fact]) -> Fed:
    derive = layout.table.of
    every = derive.get(EVERY)
    rows: list[tuple[Any, ...]] = []
    last: Fact | None = None
    failure: str | None = None
    for fact in facts:
        of = derive.get(type(fact.event), every)
        if of is not None:
            try:
                lines = enumerate(of(fact, fact.event))
                new = [layout.write(fact.index, no, on, row) for no, (on, row) in lines]
            except Exception as error:  # Whatever it is, it must not stop the other tables.
                why = f"{type(error).__name__}: {error}"
                failure = f"record {fact.index} ({fact.name} of {fact.stream}): {why}"
                break
            rows += new
        last = fact
    if last is None:
        position, mark = standing.position, standing.mark
    else:
        position, mark = last.index, mark_of(last)
    return Fed(standing=standing, rows=rows, position=position, mark=mark, failure=failure)


def _save(file: ViewFile, fed: Fed) -> None:
    standing, layout = fed.standing, file.layouts[fed.standing.table]
    if not file.move(standing, fed.position, fed.mark, fed.failure):
        return
    file.connection.executemany(layout.insert(standing.name), fed.rows)
    for statement in layout.fill_blocks(standing.name, standing.position + 1, fed.position + 1):
        file.connection.execute(statement)


def mark_of(fact: Fact) -> str:
    """Return what tells a record from that of another journal at the same index."""
    return f"{fact.stream}@{fact.version} {fact.context.command_id}"


def is_of(standing: Standing, journal: Journal) -> bool:
    """Tell whether a table was fed from this journal: its last record is there, and the same."""
    if standing.position < 0:
        return True
    facts = journal.facts(standing.position - 1, 1)
    return bool(facts) and (facts[0].index, mark_of(facts[0])) == (
        standing.position,
        standing.mark,
    )
