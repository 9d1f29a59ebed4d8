"""The signer of checkpoints: it remembers what it signed, and signs nothing that does not follow.

Its memory lies in a folder of its own, apart from the database and from the backups of it: only so
does it see that the database is an older one than it was, or another.

Source: C2SP tlog-checkpoint (a log never signs two checkpoints without a consistency proof).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from adapters.evidence.checkpoint import Checkpoint, open_note
from adapters.evidence.faults import Faulty
from adapters.evidence.files import alone, write_whole
from adapters.evidence.keys import SigningKey, Use, adopt_key, create_key, signing_key
from adapters.evidence.note import Key, Note, Signature
from adapters.evidence.tree import EMPTY, extends
from adapters.problems import Unavailable

LAST: Final = "last"  # The last checkpoint that was signed, given out or not.
GIVEN: Final = "checkpoints"  # All that were given out, by size.

STAMP: Final = ".tsr"  # After a size: the time stamp of that checkpoint.

ASTRAY: Final = (
    "Nothing was signed.  The database is not the one that the last checkpoint was made from: it"
    " was restored from an older backup, replaced, or changed.  Bring back the newest copy, and see"
    " what `loanfold verify` says.  If the records are lost for good, go on under a new name with a"
    " new key (`loanfold log keygen --name`), and tell everyone who holds a checkpoint"
)


def create_signer(folder: Path, name: str) -> Key:
    """Make the key of a log and its signer's memory, which begins with the empty log."""
    key = create_key(folder, Use.LOG, name)
    begin_memory(folder, signing_key(folder, Use.LOG))
    return key


def adopt_signer(folder: Path, name: str, *, public: bytes, command: list[str]) -> Key:
    """Begin a signer whose key is behind a command; see keys.adopt_key."""
    key = adopt_key(folder, Use.LOG, name=name, public=public, command=command)
    begin_memory(folder, signing_key(folder, Use.LOG))
    return key


def begin_memory(folder: Path, key: SigningKey) -> None:
    """Begin a signer's memory with the empty log; once only, with a new key."""
    empty = Checkpoint(key.public.name, 0, EMPTY).to_text()
    write_whole(folder / LAST, _signed(key, empty).to_bytes())
    (folder / GIVEN).mkdir()


class Signer:
    """Signs checkpoints of one log."""

    def __init__(self, folder: Path) -> None:
        """Sign with the key in a folder, and remember there; Unavailable where it is not whole."""
        self.folder, self._key = folder, signing_key(folder, Use.LOG)

    @property
    def key(self) -> Key:
        """The public key, which names the log."""
        return self._key.public

    def last(self) -> Checkpoint:
        """Return the last checkpoint that was signed.

        Raises Unavailable where the memory is lost: a signer who does not know what it signed
        does not sign.
        """
        place = self.folder / LAST
        try:
            return open_note(place.read_bytes(), self.key)[0]
        except (OSError, Faulty) as error:
            raise Unavailable(
                f"the signer does not know what it signed last ({place}: {error}).  Nothing was"
                " signed: restore the folder from its own backup, or put the newest checkpoint"
                f" that anyone was given into {place}"
            ) from error

    def sign(self, size: int, root: bytes, proof: Sequence[bytes]) -> Note:
        """Return the signed checkpoint of a log, remembered before it is returned.

        proof shows that it extends the last one that was signed.  Raises Unavailable where it
        does not.
        """
        with alone(self.folder):
            last = self.last()
            if size < last.size:
                raise Unavailable(
                    f"the log has {size} records, and {last.size} were signed for.  {ASTRAY}"
                )
            if last.size and not extends(proof, last.head, (size, root)):
                raise Unavailable(
                    f"the log of {size} records does not continue the {last.size} that were signed"
                    f" for.  {ASTRAY}"
                )
            return self._remembered(Checkpoint(self.key.name, size, root))

    def given(self) -> Mapping[int, Path]:
        """Return the files of all checkpoints that were ever given out, by size, in order."""
        files = (self.folder / GIVEN).glob("[0-9]*")
        sizes = {int(file.name): file for file in files if file.name.isdigit()}
        return dict(sorted(sizes.items()))

    def open(self, size: int) -> tuple[Checkpoint, Note]:
        """Return a checkpoint that was given out; Unavailable where it is damaged or unknown."""
        place = self.folder / GIVEN / str(size)
        try:
            return open_note(place.read_bytes(), self.key)
        except (OSError, Faulty) as error:
            raise Unavailable(
                f"{place} is no checkpoint of ours ({error}): restore it from its own backup"
            ) from error

    def stamped(self, size: int) -> bytes:
        """Return what a time stamp of a checkpoint is over: the log's signature, 64 bytes.

        What was stamped holds also where the key is stolen later.
        """
        _, note = self.open(size)
        return next(line.content for line in note.signatures if line.id == self.key.id)

    def stamps(self) -> Mapping[int, Path]:
        """Return the files of the time stamps of checkpoints, by size, in order."""
        files = {size: place.with_name(f"{size}{STAMP}") for size, place in self.given().items()}
        return {size: place for size, place in files.items() if place.exists()}

    def keep_stamp(self, size: int, stamp: bytes) -> Path:
        """Keep a time stamp with the checkpoint that it is of, and return its file."""
        place = self.folder / GIVEN / f"{size}{STAMP}"
        write_whole(place, stamp)
        return place

    def add(self, size: int, *signatures: Signature) -> Note:
        """Keep further signatures, of witnesses, with a checkpoint that was given out."""
        with alone(self.folder):
            note = self.open(size)[1].plus(*signatures)
            write_whole(self.folder / GIVEN / str(size), note.to_bytes())
            return note

    def _remembered(self, checkpoint: Checkpoint) -> Note:
        place = self.folder / GIVEN / str(checkpoint.size)
        if place.exists():
            return self.open(checkpoint.size)[1]
        note = _signed(self._key, checkpoint.to_text())
        write_whole(self.folder / LAST, note.to_bytes())
        write_whole(place, note.to_bytes())
        return note


def _signed(key: SigningKey, text: str) -> Note:
    line = Signature(key.public.name, key.public.id, key.sign(text.encode()))
    return Note(text, (line,))
