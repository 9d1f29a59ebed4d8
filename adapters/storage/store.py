"""What every store must do, whatever database is behind it; the contract has its own tests."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from attrs import frozen
from eventsourcing.persistence import ApplicationRecorder, StoredEvent

LogPlace = tuple[int, datetime]  # Log index, and time of recording.
StreamRow = tuple[int, str, bytes]  # Version, topic and bytes of a record.
LogRow = tuple[int, datetime, str, int, str, bytes]  # That, stream, version, topic and bytes.


@frozen
class CommandRow:
    """The first answer to a command, kept under its idempotency key."""

    key: str
    content: str  # Keyed hash of who asked for what; "" once a person in it was erased.
    stream: str
    version: int
    events: tuple[str, ...]
    # Of the last record in the log, None where nothing was recorded or no place is given yet.  On
    # its way into the store it counts from the first record of the transaction.
    index: int | None
    recorded_at: datetime | None  # Given by the store.


@frozen
class VaultRow:
    """The personal fields of a record under one seal, beside the record that holds their digests.

    Path and digest are "", but in rows of earlier programs: those hold one field each.
    """

    stream: str
    version: int
    path: str
    person: str
    digest: str
    sealed: str

    @property
    def bound_to(self) -> str:
        """Where alone the seal opens."""
        return self.digest or f"{self.stream}@{self.version}"


@frozen
class LookupRow:
    """A keyed hash by which a person is found."""

    kind: str
    keyed: str
    person: str


@frozen
class GuardRow:
    """The stream that stands for a keyed identity, and whose it is."""

    keyed: str
    stream: str
    person: str


@frozen(kw_only=True)
class Side:
    """What is saved in the same transaction as the events."""

    now: datetime
    commands: tuple[CommandRow, ...] = ()
    vault: tuple[VaultRow, ...] = ()
    lookups: tuple[LookupRow, ...] = ()
    guards: tuple[GuardRow, ...] = ()
    erased: tuple[str, ...] = ()  # Persons whose sealed fields and look-ups go.
    # Streams that were looked at and must still end at these versions.
    read: tuple[tuple[str, int], ...] = ()


@frozen
class Leaf:
    """The place of a record in the log."""

    index: int
    recorded_at: datetime
    stream: str
    version: int
    digest: bytes  # SHA-256 of the record's bytes.


def row_of(leaf: Leaf, stored: StoredEvent) -> LogRow:
    """Return a record at its place as a row of the log."""
    place = (leaf.index, leaf.recorded_at, leaf.stream, leaf.version)
    return (*place, stored.topic, stored.state)


class Store(Protocol):
    """A recorder of events that also keeps leaves, sealed fields, look-ups and answers."""

    def recorder(self) -> ApplicationRecorder:
        """Return the library's recorder; its insert_events takes a Side as `side`.

        Events, leaves and the side are one transaction.  A taken version, key or guard, and a
        stream that went on since it was read, raises the library's IntegrityError, and nothing
        is saved.
        """

    def append(self, events: Sequence[StoredEvent], side: Side) -> Sequence[CommandRow]:
        """Save events with their side, as insert_events does, and return the answers as saved.

        A server with many writers gives places in the log after the commit: index and
        recorded_at are then None, until placed() is asked.
        """

    def placed(self, keys: Sequence[str]) -> Mapping[str, LogPlace]:
        """Return the places of answers by key, waiting a moment where one is not given yet.

        Where an older transaction is still under way after that moment, the key is left out.
        """

    def save_commands(self, rows: Sequence[CommandRow]) -> None:
        """Save the answers to commands that recorded nothing; IntegrityError for a taken key."""

    def command(self, key: str) -> CommandRow | None:
        """Return the first answer under an idempotency key."""

    def head(self) -> Leaf | None:
        """Return the last leaf of the log."""

    def leaf(self, stream: str, version: int) -> Leaf | None:
        """Return the leaf of one record."""

    def records(self, after: int, limit: int) -> Sequence[tuple[Leaf, StoredEvent]]:
        """Return records with an index greater than after, in order."""

    def stream(self, name: str, after: int) -> Sequence[StreamRow]:
        """Return the records of a stream with a version greater than after, in order."""

    def rows(self, after: int, limit: int) -> Sequence[LogRow]:
        """Return what records() does, without digests: this is what views are fed from."""

    def index_at(self, moment: datetime) -> int:
        """Return the index of the last record made at a moment or before; -1 where none was."""

    def leaves(self, after: int, limit: int) -> Sequence[Leaf]:
        """Return leaves with an index greater than after, in order."""

    def written(self, streams: Collection[str]) -> Collection[str]:
        """Return which of these streams hold a record."""

    def went_on(self, read: Sequence[tuple[str, int]]) -> str | None:
        """Return a stream with a record after the version that was read; None where none has."""

    def vault(self, stream: str) -> Sequence[VaultRow]:
        """Return the sealed fields of a stream."""

    def vault_of(self, places: Collection[tuple[str, int]]) -> Sequence[VaultRow]:
        """Return the sealed fields of records, given as (stream, version)."""

    def found(self, kind: str, keyed: str) -> Sequence[str]:
        """Return the persons found under a keyed hash, in order."""

    def guard(self, keyed: str) -> str | None:
        """Return the stream that stands for a keyed identity."""

    def unfinished_erasures(self) -> Sequence[str]:
        """Return the erased persons whose traces may still stand in files or keys."""

    def finish_erasure(self, person: str) -> None:
        """Wipe what deleted rows left in files, and note that the erasure is complete.

        Unavailable while another process holds an old state open; call it again later.
        """

    def note(self, name: str) -> str | None:
        """Return a note that the core keeps about the store itself."""

    def set_note(self, name: str, text: str) -> None:
        """Keep a note."""

    def loose_ends(self) -> Sequence[str]:
        """Return one sentence for each row beside the events that has no event, or none beside."""

    def close(self) -> None:
        """Close every connection."""
