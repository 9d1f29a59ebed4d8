"""Collateral is realised for a debt, or released when all that it secures has ended."""

import pytest
from attrs import evolve

from domain.collateral import COLLATERAL
from domain.collateral.rules import (
    ALL_CONTRACTS_ENDED,
    COLLATERAL_IS_BOUND,
    COLLATERAL_STANDS,
    PROCEEDS_ARE_SOUND,
    REALISER_DOES_NOT_APPROVE,
    REGISTRATION_IS_CANCELLED,
)
from domain.money import Money
from tests.domain.collateral.flat import (
    BOUND,
    INSIDE,
    MORTGAGE,
    REALISE,
    REALISED,
    RELEASE,
    RELEASED,
    RIGHT,
    TAKEN,
    VALUED,
)
from tests.specs import given

HISTORY = (TAKEN, VALUED, BOUND, RIGHT, INSIDE)
KEPT = given(COLLATERAL, *HISTORY)


@pytest.mark.row("CO-11", shown_by="collateral.realise")
def test_what_is_left_of_the_proceeds_pays_the_debt_and_the_rest_is_the_owners():
    KEPT.when(REALISE).then(REALISED)
    given(COLLATERAL, *HISTORY, REALISED).when(REALISE).then_nothing()


def test_what_the_proceeds_do_not_pay_stays_owed():
    short = evolve(REALISE, proceeds=Money(30_000_000))
    unpaid = evolve(REALISED, proceeds=Money(30_000_000), surplus=Money(0), unpaid=Money(6_000_000))
    KEPT.when(short).then(unpaid)
    dear = evolve(REALISE, proceeds=Money(0))
    nothing = evolve(REALISED, proceeds=Money(0), surplus=Money(0), unpaid=Money(35_000_000))
    KEPT.when(dear).then(nothing)


def test_proceeds_costs_and_debt_are_of_one_currency():
    for costs in (Money(-1), Money(1, "USD")):
        KEPT.when(evolve(REALISE, costs=costs)).then_refused(PROCEEDS_ARE_SOUND)


def test_who_realises_it_does_not_approve_it():
    KEPT.when(evolve(REALISE, approved_by="zhao")).then_refused(REALISER_DOES_NOT_APPROVE)


def test_only_a_debt_that_it_secures_is_paid_by_it():
    KEPT.when(evolve(REALISE, contract_id="M2")).then_refused(COLLATERAL_IS_BOUND)
    given(COLLATERAL, *HISTORY, RELEASED).when(REALISE).then_refused(COLLATERAL_STANDS)


def test_it_is_released_when_every_contract_that_it_secures_has_ended():
    KEPT.when(RELEASE).then(RELEASED)
    given(COLLATERAL, *HISTORY, RELEASED).when(RELEASE).then_nothing()
    for contracts in ((MORTGAGE,), (), None):
        KEPT.when(evolve(RELEASE, contracts=contracts)).then_refused(ALL_CONTRACTS_ENDED, open="M1")


def test_a_registered_right_ends_with_the_cancellation_of_its_registration():
    KEPT.when(evolve(RELEASE, cancellation=None)).then_refused(REGISTRATION_IS_CANCELLED)
