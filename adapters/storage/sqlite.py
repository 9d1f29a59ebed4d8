"""The journal in an SQLite file: write-ahead log, synchronous FULL, deleted bytes overwritten."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import attrs
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    PersistenceError,
    StoredEvent,
)
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteCursor,
)

from adapters.codec import read_moment, write_moment
from adapters.problems import Unavailable
from adapters.storage.digests import parse
from adapters.storage.sqlite_file import TABLES, open_datastore, unavailable
from adapters.storage.sqlite_side import WRITTEN, insert_command, insert_side, went_on
from adapters.storage.sqlite_walk import NO_EVENT, NO_LEAF, moment, records, rows, stream
from adapters.storage.store import CommandRow, Leaf, LogPlace, LogRow, Side, StreamRow, VaultRow

SCHEMA_VERSION: Final = 1


class SQLiteStore(SQLiteApplicationRecorder):
    """The library's recorder, with a leaf for each event and what hangs on it."""

    def __init__(self, path: Path | None) -> None:
        """Open a database file, creating it where it is missing; None keeps all in memory.

        Raises Unavailable where the file is no database, is newer than this program, or cannot
        be written.
        """
        self.path = path
        try:
            super().__init__(open_datastore(path))
            self._open()
        except (sqlite3.Error, PersistenceError, OSError) as error:
            raise unavailable(path, error) from error

    def recorder(self) -> ApplicationRecorder:
        """Return itself: the recorder keeps all that the contract asks for."""
        return self

    def construct_create_table_statements(self) -> list[str]:
        """Add our tables to the library's."""
        return [*super().construct_create_table_statements(), *TABLES]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Cursor]:
        """Yield a cursor for one statement: what one statement reads needs no transaction."""
        try:
            with self.datastore.get_connection(commit=False) as connection:
                yield connection.cursor().sqlite_cursor
        except sqlite3.Error as error:
            raise PersistenceError(error) from error

    def _open(self) -> None:
        with self._reading() as c:
            c.execute("PRAGMA user_version")
            found = c.fetchone()[0]
        if found > SCHEMA_VERSION:
            raise Unavailable(
                f"{self.path} was written by a newer program (layout {found}, this one knows"
                f" {SCHEMA_VERSION}): update this program"
            )
        if found < SCHEMA_VERSION:
            self.create_table()
            with self.datastore.transaction(commit=True) as c:
                c.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def append(self, events: Sequence[StoredEvent], side: Side) -> Sequence[CommandRow]:
        """Save events with their leaves and side, and return the answers with their places."""
        with self.datastore.transaction(commit=True) as c:
            first, recorded_at = self._append(c, events, side)
        at = read_moment(recorded_at)
        return [
            row if row.index is None else attrs.evolve(row, index=first + row.index, recorded_at=at)
            for row in side.commands
        ]

    def placed(self, keys: Sequence[str]) -> Mapping[str, LogPlace]:
        """Return the places of answers by key; each got its own with its commit."""
        rows = [row for key in keys if (row := self.command(key))]
        return {
            row.key: (row.index, row.recorded_at)
            for row in rows
            if row.index is not None and row.recorded_at is not None
        }

    def _insert_events(
        self, c: SQLiteCursor, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int]:
        first, _ = self._append(c, stored_events, kwargs["side"])
        return range(first, first + len(stored_events))

    def _append(
        self, c: SQLiteCursor, events: Sequence[StoredEvent], side: Side
    ) -> tuple[int, str]:
        """Insert events with their leaves and side; return the first index, and when.

        The events go in first: that takes the write lock, so that the indexes are given in the
        order of commits and have no gap.
        """
        try:
            super()._insert_events(c, events)
            first, recorded_at = self._next_leaf(c, side.now)
            leaves = [
                (n, e.originator_id, e.originator_version, sha256(e.state).digest(), recorded_at)
                for n, e in enumerate(events, start=first)
            ]
            c.executemany("INSERT INTO leaf VALUES (?, ?, ?, ?, ?)", leaves)
            insert_side(c, side, first, recorded_at)
        except sqlite3.IntegrityError as error:
            raise IntegrityError(error) from error
        return first, recorded_at

    def _next_leaf(self, c: SQLiteCursor, now: datetime) -> tuple[int, str]:
        """Return the next index, and a time of recording that never goes back."""
        c.execute("SELECT idx, recorded_at FROM leaf ORDER BY idx DESC LIMIT 1")
        last = c.fetchone()
        if last is None:
            return 0, write_moment(now)
        return last["idx"] + 1, max(last["recorded_at"], write_moment(now))

    def save_commands(self, rows: Sequence[CommandRow]) -> None:
        """Save the answers to commands that recorded nothing; IntegrityError for a taken key."""
        with self.datastore.transaction(commit=True) as c:
            try:
                for row in rows:
                    insert_command(c, row)
            except sqlite3.IntegrityError as error:
                raise IntegrityError(error) from error

    def command(self, key: str) -> CommandRow | None:
        """Return the first answer under an idempotency key."""
        row = self._one("SELECT * FROM command WHERE key = ?", key)
        if row is None:
            return None
        recorded_at = None if row["recorded_at"] is None else read_moment(row["recorded_at"])
        events = tuple(parse(row["events"].encode()))
        return CommandRow(
            key, row["content"], row["stream"], row["version"], events, row["idx"], recorded_at
        )

    def head(self) -> Leaf | None:
        """Return the last leaf of the log."""
        row = self._one("SELECT * FROM leaf ORDER BY idx DESC LIMIT 1")
        return None if row is None else _leaf(row)

    def leaf(self, stream: str, version: int) -> Leaf | None:
        """Return the leaf of one record."""
        row = self._one("SELECT * FROM leaf WHERE stream = ? AND ver = ?", stream, version)
        return None if row is None else _leaf(row)

    def records(self, after: int, limit: int) -> Sequence[tuple[Leaf, StoredEvent]]:
        """Return records with an index greater than after, in order."""
        with self._reading() as c:
            return records(c, after, limit)

    def stream(self, name: str, after: int) -> Sequence[StreamRow]:
        """Return the records of a stream with a version greater than after, in order."""
        with self._reading() as c:
            return stream(c, name, after)

    def rows(self, after: int, limit: int) -> Sequence[LogRow]:
        """Return what records() does, without digests."""
        with self.datastore.transaction(commit=False) as c:
            return rows(c.sqlite_cursor, after, limit)

    def index_at(self, moment: datetime) -> int:
        """Return the index of the last record made at a moment or before; -1 where none was."""
        row = self._one(
            "SELECT MAX(idx) AS idx FROM leaf WHERE recorded_at <= ?", write_moment(moment)
        )
        return -1 if row["idx"] is None else row["idx"]

    def leaves(self, after: int, limit: int) -> Sequence[Leaf]:
        """Return leaves with an index greater than after, in order."""
        rows = self._all("SELECT * FROM leaf WHERE idx > ? ORDER BY idx LIMIT ?", after, limit)
        return [_leaf(row) for row in rows]

    def written(self, streams: Collection[str]) -> Collection[str]:
        """Return which of these streams hold a record."""
        return {row["value"] for row in self._all(WRITTEN, json.dumps(list(streams)))}

    def went_on(self, read: Sequence[tuple[str, int]]) -> str | None:
        """Return a stream with a record after the version that was read; None where none has."""
        with self._reading() as c:
            return went_on(c, read)

    def vault(self, stream: str) -> Sequence[VaultRow]:
        """Return the sealed fields of a stream."""
        return [VaultRow(*row) for row in self._all("SELECT * FROM vault WHERE stream = ?", stream)]

    def vault_of(self, places: Collection[tuple[str, int]]) -> Sequence[VaultRow]:
        """Return the sealed fields of records, given as (stream, version)."""
        with self._reading() as c:
            found: list[VaultRow] = []
            for place in places:
                c.execute("SELECT * FROM vault WHERE stream = ? AND ver = ?", place)
                found.extend(VaultRow(*row) for row in c.fetchall())
        return found

    def found(self, kind: str, keyed: str) -> Sequence[str]:
        """Return the persons found under a keyed hash, in order."""
        rows = self._all(
            "SELECT person FROM lookup WHERE kind = ? AND keyed = ? ORDER BY person", kind, keyed
        )
        return [row["person"] for row in rows]

    def guard(self, keyed: str) -> str | None:
        """Return the stream that stands for a keyed identity."""
        row = self._one("SELECT stream FROM guard WHERE keyed = ?", keyed)
        return None if row is None else row["stream"]

    def unfinished_erasures(self) -> Sequence[str]:
        """Return the erased persons whose traces may still stand in files or keys."""
        return [row["person"] for row in self._all("SELECT person FROM erasure WHERE done = 0")]

    def finish_erasure(self, person: str) -> None:
        """Wipe what deleted rows left in the write-ahead log, and note that it is complete.

        Unavailable while another process reads an old state; call it again later.
        """
        self._wipe_log()
        with self.datastore.transaction(commit=True) as c:
            c.execute("UPDATE erasure SET done = 1 WHERE person = ?", (person,))

    def _wipe_log(self) -> None:
        if self.path is None:
            return
        with self.datastore.get_connection(commit=True) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
        if busy:
            raise Unavailable(
                "the person is erased, but another process still reads an old state of the"
                " database: end it, and open the database again to complete the erasure"
            )

    def note(self, name: str) -> str | None:
        """Return a note that the core keeps about the store itself."""
        row = self._one("SELECT said FROM note WHERE name = ?", name)
        return None if row is None else row["said"]

    def set_note(self, name: str, text: str) -> None:
        """Keep a note."""
        with self.datastore.transaction(commit=True) as c:
            c.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, text))

    def loose_ends(self) -> Sequence[str]:
        """Return one sentence for each row beside the events that has no event, or none beside."""
        without_leaf, without_event = self._all(NO_LEAF), self._all(NO_EVENT)
        return [
            *(f"{row['stream']} version {row['ver']} has no leaf" for row in without_leaf),
            *(
                f"index {row['idx']}: {row['stream']} version {row['ver']} is missing"
                for row in without_event
            ),
        ]

    def backup(self, path: Path) -> None:
        """Write a consistent copy of the database while others go on writing."""
        with self.datastore.get_connection(commit=False) as connection:
            copy = sqlite3.connect(path)
            connection._sqlite_conn.backup(copy)
            copy.close()

    def close(self) -> None:
        """Close every connection."""
        self.datastore.close()

    def _one(self, statement: str, *values: Any) -> Any:
        with self._reading() as c:
            c.execute(statement, values)
            return c.fetchone()

    def _all(self, statement: str, *values: Any) -> list[Any]:
        with self._reading() as c:
            c.execute(statement, values)
            rows: list[Any] = c.fetchall()
            return rows


def _leaf(row: Any) -> Leaf:
    return Leaf(row["idx"], moment(row["recorded_at"]), row["stream"], row["ver"], row["digest"])
