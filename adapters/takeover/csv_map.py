"""A table of any system becomes commands, as a mapping in TOML says.

What reads a row is made once for a table: a mapping is looked at as often as it has fields, not as
often as the table has cells.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from adapters.problems import Unknown, Unreadable
from adapters.takeover.calls import Call, Item, or_unread, origin
from adapters.takeover.reading import Row, Unclear, cents, day, rows, whole
from adapters.takeover.sending import CHUNK, chunks
from domain.catalogue import COMMANDS
from domain.money import DEFAULT_CURRENCY, Money
from domain.rate import Rate

NAMES: Final = {
    *("system", "command", "key", "columns", "constants", "then", "encoding", "delimiter"),
    *("date_format", "decimal_mark", "grouping", "currency"),
}
PART_NAMES: Final = {"command", "columns", "constants"}  # Of a further command of each row.
KINDS: Final = ("text", "date", "money", "number", "rate")
ROWS: Final = "rows"
CONSTANTS: Final = "constants"  # Within a part of a list.
TEXTS_MAX: Final = 4_096


Make = Callable[[Row], Any]  # A field of a row; None for an empty one.
NOTHING: Final[Mapping[str, Any]] = {}


@frozen(kw_only=True)
class Part:
    """One command that a row becomes."""

    command: str
    columns: Mapping[str, Any]  # Field -> column, or {column, as}; tables are fields with parts.
    constants: Mapping[str, Any] = NOTHING


@frozen(kw_only=True)
class CsvMap:
    """How a row becomes commands: its own, and then further ones in order."""

    system: str  # Names the table's system for ever: it is in the keys and the origins.
    command: str
    key: Sequence[str]  # The columns that tell a row from every other.
    columns: Mapping[str, Any]
    constants: Mapping[str, Any]
    then: Sequence[Part] = ()
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    date_format: str = "%Y-%m-%d"
    decimal_mark: str = "."
    grouping: str = ""  # What stands between thousands; "" for nothing.
    currency: str = DEFAULT_CURRENCY

    @property
    def parts(self) -> Sequence[Part]:
        """The commands of a row, in order."""
        own = Part(command=self.command, columns=self.columns, constants=self.constants)
        return (own, *self.then)

    def reader(self, kind: str) -> Callable[[str], Any]:
        """Return what reads a text of a kind into a field."""
        readers: Mapping[str, Callable[[str], Any]] = {
            "text": str,
            "date": lambda text: day(self.date_format)(text).isoformat(),
            "money": lambda text: str(Money(cents(self._plain(text)), self.currency)),
            "number": lambda text: whole(self._plain(text)),
            "rate": lambda text: str(Rate.parse(self._plain(text).removesuffix("%") + "%")),
        }
        return lru_cache(TEXTS_MAX)(readers[kind])  # Days and amounts come again and again.

    def _plain(self, text: str) -> str:
        bare = text.replace(self.grouping, "") if self.grouping else text
        return bare.replace(self.decimal_mark, ".")


def read_map(path: Path) -> CsvMap:
    """Return a mapping; Unreadable with what is wrong with it, Unknown for its command."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Unreadable((f"the mapping {path.name} cannot be read: {error}",)) from error
    problems = [f"unknown in a mapping: {name}" for name in sorted(said.keys() - NAMES)]
    needed = ("system", "command", "key", "columns")
    problems += [f"missing in the mapping: {name}" for name in needed if not said.get(name)]
    problems += _wrong_kinds(said)
    if problems:
        raise Unreadable(tuple(problems))
    found = _made(said)
    for part in found.parts:
        if part.command not in COMMANDS:
            raise Unknown(f"there is no command {part.command}")
        problems += _wrong_fields(part.columns, part.command)
    if problems:
        raise Unreadable(tuple(problems))
    return found


def _made(said: Mapping[str, Any]) -> CsvMap:
    then = tuple(Part(**part) for part in said.get("then", ()))
    return CsvMap(**{"constants": {}, **said, "then": then})


def counted_as(how: CsvMap) -> Sequence[str]:
    """Return what the commands of a row are counted as: rows, and then each by its name."""
    return (ROWS, *(part.command for part in how.then))


