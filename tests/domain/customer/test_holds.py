"""A hold keeps personal data until it is lifted or its last day is over."""

from datetime import date

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.commands import LiftHold
from domain.customer.events import HoldLifted
from domain.customer.rules import (
    CUSTOMER_IS_KNOWN,
    CUSTOMER_IS_NOT_MERGED,
    HOLD_IS_KNOWN,
    ONE_HOLD_A_NUMBER,
)
from domain.customer.values import HoldBasis
from tests.domain.customer.people import HELD, HOLD, MERGED, REGISTERED
from tests.specs import given

LIFT = LiftHold(customer_id="C1", hold_id="H1")
LIFTED = HoldLifted(hold_id="H1")


def test_a_hold_is_placed():
    given(CUSTOMER, REGISTERED).when(HOLD).then(HELD)


def test_a_hold_is_placed_once():
    given(CUSTOMER, REGISTERED, HELD).when(HOLD).then_nothing()


@pytest.mark.parametrize("other", [{"basis": HoldBasis.INVESTIGATION}, {"until": date(2027, 1, 1)}])
def test_a_hold_number_names_one_hold(other):
    given(CUSTOMER, REGISTERED, HELD).when(evolve(HOLD, **other)).then_refused(
        ONE_HOLD_A_NUMBER, hold_id="H1"
    )


def test_a_lifted_hold_is_placed_under_a_new_number():
    given(CUSTOMER, REGISTERED, HELD, LIFTED).when(HOLD).then_refused(ONE_HOLD_A_NUMBER)
    given(CUSTOMER, REGISTERED, HELD, LIFTED).when(evolve(HOLD, hold_id="H2")).then(
        evolve(HELD, hold_id="H2")
    )


@pytest.mark.parametrize(
    ("past", "rule"), [((), CUSTOMER_IS_KNOWN), ((REGISTERED, MERGED), CUSTOMER_IS_NOT_MERGED)]
)
def test_a_hold_is_placed_on_a_customer_with_whom_business_is_done(past, rule):
    given(CUSTOMER, *past).when(HOLD).then_refused(rule)


def test_a_hold_is_lifted():
    given(CUSTOMER, REGISTERED, HELD).when(LIFT).then(LIFTED)


def test_a_hold_on_a_merged_duplicate_can_still_be_lifted():
    given(CUSTOMER, REGISTERED, HELD, MERGED).when(LIFT).then(LIFTED)


def test_a_hold_is_lifted_once():
    given(CUSTOMER, REGISTERED, HELD, LIFTED).when(LIFT).then_nothing()


def test_only_a_hold_that_was_placed_is_lifted():
    given(CUSTOMER, REGISTERED).when(LIFT).then_refused(HOLD_IS_KNOWN, hold_id="H1")
