"""Checkpoints: the size and the root of a log, signed.

Source: C2SP tlog-checkpoint.
"""

import re
from base64 import b64encode
from typing import Final, NamedTuple

from adapters.evidence.faults import Faulty, require
from adapters.evidence.note import Key, Note, read_note, require_signed, strict_base64
from adapters.evidence.tree import EMPTY, HASH_BYTES

_SIZE: Final = re.compile(r"0|[1-9][0-9]{0,15}")


class Checkpoint(NamedTuple):
    """What a log was at a moment: its outside name, its number of records, its Merkle root."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()  # Lines that nobody vouches for; we write none.

    @property
    def head(self) -> tuple[int, bytes]:
        """The size and the root."""
        return self.size, self.root

    def to_text(self) -> str:
        """Return the text that is signed."""
        lines = (self.origin, str(self.size), b64encode(self.root).decode(), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def read_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint of a note's text; Faulty where it is none."""
    lines = text.removesuffix("\n").split("\n")
    require(len(lines) >= 3 and all(lines), "a checkpoint has a name, a size and a root")
    require(bool(_SIZE.fullmatch(lines[1])), "the size of the checkpoint is no whole number")
    size, root = int(lines[1]), strict_base64(lines[2])
    require(len(root) == HASH_BYTES, f"the root of the checkpoint has not {HASH_BYTES} bytes")
    require(size > 0 or root == EMPTY, "the root of an empty log is that of nothing")
    return Checkpoint(lines[0], size, root, tuple(lines[3:]))


def open_checkpoint(content: bytes, key: Key) -> Checkpoint:
    """Return the checkpoint in a signed note, of the log that the key is named for.

    Raises Faulty where the key did not sign it, or where it speaks of another log.
    """
    checkpoint, _ = open_note(content, key)
    return checkpoint


def open_note(content: bytes, key: Key) -> tuple[Checkpoint, Note]:
    """Return the checkpoint as above, and the note that it stands in, with every signature."""
    note = read_note(content)
    require_signed(note, key)
    checkpoint = read_checkpoint(note.text)
    if checkpoint.origin != key.name:
        raise Faulty(f"the checkpoint is of the log {checkpoint.origin!r}, not of {key.name}")
    return checkpoint, note
