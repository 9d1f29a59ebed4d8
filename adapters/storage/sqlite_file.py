"""How an SQLite file is opened: its tables, its connections, and what can be wrong with it."""

import secrets
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from eventsourcing.persistence import InterfaceError
from eventsourcing.sqlite import SQLiteConnection, SQLiteConnectionPool, SQLiteDatastore

from adapters.problems import Unavailable

LOCK_SECONDS: Final = 30
STATEMENTS: Final = 128  # Kept prepared by a connection.
# What is read again and again stays at hand, and what is written again and again goes once from
# the write-ahead log into the file: 32 MB at most, then 16 MB of log.
ROOM: Final = ("cache_size=-32768", "wal_autocheckpoint=4096")

TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS leaf (idx INTEGER PRIMARY KEY, stream TEXT NOT NULL,"
    " ver INTEGER NOT NULL, digest BLOB NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (stream, ver))",
    "CREATE INDEX IF NOT EXISTS leaf_recorded_at ON leaf (recorded_at)",
    "CREATE TABLE IF NOT EXISTS command (key TEXT PRIMARY KEY, content TEXT NOT NULL,"
    " stream TEXT NOT NULL, version INTEGER NOT NULL, events TEXT NOT NULL, idx INTEGER,"
    " recorded_at TEXT) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS command_stream ON command (stream)",
    "CREATE TABLE IF NOT EXISTS vault (stream TEXT NOT NULL, ver INTEGER NOT NULL,"
    " path TEXT NOT NULL, person TEXT NOT NULL, digest TEXT NOT NULL, sealed TEXT NOT NULL,"
    " PRIMARY KEY (stream, ver, path)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS vault_person ON vault (person)",
    "CREATE TABLE IF NOT EXISTS lookup (kind TEXT NOT NULL, keyed TEXT NOT NULL,"
    " person TEXT NOT NULL, PRIMARY KEY (kind, keyed, person)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS lookup_person ON lookup (person)",
    "CREATE TABLE IF NOT EXISTS guard (keyed TEXT PRIMARY KEY, stream TEXT NOT NULL,"
    " person TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS guard_person ON guard (person)",
    "CREATE TABLE IF NOT EXISTS erasure (person TEXT PRIMARY KEY, done INTEGER NOT NULL)"
    " WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID",
)


class _Pool(SQLiteConnectionPool):
    """Connections that never acknowledge what is not on disk, and overwrite what they delete."""

    def _create_connection(self) -> SQLiteConnection:
        connection = SQLiteConnection(self._connected(), self.max_age)
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")  # Of a database in memory it changes nothing.
        for pragma in ("synchronous=FULL", "secure_delete=ON", *ROOM):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone()[0] >= 2, "SQLite would acknowledge what is not on disk"
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone()[0] in ("wal", "memory"), "SQLite has no write-ahead log here"
        return connection

    def _connected(self) -> sqlite3.Connection:
        # The library keeps one prepared statement a connection; a command runs a dozen.
        try:
            connection = sqlite3.connect(
                self.db_name,
                uri=True,
                check_same_thread=False,
                isolation_level=None,
                timeout=LOCK_SECONDS,
                cached_statements=STATEMENTS,
            )
        except sqlite3.Error as error:
            raise InterfaceError(error) from error
        connection.row_factory = sqlite3.Row
        return connection


def open_datastore(path: Path | None) -> SQLiteDatastore:
    """Return the library's data store on a file, or in memory where path is None."""
    memory = f"file:loanfold-{secrets.token_hex(8)}?mode=memory&cache=shared"
    name = memory if path is None else f"file:{quote(str(path))}"
    store = SQLiteDatastore(name, lock_timeout=LOCK_SECONDS, originator_id_type="text")
    store.pool = _Pool(db_name=name, lock_timeout=LOCK_SECONDS)
    return store


def unavailable(path: Path | None, error: Exception) -> Unavailable:
    """Return what a person should do about an error of the database."""
    said = str(error)
    if "not a database" in said or "malformed" in said:
        return Unavailable(f"{path} is no Loanfold database, or is damaged: restore a backup")
    if "readonly" in said or "read-only" in said:
        return Unavailable(f"{path} cannot be written: check its permissions and its disk")
    return Unavailable(f"{path} cannot be used ({said}): check the path, its folder and its disk")
