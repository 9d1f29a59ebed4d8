"""What has happened to a credit archive: the contract with history."""

from datetime import date

from attrs import frozen

from domain.archive.commands import RemovalReason
from domain.fields import personal
from domain.ids import CustomerId, Digest, DocumentId
from domain.kinds import DocumentKind
from domain.origin import Origin


@frozen(kw_only=True)
class DocumentFiled:
    """A document stands in the file."""

    document_id: DocumentId
    kind: DocumentKind
    digest: Digest
    title: str = personal()
    dated: date
    customer_id: CustomerId  # Whose key seals the title.
    origin: Origin | None
    valid_until: date | None = None


@frozen(kw_only=True)
class DocumentRemoved:
    """A document no longer stands in the file."""

    document_id: DocumentId
    reason: RemovalReason
    since: date


ArchiveEvent = DocumentFiled | DocumentRemoved
