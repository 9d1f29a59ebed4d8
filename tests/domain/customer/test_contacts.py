"""Contacts are people through whom the customer is reached, for a while."""

from datetime import date

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.commands import AddContact, EndContact
from domain.customer.events import ContactAdded, ContactEnded
from domain.customer.rules import (
    CONTACT_IS_KNOWN,
    CUSTOMER_IS_KNOWN,
    DAY_HAS_COME,
    ENDS_AFTER_IT_BEGAN,
    ENDS_ONCE,
    ONE_CONTACT_A_NUMBER,
    PHONE_HAS_SHAPE,
)
from domain.customer.values import ContactRelation
from tests.domain.customer.people import REGISTERED, TODAY, TOMORROW
from tests.specs import given

SINCE = date(2025, 2, 1)
ADD = AddContact(
    customer_id="C1",
    contact_id="K1",
    relation=ContactRelation.SPOUSE,
    name="李梅",
    phone="0571-87654321",
    since=SINCE,
    today=TODAY,
)
ADDED = ContactAdded(
    contact_id="K1",
    relation=ContactRelation.SPOUSE,
    name="李梅",
    phone="0571-87654321",
    since=SINCE,
)
END = EndContact(customer_id="C1", contact_id="K1", until=TODAY, today=TODAY)
ENDED = ContactEnded(contact_id="K1", until=TODAY)


def test_a_contact_is_added_with_a_telephone_number_in_one_form():
    given(CUSTOMER, REGISTERED).when(ADD).then(ADDED)
    given(CUSTOMER, REGISTERED).when(evolve(ADD, phone="(0571)8765 4321")).then(ADDED)


def test_a_contact_is_added_once():
    given(CUSTOMER, REGISTERED, ADDED).when(ADD).then_nothing()


@pytest.mark.parametrize(
    "other", [{"name": "王芳"}, {"relation": ContactRelation.CHILD}, {"since": TODAY}]
)
def test_a_contact_number_names_one_contact(other):
    given(CUSTOMER, REGISTERED, ADDED).when(evolve(ADD, **other)).then_refused(
        ONE_CONTACT_A_NUMBER, contact_id="K1"
    )


def test_a_contact_can_be_called_or_has_no_telephone():
    given(CUSTOMER, REGISTERED).when(evolve(ADD, phone="12345")).then_refused(PHONE_HAS_SHAPE)
    given(CUSTOMER, REGISTERED).when(evolve(ADD, phone=None)).then(evolve(ADDED, phone=None))


def test_a_contact_is_not_added_ahead():
    given(CUSTOMER, REGISTERED).when(evolve(ADD, since=TOMORROW)).then_refused(DAY_HAS_COME)


def test_a_contact_is_a_registered_customers():
    given(CUSTOMER).when(ADD).then_refused(CUSTOMER_IS_KNOWN, customer_id="C1")


def test_a_contact_ends():
    given(CUSTOMER, REGISTERED, ADDED).when(END).then(ENDED)


def test_a_contact_ends_once():
    given(CUSTOMER, REGISTERED, ADDED, ENDED).when(END).then_nothing()
    given(CUSTOMER, REGISTERED, ADDED, ENDED).when(
        evolve(END, until=date(2026, 1, 1))
    ).then_refused(ENDS_ONCE, ended=TODAY)


def test_only_a_known_contact_ends():
    given(CUSTOMER, REGISTERED).when(END).then_refused(CONTACT_IS_KNOWN, contact_id="K1")


def test_a_contact_ends_no_earlier_than_it_began():
    given(CUSTOMER, REGISTERED, ADDED).when(evolve(END, until=SINCE)).then(
        evolve(ENDED, until=SINCE)
    )
    given(CUSTOMER, REGISTERED, ADDED).when(evolve(END, until=date(2025, 1, 31))).then_refused(
        ENDS_AFTER_IT_BEGAN, since=SINCE
    )


def test_a_contact_does_not_end_ahead():
    given(CUSTOMER, REGISTERED, ADDED).when(evolve(END, until=TOMORROW)).then_refused(DAY_HAS_COME)
