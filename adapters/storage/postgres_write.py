"""What is written to PostgreSQL in one transaction: events, and what hangs on them.

A command is one statement and so one way to the server and back; where an identity is guarded, a
person erased or many records come at once, it is a transaction of several.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from typing import Any, Final

from attrs import astuple
from eventsourcing.persistence import IntegrityError, StoredEvent
from psycopg import Cursor

from adapters.storage.digests import canonical
from adapters.storage.postgres_pool import Connection
from adapters.storage.postgres_schema import EVENT_COLUMNS
from adapters.storage.store import CommandRow, Side

FEW: Final = 24  # Rows of a kind that are written as values; more are copied in bulk.
COMMAND_COLUMNS: Final = "key, content, stream, version, events, last_stream, last_ver"
VAULT_COLUMNS: Final = "stream, ver, path, person, digest, sealed"
LOOKUP_COLUMNS: Final = "kind, keyed, person"

# A stream of those read, given with their versions, that has a record after that version.
WENT_ON: Final = (
    "SELECT asked.stream FROM unnest(%s::text[], %s::bigint[]) AS asked (stream, ver)"
    " JOIN loanfold.event AS e ON e.stream = asked.stream AND e.ver = asked.ver + 1 LIMIT 1"
)
# Streams that are written and streams that are read, in one order for all who lock.
_LOCK: Final = (
    "SELECT CASE WHEN own THEN pg_advisory_xact_lock(key)::text"
    " ELSE pg_advisory_xact_lock_shared(key)::text END"
    " FROM (SELECT hashtextextended(stream, 0) AS key, bool_or(own) AS own"
    " FROM unnest(%s::text[], %s::boolean[]) AS named (stream, own)"
    " GROUP BY 1 ORDER BY 1) AS ordered"
)

Row = tuple[Any, ...]


def write(connection: Connection, events: Sequence[StoredEvent], side: Side) -> None:
    """Save events with their side, all or nothing.

    IntegrityError where a guard stands for another stream, or a stream went on since it was read;
    psycopg's errors as they are.
    """
    rows, commands = list(_event_rows(events, side)), [_command(r, events) for r in side.commands]
    vault, lookups = [astuple(r) for r in side.vault], [astuple(r) for r in side.lookups]
    counts = len(rows), len(commands), len(vault), len(lookups)
    if not (side.guards or side.erased) and max(counts) <= FEW:
        values = [value for row in (*rows, *vault, *lookups, *commands) for value in row]
        if not side.read:
            connection.execute(_statement(*counts), values)
            return
        with connection.pipeline(), connection.transaction(), _still(connection, events, side):
            connection.execute(_statement(*counts), values)
        return
    with (
        connection.transaction(),
        connection.cursor() as cursor,
        _still(connection, events, side),
    ):
        for person in side.erased:
            _erase(cursor, person)
        _copy(cursor, "event", EVENT_COLUMNS, rows)
        _copy(cursor, "command", COMMAND_COLUMNS, commands)
        _add(cursor, "vault", VAULT_COLUMNS, vault)
        _add(cursor, "lookup", LOOKUP_COLUMNS, lookups)
        _guard(cursor, side)


@contextmanager
def _still(connection: Connection, events: Sequence[StoredEvent], side: Side) -> Iterator[None]:
    """Write in this block, and raise IntegrityError where a stream went on since it was read.

    Who is writing to one of them is waited for, and nobody begins to: so of two commands the one
    that reads what the other changes stands before it in the log, or is decided again.
    """
    if not side.read:
        yield
        return
    own = {str(event.originator_id) for event in events}
    named = [*own, *(stream for stream, _ in side.read)]
    connection.execute(_LOCK, (named, [stream in own for stream in named]))
    asked = connection.execute(
        WENT_ON, ([stream for stream, _ in side.read], [version for _, version in side.read])
    )
    yield
    if gone := asked.fetchone():
        raise IntegrityError(f"{gone[0]} went on since it was read")


def _event_rows(events: Sequence[StoredEvent], side: Side) -> Iterator[Row]:
    """Yield rows in the order of streams, so that two writers never wait for each other."""
    numbered = enumerate(events)
    for no, event in sorted(numbered, key=lambda e: (e[1].originator_id, e[1].originator_version)):
        digest = sha256(event.state).digest()
        place = (event.originator_id, event.originator_version, event.topic)
        yield (*place, event.state, digest, side.now, no)


def _command(row: CommandRow, events: Sequence[StoredEvent]) -> Row:
    last = None if row.index is None else events[row.index]
    place = (None, None) if last is None else (last.originator_id, last.originator_version)
    names = canonical(row.events).decode()
    return (row.key, row.content, row.stream, row.version, names, *place)


@cache
def _statement(events: int, commands: int, vault: int, lookups: int) -> bytes:
    """Return the one statement that inserts so many rows of each kind, as values in this order."""
    ignore = " ON CONFLICT DO NOTHING"
    parts = [
        _insert("event", EVENT_COLUMNS, events),
        _insert("vault", VAULT_COLUMNS, vault, ignore),
        _insert("lookup", LOOKUP_COLUMNS, lookups, ignore),
        _insert("command", COMMAND_COLUMNS, commands),
    ]
    named = [f"w{n} AS ({part})" for n, part in enumerate(parts) if part]
    return f"WITH {', '.join(named)} SELECT 1".encode()


def _insert(table: str, columns: str, count: int, then: str = "") -> str:
    if not count:
        return ""
    marks = f"({', '.join(['%s'] * (columns.count(',') + 1))})"
    return f"INSERT INTO loanfold.{table} ({columns}) VALUES {', '.join([marks] * count)}{then}"


def _copy(cursor: Cursor[Any], table: str, columns: str, rows: Sequence[Row]) -> None:
    if rows:
        statement = f"COPY loanfold.{table} ({columns}) FROM STDIN"
        with cursor.copy(statement.encode()) as copy:
            for row in rows:
                copy.write_row(row)


def _add(cursor: Cursor[Any], table: str, columns: str, rows: Sequence[Row]) -> None:
    """Insert rows of a kind that may be there already."""
    for start in range(0, len(rows), FEW):
        some = rows[start : start + FEW]
        statement = _insert(table, columns, len(some), " ON CONFLICT DO NOTHING")
        cursor.execute(statement.encode(), [value for row in some for value in row])


def _guard(cursor: Cursor[Any], side: Side) -> None:
    # A guard that moves to another person keeps its stream; one that races for a new stream
    # finds the other's and fails the whole transaction.
    for guard in sorted(side.guards, key=lambda row: row.keyed):
        cursor.execute(
            "INSERT INTO loanfold.guard AS held VALUES (%s, %s, %s) ON CONFLICT (keyed) DO UPDATE"
            " SET person = excluded.person WHERE held.stream = excluded.stream RETURNING stream",
            (guard.keyed, guard.stream, guard.person),
        )
        if cursor.fetchone() is None:
            raise IntegrityError("another stream already stands for this identity")


def _erase(cursor: Cursor[Any], person: str) -> None:
    # An answer's content could be tried out against guesses with the look-up key.
    cursor.execute(
        "UPDATE loanfold.command SET content = '' WHERE stream IN"
        " (SELECT DISTINCT stream FROM loanfold.vault WHERE person = %s)",
        (person,),
    )
    for table in ("vault", "lookup", "guard"):
        cursor.execute(f"DELETE FROM loanfold.{table} WHERE person = %s".encode(), (person,))
    cursor.execute("INSERT INTO loanfold.erasure VALUES (%s, 0) ON CONFLICT DO NOTHING", (person,))
