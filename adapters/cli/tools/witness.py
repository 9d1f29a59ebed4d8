"""A witness of the logs of others: it signs that they only grew."""

import sys
import time
from pathlib import Path

import click

from adapters.evidence.check_log import read_log
from adapters.evidence.note import Key
from adapters.evidence.verification import key_of
from adapters.evidence.witness import (
    REQUEST_BYTES_MAX,
    Request,
    Witness,
    create_witness,
    read_request,
    request_since,
)
from adapters.problems import Unreadable

PATH = click.Path(path_type=Path)
folder_option = click.option("--folder", required=True, type=PATH, help="Its key, and what it saw.")


@click.group()
def witness() -> None:
    """Sign, for another institution, that its log only grew since you last looked.

    With that a log cannot be rewritten, nor shown in two versions, without your noticing.
    """


@witness.command()
@folder_option
@click.option("--name", required=True, help="As in witness.example/w1.")
def keygen(folder: Path, name: str) -> None:
    """Make the key of a witness, and write its public half."""
    click.echo(create_witness(folder, name).to_text())


@witness.command()
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@folder_option
@click.option("--log-key", required=True, help="Of the log: a file, or NAME+ID+KEY.")
def sign(source: Path, folder: Path, log_key: str) -> None:
    """Sign the checkpoint in SOURCE, and write the signature's line.

    SOURCE is a published log, or a request as `loanfold log request` writes it ("-" reads it from
    the input). Nothing is signed that does not extend what was seen before.
    """
    key, signer = key_of(log_key), Witness(folder)
    asked = _from_log(source, key, signer) if source.is_dir() else read_request(_read(source))
    click.echo(signer.cosign(asked, key, int(time.time())).to_text(), nl=False)


def _from_log(folder: Path, key: Key, signer: Witness) -> Request:
    """Return the request that a published log answers for itself."""
    checkpoint, note = read_log(folder, key)
    seen = signer.seen(key)
    size = min(seen.size if seen else 0, checkpoint.size)
    return request_since(folder, size, note, checkpoint.size)


def _read(source: Path) -> bytes:
    if str(source) == "-":
        return sys.stdin.buffer.read(REQUEST_BYTES_MAX + 1)
    try:
        with source.open("rb") as file:
            return file.read(REQUEST_BYTES_MAX + 1)
    except OSError as error:
        raise Unreadable((f"{source}: {error.strerror}",)) from error
