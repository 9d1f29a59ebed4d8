"""Which store a database is, and what its owner does to it beside its use."""

from collections.abc import Sequence
from pathlib import Path

from adapters.problems import Unavailable
from adapters.storage.sqlite import SQLiteStore
from adapters.storage.store import Store


def open_store(server: str | None, path: Path | None) -> Store:
    """Return the store of a PostgreSQL server by URL, or else of a file; None keeps it in memory.

    The driver of a server is an extra, and slow to load: it is loaded for one alone.  Raises
    Unavailable where the database cannot be used as it is.
    """
    if server is None:
        return SQLiteStore(path)
    try:
        from adapters.storage.postgres import PostgresStore
    except ImportError as error:
        raise _without_driver(error) from error
    return PostgresStore(server)


def migrate(server: str | None, path: Path | None) -> Sequence[str]:
    """Bring a database to this program's layout, as its owner; return what was done."""
    if server is None:
        SQLiteStore(path).close()
        return ()
    try:
        from adapters.storage.postgres_owner import bring_up
    except ImportError as error:
        raise _without_driver(error) from error
    return bring_up(server)


def scrub(server: str | None) -> Sequence[str]:
    """Take from a server's files what erased persons left in them, as the owner of its tables."""
    if server is None:
        return ()
    try:
        from adapters.storage.postgres_owner import rewrite
    except ImportError as error:
        raise _without_driver(error) from error
    return rewrite(server)


def _without_driver(error: ImportError) -> Unavailable:
    return Unavailable(
        f"PostgreSQL needs a driver that is not installed ({error.name}): install"
        " loanfold[postgres]"
    )
