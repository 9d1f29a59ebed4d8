"""Any view answered from the segments of closed periods alone, without the live store.

The views' own functions answer; DuckDB finds and sums the lines that they ask for.  What is sealed
stays sealed: keys and sealed fields are the live store's.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import attrs
import duckdb
from attrs import define, field, frozen

from adapters.bus import Outcome, Page
from adapters.calendars import china
from adapters.evidence.tree import Frontier
from adapters.problems import Unavailable, Unknown, Unreadable
from adapters.storage.journal import PAGE
from adapters.storage.segments import RECORDS, TABLES
from adapters.storage.view_answer import opened
from adapters.storage.view_query import read_query
from adapters.storage.view_reader import stands, walking
from adapters.storage.view_table import layout_of, place
from domain.calendar import WorkingCalendar
from domain.fields import SEALED
from domain.recorded import Fact
from projections.catalogue import VIEWS
from projections.view import NOTHING, Absent, Line, Lines, Misread, Place, Row
from projections.walk import Walk


@define
class Segments:
    """The segments in a folder, as one journal that ends where the last of them does."""

    folder: Path
    connection: duckdb.DuckDBPyConnection = field(init=False)

    @connection.default
    def _open(self) -> duckdb.DuckDBPyConnection:
        found = sorted(self.folder.glob("segment-*/"))
        if not found:
            raise Unavailable(f"{self.folder} holds no segments: name the folder that does")
        connection = duckdb.connect()
        connection.execute("SET TimeZone = 'UTC'")
        for name in (RECORDS, *TABLES):
            files = [str(segment / f"{name}.parquet") for segment in found]
            if missing := [file for file in files if not Path(file).is_file()]:
                raise Unavailable(f"{missing[0]} is missing: restore it from where you keep copies")
            listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
            connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet([{listed}])')
        return connection

    def head(self) -> int:
        """Return the index of the last record."""
        ((last,),) = self._rows("SELECT max(idx) FROM records")
        return -1 if last is None else int(last)

    def index_at(self, moment: datetime) -> int:
        """Return the index of the last record made at a moment or before; -1 where none was."""
        ((last,),) = self._rows("SELECT max(idx) FROM records WHERE recorded_at <= ?", moment)
        return -1 if last is None else int(last)

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Refuse: segments hold the lines already, and nothing is derived from them again."""
        raise NotImplementedError("read the lines")

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return that all of it is sealed."""
        return dict.fromkeys(refs, SEALED)

    def root(self) -> tuple[int, str]:
        """Return how many records there are and their Merkle root; Unavailable for a gap."""
        frontier = Frontier()
        rows = self.connection.execute("SELECT idx, digest, record FROM records ORDER BY idx")
        while page := rows.fetchmany(PAGE):
            for index, digest, record in page:
                _require_whole(index, frontier.size, digest, record)
                frontier.extend([digest])
        return frontier.size, f"sha256:{frontier.root().hex()}"

    def records(self, stream: str | None = None) -> Iterator[bytes]:
        """Yield records as they were stored, of one stream or of all, in order."""
        where = "" if stream is None else " WHERE stream = ?"
        rows = self.connection.execute(
            f"SELECT record FROM records{where} ORDER BY idx", [] if stream is None else [stream]
        )
        while page := rows.fetchmany(PAGE):
            yield from (record for (record,) in page)

    def read(self, name: str, query: Mapping[str, str], today: date) -> Page:
        """Answer a view as the live one does; see adapters.storage.views.ViewStore.read."""
        if name not in VIEWS:
            raise Unknown(f"there is no view {name!r}; there is {', '.join(VIEWS)}")
        view = VIEWS[name]
        asked = read_query(view, query, self, today)
        reader = ParquetReader(connection=self.connection, day=asked.day, known_by=asked.known_by)
        try:
            answer = view.answer(reader, asked.question)
        except Absent as error:
            raise Unknown(str(error)) from error
        except Misread as error:
            raise Unreadable((str(error),)) from error
        return Page(
            view=view.name,
            in_effect_on=asked.day.isoformat(),
            known_by=asked.known_by,
            columns=tuple(column.name for column in view.columns),
            rows=opened(answer.rows, self),
            next=answer.next,
        )

    def close(self) -> None:
        """Close the files."""
        self.connection.close()

    def _rows(self, statement: str, *values: Any) -> list[Any]:
        return self.connection.execute(statement, list(values)).fetchall()


@frozen(kw_only=True)
class ParquetReader:
    """The lines in effect on a day, as known by a log index; see projections.view.Reader."""

    connection: duckdb.DuckDBPyConnection
    day: date
    known_by: int

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days, as announced."""
        return china()

    def on(self, day: date) -> "ParquetReader":
        """Return the same knowledge on another day."""
        return attrs.evolve(self, day=day)

    def lines(
        self,
        table: Lines[Row],
        where: Mapping[str, str | Collection[str]],
        *,
        after: Place | None = None,
        last: int | None = None,
        limit: int | None = None,
        standing: bool = False,
    ) -> Sequence[Line[Row]]:
        """Return lines in order of knowing, whose columns have a value or one of several."""
        layout = layout_of(table)
        known_by = self.known_by if last is None else min(last, self.known_by)
        clauses, values = self._known(known_by)
        if after is not None:
            clauses.append("place > ?")
            values.append(place(*after))
        for column, wanted in where.items():
            several = [wanted] if isinstance(wanted, str) else list(wanted)
            clauses.append(f'list_contains(?, "{column}")')
            values.append(several)
        if standing:
            clauses.append(stands(table, table.name))
            values += self._known(known_by)[1]
        bound = "" if limit is None else f" LIMIT {limit:d}"
        rows = self._rows(
            f'SELECT {layout.select} FROM "{table.name}" WHERE {" AND ".join(clauses)}'
            f" ORDER BY place{bound}",
            values,
        )
        return [layout.read(row) for row in rows]

    def keys(
        self,
        table: Lines[Any],
        column: str,
        *,
        where: Mapping[str, str] = NOTHING,
        after: str = "",
        limit: int,
    ) -> Sequence[str]:
        """Return the different texts of a column in order, those after one."""
        clauses, values = self._known(self.known_by)
        for name, wanted in {**where}.items():
            clauses.append(f'"{name}" = ?')
            values.append(wanted)
        rows = self._rows(
            f'SELECT DISTINCT "{column}" FROM "{table.name}" WHERE "{column}" > ?'
            f' AND {" AND ".join(clauses)} ORDER BY "{column}" LIMIT ?',
            [after, *values, limit],
        )
        return [key for (key,) in rows]

    def walked(self, table: Lines[Row], starts: Collection[str], walk: Walk) -> Sequence[Line[Row]]:
        """Return the lines that lead on from some texts, however far, in order of knowing."""
        layout, known = layout_of(table), (place(self.known_by + 1), self.day.isoformat())
        statement, values = walking(
            layout.select, table.name, walk, starts="SELECT unnest(?)", known=known
        )
        return [layout.read(row) for row in self._rows(statement, [list(starts), *values])]

    def totals(
        self, table: Lines[Any], *, where: Mapping[str, str] = NOTHING, largest: int | None = None
    ) -> Sequence[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Return the sums of a table's totals: in order of the texts, or the largest first."""
        assert table.totals is not None, f"{table.name} has no totals"
        by = ", ".join(f'"{column}"' for column in table.totals.by)
        sums = ", ".join(f'SUM("{column}")' for column in table.totals.sums)
        clauses, values = self._known(self.known_by)
        asked = [*clauses, *(f'"{name}" = ?' for name in where)]
        width = len(table.totals.by)
        order = by if largest is None else f"{width + 1} DESC, {by}"
        rows = self._rows(
            f'SELECT {by}, {sums} FROM "{table.name}" WHERE {" AND ".join(asked)}'
            f" GROUP BY {by} ORDER BY {order}" + ("" if largest is None else f" LIMIT {largest}"),
            [*values, *where.values()],
        )
        return [(tuple(row[:width]), tuple(int(n) for n in row[width:])) for row in rows]

    def _known(self, known_by: int) -> tuple[list[str], list[Any]]:
        return ["place < ?", "day <= ?"], [place(known_by + 1), self.day.isoformat()]

    def _rows(self, statement: str, values: Sequence[Any]) -> list[Any]:
        return self.connection.execute(statement, list(values)).fetchall()


@frozen
class SegmentBus:
    """A bus over segments: it answers views, and takes no command."""

    folder: Path

    def run(
        self,
        name: str,
        fields: Mapping[str, Any],
        *,
        key: str | None = None,
        expected: int | None = None,
    ) -> Outcome:
        """Refuse: what is closed is not written."""
        raise Unavailable("segments are only read: name a database with --database")

    def read(self, view: str, query: Mapping[str, str], *, purpose: str | None = None) -> Page:
        """Answer a view; see adapters.bus.Bus."""
        with closing(Segments(self.folder)) as segments:
            return segments.read(view, query, datetime.now(UTC).date())

    def root(self) -> tuple[int, str]:
        """Return the size of what is there and its Merkle root."""
        with closing(Segments(self.folder)) as segments:
            return segments.root()


def _require_whole(index: int, expected: int, digest: bytes, record: bytes) -> None:
    if index != expected:
        raise Unavailable(f"record {expected} is missing in the segments: restore its segment")
    if sha256(record).digest() != digest:
        raise Unavailable(f"record {index} is not the one whose digest stands beside it")
