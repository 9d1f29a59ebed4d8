"""One record's proof that it is in a log, as a text that is checked without the log.

Source: C2SP tlog-proof.
"""

import re
from base64 import b64encode
from typing import Final, NamedTuple

from adapters.evidence.checkpoint import Checkpoint, open_note, read_checkpoint
from adapters.evidence.faults import require
from adapters.evidence.note import Key, Note, read_note, strict_base64
from adapters.evidence.tiles import TileFolder
from adapters.evidence.tree import HASH_BYTES, includes, inclusion_proof, leaf_hash

PROOF_BYTES_MAX: Final = 1_100_000
_FIRST: Final = "c2sp.org/tlog-proof@v1"
_INDEX: Final = re.compile(r"index (0|[1-9][0-9]{0,15})")
_STEPS_MAX: Final = 63


class Proof(NamedTuple):
    """Where a record is in a log, the path to its root, and the checkpoint that has it."""

    place: int  # The index.
    path: tuple[bytes, ...]
    note: Note

    def to_bytes(self) -> bytes:
        """Return the proof as it is written to a file."""
        steps = "".join(f"{b64encode(step).decode()}\n" for step in self.path)
        return f"{_FIRST}\nindex {self.place}\n{steps}\n".encode() + self.note.to_bytes()


def prove(tiles: TileFolder, index: int, note: Note) -> Proof:
    """Return the proof of a record, from the tiles of the log of a checkpoint."""
    checkpoint = read_checkpoint(note.text)
    require(
        0 <= index < checkpoint.size,
        f"the checkpoint is of {checkpoint.size} records, and has none of index {index}",
    )
    path = inclusion_proof(index, checkpoint.size, tiles.node)
    return Proof(index, tuple(path), note)


def read_proof(content: bytes) -> Proof:
    """Return the proof of its bytes; Faulty where they are none."""
    require(len(content) <= PROOF_BYTES_MAX, f"a proof has at most {PROOF_BYTES_MAX} bytes")
    head, blank, rest = content.partition(b"\n\n")
    first, *lines = head.decode(errors="replace").split("\n")
    require(bool(blank) and first == _FIRST, f"a proof begins with {_FIRST}")
    if lines and lines[0].startswith("extra "):
        lines = lines[1:]
    match = _INDEX.fullmatch(lines[0]) if lines else None
    require(match is not None, "a proof names its index")
    require(len(lines) <= _STEPS_MAX + 1, f"a proof has at most {_STEPS_MAX} steps")
    path = tuple(strict_base64(line) for line in lines[1:])
    require(all(len(step) == HASH_BYTES for step in path), "a step of the proof is no hash")
    return Proof(int(match[1]) if match else 0, path, read_note(rest))


def check_proof(proof: Proof, digest: bytes, key: Key) -> Checkpoint:
    """Return the checkpoint that a proof leads to; Faulty where it is not that of a record.

    digest is the SHA-256 of the record's bytes.
    """
    checkpoint, _ = open_note(proof.note.to_bytes(), key)
    holds = includes(
        proof.path,
        proof.place,
        checkpoint.size,
        hashed=leaf_hash(digest),
        root=checkpoint.root,
    )
    require(holds, f"the record is not that of index {proof.place} in the log of {key.name}")
    return checkpoint
