"""Loans of other systems, taken over as these stated them."""

from pathlib import Path
from typing import Final

import click

from adapters.cli.session import session_of, show_progress
from adapters.cli.tools.report import as_json_option, show_report

SOURCES: Final = ("berka", "superlender", "ibrd")


@click.group("take-over")
def take_over() -> None:
    """Take over loans from another system, as it stated them."""


def _known_source(name: str) -> click.Command:
    @click.command(name, short_help=f"Take over {name} from its folder.")
    @click.argument("folder", required=False, type=click.Path(path_type=Path))
    @as_json_option
    @click.pass_context
    def taken(context: click.Context, folder: Path | None, as_json: bool) -> None:
        """Take over from FOLDER, or from the folder of LOANFOLD_DATA."""
        report = session_of(context).toolbox.take_over(name, folder, show_progress)
        show_report(context, report, as_json=as_json)

    return taken


for _name in SOURCES:
    take_over.add_command(_known_source(_name))


@take_over.command("csv", short_help="Take over a table.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--map", "mapping", required=True, type=click.Path(path_type=Path))
@click.option("--processes", type=click.IntRange(1, 64), help="How many work side by side.")
@as_json_option
@click.pass_context
def take_over_csv(
    context: click.Context, file: Path, mapping: Path, *, processes: int | None, as_json: bool
) -> None:
    """Take over a table with columns as a mapping in TOML names them.

    A large table is taken over by as many processes as the machine has cores, unless told how many.
    """
    toolbox = session_of(context).toolbox
    report = toolbox.take_over_csv(file, mapping, show_progress, processes)
    show_report(context, report, as_json=as_json)
