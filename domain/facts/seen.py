"""What somebody saw of a file when they decided."""

from typing import Final

from attrs import frozen

from domain.ids import CustomerId, Digest
from domain.rules import Rule

FILE_IS_AS_READ: Final = Rule(
    "FILE-001",
    "A decision is made on the file as it was read; it has changed since: read it again.",
    "商业银行法 第35条: strict review; archive practice: a decision names what it was based on",
)


def customer_file(customer_id: CustomerId) -> tuple[str, ...]:
    """Return the streams from which a customer is rated, and given a limit."""
    categories = ("customer", "economic_file", "financial_statement", "credit_inquiry")
    papers = f"archive-customer-{customer_id}"
    return (*(f"{category}-{customer_id}" for category in categories), papers)


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
    What a decision looked up beside the file (mandates, policy, who acted) has a digest of its own,
    made in the same way: it is no matter of the customer, and changes from day to day.
    """

    parts: tuple[SeenPart, ...]
    digest: Digest
    beside: tuple[SeenPart, ...] = ()
    beside_digest: Digest | None = None  # None where nothing else was looked up.

    def require_as_read(self, read: Digest | None) -> None:
        """Raise Refused where the file is not as it was read; None: nobody said what was read."""
        FILE_IS_AS_READ.require(read in (None, self.digest), now=self.digest, read=read)
