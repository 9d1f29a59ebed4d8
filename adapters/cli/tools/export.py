"""What other programs read."""

from collections.abc import Iterable
from pathlib import Path

import click

from adapters.cli.session import session_of
from adapters.problems import Unreadable


@click.group()
def export() -> None:
    """Write what other programs read."""


@export.command(short_help="The ledger as plain-text accounting.")
@click.option("--format", "form", type=click.Choice(["hledger", "beancount"]), default="hledger")
@click.option("--to", metavar="FILE", type=click.Path(path_type=Path), help="Else to stdout.")
@click.option("--in-effect-on", metavar="2026-01-31", help="What held on this day (else today).")
@click.option("--known-by", metavar="TEXT", help="A log index or a time (else now).")
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
