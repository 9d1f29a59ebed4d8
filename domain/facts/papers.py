"""What is known of a file's papers: what stands in it, and how long it is valid.

They are looked up as looked_up("archive", by="application.archives"), a tuple for each file.
"""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from domain.ids import Digest, DocumentId
from domain.kinds import DocumentKind


@frozen(kw_only=True)
class Paper:
    """A document that stands in a file."""

    document_id: DocumentId
    kind: DocumentKind
    digest: Digest
    dated: date
    valid_until: date | None  # None: it does not run out.

    def valid_on(self, day: date) -> bool:
        """Say whether it is valid on a day, the last day included."""
        return self.valid_until is None or day <= self.valid_until


def best(papers: Iterable[Paper], kind: DocumentKind) -> Paper | None:
    """Return the paper of a kind that is valid the longest; of two, the newer."""
    found = [paper for paper in papers if paper.kind is kind]
    return max(found, key=lambda p: (p.valid_until or date.max, p.dated), default=None)
