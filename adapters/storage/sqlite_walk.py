"""The log of a file, and its streams, walked in order as plain rows."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final

from eventsourcing.persistence import StoredEvent

from adapters.storage.store import Leaf, LogRow, StreamRow

STREAM: Final = (
    "SELECT originator_version, topic, state FROM stored_events"
    " WHERE originator_id = ? AND originator_version > ? ORDER BY originator_version"
)
_COLUMNS: Final = "SELECT idx, recorded_at, stream, ver, topic, state"
_JOIN: Final = "FROM leaf JOIN stored_events ON"
_IS_ITS: Final = "originator_id = stream AND originator_version = ver"
_PAGE: Final = "idx > ? ORDER BY idx LIMIT ?"
# Records are inserted in the order of the log, so their row numbers follow it.
IN_STEP: Final = f"{_COLUMNS} {_JOIN} stored_events.rowid = idx + 1 WHERE {_IS_ITS} AND {_PAGE}"
LOOKED_UP: Final = f"{_COLUMNS} {_JOIN} {_IS_ITS} WHERE {_PAGE}"
RECORDS: Final = f"{_COLUMNS}, digest {_JOIN} {_IS_ITS} WHERE {_PAGE}"
NO_LEAF: Final = (
    "SELECT originator_id AS stream, originator_version AS ver FROM stored_events"
    " LEFT JOIN leaf ON stream = originator_id AND ver = originator_version WHERE idx IS NULL"
)
NO_EVENT: Final = (
    "SELECT idx, stream, ver FROM leaf LEFT JOIN stored_events"
    " ON stream = originator_id AND ver = originator_version WHERE state IS NULL"
)

# As the store wrote it: the strict reading of the edges would cost most of a walk.  Records of one
# transaction share their time.
moment: Final = lru_cache(1_024)(datetime.fromisoformat)


def stream(cursor: sqlite3.Cursor, name: str, after: int) -> Sequence[StreamRow]:
    """Return the records of a stream with a version greater than after, in order."""
    cursor.row_factory = None
    return cursor.execute(STREAM, (name, after)).fetchall()


def records(cursor: sqlite3.Cursor, after: int, limit: int) -> Sequence[tuple[Leaf, StoredEvent]]:
    """Return records with their leaves, those with an index greater than after, in order."""
    cursor.row_factory = None
    found = cursor.execute(RECORDS, (after, limit)).fetchall()
    return [
        (Leaf(index, moment(at), stream, ver, digest), StoredEvent(stream, ver, topic, state))
        for index, at, stream, ver, topic, state, digest in found
    ]


def rows(cursor: sqlite3.Cursor, after: int, limit: int) -> Sequence[LogRow]:
    """Return the rows with an index greater than after, in order.

    Where row numbers do not follow the log, as a VACUUM may leave them, each record is looked up.
    """
    cursor.row_factory = None  # Plain tuples: a walk reads millions.
    (head,) = cursor.execute("SELECT MAX(idx) FROM leaf").fetchone()
    if head is None or head <= after:
        return ()
    found = cursor.execute(IN_STEP, (after, limit)).fetchall()
    if len(found) != min(limit, head - after):
        found = cursor.execute(LOOKED_UP, (after, limit)).fetchall()
    return [
        (index, moment(at), stream, ver, topic, state)
        for index, at, stream, ver, topic, state in found
    ]
