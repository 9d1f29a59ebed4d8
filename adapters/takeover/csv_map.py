"""A table of any system becomes commands, as a mapping in TOML says."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from adapters.problems import Unknown, Unreadable
from adapters.takeover.calls import Call, Item, or_unread, origin
from adapters.takeover.reading import Row, Unclear, cents, day, rows, whole
from domain.catalogue import COMMANDS
from domain.money import DEFAULT_CURRENCY, Money
from domain.rate import Rate

NAMES: Final = {
    *("system", "command", "key", "columns", "constants", "encoding", "delimiter"),
    *("date_format", "decimal_mark", "grouping", "currency"),
}
KINDS: Final = ("text", "date", "money", "number", "rate")
ROWS: Final = "rows"


@frozen(kw_only=True)
class CsvMap:
    """How a row becomes a command."""

    system: str  # Names the table's system for ever: it is in the keys and the origins.
    command: str
    key: Sequence[str]  # The columns that tell a row from every other.
    columns: Mapping[str, Any]  # Field -> column, or {column, as}; tables are fields with parts.
    constants: Mapping[str, Any]
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    date_format: str = "%Y-%m-%d"
    decimal_mark: str = "."
    grouping: str = ""  # What stands between thousands; "" for nothing.
    currency: str = DEFAULT_CURRENCY

    def reader(self, kind: str) -> Callable[[str], Any]:
        """Return what reads a text of a kind into a field."""
        readers: Mapping[str, Callable[[str], Any]] = {
            "text": str,
            "date": lambda text: day(self.date_format)(text).isoformat(),
            "money": lambda text: str(Money(cents(self._plain(text)), self.currency)),
            "number": lambda text: whole(self._plain(text)),
            "rate": lambda text: str(Rate.parse(self._plain(text).removesuffix("%") + "%")),
        }
        return readers[kind]

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
    if said["command"] not in COMMANDS:
        raise Unknown(f"there is no command {said['command']}")
    found = CsvMap(**{"constants": {}, **said})
    problems += _wrong_fields(found.columns, found.command)
    if problems:
        raise Unreadable(tuple(problems))
    return found


def items(file: Path, how: CsvMap) -> Iterator[Item]:
    """Yield the command of each row of a table."""
    for row in rows(file, delimiter=how.delimiter, encoding=how.encoding):
        yield from or_unread(row, (ROWS,), _command(row, how))


def _wrong_kinds(said: Mapping[str, Any]) -> Iterator[str]:
    """Yield which parts of a mapping are not of the kind that they must be."""
    for name in sorted(said.keys() & NAMES):
        kind: type = {"key": list, "columns": dict, "constants": dict}.get(name, str)
        if not isinstance(said[name], kind):
            yield f"not of the right kind in the mapping: {name}"


def _wrong_fields(columns: Mapping[str, Any], command: str) -> Iterator[str]:
    known = COMMANDS[command].inputs
    yield from (f"{command} has no field {name}" for name in columns if name not in known)
    for name, column in columns.items():
        if _is_leaf(column) and column.get("as", "text") not in KINDS:
            yield f"{name}: as is one of {', '.join(KINDS)}"


def _is_leaf(column: Any) -> bool:
    return isinstance(column, Mapping) and "column" in column


def _command(row: Row, how: CsvMap) -> Iterator[Call]:
    key = ":".join(row.text(column) for column in how.key)
    if not key.replace(":", ""):
        raise Unclear("the row has no key")
    fields = _joined(how.constants, _fields(row, how, how.columns))
    if "origin" in COMMANDS[how.command].inputs:
        fields = {**fields, "origin": origin(how.system, f"{row.file}:{key}")}
    yield Call(
        what=ROWS,
        name=how.command,
        fields=fields,
        key=f"takeover:{how.system}:{how.command}:{key}",
        place=row.place,
    )


def _fields(row: Row, how: CsvMap, columns: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that columns give; an empty text gives no field."""
    found: dict[str, Any] = {}
    for name, column in columns.items():
        if isinstance(column, Mapping) and not _is_leaf(column):
            found[name] = _fields(row, how, column)
            continue
        where, kind = (
            (column["column"], column.get("as", "text")) if _is_leaf(column) else (column, "text")
        )
        if row.text(where):
            found[name] = row.read(where, how.reader(kind))
    return found


def _joined(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return both, part by part; what a row says goes before a constant."""
    joined = {**one, **other}
    for name in one.keys() & other.keys():
        if isinstance(one[name], Mapping) and isinstance(other[name], Mapping):
            joined[name] = _joined(one[name], other[name])
    return joined
