"""The money of who entrusts: in before it is lent, never another's, and paid for by them."""

from datetime import timedelta

import pytest
from attrs import evolve

from domain.entrustment import ENTRUSTMENT
from domain.entrustment.rules import (
    BOOKED_BY_TODAY,
    ENTRUSTMENT_STANDS,
    FEE_IS_AGREED,
    FUNDS_ARE_THE_ENTRUSTERS,
    FUNDS_WITHIN_THE_LOAN,
    NOTE_IS_LENT_ONCE,
    ONE_BOOKING_A_REFERENCE,
    ONE_CONTRACT_AN_ENTRUSTMENT,
    WITHIN_FUNDS_HELD,
)
from domain.facts.duty import ACTOR_HOLDS_THE_POST, CONNECTED_STAY_OUT
from domain.money import Money
from tests.domain.approval.files import DAY
from tests.domain.entrustment.papers import (
    ACCEPTED,
    COLLECT,
    COLLECTED,
    DEPOSIT,
    DEPOSITED,
    ENDED,
    LATER,
    LEND,
    LENT,
    PI,
    RETURN,
    RETURNED,
    SHEN,
    TAKE_UP,
    TAKEN_UP,
    UNLEND,
    UNLENT,
)
from tests.specs import given

ONE = timedelta(days=1)


def test_money_comes_in_from_who_entrusts_it_alone_and_once_a_reference():
    given(ENTRUSTMENT, ACCEPTED).when(DEPOSIT).then(DEPOSITED)
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED).when(DEPOSIT).then_nothing()
    from_us = evolve(DEPOSIT, paid_by="C1")
    given(ENTRUSTMENT, ACCEPTED).when(from_us).then_refused(FUNDS_ARE_THE_ENTRUSTERS)
    other = evolve(DEPOSIT, amount=Money(1))
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED).when(other).then_refused(ONE_BOOKING_A_REFERENCE)
    given(ENTRUSTMENT).when(DEPOSIT).then_refused(ENTRUSTMENT_STANDS)
    given(ENTRUSTMENT, ACCEPTED, ENDED).when(DEPOSIT).then_refused(ENTRUSTMENT_STANDS)
    given(ENTRUSTMENT, ACCEPTED).when(evolve(DEPOSIT, staff=PI)).then_refused(ACTOR_HOLDS_THE_POST)
    kin = evolve(DEPOSIT, staff=evolve(SHEN, connected=("C5",)))
    given(ENTRUSTMENT, ACCEPTED).when(kin).then_refused(CONNECTED_STAY_OUT)


@pytest.mark.parametrize("fen", [-1, 0, 6_000_001])
def test_what_is_deposited_is_within_the_loan(fen):
    given(ENTRUSTMENT, ACCEPTED).when(evolve(DEPOSIT, amount=Money(fen))).then_refused(
        FUNDS_WITHIN_THE_LOAN
    )


def test_what_is_deposited_in_all_is_within_the_loan():
    more = evolve(DEPOSIT, reference="IN-2", amount=Money(1_000_001))
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED).when(more).then_refused(FUNDS_WITHIN_THE_LOAN)
    whole = evolve(more, amount=Money(1_000_000))
    assert given(ENTRUSTMENT, ACCEPTED, DEPOSITED).when(whole).outcome()
    dollars = evolve(DEPOSIT, amount=Money(1, "USD"))
    given(ENTRUSTMENT, ACCEPTED).when(dollars).then_refused(FUNDS_WITHIN_THE_LOAN)


def test_money_moves_on_a_day_that_has_come_and_not_before_the_acceptance():
    for day in (DAY - ONE, LATER + ONE):
        moved = evolve(DEPOSIT, value_date=day)
        given(ENTRUSTMENT, ACCEPTED).when(moved).then_refused(BOOKED_BY_TODAY)
    assert given(ENTRUSTMENT, ACCEPTED).when(evolve(DEPOSIT, value_date=DAY)).outcome()


def test_no_more_is_lent_than_is_held():
    given(ENTRUSTMENT, ACCEPTED).when(LEND).then_refused(WITHIN_FUNDS_HELD)
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED).when(LEND).then(LENT)
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED, LENT).when(LEND).then_nothing()
    last = evolve(LEND, loan_id="N2", amount=Money(200_000))
    assert given(ENTRUSTMENT, ACCEPTED, DEPOSITED, LENT).when(last).outcome()
    over = evolve(last, amount=Money(200_001))
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED, LENT).when(over).then_refused(
        WITHIN_FUNDS_HELD, held=Money(200_000)
    )
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED, ENDED).when(LEND).then_refused(ENTRUSTMENT_STANDS)


def test_money_that_comes_in_later_is_not_lent_before():
    """Nothing is advanced: not even for a day, by a payment that is dated back."""
    early = evolve(LEND, value_date=LATER - ONE)
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED).when(early).then_refused(WITHIN_FUNDS_HELD)


def test_what_was_not_paid_is_held_again_and_its_note_is_spent():
    past = (ACCEPTED, DEPOSITED, LENT)
    given(ENTRUSTMENT, *past).when(UNLEND).then(UNLENT)
    given(ENTRUSTMENT, *past, UNLENT).when(UNLEND).then_nothing()
    given(ENTRUSTMENT, *past, UNLENT).when(LEND).then_refused(NOTE_IS_LENT_ONCE)
    given(ENTRUSTMENT, *past).when(evolve(LEND, amount=Money(1))).then_refused(NOTE_IS_LENT_ONCE)
    given(ENTRUSTMENT, *past, UNLENT).when(RETURN).then(RETURNED)


def test_only_what_is_held_is_returned():
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED).when(RETURN).then(RETURNED)
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED, RETURNED).when(RETURN).then_nothing()
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED, LENT).when(RETURN).then_refused(WITHIN_FUNDS_HELD)


def test_who_entrusts_pays_the_fee_that_was_agreed():
    given(ENTRUSTMENT, ACCEPTED).when(COLLECT).then(COLLECTED)
    given(ENTRUSTMENT, ACCEPTED, COLLECTED).when(COLLECT).then_nothing()
    given(ENTRUSTMENT, ACCEPTED).when(evolve(COLLECT, paid_by="C1")).then_refused(FEE_IS_AGREED)
    more = evolve(COLLECT, reference="FEE-2", amount=Money(1))
    given(ENTRUSTMENT, ACCEPTED, COLLECTED).when(more).then_refused(FEE_IS_AGREED)


def test_one_contract_is_signed_on_it():
    given(ENTRUSTMENT, ACCEPTED).when(TAKE_UP).then(TAKEN_UP)
    given(ENTRUSTMENT, ACCEPTED, TAKEN_UP).when(TAKE_UP).then_nothing()
    other = evolve(TAKE_UP, contract_id="W2")
    given(ENTRUSTMENT, ACCEPTED, TAKEN_UP).when(other).then_refused(ONE_CONTRACT_AN_ENTRUSTMENT)
    given(ENTRUSTMENT).when(TAKE_UP).then_refused(ENTRUSTMENT_STANDS)
