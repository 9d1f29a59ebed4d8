"""Backups, made and put back."""

from pathlib import Path

import click

from adapters.cli.session import session_of
from adapters.cli.tools.report import as_json_option, show_report


@click.command()
@click.option("--to", required=True, type=click.Path(path_type=Path), help="A new folder.")
@click.option(
    "--keys-to", required=True, type=click.Path(path_type=Path), help="Another, kept elsewhere."
)
@as_json_option
@click.pass_context
def backup(context: click.Context, to: Path, keys_to: Path, as_json: bool) -> None:
    """Copy the database to one folder and its keys to another.

    Keep them apart, and the keys for no longer than needed: an old copy of the keys opens what
    was erased since.
    """
    report = session_of(context).toolbox.backup(to, keys_to=keys_to)
    show_report(context, report, as_json=as_json)


@click.command()
@click.option("--from", "source", required=True, type=click.Path(path_type=Path))
@click.option("--keys-from", required=True, type=click.Path(path_type=Path))
@as_json_option
@click.pass_context
def restore(context: click.Context, source: Path, keys_from: Path, as_json: bool) -> None:
    """Put a backup where --database and --keys say, where nothing is yet, and verify it."""
    report = session_of(context).toolbox.restore(source, keys_from=keys_from)
    show_report(context, report, as_json=as_json)
