"""What is saved in an SQLite file beside the events, in their transaction."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from eventsourcing.persistence import IntegrityError
from eventsourcing.sqlite import SQLiteCursor

from adapters.storage.digests import canonical
from adapters.storage.store import CommandRow, Side

# Which of the streams in a JSON list have been written.
WRITTEN: Final = (
    "SELECT value FROM json_each(?)"
    " WHERE EXISTS (SELECT 1 FROM leaf WHERE stream = value AND ver = 1)"
)
_WENT_ON: Final = (
    "SELECT json_extract(value, '$[0]') FROM json_each(?) WHERE EXISTS (SELECT 1 FROM leaf"
    " WHERE stream = json_extract(value, '$[0]') AND ver = json_extract(value, '$[1]') + 1)"
)
_GUARD: Final = (
    "INSERT INTO guard VALUES (?, ?, ?) ON CONFLICT (keyed) DO UPDATE"
    " SET person = excluded.person WHERE stream = excluded.stream"
)
_VAULT: Final = "INSERT OR IGNORE INTO vault VALUES (?, ?, ?, ?, ?, ?)"
_LOOKUP: Final = "INSERT OR IGNORE INTO lookup VALUES (?, ?, ?)"
_COMMAND: Final = "INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?)"


def insert_side(c: SQLiteCursor, side: Side, first: int, recorded_at: str) -> None:
    """Save what belongs to the events whose first log index is `first`.

    IntegrityError where a key or an identity is taken; the transaction is then rolled back.
    """
    if side.read and (gone := went_on(c.sqlite_cursor, side.read)):
        raise IntegrityError(f"{gone} went on since it was read")
    for person in side.erased:
        _erase(c, person)
    c.executemany(
        _VAULT, [(r.stream, r.version, r.path, r.person, r.digest, r.sealed) for r in side.vault]
    )
    c.executemany(_LOOKUP, [(row.kind, row.keyed, row.person) for row in side.lookups])
    # A guard that moves to another person keeps its stream; one that races for a new stream
    # finds the other's and fails the whole transaction.
    guards = [(guard.keyed, guard.stream, guard.person) for guard in side.guards]
    if guards:
        c.executemany(_GUARD, guards)
        if c.sqlite_cursor.rowcount != len(guards):
            raise IntegrityError("another stream already stands for this identity")
    c.executemany(_COMMAND, [_command(row, first, recorded_at) for row in side.commands])


def went_on(c: sqlite3.Cursor, read: Sequence[tuple[str, int]]) -> str | None:
    """Return a stream that has a record after the version that was read; None where none has."""
    found = c.execute(_WENT_ON, (canonical(read).decode(),)).fetchone()
    return found and str(found[0])


def _command(row: CommandRow, first: int, recorded_at: str) -> tuple[object, ...]:
    index = None if row.index is None else first + row.index
    at = None if index is None else recorded_at
    events = canonical(row.events).decode()
    return row.key, row.content, row.stream, row.version, events, index, at


def _erase(c: SQLiteCursor, person: str) -> None:
    # An answer's content could be tried out against guesses with the look-up key.
    c.execute(
        "UPDATE command SET content = '' WHERE stream IN"
        " (SELECT DISTINCT stream FROM vault WHERE person = ?)",
        (person,),
    )
    for table in ("vault", "lookup", "guard"):
        c.execute(f"DELETE FROM {table} WHERE person = ?", (person,))
    c.execute("INSERT OR IGNORE INTO erasure VALUES (?, 0)", (person,))


def insert_command(c: SQLiteCursor, row: CommandRow) -> None:
    """Save the answer to a command that recorded nothing, under its key."""
    assert row.index is None
    c.execute(_COMMAND, _command(row, 0, ""))
