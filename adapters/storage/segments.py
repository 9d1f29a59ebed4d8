"""The journal of closed periods in Parquet files: records, and the lines that views made of them.

A segment is a folder for the records from where the last one ended to a closing.  It holds
records.parquet, the records as they are stored, and a file for each table of the views with the
lines of these records, made by the same functions as in the live views.  The journal names each
file with its digest (log.record_segment).  Nothing personal is in them: records hold digests only,
and lines hold references.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import define, field, frozen

from adapters.problems import Unavailable, Unreadable
from adapters.storage.core import CreditCore
from adapters.storage.journal import PAGE, Journal
from adapters.storage.store import Leaf, Store, row_of
from adapters.storage.view_table import Layout, layout_of
from domain.day.events import DayClosed
from domain.log.decisions import NAME
from domain.log.events import SegmentRecorded
from projections.catalogue import VIEWS
from projections.view import EVERY, Lines

RECORDS: Final = "records"
ROWS: Final = 65_536  # Of a row group.
RECORD: Final = pa.schema(
    [
        ("idx", pa.int64()),
        ("recorded_at", pa.timestamp("us", tz="UTC")),
        ("stream", pa.string()),
        ("ver", pa.int64()),
        ("name", pa.string()),
        ("digest", pa.binary(32)),
        ("record", pa.binary()),
    ]
)
TABLES: Final[Mapping[str, Lines[Any]]] = {
    table.name: table for view in VIEWS.values() for table in view.tables
}
_KINDS: Final = {"TEXT": pa.string(), "INTEGER": pa.int64()}


@frozen
class Span:
    """The records of a segment: from the first index to before the last one."""

    first: int
    end: int

    @property
    def name(self) -> str:
        """The segment's folder; names sort as the records do."""
        return f"segment-{self.first:012}"


def schema_of(layout: Layout) -> pa.Schema:
    """Return the columns of a table's file: place, day, and those of its rows."""
    kept = [(name, _KINDS[codec.sql]) for name, codec in layout.codecs.items()]
    return pa.schema([("place", pa.int64()), ("day", pa.string()), *kept])


def write(core: CreditCore, closed_on: str, to: Path) -> Mapping[str, Any] | None:
    """Write the records from the last segment to a day's closing into a folder of their own.

    Returns the fields of log.record_segment; None where nothing was recorded since.  What was
    written whole before is taken as it is.  Raises Unreadable where the day was not closed, and
    Unavailable where the folder cannot be written.
    """
    span = _next_span(core, closed_on)
    if span.first == span.end:
        return None
    files = _written(core, span, to)
    return {
        "log_id": NAME,
        "closed_on": closed_on,
        "first_index": span.first,
        "records": span.end,
        "files": files,
    }


def check(core: CreditCore, folder: Path) -> tuple[list[str], int]:
    """Return what is wrong with the segments in a folder, and how many the journal names."""
    segments = [e for e in _events(core, f"log-{NAME}") if isinstance(e, SegmentRecorded)]
    faults = [fault for segment in segments for fault in _faults(segment, folder)]
    return faults, len(segments)


def _faults(segment: SegmentRecorded, folder: Path) -> Iterator[str]:
    for file in segment.files:
        path = folder / Span(segment.first_index, segment.records).name / file.name
        if not path.is_file():
            yield f"{path} is missing"
        elif digest_of(path) != file.digest:
            yield f"{path} is not the file whose digest the journal holds"


def _next_span(core: CreditCore, closed_on: str) -> Span:
    closed = [e for e in _events(core, f"day-{closed_on}") if isinstance(e, DayClosed)]
    if not closed:
        raise Unreadable((f"--closed-on: {closed_on} was not closed; close it with day.close",))
    known = [e for e in _events(core, f"log-{NAME}") if isinstance(e, SegmentRecorded)]
    first = known[-1].records if known else 0
    return Span(first, max(first, closed[-1].closing.records))


def _events(core: CreditCore, stream: str) -> list[Any]:
    return core.scribe.read_open(core.recorder.select_events(stream), ())


def _written(core: CreditCore, span: Span, to: Path) -> Sequence[Mapping[str, Any]]:
    folder = to / span.name
    try:
        if not folder.exists():
            beside = to / f".{span.name}.new"
            rmtree(beside, ignore_errors=True)  # Of one that was cut short.
            beside.mkdir(parents=True)
            _write(core.store, core.journal, span, beside)
            beside.rename(folder)
        return [_named(path) for path in sorted(folder.glob("*.parquet"))]
    except OSError as error:
        raise Unavailable(
            f"the segment cannot be written to {folder} ({error}): check the folder and its disk"
        ) from error


def digest_of(path: Path) -> str:
    """Return the digest of a file's bytes."""
    with path.open("rb") as file:
        total = sha256()
        while part := file.read(1 << 20):
            total.update(part)
    return f"sha256:{total.hexdigest()}"


def _named(path: Path) -> Mapping[str, Any]:
    rows = pq.read_metadata(path).num_rows
    return {"name": path.name, "rows": rows, "digest": digest_of(path)}


@define
class _File:
    """A Parquet file that grows by rows, and is on the disk when it is closed."""

    path: Path
    schema: pa.Schema
    rows: list[tuple[Any, ...]] = field(factory=list)
    writer: pq.ParquetWriter = field(init=False)

    @writer.default
    def _open(self) -> pq.ParquetWriter:
        return pq.ParquetWriter(self.path, self.schema, compression="zstd")

    def add(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Add rows, as tuples in the order of the columns."""
        self.rows.extend(rows)
        if len(self.rows) >= ROWS:
            self._flush()

    def close(self) -> None:
        """Write what is left, and wait for the disk."""
        if self.rows:
            self._flush()
        self.writer.close()
        with self.path.open("rb") as file:
            os.fsync(file.fileno())

    def _flush(self) -> None:
        columns = zip(*self.rows, strict=True)
        arrays = [pa.array(c, part.type) for c, part in zip(columns, self.schema, strict=True)]
        self.writer.write_table(pa.table(arrays, schema=self.schema))
        self.rows = []


def _write(store: Store, journal: Journal, span: Span, folder: Path) -> None:
    layouts = {name: layout_of(table) for name, table in TABLES.items()}
    records = _File(folder / f"{RECORDS}.parquet", RECORD)
    files = {n: _File(folder / f"{n}.parquet", schema_of(la)) for n, la in layouts.items()}
    for page in _pages(store, span):
        records.add([_record(leaf, event) for leaf, event in page])
        facts = journal.read([row_of(leaf, event) for leaf, event in page])
        for name, layout in layouts.items():
            files[name].add([row for fact in facts for row in _lines(layout, fact)])
    for file in (records, *files.values()):
        file.close()


def _pages(store: Store, span: Span) -> Iterator[Sequence[Any]]:
    after = span.first - 1
    while after + 1 < span.end:
        page = store.records(after, min(PAGE, span.end - after - 1))
        if not page:
            raise Unavailable(f"the journal ends at record {after}, before {span.end - 1}")
        yield page
        after = page[-1][0].index


def _record(leaf: Leaf, event: Any) -> tuple[Any, ...]:
    place = (leaf.index, leaf.recorded_at, leaf.stream, leaf.version)
    return (*place, event.topic, leaf.digest, event.state)


def _lines(layout: Layout, fact: Any) -> Iterator[tuple[Any, ...]]:
    of = layout.table.of
    derive = of.get(type(fact.event), of.get(EVERY))
    for no, (on, row) in enumerate(derive(fact, fact.event) if derive else ()):
        yield layout.write(fact.index, no, on, row)
