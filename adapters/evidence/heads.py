"""The last record of each stream, as text: who has the text sees that none was withheld.

One line "STREAM VERSION DIGEST" for each stream of a branch, in the order of their bytes, as
`LC_ALL=C sort` puts them; a closing holds the SHA-256 of the whole, as sha256sum says it.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from adapters.evidence.faults import Faulty, require

_HEAD: Final = re.compile(r"([\x21-\x7e]{1,200}) ([1-9][0-9]{0,14}) sha256:([0-9a-f]{64})")


class Head(NamedTuple):
    """The last record of a stream."""

    stream: str
    version: int
    digest: bytes

    def to_text(self) -> str:
        """Return the line, without its line feed."""
        return f"{self.stream} {self.version} sha256:{self.digest.hex()}"


def heads_text(heads: Iterable[Head]) -> bytes:
    """Return the text of heads given in any order."""
    return "".join(f"{line}\n" for line in sorted(head.to_text() for head in heads)).encode()


def heads_digest(text: bytes) -> str:
    """Return what a closing says of a text of heads."""
    return f"sha256:{hashlib.sha256(text).hexdigest()}"


def read_heads(text: bytes) -> dict[str, Head]:
    """Return the heads of a text by stream; Faulty where it is none."""
    try:
        lines = text.decode("ascii").splitlines()
    except UnicodeDecodeError as error:
        raise Faulty("a list of heads is not ASCII") from error
    heads: dict[str, Head] = {}
    for line in lines:
        match = _HEAD.fullmatch(line)
        if match is None:
            raise Faulty("a line of heads is not STREAM VERSION DIGEST")
        require(match[1] not in heads, f"{match[1]} has two heads")
        heads[match[1]] = Head(match[1], int(match[2]), bytes.fromhex(match[3]))
    return heads
