"""Connections to a PostgreSQL server, and what can be wrong with one."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import BoundedSemaphore
from typing import Any, Final, TypeVar

import psycopg
from eventsourcing.persistence import IntegrityError, PersistenceError
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from adapters.problems import Unavailable
from adapters.storage.postgres_schema import OLDEST, WRITER

CONNECTIONS_MAX: Final = 16
CONNECT_SECONDS: Final = 10
PLACED_SECONDS: Final = 1.0  # How long an answer waits for the writers that began before it.
# Numbering relies on a snapshot for each statement, and an answer on what is on the disk.
SESSION: Final = (
    "SELECT set_config('default_transaction_isolation', 'read committed', false),"
    " set_config('TimeZone', 'UTC', false),"
    " set_config('synchronous_commit', CASE current_setting('synchronous_commit')"
    " WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false),"
    " current_setting('fsync')"
)

# Another writer was first: read again and decide again.
_RACES: Final = (errors.UniqueViolation, errors.SerializationFailure, errors.DeadlockDetected)

Connection = psycopg.Connection[tuple[Any, ...]]
T = TypeVar("T")


class Pool:
    """The connections of one process; the one last used is used again first."""

    def __init__(self, url: str, *, oldest: int = OLDEST) -> None:
        """Name a server by URL; nothing is opened yet.  Unavailable where it is no URL."""
        try:
            known = conninfo_to_dict(url)
            self._conninfo = make_conninfo(
                url, connect_timeout=known.get("connect_timeout", CONNECT_SECONDS)
            )
        except psycopg.Error as error:
            raise Unavailable(
                f"the database's URL cannot be read ({_first_line(error)}): give it as"
                " postgresql://USER:PASSWORD@HOST:PORT/DATABASE"
            ) from error
        self._oldest = oldest
        self.place = f"{known.get('dbname', '')} at {known.get('host', 'the local socket')}"
        self._idle: list[Connection] = []
        self._room = BoundedSemaphore(CONNECTIONS_MAX)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Lend a connection in autocommit; one that broke is not used again.

        Raises Unavailable where none can be made, and psycopg's errors as they are.
        """
        with self._room:
            connection = self._take()
            try:
                yield connection
            finally:
                if connection.closed or connection.broken or connection.info.transaction_status:
                    connection.close()
                else:
                    self._idle.append(connection)

    @contextmanager
    def known(self) -> Iterator[None]:
        """Turn the server's errors within the block into Unavailable, with what to do."""
        try:
            yield
        except psycopg.Error as error:
            raise Unavailable(f"{self.place}: {said(error)}") from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend a connection to write; the library's IntegrityError where another was first.

        Its PersistenceError where the server fails: then nobody knows whether it was committed.
        """
        try:
            with self.connection() as connection:
                yield connection
        except _RACES as error:
            raise IntegrityError(said(error)) from error
        except psycopg.Error as error:
            self.drop_idle()
            raise PersistenceError(said(error)) from error

    def write(self, statement: str, *values: Any) -> None:
        """Execute a statement; Unavailable where the server does not."""
        with self.known(), self.connection() as connection:
            connection.execute(statement.encode(), values)

    def one(self, statement: str, *values: Any) -> Any:
        """Return the first row of a query; None where there is none."""
        rows = self.all(statement, *values)
        return rows[0] if rows else None

    def all(self, statement: str, *values: Any) -> list[Any]:
        """Return the rows of a query; one that met a server started anew is asked again."""
        with self.known():
            try:
                return self._fetch(statement, values)
            except (psycopg.OperationalError, psycopg.InterfaceError):
                self.drop_idle()
            return self._fetch(statement, values)

    def _fetch(self, statement: str, values: Sequence[Any]) -> list[Any]:
        with self.connection() as connection, connection.cursor(binary=True) as cursor:
            return cursor.execute(statement.encode(), values).fetchall()

    def drop_idle(self) -> None:
        """Close what is not in use: the server may have been started anew meanwhile."""
        while self._idle:
            with suppress(IndexError):
                self._idle.pop().close()

    close = drop_idle

    def _take(self) -> Connection:
        with suppress(IndexError):
            return self._idle.pop()
        return self._connect()

    def _connect(self) -> Connection:
        try:
            connection = psycopg.connect(self._conninfo, autocommit=True, prepare_threshold=2)
        except psycopg.Error as error:
            raise Unavailable(_why_closed(error, self.place)) from error
        try:
            self._begin(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _begin(self, connection: Connection) -> None:
        major = connection.info.server_version // 10_000
        if major < self._oldest:
            raise Unavailable(
                f"the server of {self.place} is PostgreSQL {major}: this program needs"
                f" {self._oldest} or later"
            )
        *_, fsync = connection.execute(SESSION).fetchone() or ("",)
        if fsync != "on":
            raise Unavailable(
                f"the server of {self.place} acknowledges what is not on disk: set fsync = on"
            )


def said(error: psycopg.Error) -> str:
    """Return one line about an error of the server, with what a person should do."""
    match error:
        case errors.InsufficientPrivilege():
            return f"this role may not do that ({_first_line(error)}): grant it {WRITER}"
        case errors.ReadOnlySqlTransaction():
            return "the server is read-only, as a standby is: name the one that takes writes"
        case errors.DiskFull():
            return "the server's disk is full"
        case errors.UndefinedTable() | errors.UndefinedFunction() | errors.InvalidSchemaName():
            return f"{_first_line(error)}: run `loanfold store migrate`, as the owner"
    return _first_line(error)


def _why_closed(error: psycopg.Error, place: str) -> str:
    line = _first_line(error)
    if "password" in line or "authentication" in line:
        return f"{place} did not let us in ({line}): check user and password of the URL"
    if "does not exist" in line:
        return f"{place} is not there ({line}): create it, or check the URL"
    if "starting up" in line or "shutting down" in line or "recovery" in line:
        return f"{place} is being started or stopped: try again"
    return f"no PostgreSQL answers for {place} ({line}): check the URL, and that the server runs"


def _first_line(error: psycopg.Error) -> str:
    """Return what the server said, without the lines that quote values."""
    text = str(error).strip().splitlines()
    return text[0].strip() if text else type(error).__name__


def until(find: Callable[[], list[T | None]]) -> list[T]:
    """Return what is found once nothing is missing, or what there is after PLACED_SECONDS."""
    end, pause = time.monotonic() + PLACED_SECONDS, 0.0002
    while True:
        found = find()
        if None not in found or time.monotonic() > end:
            return [one for one in found if one is not None]
        time.sleep(pause)
        pause = min(2 * pause, 0.02)
