"""Tables of text as another system wrote them, read row by row and never held whole."""

import csv
import gzip
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path
from typing import IO, Any, Final, cast

from attrs import define, frozen

from adapters.problems import Unknown
from domain.money import FEN_MAX

CHUNK: Final = 1 << 20
_PLAIN: Final = re.compile(r"[0-9]{1,13}\.[0-9]{2}", re.ASCII)
_UNDECODED: Final = re.compile("[\udc80-\udcff]")  # What surrogateescape makes of a wrong byte.


@define
class Unclear(Exception):
    """A row cannot be read, or contradicts itself; the sentence says why, without its content."""

    why: str
    place: str = ""  # Of the row, where it was the reading of it that failed.

    def __str__(self) -> str:
        return self.why


@frozen
class Row:
    """One row of a table."""

    file: str  # Without the ending .gz.
    number: int  # From 1; the header is not counted.
    values: Mapping[str, str]
    fault: str = ""  # Why it has no values.

    @property
    def place(self) -> str:
        """Where the row is found, as in "loan.csv row 17"."""
        return f"{self.file} row {self.number}"

    def text(self, column: str) -> str:
        """Return a value without the spaces around it; Unclear where the row has none."""
        if self.fault:
            raise Unclear(self.fault, self.place)
        if column not in self.values:
            raise Unclear(f"there is no column {column}", self.place)
        return self.values[column].strip()

    def read(self, column: str, reader: Callable[[str], Any]) -> Any:
        """Return a value as the reader reads it; Unclear, with the column, where it cannot."""
        try:
            return reader(self.text(column))
        except (ValueError, InvalidOperation) as error:
            raise Unclear(f"{column}: {error}", self.place) from error


def rows(path: Path, *, delimiter: str = ",", encoding: str = "utf-8-sig") -> Iterator[Row]:
    """Yield the rows of a table with a header; what is wrong with a row is told when it is read."""
    name = path.name.removesuffix(".gz")
    with _bytes(path) as raw:
        text = (line.decode(encoding, errors="surrogateescape") for line in raw)
        reader = csv.reader(text, delimiter=delimiter)
        header = next(reader, [])
        for number, cells in enumerate(_records(reader), start=1):
            fault = _fault(cells, header, encoding)
            yield Row(name, number, {} if fault else dict(zip(header, cells, strict=True)), fault)


def _records(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield the cells of each row that is not empty; none where the reader can make none of it."""
    while True:
        try:
            if cells := next(reader):
                yield cells
        except csv.Error:
            yield []
        except StopIteration:
            return


def _fault(cells: Sequence[str], header: Sequence[str], encoding: str) -> str:
    """Return what is wrong with a row as a whole, "" for nothing."""
    if not cells:
        return "is no row of a table"
    if any(not cell.isascii() and _UNDECODED.search(cell) for cell in cells):
        return f"is not written in {encoding}"
    if len(cells) != len(header):
        return f"has {len(cells)} cells under {len(header)} names"
    return ""


def table(folder: Path, name: str) -> Path:
    """Return the file of a table, compressed or not; Unknown where there is neither."""
    for path in (folder / f"{name}.gz", folder / name):
        if path.is_file():
            return path
    raise Unknown(f"there is no {name} or {name}.gz in {folder}")


def day(form: str) -> Callable[[str], date]:
    """Return a reader of days that are written in a form of strptime."""

    def read(text: str) -> date:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            raise ValueError(f"is no day of the form {form}") from None

    return read


def cents(text: str) -> int:
    """Return the hundredth parts of an amount; ValueError where it has a part of one."""
    if _PLAIN.fullmatch(text):  # As nearly all are written: no need of decimals.
        return int(text.replace(".", ""))
    number = _number(text) * 100
    if number != number.to_integral_value():
        raise ValueError("has a part of a hundredth")
    return int(number)


def rounded_cents(text: str) -> int:
    """Return the hundredth parts of an amount, half away from zero."""
    return int((_number(text) * 100).to_integral_value(ROUND_HALF_UP))


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError("is no number") from None
    if not number.is_finite() or abs(number) * 100 > FEN_MAX:
        raise ValueError("is no amount")
    return number


def whole(text: str) -> int:
    """Return a whole number in decimal digits."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError("is no whole number")
    return int(text)


def shape(path: Path) -> Mapping[str, str | int]:
    """Return the size and the digest of a file, as a reconciliation states them."""
    digest, size, lines, last = hashlib.sha256(), 0, 0, b"\n"
    with _bytes(path) as raw:
        while chunk := raw.read(CHUNK):
            digest.update(chunk)
            size, lines, last = size + len(chunk), lines + chunk.count(b"\n"), chunk[-1:]
    return {
        "gz_bytes": path.stat().st_size,
        "sha256_uncompressed": digest.hexdigest(),
        "uncompressed_bytes": size,
        "lines": lines + (last != b"\n"),
    }


@contextmanager
def _bytes(path: Path) -> Iterator[IO[bytes]]:
    if path.suffix == ".gz":
        with gzip.open(path) as packed:
            yield cast(IO[bytes], packed)
    else:
        with path.open("rb") as plain:
            yield plain
