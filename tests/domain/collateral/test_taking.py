"""Collateral is taken in, valued, bound and registered."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.collateral import COLLATERAL
from domain.collateral.rules import (
    CO_OWNERS_CONSENT,
    COLLATERAL_DAY_HAS_COME,
    COLLATERAL_IS_BOUND,
    COLLATERAL_IS_BOUND_ONCE,
    COLLATERAL_IS_KNOWN,
    COLLATERAL_IS_VALUED,
    COLLATERAL_OWNER_IS_ACTIVE,
    COLLATERAL_STANDS,
    CONTRACT_NAMES_COLLATERAL,
    ONE_COLLATERAL_A_NUMBER,
    RANK_COUNTS_FROM_ONE,
    REGISTERED_ONCE,
    TITLE_CAN_BE_TAKEN,
    VALUATION_IS_NUMBERED_ONCE,
    VALUE_COVERS_THE_DEBT,
    VALUE_IS_POSITIVE,
    VALUER_IS_APART,
)
from domain.collateral.values import Appraiser, CollateralKind, Title
from domain.dated import Dated
from domain.facts.contract import ContractStage
from domain.facts.duty import CONNECTED_STAY_OUT
from domain.facts.policy import PolicyBook
from domain.facts.terms import SecurityWay
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.collateral.flat import (
    BIND,
    BOUND,
    MORTGAGE,
    PAPER,
    RECORD_RIGHT,
    REGISTER,
    RELEASED,
    RIGHT,
    TAKEN,
    VALUE,
    VALUED,
)
from tests.domain.staff_of_the_bank import DAY, ZHAO
from tests.specs import given

NEW = given(COLLATERAL)
OFFERED = given(COLLATERAL, TAKEN)


def test_what_a_customer_offers_is_registered_once():
    NEW.when(REGISTER).then(TAKEN)
    OFFERED.when(REGISTER).then_nothing()
    OFFERED.when(evolve(REGISTER, says="another flat")).then_refused(ONE_COLLATERAL_A_NUMBER)


@pytest.mark.row("IV-24", shown_by="collateral.register")
@pytest.mark.parametrize("title", [Title.DISPUTED, Title.SEIZED, Title.NOT_TRANSFERABLE])
def test_what_may_not_be_mortgaged_is_not_taken(title):
    NEW.when(evolve(REGISTER, title=title)).then_refused(TITLE_CAN_BE_TAKEN, title=title)


def test_what_several_own_is_taken_with_the_consent_of_each():
    shared = evolve(REGISTER, title=Title.CO_OWNED)
    NEW.when(shared).then_refused(CO_OWNERS_CONSENT)
    NEW.when(evolve(shared, consents=(PAPER,))).then(
        evolve(TAKEN, title=Title.CO_OWNED, consents=(PAPER,))
    )


def test_the_owner_is_a_customer_with_whom_business_is_done():
    for owner in (None, Party("C1", Standing.MERGED)):
        NEW.when(evolve(REGISTER, owner=owner)).then_refused(COLLATERAL_OWNER_IS_ACTIVE)


def test_who_is_connected_with_the_owner_does_not_take_it():
    connected = evolve(ZHAO, connected=("C1",))
    NEW.when(evolve(REGISTER, staff=connected)).then_refused(CONNECTED_STAY_OUT)


def test_a_pledged_paper_is_told_from_a_mortgaged_thing():
    deposit = evolve(REGISTER, kind=CollateralKind.DEPOSIT_CERTIFICATE)
    kind = CollateralKind.DEPOSIT_CERTIFICATE
    NEW.when(deposit).then(evolve(TAKEN, kind=kind, way=SecurityWay.PLEDGE))


@pytest.mark.row("CO-06", shown_by="collateral.record_valuation")
def test_a_valuation_says_what_counts_of_it_and_when_it_is_due_again():
    OFFERED.when(VALUE).then(VALUED)
    given(COLLATERAL, TAKEN, VALUED).when(VALUE).then_nothing()
    other = evolve(VALUE, valuation=Money(1))
    given(COLLATERAL, TAKEN, VALUED).when(other).then_refused(VALUATION_IS_NUMBERED_ONCE)


def test_what_the_institution_sets_counts_from_its_day():
    name = "collateral.ltv_max_default.residential_property"
    book = PolicyBook({name: Dated[str]().with_value(date(2026, 1, 1), "0.50", "Board 3")})
    (valued,) = OFFERED.when(evolve(VALUE, policy=book)).outcome()
    assert valued.counts == Money(25_000_000)
    assert valued.settings[0].source == "Board 3"


@pytest.mark.row("CO-07", shown_by="collateral.record_valuation")
def test_a_lower_value_shows_by_how_much_it_no_longer_covers():
    lower = evolve(VALUE, valuation_no="V2", valuation=Money(40_000_000), valued_on=DAY)
    (valued,) = given(COLLATERAL, TAKEN, VALUED, BOUND).when(lower).outcome()
    assert (valued.counts, valued.shortfall) == (Money(28_000_000), Money(7_000_000))
    assert valued.due_again == date(2027, 3, 2)


def test_who_brought_it_in_does_not_value_it_but_may_record_what_others_found():
    own = evolve(VALUE, actor="zhao", staff=ZHAO)
    OFFERED.when(own).then_refused(VALUER_IS_APART, actor="zhao")
    outside = evolve(own, appraiser=Appraiser.EXTERNAL)
    OFFERED.when(outside).then(evolve(VALUED, appraiser=Appraiser.EXTERNAL, valued_by="zhao"))


def test_a_value_is_more_than_nothing_and_of_a_day_that_has_come():
    OFFERED.when(evolve(VALUE, valuation=Money(0))).then_refused(VALUE_IS_POSITIVE)
    ahead = evolve(VALUE, valued_on=DAY + timedelta(1))
    OFFERED.when(ahead).then_refused(COLLATERAL_DAY_HAS_COME)
    NEW.when(VALUE).then_refused(COLLATERAL_IS_KNOWN)


@pytest.mark.row("CO-08", shown_by="collateral.bind")
def test_collateral_is_bound_up_to_what_may_be_lent_on_it_and_no_further():
    valued = given(COLLATERAL, TAKEN, VALUED)
    valued.when(BIND).then(BOUND)
    more = evolve(BIND, amount=Money(35_000_001))
    valued.when(more).then_refused(VALUE_COVERS_THE_DEBT, counts=Money(35_000_000))
    second = evolve(
        BIND, contract_id="M2", amount=Money(1), contract=evolve(MORTGAGE, contract_id="M2")
    )
    given(COLLATERAL, TAKEN, VALUED, BOUND).when(second).then_refused(VALUE_COVERS_THE_DEBT)
    valued.when(evolve(BIND, amount=Money(1, "USD"))).then_refused(VALUE_COVERS_THE_DEBT)


def test_only_a_contract_in_force_that_names_it_binds_it():
    valued = given(COLLATERAL, TAKEN, VALUED)
    for contract in (
        None,
        evolve(MORTGAGE, securities=("collateral-K2",)),
        evolve(MORTGAGE, stage=ContractStage.VOIDED),
    ):
        valued.when(evolve(BIND, contract=contract)).then_refused(CONTRACT_NAMES_COLLATERAL)
    OFFERED.when(BIND).then_refused(COLLATERAL_IS_VALUED)


def test_a_contract_binds_it_once():
    bound = given(COLLATERAL, TAKEN, VALUED, BOUND)
    bound.when(BIND).then_nothing()
    bound.when(evolve(BIND, amount=Money(1))).then_refused(COLLATERAL_IS_BOUND_ONCE)


@pytest.mark.row("CO-02", shown_by="collateral.record_registration")
def test_the_registered_right_is_recorded_with_certificate_authority_and_rank():
    bound = given(COLLATERAL, TAKEN, VALUED, BOUND)
    bound.when(RECORD_RIGHT).then(RIGHT)
    registered = given(COLLATERAL, TAKEN, VALUED, BOUND, RIGHT)
    registered.when(RECORD_RIGHT).then_nothing()
    registered.when(evolve(RECORD_RIGHT, lien_rank=2)).then_refused(REGISTERED_ONCE)
    bound.when(evolve(RECORD_RIGHT, lien_rank=0)).then_refused(RANK_COUNTS_FROM_ONE)
    given(COLLATERAL, TAKEN, VALUED).when(RECORD_RIGHT).then_refused(COLLATERAL_IS_BOUND)


def test_nothing_follows_on_what_was_released():
    released = given(COLLATERAL, TAKEN, VALUED, RELEASED)
    released.when(BIND).then_refused(COLLATERAL_STANDS)


def test_others_know_whether_money_may_be_paid_out_on_it():
    security = COLLATERAL.fact("K1", COLLATERAL.fold((TAKEN, VALUED, BOUND)))
    assert security is not None and not security.effective(DAY)
    assert (security.counts, security.contracts) == (Money(35_000_000), ("M1",))
    assert COLLATERAL.fact("K1", None) is None
