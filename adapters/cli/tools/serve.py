"""The HTTP server and the demonstration."""

import click

from adapters.cli.session import session_of, show_progress
from adapters.cli.tools.report import as_json_option, show_report


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.pass_context
def serve(context: click.Context, host: str, port: int) -> None:
    """Answer HTTP until the process is told to end."""
    session_of(context).toolbox.serve(host, port)


@click.command()
@as_json_option
@click.pass_context
def demo(context: click.Context, as_json: bool) -> None:
    """Live through two years of a village bank, and show its books."""
    report = session_of(context).toolbox.demo(show_progress)
    show_report(context, report, as_json=as_json)
