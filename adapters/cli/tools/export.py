"""The exports: files for other programs, for auditors and for regulators."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click

from adapters.cli.session import EXIT_FAULTY, session_of, show_progress
from adapters.cli.show import show_json, show_table
from adapters.cli.toolbox import Exports
from adapters.cli.tools.options import options_of
from adapters.cli.tools.report import as_json_option, show_report
from adapters.evidence.keys import Use
from adapters.evidence.verifier import main as run_verifier
from adapters.pinned import AuditRequest
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


@export.command(short_help="An export that others wrote.")
@click.argument("name")
@_folder
@click.option("--set", "given", metavar="NAME=VALUE", multiple=True, help="An option of its own.")
@_dates
@as_json_option
@click.pass_context
def plugin(
    context: click.Context,
    /,
    as_json: bool,
    *,
    name: str,
    to: Path,
    given: Sequence[str],
    **how: Any,
) -> None:
    """Write the export NAME, which an installed plugin brings."""
    report = _exports(context).by_others(to, name, options_of(given), **how)
    show_report(context, report, as_json=as_json)


@export.command(short_help="An audit export that outsiders verify by themselves.")
@_folder
@click.option("--branch", metavar="NAME", help="Only streams that this branch began.")
@click.option("--customer", metavar="NUMBER", help="Only streams of this customer.")
@click.option("--from", "begin", metavar="2025-01-01", help="A day, a time or a log index.")
@click.option("--until", metavar="2025-12-31", help="A day (included), a time or a log index.")
@click.option("--recipient", metavar="TEXT", help="Who receives it; needed for personal data.")
@click.option("--purpose", metavar="TEXT", help="What for; needed for personal data.")
@click.option("--redact", type=click.Choice(["personal"]), help="Leave personal data out.")
@_dates
@as_json_option
@click.pass_context
def audit(
    context: click.Context, /, as_json: bool, *, to: Path, redact: str | None, **how: Any
) -> None:
    """Write a bag with the whole log, the records in scope, tables, and what verifies them.

    Personal data is in it for a named recipient and a stated purpose only. The export is signed,
    and recorded in the journal. Make the keys once with: loanfold log keygen
    """
    asked = AuditRequest(redact=redact is not None, **how)
    show_report(context, _exports(context).audit(to, asked), as_json=as_json)


@export.command(
    "verify",
    add_help_option=False,
    short_help="Verify an audit export.",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def verify_export(context: click.Context, arguments: tuple[str, ...]) -> None:
    """Verify an export as the verify.py in it does, with our own keys unless others are given."""
    context.exit(run_verifier([*arguments, *_own_keys(context, arguments)]))


def _own_keys(context: click.Context, given: Sequence[str]) -> Iterator[str]:
    """Yield the options that name our public keys, where we have them and no other is given."""
    folder = session_of(context).settings.signing_folder
    for use in (Use.LOG, Use.EXPORT):
        option, place = f"--{use}-key", folder / f"{use}.vkey"
        if place.exists() and not any(each.startswith(option) for each in given):
            yield from (option, str(place))


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
