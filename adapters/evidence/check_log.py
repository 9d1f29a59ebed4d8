"""Whether a log in a folder is what its checkpoint says: every entry, every tile, and the root."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from adapters.evidence.checkpoint import Checkpoint, open_note
from adapters.evidence.faults import Faulty, require
from adapters.evidence.folder import read_bounded
from adapters.evidence.note import NOTE_BYTES_MAX, Key, Note
from adapters.evidence.tiles import TileFolder, tile_path
from adapters.evidence.tree import HASH_BYTES, WIDTH, Frontier

SIZE_MAX: Final = 1 << 32  # Of a log that is looked at whole, at 32 bytes a record in memory.


class Digests:
    """The digests of all records of a log, in order."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept = bytearray()

    def __len__(self) -> int:
        return len(self._kept) // HASH_BYTES

    def __getitem__(self, index: int) -> bytes:
        return bytes(self._kept[index * HASH_BYTES : (index + 1) * HASH_BYTES])

    def extend(self, entries: Sequence[bytes]) -> None:
        """Append digests."""
        self._kept += b"".join(entries)

    def roots(self, sizes: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """Yield (size, root) of the log at some sizes, given in order."""
        tree = Frontier()
        for size in sizes:
            tree.extend(self[index] for index in range(tree.size, size))
            yield size, tree.root()


def read_log(folder: Path, key: Key) -> tuple[Checkpoint, Note]:
    """Return the checkpoint of a log in a folder; Faulty where the key did not sign it."""
    return open_note(read_bounded(folder, "checkpoint", NOTE_BYTES_MAX), key)


def check_log(folder: Path, checkpoint: Checkpoint) -> Digests:
    """Recompute a log from its entries, and return them.

    Raises Faulty with the first tile that is not what it should be, or where the root is another.
    """
    require(checkpoint.size <= SIZE_MAX, f"a log of {checkpoint.size} records is too large")
    tiles, digests = TileFolder(folder, checkpoint.size), Digests()

    def compare(level: int, number: int, row: Sequence[bytes]) -> None:
        kept = tiles.tile(level, number)
        if tuple(row) != kept:
            at = next(n for n, found in enumerate(row) if found != kept[n])
            path = tile_path(level, number, len(row))
            raise Faulty(f"{path}: hash {at} is not what the entries below it come to")

    tree = Frontier(compare)
    for number in range(-(-checkpoint.size // WIDTH)):
        entries = tiles.entries(number)
        digests.extend(entries)
        tree.extend(entries)
    for level, row in enumerate(tree.rows):
        if row:
            compare(level, tree.size >> 8 * (level + 1), row)
    if tree.root() != checkpoint.root:
        raise Faulty(
            f"the {tree.size} entries have the root {tree.root().hex()},"
            f" and the checkpoint says {checkpoint.root.hex()}"
        )
    return digests


def check_earlier(digests: Digests, earlier: Mapping[str, Checkpoint]) -> None:
    """Check that a log extends checkpoints that were given out earlier, by what they are called.

    Raises Faulty with the smallest that it does not extend.
    """
    by_size = sorted(earlier.items(), key=lambda item: item[1].size)
    roots = dict(digests.roots(sorted({c.size for _, c in by_size if c.size <= len(digests)})))
    for name, checkpoint in by_size:
        require(
            checkpoint.size <= len(digests),
            f"{name} speaks of {checkpoint.size} records, and the log has {len(digests)}:"
            " this is an older log, or one that was cut off",
        )
        require(
            roots[checkpoint.size] == checkpoint.root,
            f"the first {checkpoint.size} records are not those of {name}: history was rewritten",
        )
