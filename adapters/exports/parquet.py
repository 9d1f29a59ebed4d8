"""Tables as Parquet files: typed columns, their labels with them; needs the extra `tables`."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, Final

from adapters.evidence.cells import json_cell
from adapters.exports.table import Field, Row, Table
from adapters.problems import Unavailable

GROUP: Final = 10_000  # Rows that are held at a time.


def write_parquet(table: Table, path: Path) -> None:
    """Write a table to a new file; Unavailable where pyarrow is not installed."""
    pyarrow, parquet = _libraries()
    types = _types(pyarrow)
    columns = [
        pyarrow.field(
            field.name, types[field.kind], metadata={"zh": field.label.zh, "en": field.label.en}
        )
        for field in table.fields
    ]
    shape = pyarrow.schema(columns, metadata={"zh": table.title.zh, "en": table.title.en})
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file, parquet.ParquetWriter(file, shape, compression="zstd") as writer:
        for rows in _groups(table.rows()):
            arrays = [
                pyarrow.array([_value(row[at], field) for row in rows], types[field.kind])
                for at, field in enumerate(table.fields)
            ]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=shape))


def _libraries() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise Unavailable(
            "Parquet needs pyarrow: install loanfold[tables], or ask for --form csv"
        ) from error
    return pyarrow, pyarrow.parquet


def _types(pyarrow: Any) -> Mapping[str, Any]:
    return {
        "text": pyarrow.string(),
        "date": pyarrow.date32(),
        "moment": pyarrow.timestamp("us", tz="UTC"),
        "amount": pyarrow.decimal128(20, 2),
        "rate": pyarrow.decimal128(20, 6),
        "number": pyarrow.int64(),
        "flag": pyarrow.bool_(),
        "json": pyarrow.string(),
    }


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    source = iter(rows)
    while group := list(islice(source, GROUP)):
        yield group


def _value(value: Any, field: Field) -> Any:
    if value is None:
        return None
    match field.kind:
        case "date":
            return date.fromisoformat(value)
        case "moment":
            return datetime.fromisoformat(value)
        case "amount" | "rate":
            return Decimal(value)
        case "json":
            return value if isinstance(value, str) else json_cell(value)
    return value
