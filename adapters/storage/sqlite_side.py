"""What is saved in an SQLite file beside the events, in their transaction."""

from collections.abc import Sequence
from typing import Final

from attrs import astuple
from eventsourcing.persistence import IntegrityError
from eventsourcing.sqlite import SQLiteCursor

from adapters.storage.digests import canonical
from adapters.storage.store import CommandRow, LookupRow, Side, VaultRow

_COMMAND: Final = "INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?)"


def insert_side(c: SQLiteCursor, side: Side, first: int, recorded_at: str) -> None:
    """Save what belongs to the events whose first log index is `first`.

    IntegrityError where a key or an identity is taken; the transaction is then rolled back.
    """
    for person in side.erased:
        _erase(c, person)
    for table, rows in (("vault", side.vault), ("lookup", side.lookups)):
        _insert_rows(c, f"INSERT OR IGNORE INTO {table}", rows)
    # A guard that moves to another person keeps its stream; one that races for a new stream
    # finds the other's and fails the whole transaction.
    for guard in side.guards:
        c.execute(
            "INSERT INTO guard VALUES (?, ?, ?) ON CONFLICT (keyed) DO UPDATE"
            " SET person = excluded.person WHERE stream = excluded.stream RETURNING stream",
            (guard.keyed, guard.stream, guard.person),
        )
        if c.fetchone() is None:
            raise IntegrityError("another stream already stands for this identity")
    c.executemany(_COMMAND, [_command(row, first, recorded_at) for row in side.commands])


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


def _insert_rows(
    c: SQLiteCursor, statement: str, rows: Sequence[VaultRow] | Sequence[LookupRow]
) -> None:
    if rows:
        values = [astuple(row, recurse=False) for row in rows]
        c.executemany(f"{statement} VALUES ({', '.join('?' * len(values[0]))})", values)
