"""The keys: one for each person, wrapped by a key that lives outside the database.

Keys are kept apart from the journal, in a folder of their own with a backup cycle of its own, so
that a copy of the database alone opens nothing and an erased person stays erased.
"""

import json
import os
import secrets
import sqlite3
import threading
from base64 import b64decode, b64encode
from binascii import b2a_base64
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from attrs import frozen
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from eventsourcing.persistence import IntegrityError

from adapters.problems import Unavailable

CIPHER: Final = "aes-256-gcm"
KNOWN_MAX: Final = 20_000  # Keys kept at hand, so that memory does not grow with persons.
_NONCE_BYTES: Final = 12


def seal(key: bytes, content: bytes, bound_to: str) -> str:
    """Return content encrypted, readable only with the key and where it belongs."""
    nonce = os.urandom(_NONCE_BYTES)
    text = nonce + AESGCM(key).encrypt(nonce, content, bound_to.encode())
    return f"{CIPHER}:{b2a_base64(text, newline=False).decode()}"


def unseal(key: bytes, sealed: str, bound_to: str) -> bytes:
    """Return what was sealed; Unavailable where the key or the place is another."""
    cipher, _, text = sealed.partition(":")
    if cipher != CIPHER:
        raise Unavailable(f"sealed with {cipher!r}, which this program does not know: update it")
    content = b64decode(text)
    try:
        return AESGCM(key).decrypt(
            content[:_NONCE_BYTES], content[_NONCE_BYTES:], bound_to.encode()
        )
    except InvalidTag as error:
        raise Unavailable(
            "a sealed value does not open with these keys: restore the keys that belong to this"
            " database, or run `loanfold verify`"
        ) from error


@frozen
class Master:
    """The institution's own keys; whoever holds them and the database can read."""

    id: str
    wrapping: bytes
    lookup: bytes  # For keyed hashes; another key, so that neither use weakens the other.

    @classmethod
    def fresh(cls) -> "Master":
        """Return new random keys."""
        return cls(f"kek-{secrets.token_hex(8)}", secrets.token_bytes(32), secrets.token_bytes(32))

    def to_text(self) -> str:
        """Return the keys as the text of their file."""
        return json.dumps(
            {
                "id": self.id,
                "wrapping": b64encode(self.wrapping).decode(),
                "lookup": b64encode(self.lookup).decode(),
            },
            indent=1,
        )

    @classmethod
    def from_text(cls, text: str) -> "Master":
        """Return the keys from the text of their file; ValueError where it is damaged."""
        fields = json.loads(text)
        return cls(fields["id"], b64decode(fields["wrapping"]), b64decode(fields["lookup"]))


