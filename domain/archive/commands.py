"""What may be asked of a credit archive: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.fields import looked_up, personal, stamped
from domain.ids import Digest, DocumentId, FileId
from domain.kinds import DocumentKind
from domain.origin import Origin
from domain.party import Party


class RemovalReason(StrEnum):
    """Why a document no longer stands in the file."""

    SUPERSEDED = "superseded"
    FILED_IN_ERROR = "filed_in_error"
    RETURNED_TO_OWNER = "returned_to_owner"


@frozen(kw_only=True)
class FileDocument:
    """File a document against a customer or a loan."""

    file_id: FileId  # "customer-C1" or "loan-L1": the stream that it is about.
    document_id: DocumentId
    kind: DocumentKind
    digest: Digest  # Of the document's bytes; the bytes are kept elsewhere.
    title: str = personal()
    dated: date  # The day the document itself bears.
    origin: Origin | None = None
    party: Party | None = looked_up("", by="file_id")  # The customer whom the file is about.
    today: date = stamped("today")


@frozen(kw_only=True)
class RemoveDocument:
    """Remove a document from the file; that it was filed stays on record."""

    file_id: FileId
    document_id: DocumentId
    reason: RemovalReason
    since: date
    today: date = stamped("today")


ArchiveCommand = FileDocument | RemoveDocument
