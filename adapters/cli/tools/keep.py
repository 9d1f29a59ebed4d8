"""Backups, made and put back, and what the owner of a database does to it."""

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
    report = session_of(context).toolbox.keeping().backup(to, keys_to=keys_to)
    show_report(context, report, as_json=as_json)


@click.command()
@click.option("--from", "source", required=True, type=click.Path(path_type=Path))
@click.option("--keys-from", required=True, type=click.Path(path_type=Path))
@as_json_option
@click.pass_context
def restore(context: click.Context, source: Path, keys_from: Path, as_json: bool) -> None:
    """Put a backup where --database and --keys say, where nothing is yet, and verify it."""
    report = session_of(context).toolbox.keeping().restore(source, keys_from=keys_from)
    show_report(context, report, as_json=as_json)


@click.group()
def store() -> None:
    """Prepare and tidy the database, as its owner."""


@store.command()
@as_json_option
@click.pass_context
def migrate(context: click.Context, as_json: bool) -> None:
    """Bring the database to the layout of this program.

    On PostgreSQL it makes the tables and the roles loanfold_writer and loanfold_reader, so it is
    run by the owner: once, after each update that says so, and after pg_restore. A file is brought
    to it whenever it is opened.
    """
    show_report(context, session_of(context).toolbox.keeping().migrate(), as_json=as_json)


@store.command()
@click.option("--closed-on", required=True, metavar="2026-01-31", help="A day that was closed.")
@click.option("--to", required=True, type=click.Path(path_type=Path), help="Where segments are.")
@as_json_option
@click.pass_context
def segment(context: click.Context, closed_on: str, to: Path, as_json: bool) -> None:
    """Write the journal from the last segment to a closing into Parquet files.

    The journal names each file with its digest. Read them without the database:
    loanfold --database segments:///FOLDER views.
    """
    report = session_of(context).toolbox.keeping().write_segment(to, closed_on)
    show_report(context, report, as_json=as_json)


@store.command("check-segments")
@click.argument("folder", type=click.Path(path_type=Path))
@as_json_option
@click.pass_context
def check_segments(context: click.Context, folder: Path, as_json: bool) -> None:
    """Compare the files of segments in FOLDER with the digests in the journal."""
    show_report(
        context, session_of(context).toolbox.keeping().check_segments(folder), as_json=as_json
    )


@store.command()
@as_json_option
@click.pass_context
def scrub(context: click.Context, as_json: bool) -> None:
    """Take from a server's files what erased persons left in them.

    PostgreSQL keeps deleted rows until their table is written anew. Commands wait meanwhile.
    """
    show_report(context, session_of(context).toolbox.keeping().scrub(), as_json=as_json)
