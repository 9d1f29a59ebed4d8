"""The calculators: what they are given and answer is derived from the calculations themselves.

They need no store and open none.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, Final

import click

from adapters.calculations.answer import Answer
from adapters.calculations.chart import svg
from adapters.calculations.loans import Loans, read_loans, rejects_text
from adapters.calculations.many import shown_columns, write_many
from adapters.calculations.offers import CALCULATIONS, Calculation
from adapters.calculations.written import (
    cell,
    csv_text,
    json_plain,
    json_value,
    parquet_writer,
    table_columns,
    table_rows,
)
from adapters.cli.flags import Flag, flags_of, nested, said
from adapters.cli.json_input import STDIN, read_json_file
from adapters.cli.offer import JSON_INPUT
from adapters.cli.session import EXIT_FAULTY
from adapters.cli.show import show_table
from adapters.problems import Unreadable
from domain.money import Money

TABLE, JSON, CSV, PARQUET, SVG = "table", "json", "csv", "parquet", "svg"
_BESIDE_DUE: Final = ("start", "end")  # Left out of a table for people where due dates stand.


def command(calculation: Calculation) -> click.Command:
    """Return a calculation as the command line offers it."""
    flags = flags_of(calculation.inputs)
    return click.Command(
        calculation.name,
        callback=_runs(calculation, flags),
        params=[*(flag.make() for flag in flags), *_options(calculation)],
        help=f"{calculation.summary}\n\n{said(calculation.label)}\n\nNothing is recorded, and no"
        " database is opened.",
    )


def _options(calculation: Calculation) -> list[click.Parameter]:
    forms = [TABLE, JSON, CSV, PARQUET, *([SVG] if calculation.drawn else [])]
    return [
        click.Option([JSON_INPUT], metavar="FILE|-", help="Read the terms as one JSON object."),
        click.Option(["--loans"], metavar="FILE|-", help="Read many loans from CSV or Parquet."),
        click.Option(
            ["--rejects"],
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="Write bad rows of --loans here and calculate the others; exit 1 if any.",
        ),
        click.Option(["--format", "form"], type=click.Choice(forms), help="Default: table."),
        click.Option(["--json", "as_json"], is_flag=True, help="The same as --format json."),
        click.Option(["--to"], metavar="FILE", type=click.Path(path_type=Path), help="A new file."),
        click.Option(["--explain"], is_flag=True, help="Show formula, figures and source."),
    ]


def _runs(calculation: Calculation, flags: Sequence[Flag]) -> Callable[..., None]:
    def run(
        json_input: str | None,
        loans: str | None,
        *,
        rejects: Path | None,
        form: str | None,
        as_json: bool,
        to: Path | None,
        explain: bool,
        **given: Any,
    ) -> None:
        form = JSON if as_json else form
        if explain and form in (CSV, PARQUET, SVG):
            raise Unreadable((f"--explain: shown as table or json, not as {form}",))
        if loans is not None:
            if form == SVG or json_input is not None or any(given.values()):
                raise Unreadable(("--loans: takes no terms beside it, and draws no picture",))
            _many(calculation, loans, form or CSV, to=to, rejects=rejects, explain=explain)
            return
        if rejects is not None:
            raise Unreadable(("--rejects: goes with --loans",))
        whole = read_json_file(json_input, JSON_INPUT) if json_input is not None else {}
        answer = calculation.answer(nested(flags, given, whole))
        _one(answer, form or TABLE, to=to, explain=explain)

    return run


def _one(answer: Answer, form: str, *, to: Path | None, explain: bool) -> None:
    if form == TABLE:
        if to is not None:
            raise Unreadable(("--to: a table is for people; add --format",))
        _show(answer, explain=explain)
        return
    with _written(to) as stream:
        if form == JSON:
            _write_line(stream, json_value(answer, explained=explain))
            return
        if form == SVG:
            stream.write(svg(answer).encode())
            return
        columns = table_columns(answer.columns, many=False)
        rows = list(table_rows([("", answer)]))
        if form == CSV:
            stream.write(csv_text(columns, rows).encode())
            return
        with parquet_writer(columns, stream) as write:
            write(rows)


def _many(
    calculation: Calculation,
    source: str,
    form: str,
    *,
    to: Path | None,
    rejects: Path | None,
    explain: bool,
) -> None:
    """Calculate all loans, or all that are sound where rejects have a place; else none."""
    loans = read_loans(calculation, _content(source))
    with _written(to) as stream:
        write_many(loans, CSV if form == TABLE else form, stream, explained=explain)
        if rejects is None:
            loans.require_whole()
        else:
            _write_rejects(loans, rejects)
    if loans.faults:
        click.echo(f"{len(loans.faults)} faults in {rejects}", err=True)
        raise click.exceptions.Exit(EXIT_FAULTY)


def _write_rejects(loans: Loans, path: Path) -> None:
    if loans.faults:
        with _written(path, "--rejects") as stream:
            stream.write(rejects_text(loans.faults).encode())


def _content(source: str) -> bytes:
    if source == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise Unreadable((f"--loans: {source}: {error.strerror}",)) from error


@contextmanager
def _written(to: Path | None, option: str = "--to") -> Iterator[BinaryIO]:
    """Yield a stream whose content goes to a new file or to stdout, once all is well."""
    with TemporaryFile() as stream:
        if to is not None and to.exists():
            raise Unreadable((f"{option}: {to}: there is such a file; name a new one",))
        yield stream
        stream.seek(0)
        if to is None:
            while block := stream.read(1 << 20):
                click.echo(block, nl=False)
            return
        try:
            with to.open("xb") as file:
                while block := stream.read(1 << 20):
                    file.write(block)
        except OSError as error:
            raise Unreadable((f"{option}: {to}: {error.strerror}",)) from error


def _write_line(stream: BinaryIO, value: Any) -> None:
    import json

    stream.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")


def _show(answer: Answer, *, explain: bool) -> None:
    """Show figures of the whole, and rows, or why the rows are what they are."""
    from adapters.calculations.labels import label_of

    for name, value in answer.whole.items():
        if value is not None:
            label = label_of(name)
            click.echo(f"{label.zh} {label.en}: {json_plain(value)}")
    if not answer.rows:
        return
    click.echo()
    if explain:
        _show_reasons(answer)
        return
    columns = shown_columns(answer.columns, answer.rows)
    if any(c.name == "due_date" for c in columns):
        columns = [c for c in columns if c.name not in _BESIDE_DUE]
    rows = [{c.name: cell(row[c.name]) for c in columns} for row in answer.rows]
    right = [c.name for c in columns if c.type in (int, Money)]
    headings = {c.name: f"{c.label.zh}\n{c.label.en}" for c in columns}
    show_table([c.name for c in columns], rows, headings, right=right)


def _show_reasons(answer: Answer) -> None:
    for why in answer.explain():
        click.echo(f"{why.no} {why.what} {why.amount}  {why.formula}")
        click.echo(f"    {why.says}")
        click.echo(f"    {why.figures}")
        click.echo(f"    {why.source}")


schedule, accrue, cost = (command(calculation) for calculation in CALCULATIONS.values())
