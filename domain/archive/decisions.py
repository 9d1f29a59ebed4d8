"""What follows from filing a document, or taking it out."""

from collections.abc import Sequence
from typing import assert_never

from domain.archive.commands import ArchiveCommand, FileDocument, RemoveDocument
from domain.archive.events import ArchiveEvent, DocumentFiled, DocumentRemoved
from domain.archive.rules import (
    DOCUMENT_IS_FILED,
    DOCUMENT_IS_NOT_POSTDATED,
    FILE_HAS_A_SUBJECT,
    ONE_DOCUMENT_A_NUMBER,
    REMOVED_AFTER_ITS_DATE,
    REMOVED_ONCE,
    REMOVED_STAYS_REMOVED,
    SUBJECT_IS_NOT_ERASED,
    VALID_FROM_ITS_DATE,
)
from domain.archive.state import File
from domain.party import Party, Standing


def decide(command: ArchiveCommand, file: File) -> Sequence[ArchiveEvent]:
    """Return what follows from a command."""
    match command:
        case FileDocument():
            return file_document(command, file)
        case RemoveDocument():
            return remove_document(command, file)
    assert_never(command)


def file_document(command: FileDocument, file: File) -> Sequence[ArchiveEvent]:
    """File a document; () where one of the same kind and digest stands under its number.

    Its title is sealed under the key of the customer whom the file is about.
    """
    party = _subject(command)
    DOCUMENT_IS_NOT_POSTDATED.require(command.dated <= command.today, dated=command.dated)
    VALID_FROM_ITS_DATE.require(
        command.valid_until is None or command.dated <= command.valid_until,
        valid_until=command.valid_until,
    )
    if (known := file.filed.get(command.document_id)) is not None:
        same = (known.kind, known.digest) == (command.kind, command.digest)
        ONE_DOCUMENT_A_NUMBER.require(same, document_id=command.document_id, kind=known.kind)
        removed = command.document_id in file.removed
        REMOVED_STAYS_REMOVED.require(not removed, document_id=command.document_id)
        return ()
    filed = DocumentFiled(
        document_id=command.document_id,
        kind=command.kind,
        digest=command.digest,
        title=command.title,
        dated=command.dated,
        customer_id=party.customer_id,
        origin=command.origin,
        valid_until=command.valid_until,
    )
    return (filed,)


def remove_document(command: RemoveDocument, file: File) -> Sequence[ArchiveEvent]:
    """Remove a document from a day on; () where it was removed on that day for that reason."""
    removed = DocumentRemoved(
        document_id=command.document_id, reason=command.reason, since=command.since
    )
    if (known := file.removed.get(command.document_id)) is not None:
        REMOVED_ONCE.require(known == removed, since=known.since, reason=known.reason)
        return ()
    filed = file.filed.get(command.document_id)
    DOCUMENT_IS_FILED.require(filed is not None, document_id=command.document_id)
    assert filed is not None
    DOCUMENT_IS_NOT_POSTDATED.require(command.since <= command.today, since=command.since)
    REMOVED_AFTER_ITS_DATE.require(filed.dated <= command.since, dated=filed.dated)
    return (removed,)


def _subject(command: FileDocument) -> Party:
    FILE_HAS_A_SUBJECT.require(command.party is not None, file_id=command.file_id)
    assert command.party is not None
    SUBJECT_IS_NOT_ERASED.require(
        command.party.standing is not Standing.ERASED, customer_id=command.party.customer_id
    )
    return command.party
