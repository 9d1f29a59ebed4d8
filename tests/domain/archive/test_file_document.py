"""A document is filed about a customer or a loan, under a number of its own."""

from datetime import date

import pytest
from attrs import evolve

from domain.archive import ARCHIVE
from domain.archive.rules import (
    DOCUMENT_IS_NOT_POSTDATED,
    FILE_HAS_A_SUBJECT,
    ONE_DOCUMENT_A_NUMBER,
    REMOVED_STAYS_REMOVED,
    SUBJECT_IS_NOT_ERASED,
    VALID_FROM_ITS_DATE,
)
from domain.kinds import DocumentKind
from domain.origin import Origin
from domain.party import Party, Standing
from tests.domain.archive.files import FILE, FILED, REMOVED, TODAY
from tests.specs import given


def test_a_document_is_filed_for_the_customer_whom_the_file_is_about():
    given(ARCHIVE).when(FILE).then(FILED)


def test_a_document_taken_over_says_where_it_was_found():
    origin = Origin(system="berka_pkdd99", reference="loan.csv:7")
    given(ARCHIVE).when(evolve(FILE, origin=origin)).then(evolve(FILED, origin=origin))


def test_a_document_is_filed_once():
    given(ARCHIVE, FILED).when(FILE).then_nothing()


def test_a_title_may_be_keyed_otherwise_the_second_time():
    given(ARCHIVE, FILED).when(evolve(FILE, title="合同")).then_nothing()


@pytest.mark.parametrize(
    "other", [{"kind": DocumentKind.LOAN_NOTE}, {"digest": f"sha256:{'b2' * 32}"}]
)
def test_a_document_number_names_one_document(other):
    given(ARCHIVE, FILED).when(evolve(FILE, **other)).then_refused(
        ONE_DOCUMENT_A_NUMBER, document_id="D1"
    )


def test_a_removed_document_is_filed_under_a_new_number():
    given(ARCHIVE, FILED, REMOVED).when(FILE).then_refused(REMOVED_STAYS_REMOVED)
    given(ARCHIVE, FILED, REMOVED).when(evolve(FILE, document_id="D2")).then(
        evolve(FILED, document_id="D2")
    )


def test_a_file_is_about_somebody_on_record():
    given(ARCHIVE).when(evolve(FILE, party=None)).then_refused(
        FILE_HAS_A_SUBJECT, file_id="loan-L1"
    )


def test_nothing_is_filed_about_a_person_who_was_erased():
    erased = evolve(FILE, party=Party("C1", Standing.ERASED))
    given(ARCHIVE).when(erased).then_refused(SUBJECT_IS_NOT_ERASED, customer_id="C1")
    given(ARCHIVE, FILED).when(erased).then_refused(SUBJECT_IS_NOT_ERASED)


def test_the_file_of_a_merged_duplicate_still_takes_documents():
    given(ARCHIVE).when(evolve(FILE, party=Party("C1", Standing.MERGED))).then(FILED)


def test_a_document_is_not_dated_ahead():
    given(ARCHIVE).when(evolve(FILE, dated=TODAY)).then(evolve(FILED, dated=TODAY))
    given(ARCHIVE).when(evolve(FILE, dated=date(2026, 11, 25))).then_refused(
        DOCUMENT_IS_NOT_POSTDATED, dated=date(2026, 11, 25)
    )


def test_a_licence_says_until_when_it_is_valid():
    until = date(2028, 11, 2)
    given(ARCHIVE).when(evolve(FILE, valid_until=until)).then(evolve(FILED, valid_until=until))
    before = evolve(FILE, valid_until=date(2026, 11, 2))
    given(ARCHIVE).when(before).then_refused(VALID_FROM_ITS_DATE)


def test_others_may_know_which_papers_stand_in_the_file():
    (paper,) = ARCHIVE.fact("loan-L1", ARCHIVE.fold([FILED]))
    assert (paper.document_id, paper.kind) == ("D1", DocumentKind.LOAN_CONTRACT)
    assert ARCHIVE.fact("loan-L1", ARCHIVE.fold([FILED, REMOVED])) == ()
