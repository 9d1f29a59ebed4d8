"""Files and folders that are there whole or not at all."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from adapters.evidence.files import flush_folder
from adapters.problems import Unavailable, Unreadable

PART = ".part"  # What an unfinished folder is called, after its name.


@frozen
class Written:
    """A file as it was written."""

    size: int
    sha256: str


class Growing:
    """A new file that is written piece by piece, and hashed as it grows."""

    def __init__(self, path: Path) -> None:
        """Open it; folders on the way are made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("xb", buffering=1 << 20)
        self._hashed, self._size = sha256(), 0

    def add(self, content: bytes) -> None:
        """Write what follows."""
        self._file.write(content)
        self._hashed.update(content)
        self._size += len(content)

    def written(self) -> Written:
        """Return its size and digest so far."""
        return Written(self._size, self._hashed.hexdigest())

    def __enter__(self) -> "Growing":
        return self

    def __exit__(self, *_: object) -> None:
        """Close it; what was written is on the disk."""
        with self._file:
            self._file.flush()
            os.fsync(self._file.fileno())


def write(path: Path, chunks: Iterable[bytes]) -> Written:
    """Write a new file, and return its size and digest; folders on the way are made."""
    with Growing(path) as file:
        for chunk in chunks:
            file.add(chunk)
    return file.written()


def digest_of(path: Path) -> Written:
    """Return the size and digest of a file that is there."""
    hashed, size = sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            hashed.update(chunk)
            size += len(chunk)
    return Written(size, hashed.hexdigest())


@contextmanager
def new_folder(to: Path, finish: Callable[[], object] = lambda: None) -> Iterator[Path]:
    """Give a folder beside the one named, which takes that name once all in it is done.

    finish is called when it is, and before it has its name.

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
        finish()
        flush_folder(part)
        part.rename(to)
        flush_folder(to.parent)
    except OSError as error:
        raise Unavailable(
            f"{to} cannot be written ({error.strerror or error}): make room or name another"
            " folder, and run it again"
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
