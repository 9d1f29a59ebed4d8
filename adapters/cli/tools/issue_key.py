"""API keys for programs that call."""

from collections.abc import Sequence

import click

from adapters.cli.session import session_of


@click.command()
@click.argument("number")
@click.option("--caller", required=True, help="In whose name the program acts.")
@click.option("--role", "roles", required=True, multiple=True, help="What it may do.")
@click.option("--scope", required=True, multiple=True, help="A branch it works for; * for all.")
@click.option("--until", required=True, metavar="2026-12-31", help="When it opens no more.")
@click.pass_context
def issue_key(
    context: click.Context,
    number: str,
    *,
    caller: str,
    roles: Sequence[str],
    scope: Sequence[str],
    until: str,
) -> None:
    """Issue the API key NUMBER and write it, this once: only a digest of its secret is kept.

    `loanfold api_key.revoke` ends it at once.
    """
    given = {"caller": caller, "roles": list(roles), "scope": list(scope), "until": until}
    click.echo(session_of(context).toolbox.services().issue_key(number, given))
