"""Plans of many loans through the bulk engine, where it and pyarrow are installed.

Plain loans that follow each other are calculated together, the others one by one; what is written
is the same, in the same order.
"""

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final

from adapters.bulk.installed import is_installed
from adapters.bulk.plain import is_plain
from adapters.calculations.answer import Column
from adapters.calculations.loans import Loans
from adapters.calculations.written import arrow_table, csv_text, libraries, parquet_schema
from domain.loan.plan import Contradiction, PlanTerms

LOANS_MIN: Final = 500  # Fewer are done before the compiled loops are loaded.
_SPECIAL: Final = frozenset(',"\r\n')  # Characters that a cell is quoted for.
ROWS_AT_ONCE: Final = 1_000_000


def is_possible(loans: Loans) -> bool:
    """Tell whether the loans are plans, and enough of them, and the packages are there."""
    are_plans = loans.calculation.kinds == (PlanTerms,)
    return are_plans and len(loans.rows) >= LOANS_MIN and is_installed("pyarrow")


def write(loans: Loans, columns: Sequence[Column], form: str, stream: BinaryIO) -> None:
    """Write the plans of all sound loans as "csv" or "parquet"."""
    _, parquet = libraries()
    schema = parquet_schema(columns)
    if form == "parquet":
        with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
            for table in _tables(loans, schema):
                writer.write_table(table)
        return
    stream.write(csv_text(columns, ()).encode())
    for table in _tables(loans, schema):
        _write_csv(table, stream)


def _write_csv(table: Any, stream: BinaryIO) -> None:
    """Write a table as the csv module would: a cell is quoted only where it must be."""
    import pyarrow.csv

    if any(_SPECIAL & set(loan) for loan in table.column("loan").unique().to_pylist()):
        plain = pyarrow.csv.WriteOptions(include_header=False, quoting_style="needed")
    else:
        plain = pyarrow.csv.WriteOptions(include_header=False, quoting_style="none")
    pyarrow.csv.write_csv(table, stream, plain)


def _tables(loans: Loans, schema: Any) -> Iterator[Any]:
    """Yield tables of rows, in the order of the loans."""
    from adapters.bulk.table import Named, plan_table

    batch: list[Named] = []
    size = 0
    for line, loan, terms in loans.terms():
        if is_plain(terms) and size < ROWS_AT_ONCE:
            batch.append((loan, terms))
            size += terms.periods
            continue
        if batch:
            yield plan_table(batch, schema)
        batch, size = ([(loan, terms)], terms.periods) if is_plain(terms) else ([], 0)
        if not batch:
            yield from _one(loans, line, (loan, terms), schema)
    if batch:
        yield plan_table(batch, schema)


def _one(loans: Loans, line: int, named: tuple[str, PlanTerms], schema: Any) -> Iterator[Any]:
    """Yield the rows of a loan that is not plain; a contradiction is noted."""
    loan, terms = named
    try:
        answer = loans.calculation.run(terms)
    except Contradiction as error:
        loans.contradicted(line, loan, error)
        return
    rows = [{"loan": loan, **row, "currency": answer.currency} for row in answer.rows]
    yield arrow_table(rows, schema)
