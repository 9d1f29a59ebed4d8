"""Customers are related to each other from a day until a day."""

from datetime import date

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.commands import EndRelation, RelateCustomer
from domain.customer.events import CustomerRelated, RelationEnded
from domain.customer.rules import (
    CUSTOMER_IS_KNOWN,
    DAY_HAS_COME,
    ENDS_AFTER_IT_BEGAN,
    ENDS_ONCE,
    OTHER_IS_ACTIVE,
    OTHER_IS_ANOTHER,
    RELATED_ONCE_AT_A_TIME,
    RELATION_IS_KNOWN,
)
from domain.customer.values import Relation
from domain.party import Party, Standing
from tests.domain.customer.people import REGISTERED, TODAY, TOMORROW
from tests.specs import given

SINCE = date(2025, 2, 1)
UNTIL = date(2026, 2, 1)
RELATE = RelateCustomer(
    customer_id="C1",
    other_id="C2",
    relation=Relation.GUARANTOR,
    since=SINCE,
    other=Party("C2", Standing.ACTIVE),
    today=TODAY,
)
RELATED = CustomerRelated(other_id="C2", relation=Relation.GUARANTOR, since=SINCE)
END = EndRelation(
    customer_id="C1", other_id="C2", relation=Relation.GUARANTOR, until=UNTIL, today=TODAY
)
ENDED = RelationEnded(other_id="C2", relation=Relation.GUARANTOR, until=UNTIL)


def test_customers_are_related():
    given(CUSTOMER, REGISTERED).when(RELATE).then(RELATED)


def test_customers_are_related_once():
    given(CUSTOMER, REGISTERED, RELATED).when(RELATE).then_nothing()
    given(CUSTOMER, REGISTERED, RELATED, ENDED).when(RELATE).then_nothing()


def test_two_may_be_related_in_two_ways():
    spouse = evolve(RELATE, relation=Relation.SPOUSE)
    given(CUSTOMER, REGISTERED, RELATED).when(spouse).then(
        evolve(RELATED, relation=Relation.SPOUSE)
    )


def test_a_relation_begins_again_only_after_it_ended():
    again = evolve(RELATE, since=UNTIL)
    given(CUSTOMER, REGISTERED, RELATED).when(again).then_refused(
        RELATED_ONCE_AT_A_TIME, other_id="C2", relation=Relation.GUARANTOR
    )
    given(CUSTOMER, REGISTERED, RELATED, ENDED).when(again).then(evolve(RELATED, since=UNTIL))
    early = evolve(RELATE, since=date(2026, 1, 31))
    given(CUSTOMER, REGISTERED, RELATED, ENDED).when(early).then_refused(RELATED_ONCE_AT_A_TIME)


@pytest.mark.parametrize(
    ("other", "standing"),
    [
        (None, "unknown"),
        (Party("C2", Standing.MERGED), "merged"),
        (Party("C2", Standing.ERASED), "erased"),
    ],
)
def test_a_customer_is_related_to_somebody_with_whom_business_is_done(other, standing):
    given(CUSTOMER, REGISTERED).when(evolve(RELATE, other=other)).then_refused(
        OTHER_IS_ACTIVE, other_id="C2", standing=standing
    )


def test_nobody_is_related_to_themselves():
    oneself = evolve(RELATE, other_id="C1", other=Party("C1", Standing.ACTIVE))
    given(CUSTOMER, REGISTERED).when(oneself).then_refused(OTHER_IS_ANOTHER, other_id="C1")


def test_a_relation_is_not_recorded_ahead():
    given(CUSTOMER, REGISTERED).when(evolve(RELATE, since=TOMORROW)).then_refused(DAY_HAS_COME)


def test_a_relation_is_a_registered_customers():
    given(CUSTOMER).when(RELATE).then_refused(CUSTOMER_IS_KNOWN)


def test_a_relation_ends():
    given(CUSTOMER, REGISTERED, RELATED).when(END).then(ENDED)


def test_a_relation_ends_once():
    given(CUSTOMER, REGISTERED, RELATED, ENDED).when(END).then_nothing()
    given(CUSTOMER, REGISTERED, RELATED, ENDED).when(evolve(END, until=TODAY)).then_refused(
        ENDS_ONCE, ended=UNTIL
    )


def test_only_a_known_relation_ends():
    given(CUSTOMER, REGISTERED).when(END).then_refused(RELATION_IS_KNOWN)
    spouse = evolve(END, relation=Relation.SPOUSE)
    given(CUSTOMER, REGISTERED, RELATED).when(spouse).then_refused(RELATION_IS_KNOWN)


def test_a_relation_ends_no_earlier_than_it_began():
    given(CUSTOMER, REGISTERED, RELATED).when(evolve(END, until=SINCE)).then(
        evolve(ENDED, until=SINCE)
    )
    given(CUSTOMER, REGISTERED, RELATED).when(evolve(END, until=date(2025, 1, 31))).then_refused(
        ENDS_AFTER_IT_BEGAN, since=SINCE
    )


def test_a_relation_does_not_end_ahead():
    given(CUSTOMER, REGISTERED, RELATED).when(evolve(END, until=TOMORROW)).then_refused(
        DAY_HAS_COME
    )
