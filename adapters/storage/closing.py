"""What the journal sums up to, by branch, for the closing of a day; and the heads behind it.

A stream is of the branch that its first record was sent for, and so are all of its records.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field
from eventsourcing.persistence import StoredEvent

from adapters.evidence.heads import Head, heads_digest, heads_text
from adapters.evidence.tree import Frontier
from adapters.storage.journal import PAGE, Journal
from adapters.storage.records import read_record
from adapters.storage.store import Leaf, Store, row_of
from domain.catalogue import EVENT_NAMES
from domain.day.events import DayClosed
from domain.day.values import BranchTotals, Closing
from domain.money import Money
from projections.postings import POSTINGS

# Records of other events post nothing, and need not be read as events.
_POSTING: Final = {EVENT_NAMES[kind]: post for kind, post in POSTINGS.of.items()}

_CLOSED: Final = EVENT_NAMES[DayClosed]

Page = Sequence[tuple[Leaf, StoredEvent]]


@define
class _Branch:
    """The sums of one branch as they grow."""

    records: int = 0
    debits: dict[str, int] = field(factory=lambda: defaultdict(int))  # Currency -> fen.
    credits: dict[str, int] = field(factory=lambda: defaultdict(int))
    heads: dict[str, Head] = field(factory=dict)

    def begin(self, totals: BranchTotals) -> None:
        """Begin with what was posted before."""
        self.debits.update({money.currency: money.fen for money in totals.debits})
        self.credits.update({money.currency: money.fen for money in totals.credits})

    def totals(self, branch: str | None) -> BranchTotals:
        """Return the sums."""
        return BranchTotals(
            branch=branch,
            records=self.records,
            streams=len(self.heads),
            debits=_amounts(self.debits),
            credits=_amounts(self.credits),
            heads=heads_digest(heads_text(self.heads.values())),
        )


@define
class _Walk:
    """A journal as it is walked once, in order."""

    journal: Journal
    tree: Frontier = field(factory=Frontier)
    began: dict[str, _Branch] = field(factory=dict)  # By stream.
    branches: dict[str | None, _Branch] = field(factory=lambda: defaultdict(_Branch))
    closings: list[Leaf] = field(factory=list)

    def add(self, page: Page) -> None:
        """Add the records that follow; what they say is read of a stream's first alone."""
        for leaf, stored in page:
            branch = self.began.get(leaf.stream)
            if branch is None:
                branch = self.branches[read_record(stored.state).context["branch"]]
                self.began[leaf.stream] = branch
            branch.records += 1
            branch.heads[leaf.stream] = Head(leaf.stream, leaf.version, leaf.digest)
            if stored.topic == _CLOSED:
                self.closings.append(leaf)
        self.tree.extend(leaf.digest for leaf, _ in page)

    def post(self, page: Page) -> None:
        """Add what records post to the sums of their branches."""
        for leaf, stored in page:
            post = _POSTING.get(stored.topic)
            if post is not None:
                branch, (fact,) = self.began[leaf.stream], self.journal.read([row_of(leaf, stored)])
                for _, posting in post(fact, fact.event):
                    branch.debits[posting.currency] += posting.debit
                    branch.credits[posting.currency] += posting.credit

    def closing(self) -> Closing:
        """Return the sums."""
        names = sorted(self.branches, key=lambda name: name or "")
        return Closing(
            records=self.tree.size,
            root=f"sha256:{self.tree.root().hex()}",
            branches=tuple(self.branches[name].totals(name) for name in names),
        )


def close_up(store: Store, journal: Journal) -> Closing | None:
    """Return what the journal sums up to as it stands; None where it is empty.

    What was posted is added to what the last closing says, so that closing day after day stays
    quick; `loanfold verify` adds it all up again.
    """
    head = store.head()
    if head is None:
        return None
    walk = _walked(store, journal, head.index + 1)
    start = 0
    if walk.closings:
        last = journal.facts(walk.closings[-1].index - 1, 1)[0].event.closing
        start = last.records
        for totals in last.branches:
            walk.branches[totals.branch].begin(totals)
    for page in _pages(store, start, walk.tree.size):
        walk.post(page)
    return walk.closing()


def heads_at(store: Store, journal: Journal, records: int) -> Mapping[str | None, Iterable[Head]]:
    """Return the heads of each branch when the journal had so many records."""
    found = _walked(store, journal, records).branches
    return {name: branch.heads.values() for name, branch in found.items()}


def false_closings(store: Store, journal: Journal) -> Iterator[str]:
    """Yield one sentence for each closing of a day that is not what the journal sums up to."""
    head = store.head()
    closings = _walked(store, journal, head.index + 1).closings if head else []
    said = [(leaf.index, journal.facts(leaf.index - 1, 1)[0].event.closing) for leaf in closings]
    walk = _Walk(journal)
    for index, closing in sorted(said, key=lambda pair: pair[1].records):
        for page in _pages(store, walk.tree.size, min(closing.records, index)):
            walk.add(page)
            walk.post(page)
        if walk.closing() != closing:
            yield f"index {index}: the closing is not what the first {closing.records} records are"


def _walked(store: Store, journal: Journal, records: int) -> _Walk:
    walk = _Walk(journal)
    for page in _pages(store, 0, records):
        walk.add(page)
    return walk


def _pages(store: Store, start: int, stop: int) -> Iterator[Page]:
    while start < stop:
        page = store.records(start - 1, min(PAGE, stop - start))
        if not page:
            return
        yield page
        start = page[-1][0].index + 1


def _amounts(fen: Mapping[str, int]) -> tuple[Money, ...]:
    return tuple(Money(fen[currency], currency) for currency in sorted(fen))
