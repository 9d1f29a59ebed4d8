"""What may be asked of a credit archive: the contract with callers."""

from datetime import date
from enum import StrEnum
from typing import Any

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
    """File a document against a customer, a loan, or a step of a credit file."""

    file_id: FileId  # "customer-C1", "credit_application-A1": the stream that it is about.
    document_id: DocumentId
    kind: DocumentKind
    digest: Digest  # Of the document's bytes; the bytes are kept elsewhere.
    title: str = personal()
    dated: date  # The day the document itself bears.
    valid_until: date | None = None  # Of a licence, permit or identity document: its last day.
    origin: Origin | None = None
    # What the file is about says whose it is: a customer, a loan, an application.
    subject: Any = looked_up("", by="file_id")
    party: Party | None = looked_up("customer", by="subject.customer_id")
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
