"""Views as files in a folder: CSV, Parquet, and a data package that describes them."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from adapters.exports.files import Growing, new_folder, write
from adapters.exports.package import Resource, descriptor
from adapters.exports.parquet import ParquetFile
from adapters.exports.source import Source
from adapters.exports.table import ROWS, Table, counted, groups, heading, lines
from adapters.exports.view_tables import view_table
from adapters.pinned import Dates
from adapters.report import Progress
from projections.catalogue import VIEWS

FORMS: Final = ("csv", "parquet", "both")
Finish = Callable[[], object]  # Called when all is written, and before the folder has its name.


def write_tables(
    source: Source,
    to: Path,
    dates: Dates,
    *,
    views: Collection[str],
    form: str,
    progress: Progress,
    finish: Finish,
) -> Mapping[str, int]:
    """Write views into a new folder; return how many rows each table has."""

    def ask(name: str, query: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        return source.ask(VIEWS[name], query, dates)

    made = [view_table(name, ask) for name in views]
    found: dict[str, int] = {}
    with new_folder(to, finish) as folder:
        resources: list[Resource] = []
        for done, table in enumerate(made, start=1):
            counts = Counter[str]()
            resources += write_table(folder, counted(table, counts), form)
            found[table.name] = counts[ROWS]
            progress("tables", done, len(made))
        if resources:
            write(folder / "datapackage.json", [descriptor("loanfold-tables", resources)])
    return found


def write_table(folder: Path, table: Table, form: str, within: str = "") -> Iterator[Resource]:
    """Write a table in a form, in one reading; yield it as a resource where it is CSV.

    within is where the folder stands in the data package.
    """
    path = f"{table.name}.csv"
    with ExitStack() as stack:
        file = parquet = None
        if form != "parquet":
            file = stack.enter_context(Growing(folder / path))
            file.add(heading(table))
        if form != "csv":
            parquet = stack.enter_context(ParquetFile(table, folder / f"{table.name}.parquet"))
        for rows in groups(table.rows()):
            if file is not None:
                file.add(lines(table, rows))
            if parquet is not None:
                parquet.add(rows)
    if file is not None:
        yield Resource(table=table, path=f"{within}{path}", written=file.written())
