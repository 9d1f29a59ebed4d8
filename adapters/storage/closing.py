"""What the journal sums up to, by branch, for the closing of a day; and the heads behind it.

A stream is of the branch that its first record was sent for, and so are all of its records.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import define, field
from eventsourcing.persistence import StoredEvent

from adapters.evidence.heads import Head, heads_digest, heads_text
from adapters.evidence.tree import Frontier
from adapters.storage.journal import PAGE, Journal
from adapters.storage.records import read_record
from adapters.storage.store import Leaf, Store
from domain.catalogue import EVENT_NAMES
from domain.day.values import BranchTotals, Closing
from domain.money import Money
from projections.postings import POSTINGS

# Records of other events post nothing, and need not be read as events.
_POSTING: Final = {EVENT_NAMES[kind]: post for kind, post in POSTINGS.of.items()}


@define
class _Branch:
    """The sums of one branch as they grow."""

    records: int = 0
    debits: dict[str, int] = field(factory=lambda: defaultdict(int))  # Currency -> fen.
    credits: dict[str, int] = field(factory=lambda: defaultdict(int))
    heads: dict[str, Head] = field(factory=dict)

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
class _Sums:
    """The sums of a journal as it is walked once, in order."""

    journal: Journal
    tree: Frontier = field(factory=Frontier)
    branch_of: dict[str, _Branch] = field(factory=dict)  # By stream.
    branches: dict[str | None, _Branch] = field(factory=lambda: defaultdict(_Branch))

    def add(self, leaf: Leaf, stored: StoredEvent) -> None:
        """Add the record that follows."""
        record = read_record(stored.state)
        began = self.branch_of.get(leaf.stream) or self.branches[record.context["branch"]]
        self.branch_of[leaf.stream] = began
        began.records += 1
        began.heads[leaf.stream] = Head(leaf.stream, leaf.version, leaf.digest)
        post = _POSTING.get(record.name)
        if post is not None:
            fact = self.journal.fact(leaf, stored.state)
            for _, posting in post(fact, fact.event):
                began.debits[posting.currency] += posting.debit
                began.credits[posting.currency] += posting.credit


def close_up(store: Store, journal: Journal) -> Closing | None:
    """Return what the journal sums up to as it stands; None where it is empty."""
    head = store.head()
    if head is None:
        return None
    sums = _walk(store, journal, head.index + 1)
    return Closing(
        records=sums.tree.size,
        root=f"sha256:{sums.tree.root().hex()}",
        branches=tuple(sums.branches[name].totals(name) for name in sorted(sums.branches, key=_by)),
    )


def heads_at(store: Store, journal: Journal, records: int) -> Mapping[str | None, Iterable[Head]]:
    """Return the heads of each branch when the journal had so many records."""
    found = _walk(store, journal, records).branches
    return {name: branch.heads.values() for name, branch in found.items()}


def _walk(store: Store, journal: Journal, records: int) -> _Sums:
    sums = _Sums(journal)
    while (done := sums.tree.size) < records:
        page = store.records(done - 1, min(PAGE, records - done))
        for leaf, stored in page:
            sums.add(leaf, stored)
        sums.tree.extend(leaf.digest for leaf, _ in page)
    return sums


def _by(branch: str | None) -> str:
    return branch or ""


def _amounts(fen: Mapping[str, int]) -> tuple[Money, ...]:
    return tuple(Money(fen[currency], currency) for currency in sorted(fen))
