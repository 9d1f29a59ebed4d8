"""A duplicate is merged into the customer who stays, with all that hangs on it."""

from datetime import date

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.commands import AbsorbCustomer
from domain.customer.events import DocumentAdded, DuplicateAbsorbed
from domain.customer.rules import (
    CUSTOMER_IS_KNOWN,
    CUSTOMER_IS_NOT_MERGED,
    NO_ERASURE_IS_PENDING,
    OTHER_IS_ACTIVE,
    OTHER_IS_ANOTHER,
)
from domain.customer.values import IdentityDocument, IdentityKind
from domain.party import Party, Standing
from domain.ties import MoveIdentity
from tests.domain.customer.people import (
    CARD,
    CLAIM,
    MERGE,
    MERGED,
    PASSPORT,
    REGISTERED,
    RELEASED,
    REQUESTED,
    TAKEN_OVER,
    TIED,
    TODAY,
    known,
)
from tests.specs import given

OTHER = IdentityDocument(kind=IdentityKind.OTHER, number="1")
SECOND = DocumentAdded(document=PASSPORT, since=TODAY)
ABSORB = AbsorbCustomer(
    customer_id="C2",
    duplicate_id="C1",
    documents=(CARD,),
    loans=("L2",),
    retained_until=date(2025, 5, 6),
)
ABSORBED = DuplicateAbsorbed(
    duplicate_id="C1",
    earlier=(),
    documents=(CARD,),
    loans=("L2",),
    retained_until=date(2025, 5, 6),
)


@pytest.mark.row("CU-01", shown_by="customer.merge")
def test_a_duplicate_is_merged():
    given(CUSTOMER, REGISTERED).when(MERGE).then(MERGED)


def test_documents_loans_and_retention_go_over_to_the_customer_who_stays():
    open_loan = evolve(TIED, loan_id="L2")
    given(CUSTOMER, REGISTERED, SECOND, TIED, RELEASED, open_loan).when(MERGE).then_guards(
        MoveIdentity(document=CLAIM, previous="C1", holder="C2"),
        MoveIdentity(document="passport:E12345678", previous="C1", holder="C2"),
        evolve(ABSORB, documents=(CARD, PASSPORT)),
    )


def test_a_document_without_a_claim_does_not_move():
    taken_over = evolve(REGISTERED, document=OTHER, origin=TAKEN_OVER)
    given(CUSTOMER, taken_over).when(MERGE).then_guards(
        evolve(ABSORB, documents=(OTHER,), loans=(), retained_until=None)
    )


def test_a_duplicate_takes_along_its_own_duplicates():
    before = evolve(ABSORBED, duplicate_id="C0", documents=(), loans=(), retained_until=None)
    guards = CUSTOMER.guards(MERGE, CUSTOMER.fold([REGISTERED, before]), [MERGED])
    absorbing = guards[-1]
    assert (absorbing.duplicate_id, absorbing.earlier) == ("C1", ("C0",))
    later = evolve(ABSORBED, earlier=("C0",))
    assert known(REGISTERED, later).duplicates == ("C0", "C1")


def test_a_duplicate_is_merged_once():
    given(CUSTOMER, REGISTERED, MERGED).when(MERGE).then_nothing()
    given(CUSTOMER, REGISTERED, MERGED).when(MERGE).then_guards()
    elsewhere = evolve(MERGE, into_id="C3", into=Party("C3", Standing.ACTIVE))
    given(CUSTOMER, REGISTERED, MERGED).when(elsewhere).then_refused(
        CUSTOMER_IS_NOT_MERGED, merged_into="C2"
    )


@pytest.mark.parametrize(
    ("into", "standing"),
    [
        (None, "unknown"),
        (Party("C2", Standing.MERGED), "merged"),
        (Party("C2", Standing.ERASED), "erased"),
    ],
)
def test_who_stays_is_somebody_with_whom_business_is_done(into, standing):
    given(CUSTOMER, REGISTERED).when(evolve(MERGE, into=into)).then_refused(
        OTHER_IS_ACTIVE, other_id="C2", standing=standing
    )


def test_nobody_is_merged_into_themselves():
    oneself = evolve(MERGE, into_id="C1", into=Party("C1", Standing.ACTIVE))
    given(CUSTOMER, REGISTERED).when(oneself).then_refused(OTHER_IS_ANOTHER, other_id="C1")


def test_an_unknown_customer_is_not_merged():
    given(CUSTOMER).when(MERGE).then_refused(CUSTOMER_IS_KNOWN)


def test_a_customer_who_is_to_be_erased_is_not_merged():
    given(CUSTOMER, REGISTERED, REQUESTED).when(MERGE).then_refused(NO_ERASURE_IS_PENDING)


def test_the_customer_who_stays_takes_over_what_hangs_on_the_duplicate():
    given(CUSTOMER, REGISTERED).when(ABSORB).then(ABSORBED)
    customer = known(REGISTERED, ABSORBED)
    assert customer.retained_until == date(2025, 5, 6)
    assert customer.documents == (CARD, CARD)


def test_a_duplicate_is_taken_over_once():
    given(CUSTOMER, REGISTERED, ABSORBED).when(ABSORB).then_nothing()


def test_only_somebody_else_with_whom_business_is_done_takes_a_duplicate_over():
    given(CUSTOMER).when(ABSORB).then_refused(CUSTOMER_IS_KNOWN)
    given(CUSTOMER, REGISTERED, MERGED).when(ABSORB).then_refused(CUSTOMER_IS_NOT_MERGED)
    given(CUSTOMER, REGISTERED).when(evolve(ABSORB, customer_id="C1")).then_refused(
        OTHER_IS_ANOTHER
    )
