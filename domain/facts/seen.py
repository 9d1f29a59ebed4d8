"""What somebody saw of a file when they decided."""

from typing import Final

from attrs import frozen

from domain.ids import Digest
from domain.rules import Rule

FILE_IS_AS_READ: Final = Rule(
    "FILE-001",
    "A decision is made on the file as it was read; it has changed since: read it again.",
    "商业银行法 第35条: strict review; archive practice: a decision names what it was based on",
)


@frozen
class SeenPart:
    """How far one stream had come."""

    stream: str  # "credit_application-A1".
    version: int  # Its last record, counted from 1.


@frozen
class Seen:
    """How far the streams of a file had come, and the digest of their last records.

    The digest is the SHA-256 of one line "STREAM VERSION DIGEST" for each stream, in the order of
    their bytes; every record holds the digest of the one before, so that it proves them all.
    """

    parts: tuple[SeenPart, ...]
    digest: Digest

    def require_as_read(self, read: Digest | None) -> None:
        """Raise Refused where the file is not as it was read; None: nobody said what was read."""
        FILE_IS_AS_READ.require(read in (None, self.digest), now=self.digest, read=read)
