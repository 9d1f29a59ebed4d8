"""How a table of dated lines lies in SQLite: its columns, its sums by blocks, its definition.

A line's place is one whole number, so that "known by" is a comparison of numbers.  Sums of a
table with totals are kept for each full block of log indexes, and for each block of blocks: any
two dates are answered from a few blocks and the lines of the last one, which is not full.
"""

import inspect
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from operator import attrgetter
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

import attrs
import msgspec
from attrs import frozen

from adapters.storage.digests import canonical, digest
from domain.catalogue import EVENT_NAMES, EVENTS
from projections.view import EVERY, Event, Line, Lines

FORMAT: Final = 1  # Of the tables themselves.
LINES_BITS: Final = 20  # An event adds fewer than 2**20 lines.
LEVELS: Final = 4

_ENCODER: Final = msgspec.json.Encoder()


@frozen
class Blocks:
    """How many log indexes a block of each level spans; a block holds `fan` of the level below."""

    first: int = 4096
    fan: int = 16

    def span(self, level: int) -> int:
        """Return the indexes that a block of a level spans, from level 0."""
        span: int = self.first * self.fan**level
        return span

    def cover(self, count: int) -> Iterator[tuple[int, int, int]]:
        """Yield (level, first block, last block) of full blocks from index 0, the largest first."""
        start = 0
        for level in reversed(range(LEVELS)):
            whole = (count - start) // self.span(level)
            if whole:
                first = start // self.span(level)
                yield level, first, first + whole - 1
                start += whole * self.span(level)

    def covered(self, count: int) -> int:
        """Return how many of the first indexes lie in full blocks."""
        return count - count % self.first


BLOCKS: Final = Blocks()


@frozen
class Codec:
    """How a column is kept."""

    sql: str
    write: Callable[[Any], Any] | None = None  # None: as it is.
    read: Callable[[Any], Any] | None = None


def place(index: int, no: int = 0) -> int:
    """Return the number of a line's place."""
    return (index << LINES_BITS) + no


