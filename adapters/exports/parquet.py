"""Tables as Parquet files: typed columns, their labels with them; needs the extra `tables`."""

import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from adapters.evidence.cells import json_cell
from adapters.exports.table import Field, Row, Table
from adapters.problems import Unavailable


class ParquetFile:
    """A new file of a table, written some rows at a time."""

    def __init__(self, table: Table, path: Path) -> None:
        """Open it; Unavailable where pyarrow is not installed."""
        self._fields, (self._pyarrow, parquet) = table.fields, _libraries()
        self._types = _types(self._pyarrow)
        columns = [
            self._pyarrow.field(
                field.name,
                self._types[field.kind],
                metadata={"zh": field.label.zh, "en": field.label.en},
            )
            for field in table.fields
        ]
        said = {"zh": table.title.zh, "en": table.title.en}
        self._schema = self._pyarrow.schema(columns, metadata=said)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("xb")
        self._writer = parquet.ParquetWriter(self._file, self._schema, compression="zstd")

    def add(self, rows: Sequence[Row]) -> None:
        """Write what follows."""
        arrays = [
            self._pyarrow.array([_value(row[at], field) for row in rows], self._types[field.kind])
            for at, field in enumerate(self._fields)
        ]
        self._writer.write_table(self._pyarrow.Table.from_arrays(arrays, schema=self._schema))

    def __enter__(self) -> "ParquetFile":
        return self

    def __exit__(self, *_: object) -> None:
        """Close it; what was written is on the disk."""
        with self._file:
            self._writer.close()
            self._file.flush()
            os.fsync(self._file.fileno())


def has_parquet() -> bool:
    """Tell whether Parquet can be written here."""
    return find_spec("pyarrow") is not None


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
