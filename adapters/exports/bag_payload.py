"""What a bag carries: records, what sealed fields say, events as a table, views, the ledger."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from adapters.evidence.cells import csv_line, json_text_cell, safe
from adapters.evidence.lines import Line
from adapters.exports.files import Growing, write
from adapters.exports.journal import FORMS, export_forms
from adapters.exports.package import Resource, descriptor
from adapters.exports.parquet import has_parquet
from adapters.exports.source import Part
from adapters.exports.table import Field, Table
from adapters.exports.tables_folder import write_table
from adapters.exports.view_tables import view_table
from adapters.pinned import Dates, OutRecord
from adapters.report import Progress
from domain.labels import Label
from projections.catalogue import VIEWS
from projections.ledger import LEDGER

TABLES: Final = ("ledger", "trial_balance", "loan_register", "archive", "audit_trail")
# Column of events.csv -> what a record calls it; these repeat the record, as one row.
_REPEATED: Final[Mapping[str, Label]] = {
    "at": Label("指令时间", "time of the command, UTC"),
    "type": Label("事件", "event"),
    "stream": Label("记录流", "stream"),
    "ver": Label("流内版本", "version in the stream"),
    "schema": Label("事件版本", "version of the event's form"),
    "actor": Label("操作人", "actor"),
    "branch": Label("机构", "branch"),
    "cause": Label("起因", "cause"),
    "cmd": Label("指令号", "command number"),
    "prev": Label("同流前一记录摘要", "digest of the record before in the stream"),
}
_NUMBERS: Final = ("ver", "schema")
EVENT_FIELDS: Final = (
    Field(
        name="index",
        label=Label("日志序号", "log index"),
        kind="number",
        required=True,
        unique=True,
    ),
    Field(
        name="digest",
        label=Label("记录摘要", "SHA-256 of the record: its leaf in the log"),
        required=True,
        pattern="[0-9a-f]{64}",
    ),
    Field(name="recorded_at", label=Label("记录时间", "recorded at"), kind="moment", required=True),
    *(
        Field(
            name=name,
            label=label,
            kind="number" if name in _NUMBERS else "moment" if name == "at" else "text",
            required=name not in ("branch", "cause", "prev"),
        )
        for name, label in _REPEATED.items()
    ),
    Field(name="data", label=Label("内容", "what happened, as JSON"), kind="json", required=True),
)


def write_records(folder: Path, part: Part, progress: Progress) -> tuple[int, Resource]:
    """Write records, events.csv and disclosures in one pass; return how many records there are."""
    count = 0
    with ExitStack() as stack:
        records = stack.enter_context(Growing(folder / "records.jsonl"))
        events = stack.enter_context(Growing(folder / "events.csv"))
        opened = None
        if part.scope.personal:
            opened = stack.enter_context(Growing(folder / "disclosures.jsonl"))
        events.add(csv_line(field.name for field in EVENT_FIELDS).encode())
        for record in part.records(progress):
            count += 1
            line = Line(record.index, record.recorded_at, record.content)
            records.add(line.to_bytes())
            events.add(csv_line(_cells(line, record.fields)).encode())
            if opened is not None:
                opened.add(b"".join(_disclosures(record)))
    return count, Resource(table=_events_table(), path="events.csv", written=events.written())


def _cells(line: Line, said: Mapping[str, Any]) -> Iterator[str]:
    yield str(line.index)
    yield line.digest.hex()
    yield line.recorded_at
    for name in _REPEATED:
        value = said[name]
        yield "" if value is None else safe(value) if isinstance(value, str) else str(value)
    yield json_text_cell(_happened(line.record))


def _happened(record: bytes) -> str:
    """Return what a record says under `data`, as its bytes say it.

    Within a text a quotation mark is escaped, so the name is found where it stands as one; what
    follows `data` in a record has no name of its own.
    """
    begin = record.index(b',"data":') + len(b',"data":')
    return record[begin : record.rindex(b',"fmt":')].decode()


def _disclosures(record: OutRecord) -> Iterator[bytes]:
    for each in record.opened:
        said = {
            "index": record.index,
            "path": each.path,
            "digest": each.digest,
            "disclosure": each.disclosure,
        }
        yield json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _events_table() -> Table:
    return Table(
        name="events",
        title=Label("事件", "events"),
        fields=EVENT_FIELDS,
        rows=lambda: (),
        key=("index",),
    )


def write_views(
    folder: Path, part: Part, dates: Dates, *, names: Sequence[str], progress: Progress
) -> list[Resource]:
    """Write the tables of a bag; return them as resources of its package.

    They are CSV, and Parquet too where its library is installed.
    """

    def ask(name: str, query: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        return part.ask(VIEWS[name], query, dates)

    found: list[Resource] = []
    form = "both" if has_parquet() else "csv"
    for done, name in enumerate(names, start=1):
        found += write_table(folder / "tables", view_table(name, ask), form, within="tables/")
        progress("tables", done, len(names))
    return found


def write_journals(folder: Path, part: Part, dates: Dates) -> None:
    """Write the ledger for hledger and for beancount, in one reading."""
    with ExitStack() as stack:
        files = {form: Growing(folder / f"ledger.{form}") for form in FORMS}
        for file in files.values():
            stack.enter_context(file)
        for form, lines in export_forms(tuple(FORMS), part.ask(LEDGER, {}, dates)):
            files[form].add("".join(f"{line}\n" for line in lines).encode())


def write_package(folder: Path, resources: Sequence[Resource], said: Mapping[str, Any]) -> None:
    """Write the data package that describes the tables."""
    write(folder / "datapackage.json", [descriptor("loanfold-audit-export", resources, **said)])
