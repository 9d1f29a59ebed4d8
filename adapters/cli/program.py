"""The program as click sees it: the tools, the views, and every command of the catalogue."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from adapters.cli.session import session_of
from adapters.cli.tools.index import PROGRAM, TOOLS
from adapters.problems import Unreadable
from adapters.settings import Settings

EXIT_PIPE: Final = 141  # 128 + SIGPIPE, as a shell reports a reader that went away.


class Program(click.Group):
    """Tools and commands are made when they are named: few calls need them all."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the tools, and the commands in the order of the catalogue."""
        return [*TOOLS, *(name for name, _ in _commands())]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the tool or the command of that name; Unknown for another with a dot."""
        if name in TOOLS:
            return TOOLS[name].load()
        if "." not in name:
            return _all_about(name)
        from adapters.cli.offer import offer

        return offer(name)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the tools, then the commands with their labels."""
        with formatter.section("Tools"):
            formatter.write_dl([(name, tool.summary) for name, tool in TOOLS.items()])
        with formatter.section("Commands"):
            formatter.write_dl(_commands())

    def invoke(self, context: click.Context) -> Any:
        """Run; a reader who went away ends the program quietly."""
        try:
            result = super().invoke(context)
            sys.stdout.flush()
        except BrokenPipeError:
            _let_go()
            raise click.exceptions.Exit(EXIT_PIPE) from None
        return result


def _commands() -> list[tuple[str, str]]:
    """Return the commands and what they do, as a generated list says: the catalogue is slow."""
    lines = Path(__file__).with_name("commands.tsv").read_text(encoding="utf-8").splitlines()
    return [(name, says) for name, _, says in (line.partition("\t") for line in lines)]


def _all_about(thing: str) -> click.Command | None:
    """Return the command that lists the commands about a thing; None where there are none."""
    about = [each for each in _commands() if each[0].partition(".")[0] == thing]
    return _Listing(thing, about) if about else None


class _Listing(click.Command):
    """Not a command to be sent: it says which there are about one thing."""

    def __init__(self, thing: str, about: Sequence[tuple[str, str]]) -> None:
        super().__init__(thing, callback=self._show, short_help=f"Commands about {thing}.")
        self._about = about

    def format_options(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with what it does."""
        with formatter.section("Commands"):
            formatter.write_dl(self._about)

    def _show(self) -> None:
        click.echo(self.get_help(click.get_current_context()))


def _let_go() -> None:
    """Send what is still to be written nowhere: at its end Python would try once more."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


@click.group(PROGRAM, cls=Program)
@click.option("--database", metavar="PATH|URL", help="LOANFOLD_DATABASE; default loanfold.db")
@click.option(
    "--keys", metavar="DIR", type=click.Path(path_type=Path), help="LOANFOLD_KEYS; beside it"
)
@click.option("--actor", metavar="NAME", help="LOANFOLD_ACTOR; default who is logged in")
@click.option("--branch", metavar="NAME", help="LOANFOLD_BRANCH; the branch acted for")
@click.option("--purpose", metavar="TEXT", help="LOANFOLD_PURPOSE; why personal data is read")
@click.option("--debug", is_flag=True, help="Show where the program itself went wrong.")
@click.pass_context
def program(
    context: click.Context,
    *,
    database: str | None,
    keys: Path | None,
    actor: str | None,
    branch: str | None,
    purpose: str | None,
    debug: bool,
) -> None:
    """Loanfold (贷迹): an event-sourced credit management core.

    Give a command its fields as flags, or all of them with --json-input. It exits with 0 when it
    is done, 1 when a check found faults, 2 for what cannot be read, 3 when a rule refuses, 4 when
    someone else wrote first, and 5 when the store cannot be used.
    """
    if actor is not None and not actor.strip():
        raise Unreadable(("--actor: expected a name",))
    session = session_of(context)
    session.debug = debug
    session.settings = Settings.read().with_values(
        database=database, keys=keys, actor=actor, branch=branch, purpose=purpose
    )
