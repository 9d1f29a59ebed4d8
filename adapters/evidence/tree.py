"""The Merkle tree over the digests of all records: roots, proofs, and what checks them.

Source: RFC 6962 section 2.1 (tree hash, audit paths, consistency proofs) and RFC 9162 sections
2.1.3.2 and 2.1.4.2 (verifying them).
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import Final

WIDTH: Final = 256  # Hashes in a full tile: eight levels of the tree.
HASH_BYTES: Final = 32
EMPTY: Final = hashlib.sha256().digest()

# Returns the root of a complete subtree: Node(level, number) spans 2^level leaves from
# number * 2^level.
Node = Callable[[int, int], bytes]
# Is given each tile that became full: its level of tiles, its number in it, its hashes.
Full = Callable[[int, int, Sequence[bytes]], None]


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf; the prefix keeps leaves and nodes apart."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def fold(hashes: Sequence[bytes]) -> bytes:
    """Return the root over a row of subtrees of one size, the last of which may be smaller."""
    row = list(hashes)
    while len(row) > 1:
        odd = row[-1:] if len(row) % 2 else []
        sha, pairs = hashlib.sha256, iter(row)  # Taken from twice: two hashes make one.
        row = [
            sha(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs, strict=False)
        ] + odd
    return row[0] if row else EMPTY


def _nothing(_level: int, _number: int, _hashes: Sequence[bytes]) -> None:
    return


class Frontier:
    """The right edge of a growing tree: on each level of tiles, the hashes of its last tile.

    It stays small however long the log grows.
    """

    def __init__(self, full: Full = _nothing) -> None:
        """Begin an empty tree; `full` is given each tile that becomes full."""
        self.size = 0
        self.rows: list[list[bytes]] = []
        self._full = full

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Append leaves (the 32 raw bytes of each record's digest), in order."""
        sha, coming = hashlib.sha256, iter(leaves)
        while True:
            room = WIDTH - self.size % WIDTH
            hashes = [sha(b"\x00" + leaf).digest() for leaf in islice(coming, room)]
            if not hashes:
                return
            self.size += len(hashes)
            self._append(0, hashes)

    def _append(self, level: int, hashes: Sequence[bytes]) -> None:
        if level == len(self.rows):
            self.rows.append([])
        row = self.rows[level]
        row.extend(hashes)
        if len(row) == WIDTH:
            self._full(level, (self.size >> 8 * (level + 1)) - 1, row)
            self.rows[level] = []
            self._append(level + 1, [fold(row)])

    def root(self) -> bytes:
        """Return the root of the tree as it stands."""
        edge: list[bytes] = []
        for row in self.rows:
            edge = [fold([*row, *edge])] if row or edge else []
        return edge[0] if edge else EMPTY


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """Return the path from a leaf to the root of a tree, from the leaf up."""
    return _path(index, 0, size, node)


def consistency_proof(first: int, second: int, node: Node) -> list[bytes]:
    """Return what shows that the tree of the second size extends that of the first."""
    return _difference(first, 0, second, node, whole=True) if 0 < first < second else []


def span_root(start: int, size: int, node: Node) -> bytes:
    """Return the root over some leaves of a tree; start is a multiple of a power of two >= size."""
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return node(level, start >> level)
    half = _split(size)
    return node_hash(span_root(start, half, node), span_root(start + half, size - half, node))


def _split(size: int) -> int:
    """Return the largest power of two below a size."""
    return 1 << (size - 1).bit_length() - 1


def _path(index: int, start: int, size: int, node: Node) -> list[bytes]:
    if size == 1:
        return []
    half = _split(size)
    if index < half:
        other = span_root(start + half, size - half, node)
        return [*_path(index, start, half, node), other]
    path = _path(index - half, start + half, size - half, node)
    return [*path, span_root(start, half, node)]


def _difference(first: int, start: int, size: int, node: Node, *, whole: bool) -> list[bytes]:
    if first == size:
        return [] if whole else [span_root(start, size, node)]
    half = _split(size)
    if first <= half:
        other = span_root(start + half, size - half, node)
        return [*_difference(first, start, half, node, whole=whole), other]
    rest = _difference(first - half, start + half, size - half, node, whole=False)
    return [*rest, span_root(start, half, node)]


def includes(proof: Sequence[bytes], index: int, size: int, *, hashed: bytes, root: bytes) -> bool:
    """Tell whether a proof leads from a leaf's hash at an index to the root of a tree."""
    if not (0 <= index < size and _are_hashes(chain(proof, (hashed, root)))):
        return False
    at, last, found = index, size - 1, hashed
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(step, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def extends(proof: Sequence[bytes], first: tuple[int, bytes], second: tuple[int, bytes]) -> bool:
    """Tell whether a proof shows that the second (size, root) extends the first.

    A tree extends itself, without a proof.  Nothing is proved of the empty tree, which every tree
    extends: that is for the caller to say.
    """
    (old, old_root), (new, new_root) = first, second
    if old == new:
        return not proof and old_root == new_root and (old > 0 or old_root == EMPTY)
    if not (0 < old < new and _are_hashes(chain(proof, (old_root, new_root)))):
        return False
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    if not path:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, step)
        at, last = at >> 1, last >> 1
    return last == 0 and (before, after) == (old_root, new_root)


def _are_hashes(values: Iterable[bytes]) -> bool:
    return all(len(value) == HASH_BYTES for value in values)
