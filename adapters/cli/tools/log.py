"""The log: its root, its keys, and what is published and proved of it."""

import shlex
from pathlib import Path
from typing import BinaryIO

import click

from adapters.cli.session import session_of, show_progress
from adapters.cli.show import show_json
from adapters.cli.tools.report import as_json_option
from adapters.evidence.check_log import read_log
from adapters.evidence.files import write_whole
from adapters.evidence.keys import Use, adopt_key, create_key, read_pem
from adapters.evidence.log import CHECKPOINT, publish
from adapters.evidence.note import NOTE_BYTES_MAX, Key
from adapters.evidence.proof import prove
from adapters.evidence.signer import Signer, adopt_signer, create_signer
from adapters.evidence.stamps import Authority
from adapters.evidence.tiles import TileFolder
from adapters.evidence.verification import key_of
from adapters.evidence.verifier import main as run_verifier
from adapters.evidence.witness import cosigned_by, request_since
from adapters.problems import Unavailable, Unreadable
from adapters.settings import Settings

PATH = click.Path(path_type=Path)
USES = (Use.LOG, Use.EXPORT)


@click.group(invoke_without_command=True)
@as_json_option
@click.pass_context
def log(context: click.Context, as_json: bool) -> None:
    """Write SIZE:ROOT of the log: note it elsewhere, and give it to verify later."""
    if context.invoked_subcommand is not None:
        return
    size, root = session_of(context).toolbox.root()
    if as_json:
        show_json({"size": size, "root": root})
    else:
        click.echo(f"{size}:{root}")


@log.command()
@click.option(
    "--use",
    type=click.Choice([str(use) for use in USES]),
    help="One of the two; else both are made.",
)
@click.option("--name", help="Else that of the log, and NAME/export.")
@click.option("--command", help="Signs its input in place of a file, as a key device does.")
@click.option("--public", type=PATH, help="With --command: its public key in PEM.")
@click.pass_context
def keygen(
    context: click.Context,
    use: str | None,
    *,
    name: str | None,
    command: str | None,
    public: Path | None,
) -> None:
    """Make the keys that sign the log and its exports, and write their public halves.

    Hand these out by another way than what they sign. The keys lie in a folder of their own
    (LOANFOLD_SIGNING): back it up apart from the database.
    """
    session = session_of(context)
    if (command is None) != (public is None) or (command and use is None):
        raise Unreadable(("--command goes with --public and --use",))
    origin = name or session.toolbox.log_name()
    for each in USES if use is None else (Use(use),):
        called = origin if each is Use.LOG or (name and use) else f"{origin}/{each}"
        key = _make(session.settings.signing_folder, each, called, command=command, public=public)
        click.echo(key.to_text())


def _make(folder: Path, use: Use, name: str, *, command: str | None, public: Path | None) -> Key:
    if command is None or public is None:
        return create_signer(folder, name) if use is Use.LOG else create_key(folder, use, name)
    words, raw = shlex.split(command), read_pem(public)
    if use is Use.LOG:
        return adopt_signer(folder, name, public=raw, command=words)
    return adopt_key(folder, use, name=name, public=raw, command=words)


@log.command("publish")
@click.option("--to", required=True, type=PATH, help="The folder that outsiders read.")
@click.pass_context
def publish_log(context: click.Context, to: Path) -> None:
    """Write the log into a folder, sign it, and write its SIZE:ROOT.

    Run it at the end of each day. Only digests are published: nothing of what the records say.
    Where the settings name a time-stamping authority, the checkpoint is stamped as well.
    """
    session = session_of(context)
    signer = Signer(session.settings.signing_folder)
    _require_own(signer.key, session.toolbox.log_name())
    checkpoint = publish(session.toolbox.leaves(), to, signer, progress=show_progress)
    click.echo(f"{checkpoint.size}:sha256:{checkpoint.root.hex()}")
    if session.settings.authority is not None:
        click.echo(_stamp(session.settings, signer, checkpoint.size))


