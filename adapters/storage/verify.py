"""Recompute all that can be recomputed, and name the row that was changed, dropped or swapped."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256

from attrs import define, field, frozen
from eventsourcing.persistence import StoredEvent

from adapters.evidence.tree import Frontier
from adapters.problems import Unavailable
from adapters.storage.closing import false_closings
from adapters.storage.digests import digest
from adapters.storage.journal import PAGE, Journal
from adapters.storage.records import Record, read_record
from adapters.storage.scribe import Scribe
from adapters.storage.store import Leaf, Store, VaultRow

Digests = Mapping[tuple[str, int], tuple[str, ...]]  # Of the sealed fields, by record.


@frozen(kw_only=True)
class Verdict:
    """What a verification found; it passes when there are no faults."""

    size: int
    root: str  # Of the Merkle tree, "sha256:…".
    streams: int
    sealed: int  # Personal fields under seal.
    opened: int  # Of these, those that opened with the keys at hand.
    faults: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.faults


@define
class _Check:
    """The state of a verification as it walks the log once, in order."""

    scribe: Scribe
    root_wanted: tuple[int, str] | None
    frontier: Frontier = field(factory=Frontier)
    expected: int = 0  # The next index.
    heads: dict[str, tuple[int, str]] = field(factory=dict)  # Stream -> (version, digest).
    faults: list[str] = field(factory=list)
    recorded_at: str = ""
    log: str | None = None
    sealed: int = 0
    opened: int = 0

    def record(self, leaf: Leaf, stored: StoredEvent) -> None:
        """Check one record against its leaf, its stream and the log before it."""
        where = f"index {leaf.index}: {leaf.stream} version {leaf.version}"
        if leaf.index != self.expected:
            self.fault(f"index {self.expected} is missing; {where} follows")
        self.expected = leaf.index + 1
        self.frontier.extend([leaf.digest])
        if sha256(stored.state).digest() != leaf.digest:
            self.fault(f"{where}: the record is not the one whose digest was logged")
        try:
            record = read_record(stored.state)
        except (ValueError, KeyError, TypeError) as error:
            self.fault(f"{where}: the record cannot be read ({error})")
            return
        for problem in self._problems(leaf, stored, record):
            self.fault(f"{where}: {problem}")
        self.heads[leaf.stream] = (leaf.version, digest(stored.state))
        self._check_root_wanted()

    def fault(self, said: str) -> None:
        """Note a fault."""
        self.faults.append(said)

    def _problems(self, leaf: Leaf, stored: StoredEvent, record: Record) -> Iterator[str]:
        version, head = self.heads.get(leaf.stream, (0, None))
        if (record.stream, record.version) != (leaf.stream, leaf.version):
            yield f"it holds the record of {record.stream} version {record.version}"
        if record.name != stored.topic:
            yield f"it is filed as {stored.topic} and says {record.name}"
        if leaf.version != version + 1:
            yield f"version {version + 1} of the stream is missing"
        if record.prev != head:
            yield "it does not follow the record before it in its stream"
        if self.log is not None and record.log != self.log:
            yield f"it belongs to the log {record.log}"
        self.log = self.log or record.log
        moment = leaf.recorded_at.isoformat()
        if moment < self.recorded_at:
            yield "it was recorded before the one before it in the log"
        self.recorded_at = moment
        yield from self._unreadable(record)

    def _unreadable(self, record: Record) -> Iterator[str]:
        try:
            self.scribe.read_closed(record)
        except Exception as error:  # Whatever a damaged record makes of the reader is a fault.
            yield f"it does not read as {record.name} ({error})"

    def sealed_fields(
        self, row: VaultRow, digests: Mapping[tuple[str, int], tuple[str, ...]]
    ) -> None:
        """Check what is under a seal against the digests in its record."""
        place = f"of {row.stream} version {row.version}"
        try:
            found = self.scribe.disclosures(row)
        except (Unavailable, ValueError):
            self.fault(f"what is sealed {place}: it does not open where it stands")
            found = ()
        self.sealed += len(found) or 1  # What no key opens is one for all that is in it.
        self.opened += len(found)
        for each in found:
            if each.digest not in digests.get((row.stream, row.version), ()):
                self.fault(f"sealed field {each.path} {place}: its digest is not in the record")

    def _check_root_wanted(self) -> None:
        if self.root_wanted is None or self.root_wanted[0] != self.frontier.size:
            return
        if self.root() != self.root_wanted[1]:
            self.fault(
                f"the first {self.frontier.size} records have the root {self.root()},"
                f" not {self.root_wanted[1]}: history before that was rewritten"
            )

    def root(self) -> str:
        """Return the root as far as the log was walked."""
        return f"sha256:{self.frontier.root().hex()}"


def verify(
    store: Store,
    scribe: Scribe,
    *,
    root_wanted: tuple[int, str] | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Verdict:
    """Return what is wrong with a journal, and how large it is.

    root_wanted is a (size, root) that was noted earlier: without one, nobody can tell a history
    that was rewritten as a whole from the true one.  progress is called with records (done, all).
    """
    check, head = _Check(scribe, root_wanted), store.head()
    size = 0 if head is None else head.index + 1
    after = -1
    while page := store.records(after, PAGE):
        digests: dict[tuple[str, int], tuple[str, ...]] = {}
        for leaf, stored in page:
            check.record(leaf, stored)
            digests[(leaf.stream, leaf.version)] = _digests(stored)
        for row in store.vault_of([place for place, named in digests.items() if named]):
            check.sealed_fields(row, digests)
        after = page[-1][0].index
        progress(after + 1, size)
    check.faults.extend(store.loose_ends())
    check.faults.extend(f"the erasure of {p} is not complete" for p in store.unfinished_erasures())
    if not check.faults:  # A damaged journal sums up to nothing.
        check.faults.extend(false_closings(store, Journal(store, scribe)))
    if root_wanted is not None and root_wanted[0] > check.frontier.size:
        check.fault(f"the log once held {root_wanted[0]} records, now {check.frontier.size}")
    return Verdict(
        size=check.frontier.size,
        root=check.root(),
        streams=len(check.heads),
        sealed=check.sealed,
        opened=check.opened,
        faults=tuple(check.faults),
    )


def _digests(stored: StoredEvent) -> tuple[str, ...]:
    try:
        return read_record(stored.state).sealed
    except (ValueError, KeyError, TypeError):
        return ()
