"""What people and machines are shown: sentences, tables, JSON and CSV."""

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import click

from adapters.bus import Outcome
from adapters.problems import Problem

Rows = Sequence[Mapping[str, Any]]


def show_json(value: Any) -> None:
    """Write one JSON value on one line."""
    click.echo(json.dumps(value, ensure_ascii=False, default=_plain))


def show_outcome(outcome: Outcome) -> None:
    """Write what a command led to, as a sentence."""
    if not outcome.events:
        click.echo(f"Nothing to do: {outcome.stream} stands at version {outcome.version}.")
        return
    said = "Recorded before" if outcome.repeated else "Recorded"
    click.echo(
        f"{said}: {', '.join(outcome.events)} in {outcome.stream},"
        f" version {outcome.version}, record {outcome.index} of the log"
        f" (key {outcome.command_id})."
    )


def show_problem(problem: Problem, *, as_json: bool) -> None:
    """Write why something was not done: a sentence for people, an object for machines."""
    if as_json:
        show_json(
            {
                "status": problem.status,
                "code": problem.code,
                "title": problem.title,
                "detail": problem.detail,
                **({"source": problem.source} if problem.source else {}),
                **({"facts": problem.facts} if problem.facts else {}),
            }
        )
        return
    said = problem.detail.removeprefix(f"{problem.code}: ")
    click.echo(f"{problem.code}: {said}", err=True)
    if problem.source:
        click.echo(f"Source: {problem.source}", err=True)


def show_table(
    columns: Sequence[str],
    rows: Rows,
    headings: Mapping[str, str] = {},
    *,
    right: Collection[str] = (),
) -> None:
    """Write rows as a table: drawn on a terminal, aligned text elsewhere.

    headings are what the columns are called on a terminal; elsewhere they have their names.
    right names the columns whose values stand at their right edge: amounts and numbers.
    """
    cells = [[cell(row.get(column)) for column in columns] for row in rows]
    at_right = {at for at, column in enumerate(columns) if column in right}
    if sys.stdout.isatty():
        _draw([headings.get(column, column) for column in columns], cells, at_right)
    else:
        for line in aligned([list(columns), *cells], at_right):
            click.echo(line)


def show_csv(columns: Sequence[str], pages: Iterable[Rows]) -> None:
    """Write rows as CSV with a heading, page after page."""
    click.echo(_csv_lines([columns]), nl=False)
    for rows in pages:
        lines = [[cell(row.get(column)) for column in columns] for row in rows]
        click.echo(_csv_lines(lines), nl=False)


def cell(value: Any) -> str:
    """Return a plain value as the text of a cell; lists and maps as JSON, None as nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int():
            return str(value)
    return json.dumps(value, ensure_ascii=False, default=_plain)


def aligned(lines: Sequence[Sequence[str]], right: Collection[int] = ()) -> Sequence[str]:
    """Return lines of cells as text in columns, each as wide as its widest cell.

    right holds the numbers of the columns whose texts stand at their right edge.
    """
    if not lines:
        return []
    widths = [max(width(line[at]) for line in lines) for at in range(len(lines[0]))]
    return ["  ".join(_padded(line, widths, right)).rstrip() for line in lines]


def _padded(line: Sequence[str], widths: Sequence[int], right: Collection[int]) -> Iterator[str]:
    for at, (text, wanted) in enumerate(zip(line, widths, strict=True)):
        blank = " " * (wanted - width(text))
        yield blank + text if at in right else text + blank


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes: a Chinese character takes two."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _draw(headings: Sequence[str], lines: Sequence[Sequence[str]], right: Collection[int]) -> None:
    """Draw a table, or one list for each row where the terminal is too narrow for the table."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console, table = Console(), Table()
    for at, heading in enumerate(headings):
        side: Literal["left", "right"] = "right" if at in right else "left"
        table.add_column(Text(heading), justify=side, no_wrap=True)
    for line in lines:
        table.add_row(*map(Text, line))
    unbounded = console.options.update(max_width=sys.maxsize)
    if console.measure(table, options=unbounded).maximum <= console.width:
        console.print(table)
        return
    for line in lines:
        record = Table.grid(padding=(0, 2))
        for heading, text in zip(headings, line, strict=True):
            record.add_row(Text(heading.replace("\n", " ")), Text(text))
        console.print(record, end="\n\n")


def _csv_lines(lines: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(lines)
    return stream.getvalue()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        from adapters.codec import write_moment

        return write_moment(value)
    return str(value)
