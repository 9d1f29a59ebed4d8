"""The EAST 5.0 credit pack as files: a table each, what is missing, and how it was made.

Delimiter, encoding and file names of the official text files are not established here, so they are
settings; what is written by default is CSV in UTF-8 with a heading of codes.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import attrs
from attrs import field, frozen

from adapters.exports.files import new_folder, write
from adapters.exports.package import Resource, descriptor
from adapters.exports.source import Source
from adapters.exports.table import ROWS, Field, Row, Table, counted, csv_lines
from adapters.pinned import Dates
from adapters.problems import Unavailable, Unreadable
from adapters.report import Progress
from domain.labels import Label
from projections.returns.east import EAST
from projections.returns.missing import NOT_RECORDED, WHY
from projections.returns.shape import ReturnField, ReturnTable

FILING: Final = "filing.json"
MISSING: Final = "missing.csv"
UNKNOWN: Final = "not known of these rows"
ENCODINGS: Final = ("utf-8", "gb18030")
_OPEN_END: Final = "其他-XX"


@frozen(kw_only=True)
class Filing:
    """How a pack was made: with this, it can be made again."""

    in_effect_on: str
    known_by: int
    since: str | None
    encoding: str = "utf-8"
    size: int  # Of the log when it was made, and its root.
    root: str
    files: Mapping[str, str] = field(factory=dict)  # Name -> sha256.

    def to_text(self) -> bytes:
        """Return it as the text of its file."""
        return (json.dumps(attrs.asdict(self), ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def read(cls, folder: Path) -> "Filing":
        """Return how the pack in a folder was made; Unreadable where it does not say."""
        try:
            return cls(**json.loads((folder / FILING).read_bytes()))
        except (OSError, ValueError, TypeError) as error:
            raise Unreadable((f"{folder} is no filed pack: {FILING} does not read",)) from error


def return_table(table: ReturnTable, source: Source, dates: Dates, since: str | None) -> Table:
    """Return a table of the pack, as it goes out."""
    view = table.view()
    query = {} if since is None else {"since": since}
    codes = [column.name for column in view.columns]

    def rows() -> Iterator[Row]:
        for row in source.ask(view, query, dates) if table.supply else ():
            yield [row[code] for code in codes]

    return Table(
        name=f"{table.number}_{table.code}",
        title=table.title,
        fields=tuple(map(_field, table.fields)),
        rows=rows,
        key=table.keys if table.supply else (),
    )


def write_east(
    source: Source,
    to: Path,
    dates: Dates,
    *,
    since: str | None = None,
    encoding: str = "utf-8",
    progress: Progress = lambda *_: None,
    finish: Callable[[], object] = lambda: None,
) -> Mapping[str, int]:
    """Write the pack into a new folder; return how many rows each table has."""
    check(encoding, since)
    with new_folder(to, finish) as folder:
        size, root = source.root()
        resources, empty = [], {}
        for done, (number, table) in enumerate(EAST.items(), start=1):
            counts, made = Counter[str](), return_table(table, source, dates, since)
            path = f"{made.name}.csv"
            written = write(folder / path, _encoded(counted(made, counts), encoding))
            resources.append(Resource(table=made, path=path, written=written))
            empty[number] = counts
            progress("tables", done, len(EAST))
        missing = _missing(empty)
        resources.append(_write(folder, missing, MISSING))
        filing = Filing(
            in_effect_on=dates.day.isoformat(),
            known_by=dates.known_by,
            since=since,
            encoding=encoding,
            size=size,
            root=root,
            files={each.path: each.written.sha256 for each in resources},
        )
        write(folder / FILING, [filing.to_text()])
        write(folder / "datapackage.json", [descriptor("east5-credit", resources)])
    return {number: counts[ROWS] for number, counts in empty.items()}


def check(encoding: str, since: str | None) -> None:
    """Raise for what cannot be written before anything is."""
    if encoding not in ENCODINGS:
        raise Unreadable((f"--encoding: expected one of {', '.join(ENCODINGS)}",))
    if "sm3" not in hashlib.algorithms_available:
        raise Unavailable("identity numbers are masked by SM3, which this OpenSSL lacks: update it")
    try:
        date.fromisoformat(since or "2026-01-31")
    except ValueError as error:
        raise Unreadable((f"--since: {since!r} is no day like 2026-01-31",)) from error


def file_digest(table: Table, encoding: str) -> str:
    """Return the digest that a table's file would have, without writing it."""
    hashed = hashlib.sha256()
    for line in _encoded(table, encoding):
        hashed.update(line)
    return hashed.hexdigest()


def _write(folder: Path, table: Table, path: str) -> Resource:
    return Resource(table=table, path=path, written=write(folder / path, csv_lines(table)))


def _encoded(table: Table, encoding: str) -> Iterator[bytes]:
    lines = csv_lines(table)
    return lines if encoding == "utf-8" else (line.decode().encode(encoding) for line in lines)


def _missing(empty: Mapping[str, Counter[str]]) -> Table:
    """Return the table of what the pack does not say, and why."""
    return Table(
        name="missing",
        title=Label("缺失来源", "what no source supplies"),
        fields=(
            Field(name="table", label=Label("表号", "table"), required=True),
            Field(name="field", label=Label("字段", "field"), required=True),
            Field(name="name", label=Label("字段名称", "name of the field")),
            Field(name="rows", label=Label("空缺行数", "rows without it"), kind="number"),
            Field(name="of", label=Label("总行数", "rows"), kind="number"),
            Field(name="why", label=Label("原因", "why")),
        ),
        rows=lambda: _gaps(empty),
    )


def _gaps(empty: Mapping[str, Counter[str]]) -> Iterator[Row]:
    for number, counts in empty.items():
        supply = EAST[number].supply
        for each in EAST[number].fields:
            if each.code not in supply:
                yield (
                    number,
                    each.code,
                    each.zh,
                    counts[ROWS],
                    counts[ROWS],
                    WHY.get(each.code, NOT_RECORDED),
                )
            elif counts[each.code]:
                yield number, each.code, each.zh, counts[each.code], counts[ROWS], UNKNOWN


def _field(each: ReturnField) -> Field:
    label = Label(each.zh, each.code)
    if each.type == "n8":
        return Field(name=each.code, label=label, pattern="[0-9]{8}")
    if each.type.startswith("n20"):
        return Field(name=each.code, label=label, kind="amount" if each.type == "n20.2" else "rate")
    if each.type == "n":
        return Field(name=each.code, label=label, kind="number")
    if _OPEN_END in each.choices:
        closed = [choice for choice in each.choices if choice != _OPEN_END]
        return Field(name=each.code, label=label, pattern=f"({'|'.join(closed)}|其他-.+)")
    return Field(name=each.code, label=label, choices=each.choices)
