"""Reading a folder that came from outside: no link is followed, nothing is read without a bound."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from adapters.evidence.faults import Faulty, require

FILES_MAX: Final = 5_000_000
PATH_CHARACTERS_MAX: Final = 512
_CHUNK: Final = 1 << 20
_PLAIN: Final = re.compile(r"[^\x00-\x1f\x7f\\:]+")


def require_safe(path: str) -> None:
    """Raise Faulty unless a path stays below a folder and has no character that misleads."""
    parts = path.split("/")
    plain = bool(_PLAIN.fullmatch(path)) and len(path) <= PATH_CHARACTERS_MAX
    inside = all(part not in ("", ".", "..") for part in parts)
    require(plain and inside and path.isprintable(), f"{path!r} is no path of a file in a folder")


def walk(folder: Path) -> Iterator[str]:
    """Yield the paths of all files below a folder, in order; Faulty for a link or a device."""
    found, pending = 0, [""]
    while pending:
        within = pending.pop()
        for entry in sorted(_entries(folder / within), key=lambda entry: entry.name):
            path = f"{within}{entry.name}"
            require_safe(path)
            require(not entry.is_symlink(), f"{path} is a link")
            found += 1
            require(found <= FILES_MAX, f"there are more than {FILES_MAX} files")
            if entry.is_dir(follow_symlinks=False):
                pending.append(f"{path}/")
            else:
                require(entry.is_file(follow_symlinks=False), f"{path} is no plain file")
                yield path


def open_plain(folder: Path, path: str) -> BinaryIO:
    """Open a plain file below a folder for reading; Faulty for a link, or where there is none."""
    require_safe(path)
    place = folder
    for part in path.split("/"):
        place = place / part
        require(not place.is_symlink(), f"{path} is a link, or lies behind one")
    require(place.is_file(), f"{path} is missing, or is no plain file")
    try:
        return place.open("rb")
    except OSError as error:
        raise Faulty(f"{path} cannot be read ({error.strerror})") from error


def read_bounded(folder: Path, path: str, limit: int) -> bytes:
    """Return the bytes of a plain file of at most `limit` bytes; Faulty for more."""
    with open_plain(folder, path) as file:
        content = file.read(limit + 1)
    require(len(content) <= limit, f"{path} is longer than {limit} bytes")
    return content


def lines(folder: Path, path: str, limit: int) -> Iterator[bytes]:
    """Yield the lines of a plain file with their line feeds; Faulty for one beyond the limit."""
    with open_plain(folder, path) as file:
        number = 0
        while line := file.readline(limit + 1):
            number += 1
            require(len(line) <= limit, f"{path} line {number} is longer than {limit} bytes")
            require(line.endswith(b"\n"), f"{path} line {number} has no end: the file was cut off")
            yield line


def sha256_of(folder: Path, path: str) -> str:
    """Return the SHA-256 of a plain file in hexadecimal."""
    found = hashlib.sha256()
    with open_plain(folder, path) as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _entries(place: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(place) as entries:
            return list(entries)
    except OSError as error:
        raise Faulty(f"{place.name!r} cannot be read ({error.strerror})") from error
