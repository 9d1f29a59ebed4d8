"""The log as files: tiles of the Merkle tree and bundles of its entries, written and read back.

An entry is the digest of a record, 32 bytes: the whole log says nothing of what the records say.

Source: C2SP tlog-tiles.
"""

import struct
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from adapters.evidence.faults import Faulty, require
from adapters.evidence.tree import HASH_BYTES, WIDTH, fold

ENTRIES: Final = -1  # Stands for the level of the bundles of entries.
_LENGTH: Final = struct.pack(">H", HASH_BYTES)
_ENTRY_BYTES: Final = len(_LENGTH) + HASH_BYTES
_CACHED: Final = 256  # Tiles: two megabytes.


def tile_path(level: int, number: int, width: int = WIDTH) -> str:
    """Return the path of a tile, or of a bundle (level ENTRIES), below the folder of a log."""
    digits = f"{number:03d}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    *groups, last = (digits[at : at + 3] for at in range(0, len(digits), 3))
    parts = [*(f"x{group}" for group in groups), last]
    part = "" if width == WIDTH else f".p/{width}"
    return f"tile/{'entries' if level == ENTRIES else level}/{'/'.join(parts)}{part}"


def bundle(entries: Sequence[bytes]) -> bytes:
    """Return entries as the bytes of a bundle."""
    return b"".join(_LENGTH + entry for entry in entries)


def unbundle(content: bytes, said: str) -> list[bytes]:
    """Return the entries of a bundle; Faulty, naming it as `said`, where it is none."""
    ends = range(0, len(content), _ENTRY_BYTES)
    sound = all(content[at : at + len(_LENGTH)] == _LENGTH for at in ends)
    require(sound and len(content) % _ENTRY_BYTES == 0, f"{said} is no bundle of digests")
    return [content[at + len(_LENGTH) : at + _ENTRY_BYTES] for at in ends]


def tiles_of(size: int) -> Iterator[tuple[int, int, int]]:
    """Yield (level, number, width) of each tile of a tree, level after level.

    The last one of a level is partial where the level does not end with a full one.
    """
    level, count = 0, size
    while count:
        for number in range(-(-count // WIDTH)):
            yield level, number, min(WIDTH, count - number * WIDTH)
        level, count = level + 1, count // WIDTH


class TileFolder:
    """The tiles of one tree in a folder, read as they are asked for.

    Only what the size of the tree calls for is opened, and no link is followed; a partial tile
    that is missing is taken from the full one, where the log has grown since.
    """

    def __init__(self, folder: Path, size: int) -> None:
        """Read the tree of a size; what stands in the folder for other sizes is not looked at."""
        self.folder, self.size = folder, size
        self.tile = lru_cache(_CACHED)(self._tile)
        self._root_of = lru_cache(_CACHED * WIDTH)(self._fold)

    def node(self, level: int, number: int) -> bytes:
        """Return the root of the complete subtree of 2^level leaves with this number."""
        return self._root_of(level, number)

    def entries(self, number: int) -> list[bytes]:
        """Return the digests in a bundle of the tree; Faulty where it does not hold them."""
        width = min(WIDTH, self.size - number * WIDTH)
        path = tile_path(ENTRIES, number, width)
        content = self._read(ENTRIES, number, width=width, each=_ENTRY_BYTES)
        return unbundle(content, path)

    def _fold(self, level: int, number: int) -> bytes:
        tile_level, inner = divmod(level, 8)
        tile, at = divmod(number << inner, WIDTH)
        hashes = self.tile(tile_level, tile)[at : at + (1 << inner)]
        whole = len(hashes) == 1 << inner
        require(whole, f"a tree of {self.size} has no subtree {number} on level {level}")
        return fold(hashes)

    def _tile(self, level: int, number: int) -> tuple[bytes, ...]:
        width = min(WIDTH, (self.size >> 8 * level) - number * WIDTH)
        require(width > 0, f"a tree of {self.size} has no {tile_path(level, number)}")
        content = self._read(level, number, width=width, each=HASH_BYTES)
        ends = range(0, len(content), HASH_BYTES)
        return tuple(content[at : at + HASH_BYTES] for at in ends)

    def _read(self, level: int, number: int, *, width: int, each: int) -> bytes:
        """Return the part of a tile that the tree has; Faulty where a file is not as long."""
        for held in dict.fromkeys((width, WIDTH)):
            path = tile_path(level, number, held)
            content = read_plain(self.folder, path, held * each)
            if content is not None:
                require(len(content) == held * each, f"{path} is not {held * each} bytes long")
                return content[: width * each]
        raise Faulty(f"{tile_path(level, number, width)} is missing")


def read_plain(folder: Path, path: str, limit: int) -> bytes | None:
    """Return the bytes of a plain file, one more than the limit at most; None where none is.

    Raises Faulty for a link, for anything that is no file, and for what cannot be read.
    """
    place = folder / path
    try:
        for part in (place, *list(place.parents)[: path.count("/")]):
            require(not part.is_symlink(), f"{path} is a link, or lies behind one")
        if not place.exists():
            return None
        require(place.is_file(), f"{path} is no plain file")
        with place.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise Faulty(f"{path} cannot be read ({error.strerror})") from error