@frozen
class Layout:
    """A table of lines as it lies in one file."""

    table: Lines[Any]
    blocks: Blocks = BLOCKS

    @cached_property
    def codecs(self) -> Mapping[str, Codec]:
        """The columns of the row, in order."""
        return {f.name: _codec(f.type) for f in attrs.fields(self.table.row)}

    @cached_property
    def select(self) -> str:
        """The columns to select, for read()."""
        return ", ".join(("place", "day", *(f'"{name}"' for name in self.codecs)))

    def write(self, index: int, no: int, on: date, row: Any) -> tuple[Any, ...]:
        """Return a line as it is inserted."""
        values = self._get(row)
        if self._written:
            kept = list(values)
            for at, write in self._written:
                if kept[at] is not None:
                    kept[at] = write(kept[at])
            values = tuple(kept)
        return (place(index, no), on.isoformat(), *values)

    def read(self, kept: Sequence[Any]) -> Line[Any]:
        """Return a line from what select selects."""
        values = dict(zip(self._names, kept[2:], strict=True))
        for name, read in self._to_read:
            if values[name] is not None:
                values[name] = read(values[name])
        index, no = kept[0] >> LINES_BITS, kept[0] & ((1 << LINES_BITS) - 1)
        return Line(index, no, date.fromisoformat(kept[1]), self.table.row(**values))

    def create(self, name: str) -> Iterator[str]:
        """Yield the statements that create the table under a name, but for its indexes."""
        kept = ", ".join(f'"{column}" {codec.sql}' for column, codec in self.codecs.items())
        yield f'CREATE TABLE "{name}" (place INTEGER PRIMARY KEY, day TEXT NOT NULL, {kept})'
        if totals := self.table.totals:
            by = "".join(f'"{column}", ' for column in totals.by)
            sums = ", ".join(f'"{column}" INTEGER NOT NULL' for column in totals.sums)
            yield (
                f'CREATE TABLE "{name}_block" (level INTEGER, block INTEGER, {by}day TEXT, {sums},'
                f" PRIMARY KEY (level, block, {by}day)) WITHOUT ROWID"
            )

    def index(self, name: str) -> Iterator[str]:
        """Yield the statements that make the table's lines quick to find.

        Made at the end, when a table is built beside the one that is read, they cost a sixth.
        """
        for column in self.table.by:
            yield f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")'
        if ends := self.table.ends:
            yield (
                f'CREATE INDEX "{name}_ends" ON "{name}" ("{ends.key}", day)'
                f" WHERE \"{ends.column}\" = '{ends.value}'"
            )

    def insert(self, name: str) -> str:
        """Return the statement that inserts a line."""
        return f'INSERT INTO "{name}" VALUES ({", ".join("?" * (len(self.codecs) + 2))})'

    def fill_blocks(self, name: str, before: int, after: int) -> Iterator[str]:
        """Yield the statements that sum the blocks that became full between two counts."""
        for level in range(LEVELS) if self.table.totals else ():
            span = self.blocks.span(level)
            for block in range(before // span, after // span):
                yield self._fill(name, level, block)

    def _fill(self, name: str, level: int, block: int) -> str:
        assert self.table.totals is not None
        by = "".join(f'"{column}", ' for column in self.table.totals.by)
        sums = ", ".join(f'SUM("{column}")' for column in self.table.totals.sums)
        if level == 0:
            low, high = (place(b * self.blocks.first) for b in (block, block + 1))
            source = f'"{name}" WHERE place >= {low} AND place < {high}'
        else:
            low, high = block * self.blocks.fan, (block + 1) * self.blocks.fan - 1
            source = f'"{name}_block" WHERE level = {level - 1} AND block BETWEEN {low} AND {high}'
        return (
            f'INSERT INTO "{name}_block" SELECT {level}, {block}, {by}day, {sums}'
            f" FROM {source} GROUP BY {by}day"
        )

    @cached_property
    def _get(self) -> Callable[[Any], tuple[Any, ...]]:
        names = tuple(self.codecs)
        # With one name, attrgetter gives the value itself.
        return attrgetter(*names) if len(names) > 1 else lambda row: (getattr(row, names[0]),)

    @cached_property
    def _names(self) -> Sequence[str]:
        return tuple(self.codecs)

    @cached_property
    def _to_read(self) -> Sequence[tuple[str, Callable[[Any], Any]]]:
        """The columns that do not hold their values as they are, and how they are read."""
        codecs = self.codecs.items()
        return [(name, codec.read) for name, codec in codecs if codec.read is not None]

    @cached_property
    def _written(self) -> Sequence[tuple[int, Callable[[Any], Any]]]:
        """The columns that are not kept as they are: (position, how they are written)."""
        codecs = enumerate(self.codecs.values())
        return [(at, codec.write) for at, codec in codecs if codec.write is not None]

    @cached_property
    def definition(self) -> str:
        """The digest of all that the stored lines depend on: columns, blocks, deriving code."""
        table = self.table
        row: Any = table.row
        return digest(
            canonical(
                {
                    "format": FORMAT,
                    "row": _shape(row),
                    "by": table.by,
                    "totals": None if table.totals is None else attrs.astuple(table.totals),
                    "ends": None if table.ends is None else attrs.astuple(table.ends),
                    "blocks": attrs.astuple(self.blocks),
                    "events": sorted(_shape(kind) for kind in table.of),
                    "code": {name: _source(name) for name in sorted(_modules(table))},
                }
            )
        )


@cache
def layout_of(table: Lines[Any], blocks: Blocks = BLOCKS) -> Layout:
    """Return the one layout of a table that all files of this process share."""
    return Layout(table, blocks)


def _codec(kind: Any) -> Codec:
    if kind is Event:
        return Codec("TEXT", _write_event, _read_event)
    plain = [part for part in get_args(kind) if part is not type(None)]
    if get_origin(kind) in (Union, UnionType) and len(plain) == 1:
        return _codec(plain[0])
    if kind is str:
        return Codec("TEXT")
    if kind is int:
        return Codec("INTEGER")
    decoder = msgspec.json.Decoder(kind)
    return Codec("TEXT", lambda value: _ENCODER.encode(value).decode(), decoder.decode)


def _write_event(event: Any) -> str:
    return _ENCODER.encode((EVENT_NAMES[type(event)], event)).decode()


_NAMED: Final = msgspec.json.Decoder(tuple[str, msgspec.Raw])
_EVENT: Final[Mapping[str, msgspec.json.Decoder[Any]]] = {
    name: msgspec.json.Decoder(kind) for name, kind in EVENTS.items()
}


def _read_event(text: str) -> Any:
    name, event = _NAMED.decode(text)
    return _EVENT[name].decode(event)


@cache
def _shape(kind: Any) -> str:
    """Return the shape of a type as plain values: fields and their types, at any depth."""
    if kind is Event or kind is EVERY:
        return str([_shape(event) for event in EVENTS.values()])
    if isinstance(kind, type) and attrs.has(kind):
        fields = [[f.name, str(_shape(f.type))] for f in attrs.fields(kind)]
        return str([kind.__name__, fields])
    if parts := get_args(kind):
        return str([str(get_origin(kind)), [str(_shape(part)) for part in parts]])
    return str(kind)


def _modules(table: Lines[Any]) -> set[str]:
    """Return the modules of the views that a table's lines are derived by."""
    found: set[str] = set()
    new = {table.row.__module__, *(derive.__module__ for derive in table.of.values())}
    while new:
        found |= new
        used = [value for name in new for value in vars(sys.modules[name]).values()]
        homes = {str(getattr(value, "__module__", type(value).__module__)) for value in used}
        new = {name for name in homes if name.startswith("projections.")} - found
    return found


def _source(module: str) -> str:
    return inspect.getsource(sys.modules[module])
