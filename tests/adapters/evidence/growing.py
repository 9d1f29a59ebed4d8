"""A log that grows by counting, for tests of what is made of logs."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from attrs import define, field

from adapters.evidence.signer import Signer, create_signer

ORIGIN = "qinghe.example/audit"


def leaf(number: int, salt: str = "") -> bytes:
    """Return the digest of a record."""
    return sha256(f"{salt}{number}".encode()).digest()


@define
class Growing:
    """The digests of a journal in memory."""

    kept: list[bytes] = field(factory=list)

    def grow(self, to: int, salt: str = "") -> "Growing":
        """Record up to a size; another salt makes another history."""
        self.kept += [leaf(number, salt) for number in range(len(self.kept), to)]
        return self

    def head(self) -> int:
        """Return the last index."""
        return len(self.kept) - 1

    def digests(self, after: int, limit: int) -> Sequence[bytes]:
        """Return digests in order."""
        return self.kept[after + 1 : after + 1 + limit]


def new_signer(folder: Path) -> Signer:
    """Return a signer with a fresh key."""
    create_signer(folder, ORIGIN)
    return Signer(folder)
