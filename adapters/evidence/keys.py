"""Keys that sign: in a file that only its owner may read, or behind a command of a key device.

A key signs one kind of text and no other: raw Ed25519 has no context, so the log, the exports and
the witness each have a key of their own.  Keys never lie in the database or in its backups.

Source: RFC 8032 (Ed25519), RFC 5958 (the file is PKCS #8, which OpenSSL reads).
"""

import os
import subprocess
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from adapters.evidence.ed25519 import verifies
from adapters.evidence.faults import Faulty
from adapters.evidence.files import write_whole
from adapters.evidence.note import COSIGNATURE, ED25519, Key, read_key
from adapters.problems import Unavailable

COMMAND_SECONDS_MAX: Final = 60
_OTHERS: Final = 0o077  # What group and others might do with a file.


class Use(StrEnum):
    """What a key signs; its files are named for it."""

    LOG = "log"  # Checkpoints of our log.
    EXPORT = "export"  # What leaves the house.
    WITNESS = "witness"  # Checkpoints of others' logs.


class SigningKey(Protocol):
    """Something that signs; a key device needs no more than this."""

    @property
    def public(self) -> Key:
        """The key that others check with, and its name."""

    def sign(self, message: bytes) -> bytes:
        """Return the 64 bytes of an Ed25519 signature; Unavailable where none can be made."""


class FileKey:
    """A private key in a file."""

    def __init__(self, public: Key, private: Ed25519PrivateKey) -> None:
        """Sign with a private key under the name of its public one."""
        self.public, self._private = public, private

    def sign(self, message: bytes) -> bytes:
        """Return the signature."""
        return self._private.sign(message)


class CommandKey:
    """A key behind a command: it is given the message on its input and answers 64 bytes."""

    def __init__(self, public: Key, command: list[str]) -> None:
        """Sign by running a command, as words."""
        self.public, self._command = public, command

    def sign(self, message: bytes) -> bytes:
        """Return the signature; Unavailable where the command fails or answers another's."""
        said = f"the command that signs for {self.public.name} ({self._command[0]})"
        try:
            done = subprocess.run(
                self._command,
                input=message,
                capture_output=True,
                timeout=COMMAND_SECONDS_MAX,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Unavailable(f"{said} did not answer ({error}): see that it runs") from error
        if done.returncode or not verifies(self.public.public, done.stdout, message):
            told = done.stderr.decode(errors="backslashreplace").strip()[:200]
            raise Unavailable(
                f"{said} did not answer with a signature of {self.public.to_text()}"
                f" (exit {done.returncode}{', ' + told if told else ''}): nothing was signed"
            )
        return done.stdout


def create_key(folder: Path, use: Use, name: str) -> Key:
    """Make a key in a folder, and return its public part; Unavailable where there is one.

    Beside USE.key lie USE.vkey and USE.pem, the public key for note tools and for OpenSSL: they
    are given to those who check, by another channel than what they check.
    """
    _require_new(folder, use)
    private = Ed25519PrivateKey.generate()
    secret = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_whole(folder / f"{use}.key", secret, mode=0o600)
    raw = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return _write_public(folder, use, Key(name, raw, _algorithm(use)))


def adopt_key(folder: Path, use: Use, *, name: str, public: bytes, command: list[str]) -> Key:
    """Note that a command signs for a use, with a public key of 32 bytes; tried out at once."""
    _require_new(folder, use)
    key = Key(name, public, _algorithm(use))
    CommandKey(key, command).sign(f"{name} is asked to sign for the first time\n".encode())
    write_whole(folder / f"{use}.command", "".join(f"{w}\n" for w in command).encode(), mode=0o600)
    return _write_public(folder, use, key)


def public_key(folder: Path, use: Use) -> Key:
    """Return the public key for a use; Unavailable where there is none."""
    place = folder / f"{use}.vkey"
    try:
        return read_key(place.read_text(encoding="utf-8"))
    except (OSError, Faulty) as error:
        raise Unavailable(
            f"{place} is no public key ({error}): make a key with `loanfold log keygen`, or"
            " restore the folder of signing keys from its own backup"
        ) from error


def read_pem(place: Path) -> bytes:
    """Return the 32 bytes of an Ed25519 public key in a PEM file; Unavailable for another."""
    try:
        key = load_pem_public_key(place.read_bytes())
    except (OSError, ValueError) as error:
        raise Unavailable(f"{place} is no public key in PEM ({error})") from error
    if not isinstance(key, Ed25519PublicKey):
        raise Unavailable(f"{place} is no Ed25519 key")
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def signing_key(folder: Path, use: Use) -> SigningKey:
    """Return the key for a use; Unavailable where others may read it, or where it is another's."""
    public, command = public_key(folder, use), folder / f"{use}.command"
    if command.exists():
        _require_private(command)
        return CommandKey(public, command.read_text(encoding="utf-8").splitlines())
    place = folder / f"{use}.key"
    try:
        _require_private(place)
        private = load_pem_private_key(place.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise Unavailable(
            f"{place} is no private key ({error}): restore it from its own backup"
        ) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise Unavailable(f"{place} is no Ed25519 key")
    if private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw) != public.public:
        raise Unavailable(f"{place} does not belong to {use}.vkey beside it: restore both")
    return FileKey(public, private)


def _algorithm(use: Use) -> int:
    return COSIGNATURE if use is Use.WITNESS else ED25519


def _require_new(folder: Path, use: Use) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for file in (folder / f"{use}.{kind}" for kind in ("key", "command", "vkey")):
        if file.exists():
            raise Unavailable(f"{file} exists: a key is made once, and moved away by hand")


def _require_private(place: Path) -> None:
    mode = place.stat().st_mode
    if os.name == "posix" and mode & _OTHERS:
        raise Unavailable(f"others may read {place}: chmod 600 it, and think of a new key")


def _write_public(folder: Path, use: Use, key: Key) -> Key:
    spki = Ed25519PublicKey.from_public_bytes(key.public).public_bytes(
        Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    )
    write_whole(folder / f"{use}.pem", spki)
    write_whole(folder / f"{use}.vkey", f"{key.to_text()}\n".encode())
    return key
