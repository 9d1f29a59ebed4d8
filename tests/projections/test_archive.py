"""The credit archive: what a file must hold, holds and held."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from adapters.problems import Unknown
from domain.checklist.events import ChecklistSet
from domain.kinds import DocumentKind
from tests.domain.archive.files import FILED, REMOVED
from tests.domain.customer.people import REGISTERED
from tests.domain.loan.loans import AGREED, TAKEN_OVER, TERMS
from tests.projections.asking import Books, shown

NOTE = evolve(FILED, document_id="D2", kind=DocumentKind.LOAN_NOTE, dated=date(2026, 1, 2))
STATE = ("state", "kind", "document_id", "required")


def states(books: Books, file_id: str, **query: str) -> list[tuple[Any, ...]]:
    return [shown(row, *STATE) for row in books.rows("archive", file_id=file_id, **query)]


def lent() -> Books:
    """A loan whose file must hold its contract and its note."""
    terms = evolve(TERMS, documents=(DocumentKind.LOAN_CONTRACT, DocumentKind.LOAN_NOTE))
    return Books().with_events("loan-L1", evolve(AGREED, terms=terms))


CONTRACT = evolve(FILED, dated=date(2026, 1, 3))
GONE = evolve(REMOVED, since=date(2026, 2, 1))


def test_what_the_terms_ask_for_is_missing_until_it_is_filed():
    books = lent()
    assert states(books, "loan-L1") == [
        ("missing", "loan_contract", None, True),
        ("missing", "loan_note", None, True),
    ]
    books.sealed("archive-loan-L1", CONTRACT)
    assert states(books, "loan-L1") == [
        ("filed", "loan_contract", "D1", True),
        ("missing", "loan_note", None, True),
    ]


def test_a_document_is_shown_with_its_title_its_digest_and_its_date():
    row = lent().sealed("archive-loan-L1", CONTRACT).rows("archive", file_id="loan-L1")[0]
    assert shown(row, "title", "digest", "dated") == ("借款合同", FILED.digest, "2026-01-03")


def test_a_removed_document_stays_on_record_and_is_missing_from_its_day():
    books = lent().sealed("archive-loan-L1", CONTRACT, NOTE, GONE)
    removed, *others = books.rows("archive", file_id="loan-L1")
    assert shown(removed, "state", "removed_since", "reason") == (
        "removed",
        "2026-02-01",
        "filed_in_error",
    )
    assert [shown(row, "state", "kind") for row in others] == [
        ("filed", "loan_note"),
        ("missing", "loan_contract"),
    ]
    before = states(books, "loan-L1", in_effect_on="2026-01-31")
    assert [state for state, *_ in before] == ["filed", "filed"]


def test_a_document_filed_late_was_not_known_to_be_there():
    books = lent().sealed("archive-loan-L1", CONTRACT)
    assert [state for state, *_ in states(books, "loan-L1", known_by="0")] == ["missing", "missing"]
    on_its_day = states(books, "loan-L1", in_effect_on="2026-01-02")
    assert [state for state, *_ in on_its_day] == ["missing", "missing"]


def test_a_document_nobody_asks_for_is_there_all_the_same():
    other = evolve(CONTRACT, document_id="D9", kind=DocumentKind.OTHER)
    books = Books().with_events("loan-L1", TAKEN_OVER).sealed("archive-loan-L1", other)
    assert states(books, "loan-L1") == [("filed", "other", "D9", False)]


def test_a_customers_file_must_hold_what_the_checklist_of_the_day_asks_for():
    card, book = DocumentKind.IDENTITY_DOCUMENT, DocumentKind.HOUSEHOLD_REGISTER
    books = (
        Books()
        .sealed("customer-C1", REGISTERED)
        .with_events(
            "checklist-natural_person",
            ChecklistSet(documents=(card,), since=date(2025, 1, 1), source="Rule 1"),
            ChecklistSet(documents=(card, book), since=date(2026, 1, 1), source="Rule 2"),
        )
    )
    assert states(books, "customer-C1", in_effect_on="2024-12-31") == []
    asked = states(books, "customer-C1", in_effect_on="2025-12-31")
    assert [kind for _, kind, *_ in asked] == ["identity_document"]
    now = states(books, "customer-C1")
    assert [kind for _, kind, *_ in now] == ["identity_document", "household_register"]


def test_a_customers_archive_includes_the_files_of_their_loans():
    books = lent().sealed("customer-C1", REGISTERED).sealed("archive-loan-L1", CONTRACT, NOTE)
    rows = books.rows("archive", file_id="customer-C1")
    assert [shown(row, "file_id", "document_id") for row in rows] == [
        ("loan-L1", "D1"),
        ("loan-L1", "D2"),
    ]


@pytest.mark.parametrize("file_id", ["loan-L9", "customer-C9", "product-P1", "L1"])
def test_a_file_of_nobody_is_unknown(file_id):
    with pytest.raises(Unknown, match="no customer or loan of the file"):
        lent().rows("archive", file_id=file_id)
