"""The journal in a PostgreSQL database: many writers, none of whom waits for a table.

Records get their places in the log after their commit, from whoever reads next; see
adapters.storage.postgres_schema for why none is missed.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import attrs
from eventsourcing.persistence import (
    ApplicationRecorder,
    Notification,
    StoredEvent,
    Subscription,
)

from adapters.storage.digests import parse
from adapters.storage.postgres_pool import Pool, until
from adapters.storage.postgres_schema import NUMBERED_MAX, OLDEST, require
from adapters.storage.postgres_write import WENT_ON, write
from adapters.storage.store import CommandRow, Leaf, LogPlace, LogRow, Side, StreamRow, VaultRow

LEAF: Final = "idx, leaf.recorded_at, leaf.stream, leaf.ver, leaf.digest"
WRITTEN: Final = "SELECT stream FROM loanfold.event WHERE stream = ANY(%s) AND ver = 1"
STREAM: Final = "SELECT ver, topic, state FROM loanfold.event WHERE stream = %s AND ver > %s"
WALK: Final = (
    " FROM loanfold.leaf JOIN loanfold.event ON event.stream = leaf.stream"
    " AND event.ver = leaf.ver WHERE idx > %s ORDER BY idx LIMIT %s"
)


class PostgresStore(ApplicationRecorder):
    """The library's recorder with leaves, sealed fields, look-ups and answers; see Store."""

    def __init__(self, url: str, *, oldest: int = OLDEST) -> None:
        """Open a database that `loanfold store migrate` has prepared.

        Raises Unavailable where there is none, where the server is older than `oldest`, or where
        the tables are missing or another program's.
        """
        self._server = Pool(url, oldest=oldest)
        with self._server.known(), self._server.connection() as connection:
            require(connection)

    def recorder(self) -> ApplicationRecorder:
        """Return itself: the recorder keeps all that the contract asks for."""
        return self

    def append(self, events: Sequence[StoredEvent], side: Side) -> Sequence[CommandRow]:
        """Save events with their side; the answers get their places in the log later."""
        with self._server.writing() as connection:
            write(connection, events, side)
        return [attrs.evolve(row, index=None, recorded_at=None) for row in side.commands]

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """Save events with the Side given as `side`, wait until numbered, return their indexes."""
        self.append(stored_events, kwargs["side"])
        places = [(str(e.originator_id), e.originator_version) for e in stored_events]
        found = until(lambda: [self.leaf(*place) for place in places])
        return [leaf.index for leaf in found if leaf is not None]

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """Return events of a stream, in order of version."""
        rows = self._server.all(
            STREAM
            + (" AND ver <= %s" if lte is not None else "")
            + f" ORDER BY ver {'DESC' if desc else 'ASC'}"
            + (" LIMIT %s" if limit is not None else ""),
            *(originator_id, gt or 0),
            *(value for value in (lte, limit) if value is not None),
        )
        return [StoredEvent(originator_id, ver, topic, state) for ver, topic, state in rows]

    def save_commands(self, rows: Sequence[CommandRow]) -> None:
        """Save the answers to commands that recorded nothing; IntegrityError for a taken key."""
        with self._server.writing() as connection:
            write(connection, (), Side(now=datetime.now(), commands=tuple(rows)))

    def command(self, key: str) -> CommandRow | None:
        """Return the first answer under an idempotency key."""
        row = self._server.one(
            "SELECT content, stream, version, events FROM loanfold.command WHERE key = %s", key
        )
        if row is None:
            return None
        content, stream, version, events = row
        known, place = tuple(parse(events.encode())), self.placed([key]).get(key, (None, None))
        return CommandRow(key, content, stream, version, known, *place)

    def placed(self, keys: Sequence[str]) -> Mapping[str, LogPlace]:
        """Return the places of answers by key.

        A place is known once every transaction that began to write earlier has ended; where one
        takes longer than PLACED_SECONDS, the key is left out.
        """
        return {key: (index, at) for key, index, at in until(lambda: self._places(keys))}

    def _places(self, keys: Sequence[str]) -> list[Any]:
        """Return (key, index, recorded_at) for answers that recorded something, None for later."""
        self._number()
        rows = self._server.all(
            "SELECT key, idx, recorded_at FROM loanfold.command LEFT JOIN loanfold.leaf"
            " ON leaf.stream = last_stream AND leaf.ver = last_ver"
            " WHERE key = ANY(%s) AND last_ver IS NOT NULL",
            list(keys),
        )
        return [row if row[1] is not None else None for row in rows]

    def head(self) -> Leaf | None:
        """Return the last leaf of the log."""
        self._number()
        row = self._server.one(f"SELECT {LEAF} FROM loanfold.leaf ORDER BY idx DESC LIMIT 1")
        return None if row is None else Leaf(*row)

    def leaf(self, stream: str, version: int) -> Leaf | None:
        """Return the leaf of one record."""
        self._number()
        row = self._server.one(
            f"SELECT {LEAF} FROM loanfold.leaf WHERE stream = %s AND ver = %s", stream, version
        )
        return None if row is None else Leaf(*row)

    def records(self, after: int, limit: int) -> Sequence[tuple[Leaf, StoredEvent]]:
        """Return records with an index greater than after, in order."""
        self._number()
        rows = self._server.all(f"SELECT {LEAF}, topic, state{WALK}", after, limit)
        return [(Leaf(*row[:5]), StoredEvent(row[2], row[3], row[5], row[6])) for row in rows]

    def stream(self, name: str, after: int) -> Sequence[StreamRow]:
        """Return the records of a stream with a version greater than after, in order."""
        return self._server.all(f"{STREAM} ORDER BY ver", name, after)

    def rows(self, after: int, limit: int) -> Sequence[LogRow]:
        """Return what records() does, without digests."""
        self._number()
        row = "idx, leaf.recorded_at, leaf.stream, leaf.ver, topic, state"
        return self._server.all(f"SELECT {row}{WALK}", after, limit)

    def index_at(self, moment: datetime) -> int:
        """Return the index of the last record made at a moment or before; -1 where none was."""
        self._number()
        row = self._server.one("SELECT max(idx) FROM loanfold.leaf WHERE recorded_at <= %s", moment)
        return -1 if row is None or row[0] is None else int(row[0])

    def leaves(self, after: int, limit: int) -> Sequence[Leaf]:
        """Return leaves with an index greater than after, in order."""
        self._number()
        rows = self._server.all(
            f"SELECT {LEAF} FROM loanfold.leaf WHERE idx > %s ORDER BY idx LIMIT %s", after, limit
        )
        return [Leaf(*row) for row in rows]

    def written(self, streams: Collection[str]) -> Collection[str]:
        """Return which of these streams hold a record."""
        return {row[0] for row in self._server.all(WRITTEN, list(streams))}

    def went_on(self, read: Sequence[tuple[str, int]]) -> str | None:
        """Return a stream with a record after the version that was read; None where none has."""
        row = self._server.one(WENT_ON, [s for s, _ in read], [version for _, version in read])
        return None if row is None else str(row[0])

    def vault(self, stream: str) -> Sequence[VaultRow]:
        """Return the sealed fields of a stream."""
        rows = self._server.all(
            "SELECT stream, ver, path, person, digest, sealed FROM loanfold.vault"
            " WHERE stream = %s",
            stream,
        )
        return [VaultRow(*row) for row in rows]

    def vault_of(self, places: Collection[tuple[str, int]]) -> Sequence[VaultRow]:
        """Return the sealed fields of records, given as (stream, version)."""
        rows = self._server.all(
            "SELECT v.stream, v.ver, path, person, digest, sealed FROM loanfold.vault AS v"
            " JOIN unnest(%s::text[], %s::bigint[]) AS asked (stream, ver)"
            " ON v.stream = asked.stream AND v.ver = asked.ver",
            [stream for stream, _ in places],
            [version for _, version in places],
        )
        return [VaultRow(*row) for row in rows]

    def found(self, kind: str, keyed: str) -> Sequence[str]:
        """Return the persons found under a keyed hash, in order."""
        rows = self._server.all(
            "SELECT person FROM loanfold.lookup WHERE kind = %s AND keyed = %s ORDER BY person",
            kind,
            keyed,
        )
        return [person for (person,) in rows]

    def guard(self, keyed: str) -> str | None:
        """Return the stream that stands for a keyed identity."""
        row = self._server.one("SELECT stream FROM loanfold.guard WHERE keyed = %s", keyed)
        return None if row is None else str(row[0])

    def unfinished_erasures(self) -> Sequence[str]:
        """Return the erased persons whose keys may still stand."""
        rows = self._server.all(
            "SELECT person FROM loanfold.erasure WHERE done = 0 ORDER BY person"
        )
        return [person for (person,) in rows]

    def finish_erasure(self, person: str) -> None:
        """Note that an erasure is complete; `loanfold store scrub` takes what rows left behind."""
        self._server.write("UPDATE loanfold.erasure SET done = 1 WHERE person = %s", person)

    def note(self, name: str) -> str | None:
        """Return a note that the core keeps about the store itself."""
        row = self._server.one("SELECT said FROM loanfold.note WHERE name = %s", name)
        return None if row is None else str(row[0])

    def set_note(self, name: str, text: str) -> None:
        """Keep a note."""
        self._server.write(
            "INSERT INTO loanfold.note VALUES (%s, %s) ON CONFLICT (name) DO UPDATE"
            " SET said = excluded.said",
            name,
            text,
        )

    def loose_ends(self) -> Sequence[str]:
        """Return one sentence for each row beside the events that has no event, or none beside.

        What comes after the last leaf is not numbered yet, and so no loose end.
        """
        without_leaf = self._server.all(
            "SELECT e.stream, e.ver FROM loanfold.event AS e LEFT JOIN loanfold.leaf AS l"
            " ON l.stream = e.stream AND l.ver = e.ver WHERE l.idx IS NULL AND (e.era, e.tx, e.no)"
            " < (SELECT era, tx, no FROM loanfold.leaf ORDER BY idx DESC LIMIT 1)"
        )
        without_event = self._server.all(
            "SELECT idx, l.stream, l.ver FROM loanfold.leaf AS l LEFT JOIN loanfold.event AS e"
            " ON e.stream = l.stream AND e.ver = l.ver WHERE e.state IS NULL"
        )
        return [
            *(f"{stream} version {ver} has no leaf" for stream, ver in without_leaf),
            *(f"index {i}: {stream} version {ver} is missing" for i, stream, ver in without_event),
        ]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Return records as the library numbers them, from 1."""
        after = (start or 1) - 2 + (not inclusive_of_start)
        found = [
            Notification(e.originator_id, e.originator_version, e.topic, e.state, leaf.index + 1)
            for leaf, e in self.records(after, limit)
        ]
        return [
            n for n in found if (not topics or n.topic in topics) and (not stop or n.id <= stop)
        ]

    def max_notification_id(self) -> int | None:
        """Return the number of the last record as the library counts, from 1."""
        last = self.head()
        return None if last is None else last.index + 1

    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """Refuse, as the store in a file does: views and queues read on from their positions."""
        raise NotImplementedError("read on from a position with records()")

    def close(self) -> None:
        """Close every connection."""
        self._server.close()

    def _number(self) -> None:
        """Give their places to records that can be given one."""
        while (self._server.one("SELECT loanfold.number()") or (0,))[0] == NUMBERED_MAX:
            pass