def chunks_of(file: Path, how: CsvMap) -> Iterator[list[Row]]:
    """Yield the rows of a table, as many at a time as make up a transaction."""
    table = rows(file, delimiter=how.delimiter, encoding=how.encoding)
    return chunks(table, max(CHUNK // len(how.parts), 1))


def reader_of(how: CsvMap) -> Callable[[Iterable[Row]], list[Item]]:
    """Return what reads the commands of rows."""
    counted = counted_as(how)
    makers = [_maker(part, how, what) for part, what in zip(how.parts, counted, strict=True)]

    def read(table: Iterable[Row]) -> list[Item]:
        return [item for row in table for item in or_unread(row, counted, _calls(row, how, makers))]

    return read


def _calls(row: Row, how: CsvMap, makers: Sequence[Callable[[Row, str], Call]]) -> Iterator[Call]:
    key = ":".join(row.text(column) for column in how.key)
    if not key.replace(":", ""):
        raise Unclear("the row has no key")
    for make in makers:
        yield make(row, key)


def _maker(part: Part, how: CsvMap, what: str) -> Callable[[Row, str], Call]:
    """Return what makes the command of a row and its key."""
    read, constants = _object(how, part.columns), part.constants
    marked = "origin" in COMMANDS[part.command].inputs

    def make(row: Row, key: str) -> Call:
        fields = _joined(constants, read(row))
        if marked:
            fields["origin"] = origin(how.system, f"{row.file}:{key}")
        return Call(
            what=what,
            name=part.command,
            fields=fields,
            key=f"takeover:{how.system}:{part.command}:{key}",
            place=row.place,
        )

    return make


def _wrong_kinds(said: Mapping[str, Any]) -> Iterator[str]:
    """Yield which parts of a mapping are not of the kind that they must be."""
    kinds = {"key": list, "columns": dict, "constants": dict, "then": list}
    for name in sorted(said.keys() & NAMES):
        if not isinstance(said[name], kinds.get(name, str)):
            yield f"not of the right kind in the mapping: {name}"
    then = said.get("then", [])
    for part in then if isinstance(then, list) else []:
        if not isinstance(part, dict) or not {"command", "columns"} <= part.keys() <= PART_NAMES:
            yield "a part of then has command, columns and perhaps constants"


def _wrong_fields(columns: Mapping[str, Any], command: str) -> Iterator[str]:
    known = COMMANDS[command].inputs
    yield from (f"{command} has no field {name}" for name in columns if name not in known)
    for name, column in columns.items():
        if _is_leaf(column) and column.get("as", "text") not in KINDS:
            yield f"{name}: as is one of {', '.join(KINDS)}"


def _is_leaf(column: Any) -> bool:
    return isinstance(column, Mapping) and "column" in column


def _object(how: CsvMap, columns: Mapping[str, Any]) -> Callable[[Row], dict[str, Any]]:
    """Return what reads the fields that columns give; an empty text gives no field."""
    makes = [(name, _field(how, column)) for name, column in columns.items()]

    def read(row: Row) -> dict[str, Any]:
        read = ((name, make(row)) for name, make in makes)
        return {name: value for name, value in read if value is not None}

    return read


def _field(how: CsvMap, column: Any) -> Make:
    if isinstance(column, list):
        return _list(how, column)
    if isinstance(column, Mapping) and not _is_leaf(column):
        return _object(how, column)
    where, kind = (column["column"], column.get("as", "text")) if _is_leaf(column) else (column, "")
    if kind in ("", "text"):
        return lambda row: row.text(where) or None
    reader = how.reader(kind)
    return lambda row: row.read(where, reader) if row.text(where) else None


def _list(how: CsvMap, columns: Sequence[Mapping[str, Any]]) -> Make:
    """Return what reads a list: of each part its constants, where any of its cells is filled."""
    parts = [(_object(how, _cells(part)), part.get(CONSTANTS, NOTHING)) for part in columns]

    def read(row: Row) -> list[Any]:
        found = ((said(row), constants) for said, constants in parts)
        return [_joined(constants, fields) for fields, constants in found if fields]

    return read


def _cells(part: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: column for name, column in part.items() if name != CONSTANTS}


def _joined(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return both, part by part; what a row says goes before a constant."""
    joined = {**one, **other}
    for name in one.keys() & other.keys():
        if isinstance(one[name], Mapping) and isinstance(other[name], Mapping):
            joined[name] = _joined(one[name], other[name])
    return joined