class Keys:
    """One key a person, made when first needed and destroyed on erasure."""

    def __init__(self, folder: Path | None) -> None:
        """Open the keys in a folder, or fresh ones in memory where it is None."""
        self._lock = threading.RLock()
        self._known: OrderedDict[str, bytes] = OrderedDict()
        self._made: dict[str, bytes] | None = None  # Of the block that they are made together in.
        self._without: frozenset[str] = frozenset()  # Who had no key when it began.
        self._folder = folder
        try:
            self.master = Master.fresh() if folder is None else _master(folder)
            place = ":memory:" if folder is None else str(folder / "persons.sqlite")
            self._db = sqlite3.connect(
                place, isolation_level=None, check_same_thread=False, timeout=30
            )
            # The rollback journal holds old pages: DELETE removes it with each commit.
            for pragma in ("journal_mode=DELETE", "synchronous=FULL", "secure_delete=ON"):
                self._db.execute(f"PRAGMA {pragma}")
            self._db.execute(
                "CREATE TABLE IF NOT EXISTS person"
                " (person TEXT PRIMARY KEY, wrapped TEXT NOT NULL) WITHOUT ROWID"
            )
        except (sqlite3.Error, OSError, ValueError, KeyError) as error:
            raise Unavailable(
                f"the keys in {folder} cannot be used ({error}): restore them from their backup,"
                " or name their folder with --keys"
            ) from error

    def key(self, person: str) -> bytes | None:
        """Return a person's key; None where there is none, or no longer."""
        with self._lock:
            return self._known.get(person) or self._load(person)

    def key_or_new(self, person: str) -> bytes:
        """Return a person's key, making one where there is none."""
        with self._lock:
            found = self.key(person)
            if found is not None:
                return found
            fresh = secrets.token_bytes(32)
            if self._made is None:
                self._save({person: fresh})
            else:
                self._made[person] = fresh
            return self._keep(person, fresh)

    def destroy(self, person: str) -> None:
        """Destroy a person's key; nothing sealed with it opens any more."""
        with self._lock, self._writing():
            self._known.pop(person, None)
            self._db.execute("DELETE FROM person WHERE person = ?", (person,))

    @contextmanager
    def together(self, persons: Collection[str] = ()) -> Iterator[None]:
        """Make the keys that are asked for in this block durable in one write at its end.

        Whoever is likely to be asked for is looked for at once.  Raises IntegrityError where
        another process made one of the keys meanwhile.
        """
        with self._lock:
            made: dict[str, bytes] = {}
            self._made, self._without = made, self._without_key(persons)
            try:
                yield
                self._save(made)
            except BaseException:
                self._known.clear()  # What is not on the disk must seal nothing.
                raise
            finally:
                self._made, self._without = None, frozenset()

    def _without_key(self, persons: Collection[str]) -> frozenset[str]:
        found = self._db.execute(
            "SELECT person FROM person WHERE person IN (SELECT value FROM json_each(?))",
            (json.dumps(list(persons)),),
        )
        return frozenset(persons).difference(person for (person,) in found)

    def _save(self, made: Mapping[str, bytes]) -> None:
        if not made:
            return
        rows = [(person, seal(self.master.wrapping, key, person)) for person, key in made.items()]
        with self._writing():
            self._db.execute("BEGIN IMMEDIATE")
            saved = self._db.executemany("INSERT OR IGNORE INTO person VALUES (?, ?)", rows)
            if saved.rowcount != len(rows):
                self._db.execute("ROLLBACK")
                raise IntegrityError("another process has made a key of one of these persons")
            self._db.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Say what to do where the disk refuses; a key that is not on it must seal nothing."""
        try:
            yield
        except sqlite3.Error as error:
            self._known.clear()
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise Unavailable(
                f"the keys in {self._folder} cannot be written ({error}): make room or mend the"
                " disk, and send it again with the same key"
            ) from error

    def copy_to(self, folder: Path) -> None:
        """Write a copy of all keys into a folder."""
        if self._folder is None:
            raise Unavailable("keys in memory have no backup")
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._lock, closing(sqlite3.connect(folder / "persons.sqlite")) as copy:
            self._db.backup(copy)
        _write_private(folder / "wrapping.key", self.master.to_text())

    def close(self) -> None:
        """Close the store of keys, and forget them."""
        self._known.clear()
        self._db.close()

    def _load(self, person: str) -> bytes | None:
        if person in self._without:
            return None
        row = self._db.execute("SELECT wrapped FROM person WHERE person = ?", (person,)).fetchone()
        if row is None:
            return None
        return self._keep(person, unseal(self.master.wrapping, row[0], person))

    def _keep(self, person: str, key: bytes) -> bytes:
        """Keep a key at hand; of many, the one that was kept first goes."""
        if len(self._known) >= KNOWN_MAX:
            self._known.popitem(last=False)
        self._known[person] = key
        return key


def _master(folder: Path) -> Master:
    place = folder / "wrapping.key"
    if place.exists():
        return Master.from_text(place.read_text())
    if (folder / "persons.sqlite").exists():
        raise ValueError("wrapping.key is missing")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = Master.fresh()
    _write_private(place, fresh.to_text())
    return fresh


def _write_private(place: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    beside = place.with_suffix(".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)
