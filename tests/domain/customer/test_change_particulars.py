"""Particulars change from the day that the change is true."""

from datetime import date

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.events import ParticularsChanged
from domain.customer.rules import (
    CUSTOMER_IS_KNOWN,
    CUSTOMER_IS_NOT_MERGED,
    DAY_HAS_COME,
    NOT_BEFORE_REGISTRATION,
    PARTICULAR_IS_SAID_ONCE,
    PHONE_HAS_SHAPE,
)
from domain.customer.values import Particular
from tests.domain.customer.people import BEGIN, CHANGE, MERGED, REGISTERED, TODAY, TOMORROW, known
from tests.specs import given

CHANGED = ParticularsChanged(
    since=date(2025, 6, 1), name=None, phone="13987654321", address=None, others=()
)
TRADE = Particular(name="trade", value="养殖")


def test_a_telephone_number_changes_from_a_day_on():
    given(CUSTOMER, REGISTERED).when(CHANGE).then(CHANGED)
    phone = known(REGISTERED, CHANGED).particulars["phone"]
    assert phone.on(date(2025, 5, 31)) == "13812345678"
    assert phone.on(date(2025, 6, 1)) == "13987654321"


def test_only_what_is_other_than_before_changes():
    all_of_it = evolve(CHANGE, name="张三", address="北岸村 1 号", others=(TRADE,))
    given(CUSTOMER, REGISTERED).when(all_of_it).then(evolve(CHANGED, others=(TRADE,)))


def test_every_particular_can_change():
    renamed = evolve(CHANGE, name="张叁", phone=None, address="南岸村 2 号", others=(TRADE,))
    given(CUSTOMER, REGISTERED).when(renamed).then(
        evolve(CHANGED, name="张叁", phone=None, address="南岸村 2 号", others=(TRADE,))
    )


def test_what_is_so_already_does_not_change():
    given(CUSTOMER, REGISTERED, CHANGED).when(CHANGE).then_nothing()
    nothing = evolve(CHANGE, phone=None)
    given(CUSTOMER, REGISTERED).when(nothing).then_nothing()
    keyed = evolve(CHANGE, phone="+86 139 8765 4321")
    given(CUSTOMER, REGISTERED, CHANGED).when(keyed).then_nothing()


def test_a_change_known_later_with_an_earlier_day_falls_in_order():
    earlier = evolve(CHANGED, since=date(2024, 9, 1), phone="13700000000")
    given(CUSTOMER, REGISTERED, CHANGED).when(
        evolve(CHANGE, since=date(2024, 9, 1), phone="13700000000")
    ).then(earlier)
    phone = known(REGISTERED, CHANGED, earlier).particulars["phone"]
    assert phone.on(BEGIN) == "13812345678"
    assert phone.on(date(2025, 5, 31)) == "13700000000"
    assert phone.on(TODAY) == "13987654321"


def test_particulars_hold_no_earlier_than_the_first_ones():
    given(CUSTOMER, REGISTERED).when(evolve(CHANGE, since=BEGIN)).then(evolve(CHANGED, since=BEGIN))
    given(CUSTOMER, REGISTERED).when(evolve(CHANGE, since=date(2024, 2, 29))).then_refused(
        NOT_BEFORE_REGISTRATION, registered_since=BEGIN
    )


def test_particulars_do_not_change_ahead():
    given(CUSTOMER, REGISTERED).when(evolve(CHANGE, since=TOMORROW)).then_refused(DAY_HAS_COME)
    given(CUSTOMER, REGISTERED).when(evolve(CHANGE, since=TODAY)).then(evolve(CHANGED, since=TODAY))


def test_a_changed_telephone_number_can_be_dialled():
    given(CUSTOMER, REGISTERED).when(evolve(CHANGE, phone="12345")).then_refused(PHONE_HAS_SHAPE)


def test_a_particular_changes_once_at_a_time():
    given(CUSTOMER, REGISTERED).when(evolve(CHANGE, others=(TRADE, TRADE))).then_refused(
        PARTICULAR_IS_SAID_ONCE
    )


@pytest.mark.parametrize(
    ("past", "rule"),
    [((), CUSTOMER_IS_KNOWN), ((REGISTERED, MERGED), CUSTOMER_IS_NOT_MERGED)],
)
def test_particulars_are_those_of_a_customer_with_whom_business_is_done(past, rule):
    given(CUSTOMER, *past).when(CHANGE).then_refused(rule)
