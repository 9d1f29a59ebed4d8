"""Files that are there whole or not at all, and one process at a time."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adapters.problems import Unavailable


def write_whole(place: Path, content: bytes, *, mode: int = 0o644, durable: bool = True) -> None:
    """Write a file through one beside it; when this returns it is on the disk, if durable.

    Raises Unavailable where the disk does not take it; then what was there before still is.
    """
    # A name of its own: another process may be writing the same file.
    beside = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        beside.replace(place)
        if durable:
            flush_folder(place.parent)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Unavailable(
            f"{place} cannot be written ({error.strerror}): make room or mend it, and do it again"
        ) from error


@contextmanager
def alone(folder: Path, what: str = "lock") -> Iterator[None]:
    """Let no other process into a block for the same folder and work; wait for one that is."""
    try:
        handle = os.open(folder / f".{what}", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise Unavailable(f"{folder} cannot be used ({error.strerror})") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Have what a folder lists on the disk when this returns."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
