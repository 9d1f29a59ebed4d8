"""A file as the tests of credit archives tell of it."""

from datetime import date

from domain.archive.commands import FileDocument, RemovalReason, RemoveDocument
from domain.archive.events import DocumentFiled, DocumentRemoved
from domain.kinds import DocumentKind
from domain.party import Party, Standing

TODAY = date(2026, 11, 24)
DIGEST = f"sha256:{'a1' * 32}"
FILE = FileDocument(
    file_id="loan-L1",
    document_id="D1",
    kind=DocumentKind.LOAN_CONTRACT,
    digest=DIGEST,
    title="借款合同",
    dated=date(2026, 11, 3),
    subject=Party("C1", Standing.ACTIVE),
    party=Party("C1", Standing.ACTIVE),
    today=TODAY,
)
FILED = DocumentFiled(
    document_id="D1",
    kind=DocumentKind.LOAN_CONTRACT,
    digest=DIGEST,
    title="借款合同",
    dated=date(2026, 11, 3),
    customer_id="C1",
    origin=None,
)
REMOVE = RemoveDocument(
    file_id="loan-L1",
    document_id="D1",
    reason=RemovalReason.FILED_IN_ERROR,
    since=date(2026, 11, 20),
    today=TODAY,
)
REMOVED = DocumentRemoved(
    document_id="D1", reason=RemovalReason.FILED_IN_ERROR, since=date(2026, 11, 20)
)
