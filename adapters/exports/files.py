"""Files and folders that are there whole or not at all."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from adapters.problems import Unavailable, Unreadable

PART = ".part"  # What an unfinished folder is called, after its name.


@frozen
class Written:
    """A file as it was written."""

    size: int
    sha256: str


def write(path: Path, chunks: Iterable[bytes]) -> Written:
    """Write a new file, and return its size and digest; folders on the way are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    hashed, size = sha256(), 0
    with path.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
            hashed.update(chunk)
            size += len(chunk)
        file.flush()
        os.fsync(file.fileno())
    return Written(size, hashed.hexdigest())


def digest_of(path: Path) -> Written:
    """Return the size and digest of a file that is there."""
    hashed, size = sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            hashed.update(chunk)
            size += len(chunk)
    return Written(size, hashed.hexdigest())


@contextmanager
def new_folder(to: Path) -> Iterator[Path]:
    """Give a folder beside the one named, which takes that name once all in it is done.

    What an interrupted run left there is begun anew.  Unreadable where the name is taken,
    Unavailable where the disk is full or refuses; then nothing of the name is there.
    """
    if to.exists() or to.is_symlink():
        raise Unreadable((f"--to: {to}: it is there already: name a new folder",))
    part = to.with_name(to.name + PART)
    try:
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part)
        part.mkdir(parents=True)
        yield part
        _keep(part)
        part.rename(to)
        _keep(to.parent)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise Unavailable(
            f"{to} cannot be written ({error.strerror or error}): make room or name another"
            " folder, and run it again"
        ) from error


def _keep(folder: Path) -> None:
    """Make what a folder lists durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
