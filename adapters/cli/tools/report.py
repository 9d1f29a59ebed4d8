"""What tools share: how they show what they did."""

import attrs
import click

from adapters.cli.session import EXIT_FAULTY, session_of
from adapters.cli.show import aligned, show_json
from adapters.cli.toolbox import Report
from adapters.cli.views import show_shown

as_json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def show_report(context: click.Context, report: Report, *, as_json: bool) -> None:
    """Write what a tool did; exit as faulty where it did not pass."""
    if as_json:
        show_json(attrs.asdict(report))
    else:
        for shown in report.shown:
            show_shown(session_of(context).toolbox.bus(), shown)
        for line in aligned([[name, str(count)] for name, count in report.counts.items()]):
            click.echo(line)
        for remark in report.remarks:
            click.echo(remark)
    if not report.passed:
        context.exit(EXIT_FAULTY)
