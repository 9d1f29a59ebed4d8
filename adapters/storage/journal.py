"""What views, exports and checks read of the journal."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo

from adapters.evidence.tree import Frontier
from adapters.storage.facts import StoredFact
from adapters.storage.records import read_record
from adapters.storage.scribe import Scribe, folded, place_of
from adapters.storage.store import LogRow, Store, VaultRow
from domain.decider import Decider
from domain.fields import ERASED, effective_on
from domain.log.events import LogOpened
from domain.numbers import normal, normal_phone
from domain.recorded import Fact

PAGE: Final = 4_096
HEAD_OFFICE: Final = "head-office"  # Whose the objects are that no branch recorded.
# Numbers are recorded in one form, so they are looked for in that form.
_NORMAL: Final[Mapping[str, Callable[[str], str | None]]] = {
    "document": normal,
    "phone": normal_phone,
}


class Journal:
    """The records of a store, read closed: personal fields are references until opened."""

    def __init__(self, store: Store, scribe: Scribe) -> None:
        """Read a store with the keys of a scribe."""
        self._store, self._scribe = store, scribe
        self._settings: LogOpened | None = None
        self._homes: dict[str, str] = {}
        self._states: dict[str, tuple[int, Any]] = {}  # As they last stood, by stream.

    def settings(self) -> LogOpened | None:
        """Return what the log was opened with; None before."""
        if self._settings is None:
            for _, first in self._store.records(-1, 1):
                self._settings = self._scribe.read_closed(read_record(first.state))
        return self._settings

    def day_of(self, moment: datetime) -> date:
        """Return the institution's day at a moment; that of UTC before the log is opened."""
        return moment.astimezone(self.zone()).date()

    def zone(self) -> tzinfo:
        """Return the institution's time zone; UTC before the log is opened."""
        settings = self.settings()
        return ZoneInfo(settings.time_zone) if settings else UTC

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return recorded events with an index greater than after, in order.

        Where names are given, others than these are left out, but for the last that was looked at.
        """
        rows = self._store.rows(after, limit)
        if names is not None:
            rows = [*(row for row in rows[:-1] if row[4] in names), *rows[-1:]]
        return self.read(rows)

    def head(self) -> int:
        """Return the index of the last record; -1 where there is none."""
        last = self._store.head()
        return -1 if last is None else last.index

    def index_at(self, moment: datetime) -> int:
        """Return the index of the last record made at a moment or before; -1 where none was."""
        return self._store.index_at(moment)

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references to sealed fields say; "[erased]" where the person is erased."""
        places = {ref: place_of(ref) for ref in refs}
        rows = self._store.vault_of({(stream, version) for stream, version, _ in places.values()})
        by_stream: dict[str, list[VaultRow]] = {}
        for row in rows:
            by_stream.setdefault(row.stream, []).append(row)
        said = {stream: self._scribe.personal(rows) for stream, rows in by_stream.items()}
        return {
            ref: said.get(stream, {}).get((version, path), ERASED)
            for ref, (stream, version, path) in places.items()
        }

    def find(self, kind: str, text: str) -> Sequence[str]:
        """Return the customers found by a "document" number, a "name" or a "phone" number."""
        asked = _NORMAL.get(kind, str)(text) or text
        return self._store.found(kind, self._scribe.keyed(kind, folded(asked)))

    def digests(self, after: int, limit: int) -> Sequence[bytes]:
        """Return the digests of records with an index greater than after, in order."""
        return [leaf.digest for leaf in self._store.leaves(after, limit)]

    def state_of(self, decider: Decider[Any, Any, Any], name: str) -> Any:
        """Return an aggregate without personal fields as it now stands; what is new is read."""
        stream = f"{decider.category}-{name}"
        seen, state = self._states.get(stream, (0, decider.initial))
        rows = self._store.stream(stream, seen)
        for _, _, content in rows:
            state = decider.evolve(state, self._scribe.read_closed(read_record(content)))
        if rows:
            self._states[stream] = rows[-1][0], state
        return state

    def home(self, stream: str) -> str | None:
        """Return the branch that recorded a stream first; HEAD_OFFICE where that was none.

        None where there is no such stream.  It never changes, so it is looked for once.
        """
        if stream not in self._homes:
            first = self._store.recorder().select_events(stream, limit=1)
            if not first:
                return None
            branch = read_record(first[0].state).context["branch"]
            self._homes[stream] = branch or HEAD_OFFICE
        return self._homes[stream]

    def first(self, stream: str) -> Any:
        """Return the first event of a stream, read closed; None where there is no such stream."""
        found = self._store.recorder().select_events(stream, limit=1)
        return self._scribe.read_closed(read_record(found[0].state)) if found else None

    def root(self) -> tuple[int, str]:
        """Return the size of the log and the root of its Merkle tree."""
        frontier = Frontier()
        while digests := self.digests(frontier.size - 1, PAGE):
            frontier.extend(digests)
        return frontier.size, f"sha256:{frontier.root().hex()}"

    def read(self, rows: Sequence[LogRow]) -> list[Fact]:
        """Return the recorded events of rows of the log."""
        return [
            StoredFact(row, event, effective_on(event) or self.day_of(row[1]))
            for row, event in zip(rows, self._scribe.read_references(rows), strict=True)
        ]
