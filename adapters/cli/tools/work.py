"""Adapters at work, and the plugins that are installed."""

from collections.abc import Sequence

import click

from adapters.cli.session import session_of
from adapters.cli.show import aligned, show_json
from adapters.cli.tools.options import options_of
from adapters.cli.tools.report import as_json_option


@click.command()
@click.argument("adapter")
@click.option("--set", "given", metavar="NAME=VALUE", multiple=True, help="An option of its own.")
@click.option("--embedded-queue", "embedded", is_flag=True, help="Start a private server too.")
@click.option(
    "--metrics-port",
    type=click.IntRange(1, 65535),
    help="Answer /metrics on this port of this machine.",
)
@click.pass_context
def work(
    context: click.Context,
    adapter: str,
    *,
    given: Sequence[str],
    embedded: bool,
    metrics_port: int | None,
) -> None:
    """Run ADAPTER until the process is told to end; it then finishes what is under way.

    The views are kept up to date meanwhile.
    """
    options = dict(options_of(given))
    if embedded:
        options.setdefault("folder", f"{session_of(context).settings.database}.queue")
    session_of(context).toolbox.services().work(adapter, options, metrics_port)


@click.command()
@click.pass_context
def asyncapi(context: click.Context) -> None:
    """Write the description of the queues in AsyncAPI 3.0, for those who send and read messages."""
    show_json(session_of(context).toolbox.asyncapi())


@click.command()
@as_json_option
@click.pass_context
def plugins(context: click.Context, as_json: bool) -> None:
    """List the adapters, exports and stores that are installed, and whether they may be loaded."""
    found = session_of(context).toolbox.plugins()
    if as_json:
        show_json([dict(row) for row in found])
        return
    for line in aligned([list(row.values()) for row in found]):
        click.echo(line)
    if not found:
        click.echo("No plugins are installed.")
