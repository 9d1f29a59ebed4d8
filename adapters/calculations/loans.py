"""Many loans from a table: all are calculated or none, unless a place for rejects is given.

A row that cannot be read, or whose terms contradict, is named by its line (the heading is line 1
of a CSV; the first row of a Parquet file is 1) and by its field.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import field, frozen

from adapters.calculations.answer import Answer
from adapters.calculations.cells import Place, fields_of, places_of
from adapters.calculations.offers import Calculation
from adapters.calculations.written import libraries
from adapters.problems import Unreadable
from domain.loan.plan import Contradiction

LOAN: Final = "loan"  # The column that names a loan; without it, its line does.
SHOWN_MAX: Final = 20  # Faults that a refusal names; it tells how many more there are.
_PARQUET: Final = b"PAR1"
Row = tuple[int, Mapping[str, Any]]  # Its line, and its cells by heading.


@frozen(kw_only=True)
class Fault:
    """What is wrong with a row."""

    line: int
    loan: str
    field: str
    says: str
    contradicts: bool  # Else it cannot be read.

    def __str__(self) -> str:
        return f"line {self.line}, {self.field or 'row'}: {self.says}"


@frozen
class Loans:
    """The rows of a table of loans, and what was found wrong in those read so far."""

    calculation: Calculation
    headings: Sequence[str]
    rows: Sequence[Row]
    faults: list[Fault] = field(factory=list)

    def terms(self) -> Iterator[tuple[int, str, Any]]:
        """Yield line, loan and terms of each row that can be read, in order."""
        places = self._places()
        for line, row in self.rows:
            loan = str(row.get(LOAN) or line)
            cells = {name: cell for name, cell in row.items() if name in places}
            try:
                yield line, loan, self.calculation.read(fields_of(places, cells))
            except Unreadable as error:
                self.faults.extend(_unread(line, loan, said) for said in error.problems)

    def answers(self) -> Iterator[tuple[str, Answer]]:
        """Yield loan and answer of each sound row, in order; the others become faults."""
        for line, loan, terms in self.terms():
            try:
                yield loan, self.calculation.run(terms)
            except Contradiction as error:
                self.contradicted(line, loan, error)

    def contradicted(self, line: int, loan: str, error: Contradiction) -> None:
        """Note a row whose terms contradict."""
        fault = Fault(line=line, loan=loan, field=error.field, says=error.says, contradicts=True)
        self.faults.append(fault)

    def require_whole(self) -> None:
        """Raise, naming lines and fields, where any row had a fault."""
        if not self.faults:
            return
        said = [str(fault) for fault in self.faults[:SHOWN_MAX]]
        if more := len(self.faults) - len(said):
            said.append(f"and {more} more")
        if all(fault.contradicts for fault in self.faults):
            raise Contradiction("loans", "; ".join(said))
        raise Unreadable(tuple(said))

    def _places(self) -> Mapping[str, Place]:
        known = places_of(self.calculation.inputs)
        unknown = [name for name in self.headings if name not in known and name != LOAN]
        if unknown:
            raise Unreadable(
                (f"no such column: {', '.join(unknown)}; there are {LOAN}, {', '.join(known)}",)
            )
        return known


def read_loans(calculation: Calculation, content: bytes) -> Loans:
    """Return the loans of a table in CSV or Parquet; Unreadable where it is none."""
    headings, rows = _parquet(content) if content[:4] == _PARQUET else _csv(content)
    if not rows:
        raise Unreadable(("there are no rows; give one for each loan, below the heading",))
    return Loans(calculation, headings, rows)


def rejects_text(faults: Sequence[Fault]) -> str:
    """Return faults as CSV: line, loan, field and what is wrong."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("line", LOAN, "field", "says"))
    writer.writerows((fault.line, fault.loan, fault.field, fault.says) for fault in faults)
    return stream.getvalue()


def _unread(line: int, loan: str, said: str) -> Fault:
    name, _, says = said.partition(": ")
    return Fault(line=line, loan=loan, field=name, says=says, contradicts=False)


def _csv(content: bytes) -> tuple[Sequence[str], Sequence[Row]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable((f"not UTF-8 at byte {error.start}; save the CSV as UTF-8",)) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        headings = [name.strip() for name in next(reader, [])]
        lines = [(reader.line_num, cells) for cells in reader if any(cells)]
    except csv.Error as error:
        raise Unreadable((f"line {reader.line_num}: not CSV: {error}",)) from error
    twice = sorted({name for name in headings if headings.count(name) > 1})
    problems = [f"column given twice: {', '.join(twice)}"] if twice else []
    wide = [line for line, cells in lines if len(cells) != len(headings)]
    problems += [f"line {line}: not {len(headings)} cells" for line in wide[:SHOWN_MAX]]
    if problems:
        raise Unreadable(tuple(problems))
    return headings, [(line, dict(zip(headings, cells, strict=True))) for line, cells in lines]


def _parquet(content: bytes) -> tuple[Sequence[str], Sequence[Row]]:
    pyarrow, parquet = libraries()
    try:
        table = parquet.read_table(pyarrow.BufferReader(content))
    except pyarrow.ArrowException as error:
        raise Unreadable((f"not a Parquet file that can be read: {error}",)) from error
    return table.column_names, list(enumerate(table.to_pylist(), start=1))
