"""Answers as JSON values, CSV and Parquet.

In JSON amounts are texts with their currency, as everywhere.  In tables they are numbers with two
decimals, and the currency has a column of its own, so that spreadsheets and databases can add.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO, Final

import attrs

from adapters.calculations.answer import Answer, Because, Column
from adapters.problems import Unavailable
from domain.money import Money

LOAN: Final = Column("loan", str)
CURRENCY: Final = Column("currency", str)
BECAUSE: Final = tuple(field.name for field in attrs.fields(Because))


def json_value(answer: Answer, *, explained: bool = False) -> dict[str, Any]:
    """Return an answer as a JSON object: figures of the whole, and rows."""
    value: dict[str, Any] = {
        **{name: json_plain(figure) for name, figure in answer.whole.items()},
        "rows": [{n: json_plain(v) for n, v in row.items()} for row in answer.rows],
    }
    if explained:
        value["explained"] = [attrs.asdict(why) for why in answer.explain()]
    return value


def json_plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    return str(value) if isinstance(value, Money | date) else value


def cell(value: Any) -> Any:
    """Return a value as the cell of a table has it: amounts without their currency."""
    return value.number if isinstance(value, Money) else json_plain(value)


def table_columns(columns: Sequence[Column], *, many: bool) -> tuple[Column, ...]:
    """Return the columns of a table, with the currency, and the loan where there are many."""
    has_money = any(column.type is Money for column in columns)
    return (*((LOAN,) if many else ()), *columns, *((CURRENCY,) if has_money else ()))


def table_rows(answers: Iterable[tuple[str, Answer]]) -> Iterable[Mapping[str, Any]]:
    """Yield the rows of (loan, answer), each with its loan and currency."""
    for loan, answer in answers:
        for row in answer.rows:
            yield {LOAN.name: loan, **row, CURRENCY.name: answer.currency}


def csv_text(
    columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], *, heading: bool = True
) -> str:
    """Return rows as CSV, with a heading unless there is one; lines end in a line feed."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    if heading:
        writer.writerow([column.name for column in columns])
    writer.writerows([cell(row[column.name]) for column in columns] for row in rows)
    return stream.getvalue()


@contextmanager
def parquet_writer(
    columns: Sequence[Column], stream: BinaryIO
) -> Iterator[Callable[[Sequence[Mapping[str, Any]]], None]]:
    """Yield what writes groups of rows: amounts are decimal(18, 2), days dates, labels metadata.

    Raises Unavailable, with what to install, where there is no pyarrow.
    """
    _, parquet = libraries()
    schema = parquet_schema(columns)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        yield lambda rows: writer.write_table(arrow_table(rows, schema))


def arrow_table(rows: Sequence[Mapping[str, Any]], schema: Any) -> Any:
    """Return rows as an Arrow table of a schema."""
    pyarrow, _ = libraries()
    arrays = [
        pyarrow.array([_typed(row[field.name]) for row in rows], type=field.type)
        for field in schema
    ]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def parquet_schema(columns: Sequence[Column]) -> Any:
    """Return the types of columns, with their labels."""
    pa, _ = libraries()
    kinds = {int: pa.int64(), str: pa.string(), date: pa.date32(), Money: pa.decimal128(18, 2)}
    return pa.schema(
        pa.field(c.name, kinds[c.type], metadata={"zh": c.label.zh, "en": c.label.en})
        for c in columns
    )


def libraries() -> tuple[Any, Any]:
    """Return pyarrow and its Parquet; Unavailable, with what to install, where it is missing."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise Unavailable("Parquet needs pyarrow: install loanfold[tables], or use CSV") from error
    return pyarrow, pyarrow.parquet


def _typed(value: Any) -> Any:
    return Decimal(value.fen).scaleb(-2) if isinstance(value, Money) else value
