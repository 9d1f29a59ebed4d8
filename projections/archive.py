"""The credit archive (信贷档案): which documents a file must hold, holds, and held.

A customer's file must hold what the checklist of its kind asks for on the day, an application's
that and what the product asks of one; a loan's file what the product's terms asked for when it was
agreed.  A customer's archive includes its loans' files.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any, Final

from domain.archive.events import DocumentFiled, DocumentRemoved
from domain.checklist.state import Checklist
from domain.checklist.state import evolve as evolve_checklist
from domain.kinds import DocumentKind
from domain.labels import Label
from domain.loan.events import LoanAgreed
from projections.application import applications_on, checklist_on
from projections.customers import customers_on
from projections.history import HISTORY, histories, in_effect
from projections.loans import LOANS, loans_of, loans_on
from projections.plain import plain
from projections.view import Absent, Answer, Parameter, Question, Reader, View, columns

Files = Mapping[str, Sequence[DocumentKind]]  # File -> what it must hold.


def _answer(reader: Reader, question: Question) -> Answer:
    file_id = question.values["file_id"]
    files = _files(reader, file_id)
    if not files:
        where = f"on {reader.day}, as known by {reader.known_by}"
        raise Absent(f"there is no customer or loan of the file {file_id!r} {where}")
    known = histories(reader, [f"archive-{name}" for name in files])
    rows: list[dict[str, Any]] = []
    for name, required in files.items():
        history = in_effect(known[f"archive-{name}"], reader.day)
        rows += _rows(name, required, [line.row.event for line in history])
    return Answer(rows=rows)


def _files(reader: Reader, file_id: str) -> Files:
    """Return the files that a file number opens: its own, and a customer's loans'."""
    category, _, named = file_id.partition("-")
    if category == "loan":
        return _loan_files(reader, [named])
    if category == "credit_application":
        for one in applications_on(reader, [named]):
            return {file_id: [item.kind for item in checklist_on(reader, one)]}
    if category != "customer":
        return {}
    for customer in customers_on(reader, [named]):
        own = _checklist(reader, customer.kind.value)
        return {file_id: own, **_loan_files(reader, loans_of(reader, [named]))}
    return {}


def _checklist(reader: Reader, kind: str) -> Sequence[DocumentKind]:
    stream = f"checklist-{kind}"
    events: list[Any] = [line.row.event for line in histories(reader, [stream])[stream]]
    checklist: Checklist = reduce(evolve_checklist, events, Checklist())
    return checklist.documents.on(reader.day) or ()


def _loan_files(reader: Reader, loan_ids: Sequence[str]) -> Files:
    return {
        f"loan-{found.loan_id}": found.loan.begun.terms.documents
        if isinstance(found.loan.begun, LoanAgreed)
        else ()
        for found in loans_on(reader, loan_ids)
    }


def _rows(
    file_id: str, required: Sequence[DocumentKind], events: Sequence[Any]
) -> Iterator[dict[str, Any]]:
    """Yield what stands in a file, what was removed from it, and what is missing."""
    removed = {e.document_id: e for e in events if isinstance(e, DocumentRemoved)}
    filed = [event for event in events if isinstance(event, DocumentFiled)]
    for document in filed:
        yield _filed(file_id, document, removed.get(document.document_id), required)
    standing = {document.kind for document in filed if document.document_id not in removed}
    for kind in required:
        if kind not in standing:
            yield _row(file_id=file_id, state="missing", kind=kind, required=True)


def _filed(
    file_id: str,
    document: DocumentFiled,
    removal: DocumentRemoved | None,
    required: Sequence[DocumentKind],
) -> dict[str, Any]:
    return _row(
        file_id=file_id,
        state="removed" if removal else "filed",
        document_id=document.document_id,
        kind=document.kind,
        required=document.kind in required,
        title=document.title,
        dated=document.dated,
        digest=document.digest,
        removed_since=removal and removal.since,
        reason=removal and removal.reason,
        system=document.origin and document.origin.system,
    )


def _row(**values: Any) -> dict[str, Any]:
    return {column.name: plain(values.get(column.name)) for column in ARCHIVE.columns}


ARCHIVE: Final = View(
    name="archive",
    title=Label("信贷档案", "credit archive"),
    tables=(HISTORY, LOANS),
    parameters=(
        Parameter(
            name="file_id",
            required=True,
            each=(
                ("customers", "customer-{}"),
                ("loan_register", "loan-{}"),
                ("entrusted_loans", "loan-{}"),
                ("applications", "credit_application-{}"),
            ),
        ),
    ),
    columns=columns(
        file_id="text",
        state="text",
        document_id="text",
        kind="text",
        required="flag",
        title="text",
        dated="date",
        digest="text",
        removed_since="date",
        reason="text",
        system="text",
    ),
    answer=_answer,
)
