"""The HTTP server and the demonstration."""

from collections.abc import Sequence
from pathlib import Path

import click

from adapters.cli.session import session_of, show_progress
from adapters.cli.tools.report import as_json_option, show_report


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--name", "names", multiple=True, help="A host name that it answers to, too.")
@click.option("--tls-cert", type=click.Path(path_type=Path), help="Certificate with its chain.")
@click.option("--tls-key", type=click.Path(path_type=Path), help="Its key.")
@click.option("--behind-proxy", is_flag=True, help="A proxy in front of it speaks TLS.")
@click.pass_context
def serve(
    context: click.Context,
    host: str,
    port: int,
    *,
    names: Sequence[str],
    tls_cert: Path | None,
    tls_key: Path | None,
    behind_proxy: bool,
) -> None:
    """Answer HTTP until the process is told to end.

    For others than this machine it needs LOANFOLD_ACCESS, which says who may ask, and TLS.
    """
    session_of(context).toolbox.services().serve(
        host,
        port,
        names=tuple(names),
        certificate=tls_cert,
        key=tls_key,
        behind_proxy=behind_proxy,
    )


@click.command()
@as_json_option
@click.pass_context
def demo(context: click.Context, as_json: bool) -> None:
    """Live through two years of a village bank, and show its books."""
    report = session_of(context).toolbox.demo(show_progress)
    show_report(context, report, as_json=as_json)
