"""The exports: files for other programs, for auditors and for regulators."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import click

from adapters.cli.session import EXIT_FAULTY, session_of, show_progress
from adapters.cli.show import show_json, show_table
from adapters.cli.toolbox import Exports
from adapters.cli.tools.report import as_json_option, show_report
from adapters.problems import Unreadable

_STEPS: Final = ("index", "recorded_at", "on", "event", "stream", "version", "actor")
_DIFFERENCES: Final = ("table", "row", "column", "filed", "now", "records", "why")

_folder = click.option(
    "--to", required=True, metavar="DIR", type=click.Path(path_type=Path), help="A new folder."
)


def _dates(command: Callable[..., None]) -> Callable[..., None]:
    day = click.option(
        "--in-effect-on", metavar="2026-01-31", help="What held on this day (else today)."
    )
    known = click.option("--known-by", metavar="TEXT", help="A log index or a time (else now).")
    return day(known(command))


def _since(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--since",
        metavar="2025-12-31",
        help="The last day reported before (else the end of the month before).",
    )(command)


def _exports(context: click.Context) -> Exports:
    return session_of(context).toolbox.exports(show_progress)


@click.group()
def export() -> None:
    """Write what other programs, auditors and regulators read.

    A folder that is written is new, and there whole or not at all.
    """


@export.command(short_help="The ledger as plain-text accounting.")
@click.option("--format", "form", type=click.Choice(["hledger", "beancount"]), default="hledger")
@click.option("--to", metavar="FILE", type=click.Path(path_type=Path), help="Else to stdout.")
@_dates
@click.pass_context
def journal(
    context: click.Context,
    *,
    form: str,
    to: Path | None,
    in_effect_on: str | None,
    known_by: str | None,
) -> None:
    """Write the ledger as plain text that hledger or beancount can check."""
    toolbox = session_of(context).toolbox
    lines = toolbox.export_journal(form, in_effect_on=in_effect_on, known_by=known_by)
    if to is None:
        for line in lines:
            click.echo(line)
        return
    _write_new(to, lines)


def _write_new(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file that does not exist yet; a part of them is not left behind."""
    try:
        file = path.open("x", encoding="utf-8", newline="\n")
    except OSError as error:
        raise Unreadable((f"--to: {path}: {error.strerror}",)) from error
    try:
        with file:
            file.writelines(f"{line}\n" for line in lines)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


@export.command(short_help="Views as CSV and Parquet with schemas.")
@_folder
@click.option("--view", "views", multiple=True, help="One of the views; all where none is named.")
@click.option("--form", type=click.Choice(["csv", "parquet", "both"]), default="both")
@_dates
@as_json_option
@click.pass_context
def tables(
    context: click.Context, /, as_json: bool, *, to: Path, views: Sequence[str], **how: Any
) -> None:
    """Write views as tables, with a Frictionless data package that describes them."""
    report = _exports(context).tables(to, views, how.pop("form"), **how)
    show_report(context, report, as_json=as_json)


@export.command(short_help="EAST 5.0 银行业监管数据: the credit tables.")
@_folder
@_since
@click.option("--encoding", type=click.Choice(["utf-8", "gb18030"]), default="utf-8")
@_dates
@as_json_option
@click.pass_context
def east(context: click.Context, /, as_json: bool, *, to: Path, **how: Any) -> None:
    """Write the credit tables of EAST 5.0 for a day, as known by a record or a time.

    What no source supplies stays empty and is listed in missing.csv.
    """
    show_report(context, _exports(context).east(to, **how), as_json=as_json)


@export.command(short_help="AICPA Audit Data Standard: the general ledger.")
@_folder
@click.option("--from", "begin", metavar="2026-01-01", help="First day (else of the year).")
@_dates
@as_json_option
@click.pass_context
def ledger(context: click.Context, /, as_json: bool, *, to: Path, **how: Any) -> None:
    """Write journal, accounts, balances and entity by the AICPA Audit Data Standard."""
    show_report(context, _exports(context).ledger(to, **how), as_json=as_json)


@export.command(short_help="The records that a cell comes from.")
@click.argument("table")
@click.argument("row")
@click.argument("column")
@_since
@click.option("--all", "everything", is_flag=True, help="Also records that left it as it was.")
@_dates
@as_json_option
@click.pass_context
def lineage(
    context: click.Context, /, as_json: bool, *, table: str, row: str, column: str, **how: Any
) -> None:
    """List the records that made the cell in ROW and COLUMN of TABLE what it is.

    TABLE is a view or a table of EAST by its number, as in: 503 L001 DKYE
    """
    steps = _exports(context).lineage((table, row, column), **how)
    if as_json:
        show_json(list(steps))
    else:
        show_table((*_STEPS, "before", "after"), steps, right=("index", "version"))


@export.command(short_help="A filed pack beside the books.")
@click.argument("filed", type=click.Path(path_type=Path))
@click.option("--known-by", metavar="TEXT", help="A log index or a time (else now).")
@as_json_option
@click.pass_context
def compare(context: click.Context, as_json: bool, *, filed: Path, known_by: str | None) -> None:
    """Make the pack in FILED again: as known then, and as known now with what is different.

    It exits with 1 where a table made as known then is not the same, byte for byte.
    """
    report, differences = _exports(context).compare(filed, known_by=known_by)
    if as_json:
        show_json({"passed": report.passed, "differences": list(differences)})
        context.exit(0 if report.passed else EXIT_FAULTY)
    if differences:
        show_table(_DIFFERENCES, differences)
    show_report(context, report, as_json=False)
