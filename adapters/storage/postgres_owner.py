"""What only the owner of a PostgreSQL database does: its tables, and what erasures leave behind."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from adapters.storage.postgres_pool import Connection, Pool
from adapters.storage.postgres_schema import migrate, require

ERASED_FROM: Final = ("command", "vault", "lookup", "guard")


def bring_up(url: str) -> Sequence[str]:
    """Bring a database to this program's layout; return what was done, () where nothing was."""
    with _owner(url) as connection:
        return migrate(connection)


def rewrite(url: str) -> Sequence[str]:
    """Write anew the tables that persons are erased from, so that no dead row stays in a file.

    They are locked meanwhile: commands wait.  The server's write-ahead log is not ours to
    shorten; what it still holds is sealed under keys that are gone, or a keyed hash.
    """
    with _owner(url) as connection:
        require(connection)
        for table in ERASED_FROM:
            connection.execute(f"VACUUM (FULL) loanfold.{table}".encode())
        return [f"wrote loanfold.{table} anew" for table in ERASED_FROM]


@contextmanager
def _owner(url: str) -> Iterator[Connection]:
    pool = Pool(url)
    try:
        with pool.known(), pool.connection() as connection:
            yield connection
    finally:
        pool.close()
