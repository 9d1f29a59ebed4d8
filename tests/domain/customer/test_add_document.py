"""A further document names the customer, and nobody else."""

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.commands import AddDocument
from domain.customer.events import DocumentAdded
from domain.customer.rules import (
    CHECK_CHARACTER_FITS,
    CUSTOMER_IS_KNOWN,
    CUSTOMER_IS_NOT_MERGED,
    DAY_HAS_COME,
    DOCUMENT_FITS_CUSTOMER,
    NUMBER_SAYS_NOTHING,
)
from domain.ties import ClaimIdentity
from tests.domain.customer.people import (
    BEGIN,
    CARD,
    CODE,
    MERGED,
    PASSPORT,
    REGISTERED,
    TODAY,
    TOMORROW,
)
from tests.specs import given

ADD = AddDocument(customer_id="C1", document=PASSPORT, since=TODAY, today=TODAY)
ADDED = DocumentAdded(document=PASSPORT, since=TODAY)


def test_a_document_is_added_and_claimed():
    given(CUSTOMER, REGISTERED).when(ADD).then(ADDED)
    given(CUSTOMER, REGISTERED).when(ADD).then_guards(
        ClaimIdentity(document="passport:E12345678", holder="C1")
    )


@pytest.mark.parametrize("known", [CARD, PASSPORT])
def test_a_document_that_names_the_customer_already_is_not_added(known):
    given(CUSTOMER, REGISTERED, ADDED).when(evolve(ADD, document=known)).then_nothing()


def test_a_document_keyed_otherwise_is_the_same_document():
    keyed = evolve(PASSPORT, number="e 1234 5678")
    given(CUSTOMER, REGISTERED, ADDED).when(evolve(ADD, document=keyed)).then_nothing()
    given(CUSTOMER, REGISTERED).when(evolve(ADD, document=keyed)).then(ADDED)


def test_a_document_may_be_older_than_the_registration():
    before = BEGIN.replace(year=2020)
    given(CUSTOMER, REGISTERED).when(evolve(ADD, since=before)).then(evolve(ADDED, since=before))


def test_a_document_is_not_added_ahead():
    given(CUSTOMER, REGISTERED).when(evolve(ADD, since=TOMORROW)).then_refused(DAY_HAS_COME)


def test_an_added_document_is_checked_like_the_first():
    wrong = evolve(CARD, number="110105194912310021")
    given(CUSTOMER, REGISTERED).when(evolve(ADD, document=wrong)).then_refused(CHECK_CHARACTER_FITS)
    given(CUSTOMER, REGISTERED).when(evolve(ADD, document=CODE)).then_refused(
        DOCUMENT_FITS_CUSTOMER
    )


def test_a_document_whose_number_is_the_customers_is_not_added():
    given(CUSTOMER, REGISTERED).when(evolve(ADD, customer_id="C.e12345678")).then_refused(
        NUMBER_SAYS_NOTHING
    )


def test_a_document_is_added_to_a_customer_with_whom_business_is_done():
    given(CUSTOMER).when(ADD).then_refused(CUSTOMER_IS_KNOWN, customer_id="C1")
    given(CUSTOMER, REGISTERED, MERGED).when(ADD).then_refused(
        CUSTOMER_IS_NOT_MERGED, merged_into="C2"
    )
