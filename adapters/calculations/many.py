"""The answers to many loans, written as they are calculated; what is written is whole or nothing.

The writer of a file or of a response writes elsewhere first, and takes it over once
`Loans.require_whole` has passed.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, BinaryIO, Final

from adapters.calculations import plans_as_columns
from adapters.calculations.answer import Column
from adapters.calculations.loans import Loans
from adapters.calculations.written import (
    csv_text,
    json_value,
    parquet_writer,
    table_columns,
    table_rows,
)

GROUP: Final = 10_000  # Rows that are held at a time.
FORMS: Final = ("json", "csv", "parquet")


def write_many(loans: Loans, form: str, stream: BinaryIO, *, explained: bool = False) -> None:
    """Write the answers of all sound loans; afterwards the others stand in loans.faults."""
    if form == "json":
        _write_json(loans, stream, explained=explained)
        return
    columns = table_columns(loans.calculation.columns, many=True)
    if plans_as_columns.is_possible(loans):
        plans_as_columns.write(loans, columns, form, stream)
        return
    groups = _groups(table_rows(loans.answers()))
    if form == "csv":
        stream.write(csv_text(columns, ()).encode())
        for rows in groups:
            stream.write(csv_text(columns, rows, heading=False).encode())
        return
    with parquet_writer(columns, stream) as write:
        for rows in groups:
            write(rows)


def _write_json(loans: Loans, stream: BinaryIO, *, explained: bool) -> None:
    """Write a JSON object with a list of loans, one on a line."""
    stream.write(b'{"loans": [')
    for k, (loan, answer) in enumerate(loans.answers()):
        said = {"loan": loan, **json_value(answer, explained=explained)}
        text = json.dumps(said, ensure_ascii=False)
        stream.write((",\n" if k else "\n").encode() + text.encode())
    stream.write(b"\n]}\n")


def _groups(rows: Iterable[Mapping[str, Any]]) -> Iterator[Sequence[Mapping[str, Any]]]:
    source = iter(rows)
    while group := list(islice(source, GROUP)):
        yield group


def shown_columns(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> list[Column]:
    """Return the columns that people are shown: those that are not nought or empty throughout."""
    return [c for c in columns if any(_says(row.get(c.name)) for row in rows)]


def _says(value: Any) -> bool:
    return bool(getattr(value, "fen", value))
