"""The journal: checked, and its root."""

import re
from typing import Final

import click

from adapters.cli.session import EXIT_FAULTY, session_of, show_progress
from adapters.cli.show import aligned, show_json
from adapters.cli.tools.report import as_json_option
from adapters.problems import Unreadable

_ROOT: Final = re.compile(r"([0-9]{1,15}):(sha256:[0-9a-f]{64})")


@click.command()
@click.option("--root", metavar="SIZE:ROOT", help="What log printed earlier, to check against.")
@as_json_option
@click.pass_context
def verify(context: click.Context, root: str | None, as_json: bool) -> None:
    """Recompute digests, chains, the Merkle root and sealed fields; exit 1 where one is wrong.

    Only with a root noted elsewhere can a history that was rewritten as a whole be told from the
    true one.
    """
    root_wanted = _root_of(root)
    verdict = session_of(context).toolbox.verify(root_wanted, show_progress)
    names = ("size", "root", "streams", "sealed", "opened")
    if as_json:
        found = {name: getattr(verdict, name) for name in names}
        show_json({**found, "faults": list(verdict.faults)})
    else:
        for line in aligned([[name, str(getattr(verdict, name))] for name in names]):
            click.echo(line)
        for fault in verdict.faults:
            click.echo(fault)
        click.echo(f"{len(verdict.faults)} faults." if verdict.faults else "Nothing is wrong.")
    if verdict.faults:
        context.exit(EXIT_FAULTY)


def _root_of(text: str | None) -> tuple[int, str] | None:
    if text is None:
        return None
    match = _ROOT.fullmatch(text)
    if match is None:
        raise Unreadable((f"--root: expected SIZE:sha256:…, as log prints it, not {text!r}",))
    return int(match[1]), match[2]
