"""Signed notes: a text, and one line for each signature over it.

Lines of keys or algorithms that are not known are kept and passed over, so that a second algorithm
can stand beside the first.

Source: C2SP signed-note (format, key ids, verifier keys), C2SP tlog-cosignature (algorithm 4).
"""

import binascii
import hashlib
import re
from base64 import b64decode, b64encode
from typing import Final, NamedTuple

from adapters.evidence.ed25519 import PUBLIC_BYTES, verifies
from adapters.evidence.faults import Faulty, require

ED25519: Final = 1
COSIGNATURE: Final = 4  # Ed25519 over the text with the time of signing.
NOTE_BYTES_MAX: Final = 1_000_000
SIGNATURES_MAX: Final = 100
TIME_BYTES: Final = 8
TIME_MAX: Final = 2**63 - 1

_NAME: Final = r"[^\s+]+"
_SIGNATURE_LINE: Final = re.compile(rf"— ({_NAME}) ([A-Za-z0-9+/=]+)")
_VKEY: Final = re.compile(rf"({_NAME})\+([0-9a-f]{{8}})\+([A-Za-z0-9+/=]+)")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")


class Key(NamedTuple):
    """Who signs: a name, an algorithm and a public key; the three make the key's id."""

    name: str
    public: bytes
    algorithm: int = ED25519

    @property
    def id(self) -> bytes:
        """The four bytes that mark the key's signatures."""
        named = self.name.encode() + b"\n" + bytes([self.algorithm])
        return hashlib.sha256(named + self.public).digest()[:4]

    def to_text(self) -> str:
        """Return the verifier key as one line: NAME+ID+KEY."""
        encoded = b64encode(bytes([self.algorithm]) + self.public).decode()
        return f"{self.name}+{self.id.hex()}+{encoded}"


class Signature(NamedTuple):
    """One signature line."""

    name: str
    id: bytes
    content: bytes

    def to_text(self) -> str:
        """Return the line with its line feed."""
        return f"— {self.name} {b64encode(self.id + self.content).decode()}\n"


class Note(NamedTuple):
    """A text that ends in a line feed, and the signatures under it."""

    text: str
    signatures: tuple[Signature, ...]

    def to_bytes(self) -> bytes:
        """Return the note as it is written to a file."""
        lines = "".join(signature.to_text() for signature in self.signatures)
        return f"{self.text}\n{lines}".encode()

    def plus(self, *more: Signature) -> "Note":
        """Return the note with further signatures, each in the place of its key's earlier one."""
        lines = {(line.name, line.id): line for line in (*self.signatures, *more)}
        return Note(self.text, tuple(lines.values()))


def read_key(text: str) -> Key:
    """Return the key of a verifier key's line; Faulty where it is none, or its id is not its own.

    A key of an algorithm that is not known is read, and verifies nothing.
    """
    match = _VKEY.fullmatch(text.strip())
    if match is None:
        raise Faulty("a verifier key is one line, NAME+ID+KEY")
    content = strict_base64(match[3])
    require(len(content) > 1, "the verifier key has no key in it")
    key = Key(match[1], content[1:], content[0])
    require(key.id.hex() == match[2], f"the id of the verifier key {key.name} is not its own")
    known = key.algorithm in (ED25519, COSIGNATURE)
    require(
        not known or len(key.public) == PUBLIC_BYTES,
        f"the verifier key {key.name} is not {PUBLIC_BYTES} bytes long",
    )
    return key


def read_note(content: bytes) -> Note:
    """Return the note of its bytes; Faulty where they are none.  No signature is checked."""
    require(len(content) <= NOTE_BYTES_MAX, f"a note has at most {NOTE_BYTES_MAX} bytes")
    try:
        whole = content.decode()
    except UnicodeDecodeError as error:
        raise Faulty("the note is not UTF-8") from error
    require(not _CONTROL.search(whole), "the note has control characters")
    text, blank, lines = whole.rpartition("\n\n")
    require(bool(blank) and lines.endswith("\n"), "the note has no signature lines")
    return Note(text + "\n", read_signatures(lines))


def read_signatures(lines: str) -> tuple[Signature, ...]:
    """Return the signatures of signature lines; Faulty where one is none."""
    split = lines.removesuffix("\n").split("\n")
    require(len(split) <= SIGNATURES_MAX, f"a note has at most {SIGNATURES_MAX} signatures")
    return tuple(_signature(line) for line in split)


def require_signed(note: Note, key: Key) -> int | None:
    """Check that a key signed a note; return the time that a cosignature says, else None.

    Raises Faulty where no line is the key's, or where one of its lines does not hold.
    """
    lines = [s for s in note.signatures if (s.name, s.id) == (key.name, key.id)]
    require(bool(lines), f"the note is not signed by {key.name} with the key {key.id.hex()}")
    times = [_check(note.text, key, line.content) for line in lines]
    return times[-1]


def cosigned_message(text: str, seconds: int) -> bytes:
    """Return the bytes that a witness signs for a checkpoint's text, at a POSIX time."""
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def _check(text: str, key: Key, content: bytes) -> int | None:
    seconds, message, signature = None, text.encode(), content
    if key.algorithm == COSIGNATURE:
        seconds = int.from_bytes(content[:TIME_BYTES], "big")
        require(seconds <= TIME_MAX, f"the cosignature of {key.name} has no possible time")
        message, signature = cosigned_message(text, seconds), content[TIME_BYTES:]
    known = key.algorithm in (ED25519, COSIGNATURE)
    require(known, f"the algorithm {key.algorithm} of the key {key.name} is not known")
    require(verifies(key.public, signature, message), f"the signature of {key.name} does not hold")
    return seconds


def _signature(line: str) -> Signature:
    match = _SIGNATURE_LINE.fullmatch(line)
    if match is None:
        raise Faulty("a signature line is not of the form — NAME SIGNATURE")
    content = strict_base64(match[2])
    require(len(content) > 4, "a signature line has no signature")
    return Signature(match[1], content[:4], content[4:])


def strict_base64(text: str) -> bytes:
    """Return the bytes of base64 in its one form; Faulty for anything else."""
    try:
        content = b64decode(text, validate=True)
    except binascii.Error as error:
        raise Faulty("what should be base64 is not") from error
    require(b64encode(content).decode() == text, "what should be base64 is not in its one form")
    return content