@log.command()
@click.argument("size", type=int, required=False)
@click.pass_context
def checkpoint(context: click.Context, size: int | None) -> None:
    """Write the newest checkpoint that was given out, or that of SIZE records."""
    signer = Signer(session_of(context).settings.signing_folder)
    click.echo(signer.open(_size(signer, size))[1].to_bytes(), nl=False)


@log.command()
@click.argument("size", type=int, required=False)
@click.pass_context
def stamp(context: click.Context, size: int | None) -> None:
    """Have the newest checkpoint, or that of SIZE records, stamped with the time.

    The authority is that of LOANFOLD_TSA; its certificates are checked with LOANFOLD_TSA_CA.
    """
    settings = session_of(context).settings
    signer = Signer(settings.signing_folder)
    click.echo(_stamp(settings, signer, _size(signer, size)))


@log.command("prove")
@click.argument("index", type=int)
@click.option("--from", "folder", required=True, type=PATH, help="A published log.")
@click.option("--log-key", required=True, help="Of the log: a file, or NAME+ID+KEY.")
@click.pass_context
def prove_record(_context: click.Context, index: int, folder: Path, log_key: str) -> None:
    """Write the proof that the record at INDEX is in a published log; it needs no database."""
    found, note = read_log(folder, key_of(log_key))
    click.echo(prove(TileFolder(folder, found.size), index, note).to_bytes(), nl=False)


@log.command()
@click.option("--from", "folder", required=True, type=PATH, help="A published log.")
@click.option("--log-key", required=True, help="Of the log: a file, or NAME+ID+KEY.")
@click.option("--since", type=int, default=0, show_default=True, help="What the witness saw last.")
@click.pass_context
def request(_context: click.Context, folder: Path, log_key: str, since: int) -> None:
    """Write what a witness is asked to sign: the checkpoint, and the proof that the log grew."""
    found, note = read_log(folder, key_of(log_key))
    click.echo(request_since(folder, since, note, found.size).to_bytes(), nl=False)


@log.command()
@click.argument("file", type=click.File("rb"))
@click.option("--witness", required=True, help="Its key: a file, or NAME+ID+KEY.")
@click.option("--size", type=int, help="Of the checkpoint that it signed; else the newest.")
@click.option("--to", type=PATH, help="The published log, whose checkpoint is to show it.")
@click.pass_context
def cosigned(
    context: click.Context, file: BinaryIO, *, witness: str, size: int | None, to: Path | None
) -> None:
    """Keep what a witness signed, once it is checked, with the checkpoint that it is of."""
    signer = Signer(session_of(context).settings.signing_folder)
    size = _size(signer, size)
    line = cosigned_by(file.read(NOTE_BYTES_MAX), signer.open(size)[1], key_of(witness))
    note = signer.add(size, line)
    if to is not None and read_log(to, signer.key)[0].size == size:
        write_whole(to / CHECKPOINT, note.to_bytes())
    click.echo(f"{line.name} signed the checkpoint of {size} records.")


@log.command("verify", add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def verify_log(context: click.Context, arguments: tuple[str, ...]) -> None:
    """Verify a published log or an export, as verify.py does; see --help."""
    context.exit(run_verifier(arguments))


def _size(signer: Signer, size: int | None) -> int:
    if size is not None:
        return size
    sizes = list(signer.given())
    if not sizes:
        raise Unavailable("no checkpoint was given out yet: run `loanfold log publish`")
    return sizes[-1]


def _stamp(settings: Settings, signer: Signer, size: int) -> str:
    if settings.authority is None or settings.certificates is None:
        raise Unreadable(("name a time-stamping authority: LOANFOLD_TSA and LOANFOLD_TSA_CA",))
    authority = Authority(settings.authority, settings.certificates)
    place = signer.keep_stamp(size, authority.stamp(signer.stamped(size)))
    return f"stamped by {settings.authority}: {place}"


def _require_own(key: Key, log_name: str) -> None:
    """Refuse to sign one institution's log with the key of another."""
    if key.name != log_name and not key.name.startswith(f"{log_name}/"):
        raise Unavailable(
            f"the key is that of the log {key.name}, and the journal is {log_name}: name the folder"
            " of its own keys with LOANFOLD_SIGNING"
        )
