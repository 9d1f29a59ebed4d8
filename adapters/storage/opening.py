"""Which store a database is, and what is done to it beside its use.

What needs a driver or a library that is an extra is loaded here, when it is asked for.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adapters.problems import Unavailable
from adapters.storage.core import CreditCore
from adapters.storage.sqlite import SQLiteStore
from adapters.storage.store import Store

if TYPE_CHECKING:
    from adapters.storage.segment_views import SegmentBus


def open_store(server: str | None, path: Path | None) -> Store:
    """Return the store of a PostgreSQL server by URL, or else of a file; None keeps it in memory.

    Raises Unavailable where the database cannot be used as it is.
    """
    if server is None:
        return SQLiteStore(path)
    store: Store = _load("postgres", "postgres").PostgresStore(server)
    return store


def migrate(server: str | None, path: Path | None) -> Sequence[str]:
    """Bring a database to this program's layout, as its owner; return what was done."""
    if server is None:
        SQLiteStore(path).close()
        return ()
    done: Sequence[str] = _load("postgres_owner", "postgres").bring_up(server)
    return done


def scrub(server: str | None) -> Sequence[str]:
    """Take from a server's files what erased persons left in them, as the owner of its tables."""
    if server is None:
        return ()
    done: Sequence[str] = _load("postgres_owner", "postgres").rewrite(server)
    return done


def write_segment(core: CreditCore, closed_on: str, to: Path) -> Mapping[str, Any] | None:
    """Write a segment that ends at a day's closing; see adapters.storage.segments.write."""
    fields: Mapping[str, Any] | None = _load("segments", "segments").write(core, closed_on, to)
    return fields


def check_segments(core: CreditCore, folder: Path) -> tuple[Sequence[str], int]:
    """Return what is wrong with the segments in a folder, and how many there should be."""
    faults, count = _load("segments", "segments").check(core, folder)
    return faults, count


def read_segments(folder: Path) -> "SegmentBus":
    """Return a bus that answers views from the segments in a folder."""
    bus: SegmentBus = _load("segment_views", "segments").SegmentBus(folder)
    return bus


def _load(module: str, extra: str) -> Any:
    try:
        return import_module(f"adapters.storage.{module}")
    except ImportError as error:
        raise Unavailable(
            f"that needs {error.name}, which is not installed: install loanfold[{extra}]"
        ) from error
