"""Completion on TAB."""

from typing import Final

import click
from click.shell_completion import get_completion_class

from adapters.cli.tools.index import COMPLETE, PROGRAM

SHELLS: Final = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Write a completion script: eval "$(loanfold completion bash)"."""
    kind = get_completion_class(shell)
    assert kind is not None, "click knows the shells named here"
    click.echo(kind(context.find_root().command, {}, PROGRAM, COMPLETE).source())
