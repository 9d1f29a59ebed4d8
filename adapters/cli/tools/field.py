"""Field packs: out with what is known, captured into without a network, and back."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from adapters.cli.json_input import read_json_file
from adapters.cli.session import session_of
from adapters.cli.show import show_json
from adapters.cli.tools.report import as_json_option
from adapters.field.homeward import Met, settle, sync
from adapters.field.outward import issue
from adapters.field.pack import Pack
from adapters.field.sealed import SealedFile
from adapters.problems import Unavailable
from domain.field_pack.commands import EntryOutcome, Settlement

PATH = click.Path(path_type=Path)
Tool = TypeVar("Tool", bound=Callable[..., Any])


def passphrase_option(tool: Tool) -> Tool:
    """Take the passphrase from a file, or ask for it."""
    option = click.option(
        "--passphrase-file", type=PATH, help="Its first line seals the pack; else you are asked."
    )
    return option(tool)


def _passphrase(file: Path | None, *, new: bool = False) -> str:
    if file is None:
        asked: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=new)
        return asked
    try:
        return file.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, UnicodeError, IndexError) as error:
        raise Unavailable(f"--passphrase-file: {file} cannot be read") from error


@click.group()
def field() -> None:
    """Work where there is no network: take files along, capture, and bring it back."""


@field.command()
@click.argument("path", type=PATH)
@click.option("--pack-id", required=True, help="The number of the pack.")
@click.option("--customer", "customers", multiple=True, help="May be given several times.")
@passphrase_option
@click.pass_context
def pack(
    context: click.Context,
    path: Path,
    *,
    pack_id: str,
    customers: Sequence[str],
    passphrase_file: Path | None,
) -> None:
    """Write a pack with what is known of customers, for the officer who asks."""
    session = session_of(context)
    made = issue(
        session.toolbox.bus(),
        path,
        _passphrase(passphrase_file, new=True),
        pack_id=pack_id,
        customers=customers,
        officer=session.settings.actor,
    )
    click.echo(f"{path}: {len(made.taken.customers)} customers, known up to {made.taken.known}")


@field.command()
@click.argument("path", type=PATH)
@click.argument("command")
@click.option("--json-input", required=True, metavar="FILE", help="The fields; - reads them.")
@passphrase_option
def capture(path: Path, command: str, json_input: str, passphrase_file: Path | None) -> None:
    """Keep a command in a pack, checked as far as it can be without the bank."""
    opened = _opened(path, passphrase_file)
    fields = read_json_file(json_input, "--json-input", decimals=str)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    entry = opened.capture(command, fields, at)
    click.echo(f"entry {entry.no}: {entry.command}")


@field.command()
@click.argument("path", type=PATH)
@click.option("--customer", help="What was known of one customer; else what was captured.")
@passphrase_option
def show(path: Path, customer: str | None, passphrase_file: Path | None) -> None:
    """Show what is in a pack."""
    opened = _opened(path, passphrase_file)
    if customer is not None:
        show_json(opened.shown(customer))
        return
    for entry in opened.entries:
        state = opened.outcomes.get(entry.no, {"outcome": "in the pack"})
        said = state.get("settled", state["outcome"])
        show_json({"entry_no": entry.no, "state": said, entry.command: entry.fields})


@field.command()
@click.argument("files", type=PATH, nargs=-1, required=True)
def digest(files: Sequence[Path]) -> None:
    """Write the digests by which photos and papers are named in commands."""
    for file in files:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise Unavailable(f"{file} cannot be read: {error.strerror}") from error
        click.echo(f"sha256:{hashlib.sha256(content).hexdigest()}  {file}")


@field.command(name="sync")
@click.argument("path", type=PATH)
@as_json_option
@passphrase_option
@click.pass_context
def bring_back(
    context: click.Context, path: Path, as_json: bool, passphrase_file: Path | None
) -> int:
    """Send what was captured; it exits with 1 where something is left to settle."""
    session = session_of(context)
    opened = _opened(path, passphrase_file)
    met = sync(session.toolbox.bus(), opened, session.settings.actor)
    for one in met:
        if as_json:
            show_json(_as_json(one))
        else:
            _show(one)
    return int(any(one.outcome is not EntryOutcome.RECORDED for one in met))


@field.command(name="settle")
@click.argument("path", type=PATH)
@click.argument("entry_no", type=int)
@click.option("--send", "how", flag_value=Settlement.SENT.value, help="Record it after all.")
@click.option("--drop", "how", flag_value=Settlement.DROPPED.value, help="Leave it unrecorded.")
@click.option("--reason", required=True, help="Without personal data.")
@passphrase_option
@click.pass_context
def decide(
    context: click.Context,
    path: Path,
    entry_no: int,
    *,
    how: str | None,
    reason: str,
    passphrase_file: Path | None,
) -> None:
    """Decide about an entry that was refused, or met what others wrote."""
    if how is None:
        raise click.UsageError("say --send or --drop")
    opened = _opened(path, passphrase_file)
    bus = session_of(context).toolbox.bus()
    noted = settle(bus, opened, entry_no, settlement=Settlement(how), reason=reason)
    click.echo(f"entry {entry_no}: {noted['settled']}")


def _opened(path: Path, passphrase_file: Path | None) -> Pack:
    return Pack.open(SealedFile.open(path, _passphrase(passphrase_file)))


def _show(one: Met) -> None:
    """Write what was captured and what stands in its way, side by side."""
    click.echo(f"entry {one.entry.no}: {one.entry.command}: {one.outcome}")
    if one.outcome is not EntryOutcome.RECORDED:
        show_json({"captured": one.entry.fields})
    if one.says:
        click.echo(f"  {one.says}")
    for row in one.others:
        show_json({"meanwhile": row})


def _as_json(one: Met) -> Mapping[str, Any]:
    return {
        "entry_no": one.entry.no,
        "command": one.entry.command,
        "outcome": one.outcome.value,
        "captured": one.entry.fields,
        "says": one.says,
        "meanwhile": list(one.others),
    }
