"""A file of sealed lines that only grows: what an officer's machine keeps, lost or stolen.

The first line says who the pack is for and how the key is made; each line after it is one JSON
object, sealed by AES-256-GCM with its number in the nonce and the pack's in the sealed header, so
that no line can be changed, moved or taken from another pack.  A line that was cut short while
it was written is not there.  Source: RFC 7914 (scrypt), NIST SP 800-38D (GCM).
"""

import base64
import binascii
import hashlib
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.problems import Unavailable, Unreadable

FORM: Final = "loanfold field pack 1"
PASSPHRASE_SHORTEST: Final = 12
_COST: Final = 2**15  # scrypt: 32 MiB and about a tenth of a second.


@frozen
class SealedFile:
    """An open pack file."""

    path: Path
    pack_id: str
    key: bytes

    @classmethod
    def create(cls, path: Path, pack_id: str, passphrase: str) -> "SealedFile":
        """Make a new file; Unavailable where one stands, Unreadable for a short passphrase."""
        if len(passphrase) < PASSPHRASE_SHORTEST:
            raise Unreadable(
                (f"the passphrase of a pack has at least {PASSPHRASE_SHORTEST} characters",)
            )
        salt = secrets.token_bytes(16)
        header = {"form": FORM, "pack_id": pack_id, "salt": salt.hex()}
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            raise Unavailable(f"{path} is there already: name another file") from error
        except OSError as error:
            raise Unavailable(f"{path} cannot be written: {error.strerror}") from error
        with os.fdopen(descriptor, "wb") as file:
            file.write(json.dumps(header).encode() + b"\n")
        return cls(path, pack_id, _key(passphrase, salt))

    @classmethod
    def open(cls, path: Path, passphrase: str) -> "SealedFile":
        """Open a file; Unreadable where it is no pack, or the passphrase is another."""
        try:
            header = json.loads(_lines(path)[0])
            pack_id, salt = str(header["pack_id"]), bytes.fromhex(header["salt"])
            if header["form"] != FORM:
                raise ValueError
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise Unreadable((f"{path} is no field pack",)) from error
        opened = cls(path, pack_id, _key(passphrase, salt))
        next(opened.read(), None)  # The first line tells whether the passphrase is right.
        return opened

    def read(self) -> Iterator[Mapping[str, Any]]:
        """Yield the objects in order; Unreadable at a line that was changed or moved."""
        for number, line in enumerate(_lines(self.path)[1:], start=1):
            try:
                sealed = base64.b64decode(line, validate=True)
                plain = AESGCM(self.key).decrypt(self._nonce(number), sealed, self._bound())
            except (InvalidTag, binascii.Error) as error:
                why = "the passphrase is another, or the line was changed"
                raise Unreadable((f"{self.path}, line {number + 1}: {why}",)) from error
            yield json.loads(plain)

    def append(self, value: Mapping[str, Any]) -> None:
        """Add one object, and see it on the disk."""
        whole = _lines(self.path)
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        sealed = AESGCM(self.key).encrypt(self._nonce(len(whole)), plain, self._bound())
        with self.path.open("r+b") as file:
            # What was cut short while it was written is no line, and is written over.
            file.seek(sum(len(line) + 1 for line in whole))
            file.truncate()
            file.write(base64.b64encode(sealed) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _nonce(self, number: int) -> bytes:
        return number.to_bytes(12, "big")

    def _bound(self) -> bytes:
        return f"{FORM}\n{self.pack_id}".encode()


def _lines(path: Path) -> list[bytes]:
    """Return the whole lines of a file."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}") from error
    return content.split(b"\n")[:-1]


def _key(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(passphrase.encode(), salt=salt, n=_COST, r=8, p=1, maxmem=2**26, dklen=32)
