"""The Merkle tree over the digests of all records.

Source: RFC 6962 section 2.1 (tree hash) and RFC 9162 section 2.1.2 (computing it leaf by leaf).
"""

import hashlib
from collections.abc import Iterable
from typing import Final

from attrs import define, field

EMPTY: Final = hashlib.sha256().digest()


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf; the prefix keeps leaves and nodes apart."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@define
class Frontier:
    """The roots of the complete subtrees of a growing tree, the largest first.

    There is one for each 1 in the binary notation of the size, so it stays small however long
    the log grows.
    """

    size: int = 0
    roots: list[bytes] = field(factory=list)

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Append leaves (the 32 raw bytes of each record's digest), in order."""
        for leaf in leaves:
            grown, rest = leaf_hash(leaf), self.size
            while rest & 1:
                grown = node_hash(self.roots.pop(), grown)
                rest >>= 1
            self.roots.append(grown)
            self.size += 1

    def root(self) -> bytes:
        """Return the root of the tree as it stands."""
        if not self.roots:
            return EMPTY
        root = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            root = node_hash(left, root)
        return root
