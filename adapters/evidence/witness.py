"""A witness: it signs that a log of others grew, and only grew, since it last looked.

What it saw is on the disk before its signature leaves; so it never signs two histories.

Source: C2SP tlog-witness (requests, and what is checked) and tlog-cosignature (what is signed).
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from adapters.evidence.checkpoint import Checkpoint, open_note
from adapters.evidence.faults import Faulty, require
from adapters.evidence.files import alone, write_whole
from adapters.evidence.keys import Use, create_key, signing_key
from adapters.evidence.note import (
    TIME_BYTES,
    Key,
    Note,
    Signature,
    cosigned_message,
    read_note,
    read_signatures,
    require_signed,
    strict_base64,
)
from adapters.evidence.tiles import TileFolder
from adapters.evidence.tree import consistency_proof, extends
from adapters.problems import Unavailable

SEEN: Final = "seen"
REQUEST_BYTES_MAX: Final = 1_100_000
_OLD: Final = re.compile(r"old (0|[1-9][0-9]{0,15})")
_STEPS_MAX: Final = 63


class Request(NamedTuple):
    """A checkpoint to be signed, with the proof that it extends one of an earlier size."""

    old: int
    proof: tuple[bytes, ...]
    note: Note

    def to_bytes(self) -> bytes:
        """Return the request as it is sent."""
        steps = "".join(f"{b64encode(step).decode()}\n" for step in self.proof)
        return f"old {self.old}\n{steps}\n".encode() + self.note.to_bytes()


def read_request(content: bytes) -> Request:
    """Return the request of its bytes; Faulty where they are none."""
    require(len(content) <= REQUEST_BYTES_MAX, "the request is too long")
    head, blank, rest = content.partition(b"\n\n")
    first, *steps = head.decode(errors="replace").split("\n")
    match = _OLD.fullmatch(first)
    require(bool(blank) and match is not None, "a request begins with the line: old SIZE")
    require(len(steps) <= _STEPS_MAX, f"a proof has at most {_STEPS_MAX} steps")
    proof = tuple(strict_base64(step) for step in steps)
    return Request(int(match[1]) if match else 0, proof, read_note(rest))


def request_since(folder: Path, old: int, note: Note, size: int) -> Request:
    """Return the request for a checkpoint of a published log, from an earlier size on."""
    require(old <= size, f"the log has {size} records, and was asked to prove from {old} on")
    proof: Sequence[bytes] = consistency_proof(old, size, TileFolder(folder, size).node)
    return Request(old, tuple(proof), note)


def create_witness(folder: Path, name: str) -> Key:
    """Make the key of a witness, who has seen nothing yet."""
    key = create_key(folder, Use.WITNESS, name)
    (folder / SEEN).mkdir()
    return key


def cosigned_by(content: bytes, note: Note, key: Key) -> Signature:
    """Return the line of a witness over a note, among the lines that it answered with.

    Raises Faulty where there is none, or where it does not hold.
    """
    lines = [line for line in content.decode(errors="replace").splitlines() if line[:1] == "—"]
    found = [line for line in read_signatures("\n".join(lines)) if line.id == key.id]
    require(bool(found), f"no line is signed by {key.name} with the key {key.id.hex()}")
    require_signed(Note(note.text, (found[-1],)), key)
    return found[-1]


class Witness:
    """Signs the checkpoints of logs that only grow."""

    def __init__(self, folder: Path) -> None:
        """Sign with the key in a folder, and remember there; Unavailable where it is not whole."""
        self.folder, self._key = folder, signing_key(folder, Use.WITNESS)
        if not (folder / SEEN).is_dir():
            raise Unavailable(
                f"{folder / SEEN} is missing: a witness that lost what it saw does not sign;"
                " restore the folder, or begin with a new key"
            )

    @property
    def key(self) -> Key:
        """The public key."""
        return self._key.public

    def seen(self, log: Key) -> Checkpoint | None:
        """Return the last checkpoint of a log that was signed; None before the first."""
        place = self._place(log)
        if not place.exists():
            return None
        try:
            return open_note(place.read_bytes(), log)[0]
        except (OSError, Faulty) as error:
            raise Unavailable(
                f"what was seen of {log.name} is damaged ({place}: {error}): restore it"
            ) from error

    def cosign(self, request: Request, log: Key, seconds: int) -> Signature:
        """Return the signature over a checkpoint of a log at a POSIX time, once it is remembered.

        Raises Faulty where the log did not sign it, or where it does not extend what was seen.
        """
        with alone(self.folder):
            checkpoint, note = open_note(request.note.to_bytes(), log)
            self._require_growth(checkpoint, request, log)
            write_whole(self._place(log), note.to_bytes())
            signed = self._key.sign(cosigned_message(note.text, seconds))
            stamp = seconds.to_bytes(TIME_BYTES, "big")
            return Signature(self.key.name, self.key.id, stamp + signed)

    def _require_growth(self, checkpoint: Checkpoint, request: Request, log: Key) -> None:
        last = self.seen(log)
        size = last.size if last else 0
        if checkpoint.size < size:
            raise Faulty(f"the log has {checkpoint.size} records; it had {size} when last seen")
        require(
            request.old == size,
            f"the proof begins with {request.old} records; what was seen last is {size}:"
            f" ask again from there",
        )
        if last and size and not extends(request.proof, last.head, checkpoint.head):
            raise Faulty(
                f"the log of {checkpoint.size} records does not extend the {size} seen before."
                "  Nothing was signed.  Keep both checkpoints: each is signed by the log, and"
                f" together they show two histories.  The one seen is {self._place(log)}"
            )

    def _place(self, log: Key) -> Path:
        """Return the file of what was seen of a log; a name from outside names no file."""
        return self.folder / SEEN / hashlib.sha256(log.name.encode()).hexdigest()[:32]
