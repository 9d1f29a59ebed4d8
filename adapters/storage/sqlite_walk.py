"""The log of a file walked in order, as plain rows: what views are fed from."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final

from adapters.storage.store import LogRow

_ROW: Final = "SELECT idx, recorded_at, stream, ver, topic, state FROM leaf JOIN stored_events"
_IS_ITS: Final = "originator_id = stream AND originator_version = ver"
_PAGE: Final = "idx > ? ORDER BY idx LIMIT ?"
# Records are inserted in the order of the log, so their row numbers follow it.
IN_STEP: Final = f"{_ROW} ON stored_events.rowid = idx + 1 WHERE {_IS_ITS} AND {_PAGE}"
LOOKED_UP: Final = f"{_ROW} ON {_IS_ITS} WHERE {_PAGE}"

# As the store wrote it: the strict reading of the edges would cost most of a walk.  Records of one
# transaction share their time.
moment: Final = lru_cache(1_024)(datetime.fromisoformat)


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
