"""The log in a folder: written from the journal, signed, and published.

Tiles can be written again from the journal at any time; what cannot be made twice, the checkpoints
that were given out, is the signer's to remember.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, Protocol

from adapters.evidence.checkpoint import Checkpoint
from adapters.evidence.files import alone, write_whole
from adapters.evidence.signer import ASTRAY, Signer
from adapters.evidence.tiles import ENTRIES, TileFolder, bundle, tile_path
from adapters.evidence.tree import WIDTH, Frontier, consistency_proof
from adapters.problems import Unavailable

CHECKPOINT: Final = "checkpoint"
PAGE: Final = 4_096

Progress = Callable[[str, int, int], None]


class Leaves(Protocol):
    """What is published of a journal."""

    def head(self) -> int:
        """Return the index of the last record; -1 where there is none."""

    def digests(self, after: int, limit: int) -> Sequence[bytes]:
        """Return the digests of records with an index greater than after, in order."""


def _no_progress(_what: str, _done: int, _of: int) -> None:
    return


def publish(
    leaves: Leaves, folder: Path, signer: Signer, *, progress: Progress = _no_progress
) -> Checkpoint:
    """Write the log as it stands into a folder, sign it, and return its checkpoint.

    Every checkpoint ever given out finds the tiles that it needs, in whatever folder.  Done again,
    it writes what is missing or damaged, and nothing else.  Raises Unavailable, and signs nothing,
    where the journal does not continue what was signed before.
    """
    with alone(signer.folder, "publishing"):  # Or who began earlier would come with fewer records.
        return _publish(leaves, folder, signer, progress)


def _publish(leaves: Leaves, folder: Path, signer: Signer, progress: Progress) -> Checkpoint:
    last, size = signer.last(), leaves.head() + 1
    if size < last.size:
        raise Unavailable(f"the journal has {size} records, {last.size} were signed for.  {ASTRAY}")
    _require_history(leaves, signer, last, progress)
    sizes = sorted({*signer.given(), last.size, size} - {0})
    root = write_tiles(leaves, folder, sizes, progress=progress)
    tiles = TileFolder(folder, size)
    note = signer.sign(size, root, consistency_proof(last.size, size, tiles.node))
    write_whole(folder / CHECKPOINT, note.to_bytes())
    return Checkpoint(signer.key.name, size, root)


def roots(
    leaves: Leaves, sizes: Sequence[int], *, progress: Progress = _no_progress
) -> list[bytes]:
    """Return the roots that the journal has at some sizes, given in order."""
    tree, found = Frontier(), []
    for start, stop in pairwise((0, *sizes)):
        for page in _pages(leaves, start, stop):
            tree.extend(page)
            progress("digests read", tree.size, sizes[-1])
        found.append(tree.root())
    return found


def write_tiles(
    leaves: Leaves, folder: Path, sizes: Sequence[int], *, progress: Progress = _no_progress
) -> bytes:
    """Write the tiles of a tree for each of some sizes, given in order; return the last root."""
    writer = _Writer(folder)
    for start, stop in pairwise((0, *sizes)):
        for page in _pages(leaves, start, stop):
            writer.extend(page)
            progress("records logged", writer.tree.size, sizes[-1])
        writer.write_partial()
    return writer.tree.root()


class _Writer:
    """A growing tree that leaves its tiles in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.entries = folder, list[bytes]()
        self.tree = Frontier(self._full)
        folder.mkdir(parents=True, exist_ok=True)

    def extend(self, leaves: Sequence[bytes]) -> None:
        """Append leaves, one tile's worth at a time."""
        at = 0
        while at < len(leaves):
            part = leaves[at : at + WIDTH - self.tree.size % WIDTH]
            self.entries.extend(part)
            self.tree.extend(part)
            at += len(part)

    def write_partial(self) -> None:
        """Write the tiles that the tree of this size ends with."""
        for level, row in enumerate(self.tree.rows):
            if row:
                self._write(level, self.tree.size >> 8 * (level + 1), row)

    def _full(self, level: int, number: int, row: Sequence[bytes]) -> None:
        self._write(level, number, row)
        if level == 0:
            self.entries = []

    def _write(self, level: int, number: int, row: Sequence[bytes]) -> None:
        self._put(tile_path(level, number, len(row)), b"".join(row))
        if level == 0:
            self._put(tile_path(ENTRIES, number, len(row)), bundle(self.entries))

    def _put(self, path: str, content: bytes) -> None:
        place = self.folder / path
        try:
            if place.is_file() and place.read_bytes() == content:
                return
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable(f"{place} cannot be written ({error.strerror})") from error
        write_whole(place, content, durable=False)


def _pages(leaves: Leaves, start: int, stop: int) -> Iterator[Sequence[bytes]]:
    while start < stop:
        page = leaves.digests(start - 1, min(PAGE, stop - start))
        if not page:
            raise Unavailable(f"record {start} is missing from the journal: run `loanfold verify`")
        yield page
        start += len(page)


def _require_history(leaves: Leaves, signer: Signer, last: Checkpoint, progress: Progress) -> None:
    """Refuse unless the journal has the root of every checkpoint that was ever signed."""
    signed = {size: signer.open(size)[0] for size in signer.given()}
    if last.size:
        signed[last.size] = last
    found = roots(leaves, sorted(signed), progress=progress)
    for size, root in zip(sorted(signed), found, strict=True):
        if signed[size].root != root:
            raise Unavailable(
                f"the first {size} records of the journal are not those that were signed for."
                f"  {ASTRAY}"
            )
