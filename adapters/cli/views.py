"""The views, as the command line offers them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import attrs
import click

from adapters.bus import Bus, Page
from adapters.cli.flags import said
from adapters.cli.session import session_of, show_progress
from adapters.cli.show import Rows, show_csv, show_json, show_table
from adapters.cli.toolbox import Shown
from adapters.describe import label_of
from adapters.sight import left_out
from domain.labels import Label
from projections.catalogue import VIEWS
from projections.labels import LABELS
from projections.view import Parameter, View

_AT_RIGHT: Final = ("money", "number")
_EXPECTED: Final = {
    "text": "",
    "day": "; a day like 2026-01-31",
    "from": "; a log index or a time like 2026-01-31T09:00:00+08:00",
    "to": "; a log index or a time like 2026-01-31T09:00:00+08:00",
}


class Views(click.Group):
    """The group of views: each view is a command of its own."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the tools for views, and the views in the order of the catalogue."""
        return [*super().list_commands(context), *VIEWS]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command that reads a view."""
        tool = super().get_command(context, name)
        return _reader(name, VIEWS[name]) if tool is None and name in VIEWS else tool


def _reader(name: str, view: View) -> click.Command:
    return click.Command(
        name,
        callback=_reads(name),
        params=[*(_flag(parameter) for parameter in view.parameters), *_options()],
        help=f"{said(view.title)}\n\nColumns: {', '.join(_named(c.name) for c in view.columns)}",
        short_help=said(view.title),
    )


def _label(name: str) -> Label:
    """Return what a parameter, a choice or a column is called; views have names of their own."""
    return LABELS.get(name) or label_of(name)


def _named(name: str) -> str:
    """Return a name as it is typed, with its Chinese label where it has one."""
    label = _label(name).zh
    return name if label == name else f"{name} {label}"


def _flag(parameter: Parameter) -> click.Option:
    chosen = "; one of " + ", ".join(map(_named, parameter.choices)) if parameter.choices else ""
    needed = chosen + ("; required" if parameter.required else "")
    return click.Option(
        ["--" + parameter.name.replace("_", "-"), f"query_{parameter.name}"],
        metavar="TEXT",
        help=said(_label(parameter.name)) + _EXPECTED[parameter.kind] + needed,
    )


def _options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--in-effect-on", "query_in_effect_on"],
            metavar="2026-01-31",
            help="What held on this day (else today).",
        ),
        click.Option(
            ["--known-by", "query_known_by"],
            metavar="TEXT",
            help="What was known by this log index or time (else now).",
        ),
        click.Option(["--limit", "query_limit"], metavar="NUMBER", help="Rows of a page."),
        click.Option(["--after", "query_after"], metavar="TEXT", help="Go on after this place."),
        click.Option(["--json", "as_json"], is_flag=True, help="Answer one page in JSON."),
        click.Option(["--csv", "as_csv"], is_flag=True, help="Answer all rows in CSV."),
    ]


def _reads(name: str) -> Callable[..., None]:
    def read(as_json: bool, as_csv: bool, **given: str | None) -> None:
        if as_json and as_csv:
            raise click.UsageError("Give --json or --csv, not both.")
        query = {n.removeprefix("query_"): text for n, text in given.items() if text is not None}
        bus = session_of(click.get_current_context()).toolbox.bus()
        page = bus.read(name, query)
        if as_csv:
            show_csv(page.columns, _pages(bus, name, query, page))
        elif as_json:
            show_json(attrs.asdict(page))
        else:
            _show(page)

    return read


def _pages(bus: Bus, name: str, query: dict[str, str], page: Page) -> Iterator[Rows]:
    """Yield the rows of a page and of all that follow, for the same two dates."""
    count = page.left_out
    yield page.rows
    # What is written meanwhile must not shift the pages that follow.
    pinned = query if "known_by" in query else {**query, "known_by": str(page.known_by)}
    while page.next is not None:
        page = bus.read(name, {**pinned, "after": page.next})
        count += page.left_out
        yield page.rows
    _tell(count)


def _tell(count: int) -> None:
    """Tell of the rows that whoever asks may not see."""
    if count:
        click.echo(left_out(count), err=True)


def show_shown(bus: Bus, shown: Shown) -> None:
    """Write a page of a view under its title, with some of its columns."""
    page = bus.read(shown.view, shown.query)
    asked = "".join(f" --{n.replace('_', '-')} {text}" for n, text in shown.query.items())
    click.echo(f"\n{said(VIEWS[shown.view].title)}   (loanfold views {shown.view}{asked})\n")
    _draw(page, shown.columns)


def _draw(page: Page, columns: Sequence[str]) -> None:
    headings = {column: _heading(column) for column in columns}
    right = [column.name for column in VIEWS[page.view].columns if column.kind in _AT_RIGHT]
    show_table(columns, page.rows, headings, right=right)


def _show(page: Page) -> None:
    _draw(page, page.columns)
    _tell(page.left_out)
    known = f"In effect on {page.in_effect_on}, known by record {page.known_by}."
    click.echo(known if page.next is None else f"{known} Go on with --after {page.next}", err=True)


def _heading(column: str) -> str:
    label = _label(column)
    return column if label.zh == column else f"{label.zh}\n{label.en}"


@click.group(cls=Views, invoke_without_command=True, short_help="List or read the views.")
@click.pass_context
def views(context: click.Context) -> None:
    """Read a view on any two dates; alone, list the views."""
    if context.invoked_subcommand is None:
        rows = [
            {
                "view": name,
                "title": said(view.title),
                "parameters": ", ".join(p.name for p in view.parameters),
            }
            for name, view in VIEWS.items()
        ]
        show_table(("view", "title", "parameters"), rows)


@views.command(short_help="Build stored views again.")
@click.argument("names", nargs=-1)
@click.pass_context
def rebuild(context: click.Context, names: Sequence[str]) -> None:
    """Build the stored tables of views again, of all or of the NAMES given."""
    session_of(context).toolbox.rebuild_views(names or None, show_progress)
    click.echo("Rebuilt: " + (", ".join(names) if names else "all views") + ".")


@views.command(short_help="Show how the stored views stand.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.pass_context
def status(context: click.Context, as_json: bool) -> None:
    """Show how far every stored table of the views has come."""
    columns = ("table", "views", "position", "behind", "failed")
    rows: list[dict[str, Any]] = [
        {column: getattr(table, column) for column in columns}
        for table in session_of(context).toolbox.view_status()
    ]
    if as_json:
        show_json(rows)
    else:
        show_table(columns, [{**row, "views": ", ".join(row["views"])} for row in rows])
