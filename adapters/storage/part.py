"""A part of the journal that goes out: whole streams, from one record to another.

Views of a part are derived from its records alone, so they can say nothing of others.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from attrs import define, field, frozen

from adapters.codec import write_moment
from adapters.pinned import Dates, Opened, OutRecord, Scope
from adapters.report import Progress
from adapters.storage.closing import heads_at
from adapters.storage.core import CreditCore
from adapters.storage.digests import parse
from adapters.storage.journal import PAGE, Journal
from adapters.storage.store import Leaf
from adapters.storage.views import ViewStore
from domain.recorded import Fact
from projections.returns.writing import WITHHELD
from projections.view import View

# Streams of these categories are of the whole institution, and in every part.
_COMMON: Final = ("log", "day")
CLOSED: Final = "day.closed"
_HOLDERS: Final = ("customer_id", "holder")  # Fields that name whose a stream is.


@frozen
class PartJournal:
    """The facts of some streams up to a record; personal fields say nothing where withheld."""

    inner: Journal
    streams: Collection[str] | None  # None: all.
    last: int
    personal: bool

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return facts of the part with an index greater than after, in order."""
        found: list[Fact] = []
        while len(found) < limit and after < self.last:
            page = self.inner.facts(after, min(limit, self.last - after))
            if not page:
                break
            found += [f for f in page if self.streams is None or f.stream in self.streams]
            after = page[-1].index
        return found[:limit]

    def head(self) -> int:
        """Return the index of the part's last record."""
        return self.last

    def index_at(self, moment: datetime) -> int:
        """Return the last index at a moment, no later than the part's last."""
        return min(self.inner.index_at(moment), self.last)

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references say, or that it is withheld."""
        return self.inner.open_refs(refs) if self.personal else dict.fromkeys(refs, WITHHELD)


@define
class Part:
    """A part of the journal, with its views."""

    core: CreditCore
    views: ViewStore
    journal: PartJournal
    scope: Scope
    size: int  # Of the whole log, when the part was made.
    _closed: int | None = field(default=None, init=False)  # Index of the last closing seen.

    def head(self) -> int:
        """Return the index of the last record of the whole log."""
        return self.size - 1

    def digests(self, after: int, limit: int) -> Sequence[bytes]:
        """Return the digests of the whole log's records after an index, in order."""
        return self.core.journal.digests(after, min(limit, self.size - 1 - after))

    def ask(
        self, view: View, query: Mapping[str, str], dates: Dates
    ) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a view of the part; none that stands for a record before it begins."""
        known = min(dates.known_by, self.journal.last)
        asked = {**query, "known_by": str(known)}
        if dates.named or not view.every_day:
            asked["in_effect_on"] = dates.day.isoformat()
        numbered = any(column.name == "index" for column in view.columns)
        for row in self.views.rows(view, asked, self.journal, dates.day):
            if not numbered or row["index"] is None or row["index"] >= self.scope.first:
                yield row

    def records(self, progress: Progress) -> Iterator[OutRecord]:
        """Yield the records of the part in order."""
        streams, last = self.journal.streams, self.journal.last
        for page in _pages(self.core, self.scope.first - 1, last):
            mine = [each for each in page if streams is None or each[0].stream in streams]
            opened = self._opened(mine) if self.scope.personal else {}
            for leaf, content, said in mine:
                if said["type"] == CLOSED:
                    self._closed = leaf.index
                yield OutRecord(
                    index=leaf.index,
                    recorded_at=write_moment(leaf.recorded_at),
                    content=content,
                    fields=said,
                    opened=opened.get((leaf.stream, leaf.version), ()),
                )
            progress("records", page[-1][0].index - self.scope.first + 1, last + 1)

    def heads(self) -> Iterator[tuple[str, Sequence[Any]]]:
        """Yield ("index-place", heads) of the last closing of a day in the part, by its branches.

        The records come first: the closing is found on the way.
        Of a part of one branch only that branch's list is given; of one customer, none.
        """
        if self._closed is None or self.scope.customer_id is not None:
            return
        index = self._closed
        closing = self.core.journal.facts(index - 1, 1)[0].event.closing
        found = heads_at(self.core.store, self.core.journal, closing.records)
        for place, branch in enumerate(closing.branches):
            if self.scope.branch in (None, branch.branch):
                yield f"{index}-{place}", list(found[branch.branch])

    def _opened(self, mine: Sequence["_Read"]) -> Mapping[tuple[str, int], tuple[Opened, ...]]:
        digests = {(leaf.stream, leaf.version): said["sd"] for leaf, _, said in mine if said["sd"]}
        found: dict[tuple[str, int], tuple[Opened, ...]] = {}
        for row in self.core.store.vault_of(digests):
            place = (row.stream, row.version)
            shown = [d for d in self.core.scribe.disclosures(row) if d.digest in digests[place]]
            opened = (Opened(d.path, d.digest, d.text.decode()) for d in shown)
            found[place] = (*found.get(place, ()), *opened)
        return found


@contextmanager
def part_of(core: CreditCore, views: ViewStore, scope: Scope, beside: Path) -> Iterator[Part]:
    """Give a part of the journal; views of less than all of it are made in a file meanwhile."""
    head = core.journal.head()
    if scope.whole:
        journal = PartJournal(core.journal, None, min(scope.last, head), scope.personal)
        yield Part(core=core, views=views, journal=journal, scope=scope, size=head + 1)
        return
    streams, last = _streams_of(core, scope)
    own = ViewStore(beside)
    try:
        journal = PartJournal(core.journal, streams, last, scope.personal)
        own.catch_up(journal)
        yield Part(core=core, views=own, journal=journal, scope=scope, size=head + 1)
    finally:
        own.close()
        for name in ("", "-wal", "-shm", "-journal"):
            beside.with_name(beside.name + name).unlink(missing_ok=True)


_Read = tuple[Leaf, bytes, Mapping[str, Any]]  # A record, and what it says.


def _pages(core: CreditCore, after: int, last: int) -> Iterator[Sequence[_Read]]:
    while after < last:
        page = core.store.records(after, min(PAGE, last - after))
        if not page:
            return
        yield [(leaf, stored.state, parse(stored.state)) for leaf, stored in page]
        after = page[-1][0].index


def _streams_of(core: CreditCore, scope: Scope) -> tuple[set[str], int]:
    """Return the streams of a scope, and the index of their last record."""
    found: set[str] = set()
    last_of: dict[str, int] = {}
    for page in _pages(core, -1, scope.last):
        for leaf, _, said in page:
            last_of[leaf.stream] = leaf.index
            if _is_of(scope, said):
                found.add(leaf.stream)
    if scope.branch is not None and scope.customer_id is not None:
        branch = Scope(branch=scope.branch, last=scope.last)
        found &= _streams_of(core, branch)[0]
    return found, max((last_of[stream] for stream in found), default=-1)


def _is_of(scope: Scope, said: Mapping[str, Any]) -> bool:
    """Tell whether a record shows that its stream is in scope.

    A stream is of the branch that its first record was sent for, and of the customer whom its name
    or one of its records names.
    """
    stream: str = said["stream"]
    if stream.partition("-")[0] in _COMMON:
        return True
    if scope.customer_id is None:
        return bool(said["ver"] == 1 and said["branch"] == scope.branch)
    named = (f"customer-{scope.customer_id}", f"archive-customer-{scope.customer_id}")
    holders = [said["data"].get(name) for name in _HOLDERS]
    return stream in named or scope.customer_id in holders
