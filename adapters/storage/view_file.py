"""The file of the views: its connection, and where each table in it stands.

A table may lie in the file twice: the one that is read, and one that is being built beside it.
The position of a table changes in the same transaction as its lines.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Final

from attrs import field, frozen

from adapters.problems import Unavailable
from adapters.storage.view_table import FORMAT, Layout

APPLICATION: Final = 0x4C_46_56_57  # "LFVW", in the header of every file of views.
LOCK_SECONDS: Final = 30
TABLES: Final = (
    "CREATE TABLE view_table (name TEXT, generation INTEGER, live INTEGER, definition TEXT,"
    " position INTEGER, mark TEXT, failure TEXT, PRIMARY KEY (name, generation))"
)


@frozen(kw_only=True)
class Standing:
    """Where one table in the file stands."""

    table: str
    generation: int
    live: bool  # It is read; otherwise it is being built beside the one that is.
    definition: str
    position: int = -1  # Log index of the last record taken in.
    mark: str = ""  # Names that record, so that another journal is noticed.
    failure: str | None = None  # The record that it stopped before, and why.

    @property
    def name(self) -> str:
        """The table's name in the file."""
        return f"{self.table}_{self.generation}"


@frozen
class ViewFile:
    """An open file of views; None keeps it in memory.  Threads take turns."""

    path: Path | None
    layouts: Mapping[str, Layout]
    connection: sqlite3.Connection = field(init=False)
    lock: RLock = field(factory=RLock, init=False)

    @connection.default
    def _connect(self) -> sqlite3.Connection:
        try:
            return _open(self.path)
        except sqlite3.Error as error:
            raise _unavailable(self.path, error) from error

    def prepare(self) -> None:
        """Create what is missing, and begin anew what was derived by another definition.

        Raises Unavailable where the file is none of ours, or is from a newer program.
        """
        try:
            _refuse_strangers(self.connection, self.path)
            self.connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.Error as error:
            raise _unavailable(self.path, error) from error
        with self.writing():
            _create(self.connection)
            known = {s.table: s for s in self.standings() if s.live}
            for name, layout in self.layouts.items():
                standing = known.pop(name, None)
                if standing is None or standing.definition != layout.definition:
                    self.begin(name, live=True)
            for standing in known.values():
                self.remove(standing)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make everything within one transaction: all of it or nothing."""
        with self.lock:
            try:
                self.connection.execute("BEGIN IMMEDIATE")
                yield
                self.connection.execute("COMMIT")
            except BaseException as error:
                with suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise _unavailable(self.path, error) from error
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the file throughout, whatever others write."""
        with self.lock:
            try:
                self.connection.execute("BEGIN")
                yield
            except sqlite3.Error as error:
                raise _unavailable(self.path, error) from error
            finally:
                with suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")

    def standings(self) -> Sequence[Standing]:
        """Return where every table stands."""
        with self.lock:
            rows = self.connection.execute("SELECT * FROM view_table ORDER BY name, generation")
            return [
                Standing(
                    table=name,
                    generation=generation,
                    live=bool(live),
                    definition=definition,
                    position=position,
                    mark=mark,
                    failure=failure,
                )
                for name, generation, live, definition, position, mark, failure in rows
            ]

    def begin(self, table: str, *, live: bool) -> Standing:
        """Create a table anew, empty: in place of the one that is read, or beside it."""
        old = [standing for standing in self.standings() if standing.table == table]
        generation = 1 + max((standing.generation for standing in old), default=0)
        for standing in old:
            if live or not standing.live:
                self.remove(standing)
        layout = self.layouts[table]
        new = Standing(table=table, generation=generation, live=live, definition=layout.definition)
        for statement in layout.create(new.name):
            self.connection.execute(statement)
        if live:
            self._index(new)
        self.connection.execute(
            "INSERT INTO view_table VALUES (?, ?, ?, ?, -1, '', NULL)",
            (table, generation, live, new.definition),
        )
        return new

    def swap(self, built: Standing) -> None:
        """Read a table that was built beside another instead of that one."""
        for standing in self.standings():
            if standing.table == built.table and standing.generation != built.generation:
                self.remove(standing)
        self._index(built)
        self.connection.execute(
            "UPDATE view_table SET live = 1 WHERE name = ? AND generation = ?",
            (built.table, built.generation),
        )

    def _index(self, standing: Standing) -> None:
        for statement in self.layouts[standing.table].index(standing.name):
            self.connection.execute(statement)

    def remove(self, standing: Standing) -> None:
        """Drop a table."""
        for suffix in ("", "_block"):
            self.connection.execute(f'DROP TABLE IF EXISTS "{standing.name}{suffix}"')
        self.connection.execute(
            "DELETE FROM view_table WHERE name = ? AND generation = ?",
            (standing.table, standing.generation),
        )

    def move(self, standing: Standing, position: int, mark: str, failure: str | None) -> bool:
        """Move a table's position; False where somebody else moved it meanwhile."""
        done = self.connection.execute(
            "UPDATE view_table SET position = ?, mark = ?, failure = ?"
            " WHERE name = ? AND generation = ? AND position = ?",
            (position, mark, failure, standing.table, standing.generation, standing.position),
        )
        return done.rowcount == 1

    def close(self) -> None:
        """Close the connection."""
        with self.lock:
            self.connection.close()


def _open(path: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(
        ":memory:" if path is None else path,
        timeout=LOCK_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    # Views can be derived again: after a loss of power the file is whole, and perhaps behind.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _refuse_strangers(connection: sqlite3.Connection, path: Path | None) -> None:
    """Raise Unavailable for a database that is not ours to write; nothing is changed in it."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if _is_empty(connection):
        return
    if application != APPLICATION:
        raise Unavailable(
            f"{path} is no file of views: move it away, and the views are built again beside it"
        )
    if version > FORMAT:
        raise Unavailable(
            f"{path} was written by a newer program: use that one, or move the file away and the"
            " views are built again from the journal"
        )


def _create(connection: sqlite3.Connection) -> None:
    """Make an empty database a file of views."""
    if _is_empty(connection):
        connection.execute(TABLES)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _is_empty(connection: sqlite3.Connection) -> bool:
    (tables,) = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    return bool(tables == 0)


def _unavailable(path: Path | None, error: sqlite3.Error) -> Unavailable:
    said = str(error)
    if "not a database" in said or "malformed" in said:
        return Unavailable(
            f"{path} is no file of views, or is damaged: move it away, and the views are built"
            " again from the journal"
        )
    if "locked" in said:
        return Unavailable(f"another process is building the views in {path}: try again later")
    return Unavailable(
        f"the views in {path} cannot be used ({said}): check the path, its folder and its disk"
    )
