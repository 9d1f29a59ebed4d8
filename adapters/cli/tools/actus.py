"""ACTUS cases from their published files: rows out, or beside the results that are stated."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs
import click

from adapters.actus import Case, Comparison, compare_cases, read_cases, with_rows
from adapters.actus.text import as_text
from adapters.cli.json_input import read_json_file
from adapters.cli.session import EXIT_FAULTY
from adapters.cli.show import show_json
from adapters.cli.tools.report import as_json_option
from adapters.problems import Unreadable


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--case", "only", metavar="ID", multiple=True, help="Only this case; repeatable.")
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="A new file.")
@click.option("--check", is_flag=True, help="Compare with the results in the file, at 1e-8.")
@as_json_option
@click.pass_context
def actus(
    context: click.Context,
    *,
    files: Sequence[str],
    only: Sequence[str],
    out: Path | None,
    check: bool,
    as_json: bool,
) -> None:
    """Run the cases of ACTUS test files: PAM, LAM, NAM, ANN, LAX, CLM and UMP.

    They are written as they came, with calculated rows for results, to --out or to the standard
    output. With --check they are compared with the results in the file instead: the exit code is
    1 where a date, a type or a number differs. "-" reads the standard input.
    """
    content = _read(files)
    cases = read_cases(content, only)
    _warn(cases)
    calculated = [(case, case.rows()) for case in cases]
    if out is not None or not check:
        _write({case.name: with_rows(content[case.name], rows) for case, rows in calculated}, out)
    if check:
        _show(context, compare_cases(calculated, content), as_json=as_json)


def _read(files: Sequence[str]) -> dict[str, Any]:
    """Return the cases of all files; a case may stand in one of them only."""
    found: dict[str, Any] = {}
    for name in files:
        content = read_json_file(name, name, decimals=str)
        if not isinstance(content, dict):
            raise Unreadable((f"{name}: expected an object of cases by their names",))
        if twice := sorted(found.keys() & content.keys()):
            raise Unreadable((f"{name}: case {', '.join(twice)} stands in another file too",))
        found |= content
    return found


def _warn(cases: Iterable[Case]) -> None:
    for case in cases:
        if case.ignored:
            terms = ", ".join(case.ignored)
            click.echo(f"case {case.name}: not known, and without effect: {terms}", err=True)


def _write(cases: dict[str, Any], out: Path | None) -> None:
    text = as_text(cases)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Unreadable((f"--out: {out}: {error.strerror}",)) from error


def _show(context: click.Context, found: Comparison, *, as_json: bool) -> None:
    """Write every difference, and what was compared; exit as faulty where there is one."""
    if as_json:
        show_json({"passed": not found.differences, **attrs.asdict(found)})
    else:
        for difference in found.differences:
            click.echo(str(difference))
        verdict = f"{len(found.differences)} differences" if found.differences else "all as stated"
        click.echo(f"{found.cases} cases, {found.rows} rows: {verdict}")
    if found.differences:
        context.exit(EXIT_FAULTY)
