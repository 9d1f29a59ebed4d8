"""The tools around the journal: check, find, take over, export, keep, serve."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import attrs
import click
from click.shell_completion import get_completion_class

from adapters.cli.session import EXIT_FAULTY, session_of, show_progress
from adapters.cli.show import aligned, show_json
from adapters.cli.toolbox import Report
from adapters.cli.views import show_shown
from adapters.problems import Unreadable

PROGRAM: Final = "loanfold"
COMPLETE: Final = "_LOANFOLD_COMPLETE"  # The variable that click's completion scripts set.
SHELLS: Final = ("bash", "zsh", "fish")
SOURCES: Final = ("berka", "superlender", "ibrd")
_ROOT: Final = re.compile(r"([0-9]{1,15}):(sha256:[0-9a-f]{64})")

Context = click.Context
as_json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def show_report(context: Context, report: Report, *, as_json: bool) -> None:
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


@click.command(short_help="Recompute all that can be recomputed.")
@click.option("--root", metavar="SIZE:ROOT", help="What log printed earlier, to check against.")
@as_json_option
@click.pass_context
def verify(context: Context, root: str | None, as_json: bool) -> None:
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


@click.command(short_help="Show the size of the log and its Merkle root.")
@as_json_option
@click.pass_context
def log(context: Context, as_json: bool) -> None:
    """Write SIZE:ROOT of the log: note it elsewhere, and give it to verify later."""
    size, root = session_of(context).toolbox.root()
    if as_json:
        show_json({"size": size, "root": root})
    else:
        click.echo(f"{size}:{root}")


@click.command(short_help="Find customers by what identifies them.")
@click.option("--document", metavar="NUMBER", help="证件号码 number of an identity document")
@click.option("--name", metavar="TEXT", help="姓名或名称 whole name")
@click.option("--phone", metavar="NUMBER", help="电话 phone number")
@as_json_option
@click.pass_context
def find(
    context: Context,
    as_json: bool,
    *,
    document: str | None,
    name: str | None,
    phone: str | None,
) -> None:
    """Write the customers found, one a line; sealed values are found by the whole value alone."""
    given = {"document": document, "name": name, "phone": phone}
    asked = [(kind, text) for kind, text in given.items() if text is not None]
    if len(asked) != 1:
        raise click.UsageError("Give one of --document, --name and --phone.")
    found = session_of(context).toolbox.find(*asked[0])
    if as_json:
        show_json(list(found))
    else:
        for customer in found:
            click.echo(customer)


@click.command(short_help="Answer HTTP.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.pass_context
def serve(context: Context, host: str, port: int) -> None:
    """Answer HTTP until the process is told to end."""
    session_of(context).toolbox.serve(host, port)


@click.command(short_help="Live through two years of a village bank.")
@as_json_option
@click.pass_context
def demo(context: Context, as_json: bool) -> None:
    """Live through two years of a village bank, and show its books."""
    report = session_of(context).toolbox.demo(show_progress)
    show_report(context, report, as_json=as_json)


@click.group(short_help="Write what other programs read.")
def export() -> None:
    """Write what other programs read."""


@export.command(short_help="The ledger as plain-text accounting.")
@click.option("--format", "form", type=click.Choice(["hledger", "beancount"]), default="hledger")
@click.option("--to", metavar="FILE", type=click.Path(path_type=Path), help="Else to stdout.")
@click.option("--in-effect-on", metavar="2026-01-31", help="What held on this day (else today).")
@click.option("--known-by", metavar="TEXT", help="A log index or a time (else now).")
@click.pass_context
def journal(
    context: Context,
    *,
    form: str,
    to: Path | None,
    in_effect_on: str | None,
    known_by: str | None,
) -> None:
    """Write the ledger as plain text that hledger or beancount can check."""
    toolbox = session_of(context).toolbox
    lines = toolbox.export_journal(form, in_effect_on=in_effect_on, known_by=known_by)
    if to is None:
        for line in lines:
            click.echo(line)
        return
    _write_new(to, lines)


def _write_new(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file that does not exist yet; a part of them is not left behind."""
    try:
        file = path.open("x", encoding="utf-8", newline="\n")
    except OSError as error:
        raise Unreadable((f"--to: {path}: {error.strerror}",)) from error
    try:
        with file:
            file.writelines(f"{line}\n" for line in lines)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


@click.command(short_help="Copy the database and its keys.")
@click.option("--to", required=True, type=click.Path(path_type=Path), help="A new folder.")
@click.option(
    "--keys-to", required=True, type=click.Path(path_type=Path), help="Another, kept elsewhere."
)
@as_json_option
@click.pass_context
def backup(context: Context, to: Path, keys_to: Path, as_json: bool) -> None:
    """Copy the database to one folder and its keys to another.

    Keep them apart, and the keys for no longer than needed: an old copy of the keys opens what
    was erased since.
    """
    report = session_of(context).toolbox.backup(to, keys_to=keys_to)
    show_report(context, report, as_json=as_json)


@click.command(short_help="Put a backup in place and verify it.")
@click.option("--from", "source", required=True, type=click.Path(path_type=Path))
@click.option("--keys-from", required=True, type=click.Path(path_type=Path))
@as_json_option
@click.pass_context
def restore(context: Context, source: Path, keys_from: Path, as_json: bool) -> None:
    """Put a backup where --database and --keys say, where nothing is yet, and verify it."""
    report = session_of(context).toolbox.restore(source, keys_from=keys_from)
    show_report(context, report, as_json=as_json)


@click.group("take-over", short_help="Take over loans from another system.")
def take_over() -> None:
    """Take over loans from another system, as it stated them."""


def _known_source(name: str) -> click.Command:
    @click.command(name, short_help=f"Take over {name} from its folder.")
    @click.argument("folder", required=False, type=click.Path(path_type=Path))
    @as_json_option
    @click.pass_context
    def taken(context: Context, folder: Path | None, as_json: bool) -> None:
        """Take over from FOLDER, or from the folder of LOANFOLD_DATA."""
        report = session_of(context).toolbox.take_over(name, folder, show_progress)
        show_report(context, report, as_json=as_json)

    return taken


for _name in SOURCES:
    take_over.add_command(_known_source(_name))


@take_over.command("csv", short_help="Take over a table of loans.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--map", "mapping", required=True, type=click.Path(path_type=Path))
@as_json_option
@click.pass_context
def take_over_csv(context: Context, file: Path, mapping: Path, as_json: bool) -> None:
    """Take over a table of loans with columns as a mapping in TOML names them."""
    report = session_of(context).toolbox.take_over_csv(file, mapping, show_progress)
    show_report(context, report, as_json=as_json)


@click.command(short_help="Write a script that completes commands on TAB.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: Context, shell: str) -> None:
    """Write a completion script: eval "$(loanfold completion bash)"."""
    kind = get_completion_class(shell)
    assert kind is not None, "click knows the shells named here"
    click.echo(kind(context.find_root().command, {}, PROGRAM, COMPLETE).source())


TOOLS: Final[Sequence[click.Command]] = (
    verify,
    log,
    find,
    serve,
    demo,
    export,
    backup,
    restore,
    take_over,
    completion,
)
