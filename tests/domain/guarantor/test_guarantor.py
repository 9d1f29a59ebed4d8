"""Who may guarantee, and how much in all."""

from datetime import timedelta

import pytest
from attrs import evolve

from domain.guarantor import GUARANTOR
from domain.guarantor.commands import GuarantorKind, SuspendGuarantor
from domain.guarantor.events import GuaranteeGivenBack, GuaranteeTakenOn, GuarantorSuspended
from domain.guarantor.rules import (
    ASSESSMENT_LASTS,
    CAPACITY_IS_SOUND,
    GUARANTOR_IS_ACTIVE,
    GUARANTOR_IS_ASSESSED,
    GUARANTOR_IS_NOT_SUSPENDED,
    IS_OF_AGE,
    MAY_GUARANTEE,
    WITHIN_CAPACITY,
)
from domain.money import Money
from domain.party import Party, Standing
from domain.ties import GiveBackGuarantee, TakeOnGuarantee
from tests.domain.guarantee.promises import ASSESS, ASSESSED
from tests.domain.staff_of_the_bank import DAY, ZHAO
from tests.specs import given

NEW, KNOWN = given(GUARANTOR), given(GUARANTOR, ASSESSED)
TAKE_ON = TakeOnGuarantee(guarantor_id="C7", guarantee_id="G1", amount=Money(15_000_000), today=DAY)
TAKEN_ON = GuaranteeTakenOn(guarantee_id="G1", amount=Money(15_000_000), left=Money(5_000_000))
SUSPEND = SuspendGuarantor(
    guarantor_id="C7", reason="sued by another bank", actor="zhao", staff=ZHAO, today=DAY
)
SUSPENDED = GuarantorSuspended(reason="sued by another bank", on=DAY, suspended_by="zhao")


def test_what_a_customer_can_guarantee_is_assessed():
    NEW.when(ASSESS).then(ASSESSED)
    KNOWN.when(ASSESS).then_nothing()
    given(GUARANTOR, ASSESSED, SUSPENDED).when(ASSESS).then(ASSESSED)


@pytest.mark.row("AP-09", shown_by="guarantor.assess")
def test_who_may_not_guarantee_is_refused():
    for kind in (GuarantorKind.STATE_ORGAN, GuarantorKind.PUBLIC_INSTITUTION):
        NEW.when(evolve(ASSESS, kind=kind)).then_refused(MAY_GUARANTEE, kind=kind)
    NEW.when(evolve(ASSESS, of_age=False)).then_refused(IS_OF_AGE)
    for party in (None, Party("C7", Standing.ERASED)):
        NEW.when(evolve(ASSESS, guarantor=party)).then_refused(GUARANTOR_IS_ACTIVE)


def test_nobody_guarantees_more_than_they_have_and_earn_in_a_year():
    NEW.when(evolve(ASSESS, capacity=Money(38_000_000))).then(
        evolve(ASSESSED, capacity=Money(38_000_000))
    )
    for capacity in (Money(38_000_001), Money(0), Money(1, "USD")):
        NEW.when(evolve(ASSESS, capacity=capacity)).then_refused(CAPACITY_IS_SOUND)
    past = evolve(ASSESS, valid_until=DAY - timedelta(1))
    NEW.when(past).then_refused(ASSESSMENT_LASTS)


@pytest.mark.row("CO-01", shown_by="guarantee.give")
def test_all_guarantees_together_stay_within_the_capacity():
    KNOWN.when(TAKE_ON).then(TAKEN_ON)
    held = given(GUARANTOR, ASSESSED, TAKEN_ON)
    held.when(TAKE_ON).then_nothing()
    second = evolve(TAKE_ON, guarantee_id="G2", amount=Money(5_000_001))
    held.when(second).then_refused(WITHIN_CAPACITY, left=Money(5_000_000))
    held.when(evolve(second, amount=Money(5_000_000))).then(
        GuaranteeTakenOn(guarantee_id="G2", amount=Money(5_000_000), left=Money(0))
    )


def test_a_guarantee_that_ended_can_be_given_again():
    back = GiveBackGuarantee(guarantor_id="C7", guarantee_id="G1")
    given(GUARANTOR, ASSESSED, TAKEN_ON).when(back).then(GuaranteeGivenBack(guarantee_id="G1"))
    KNOWN.when(back).then_nothing()


def test_no_guarantee_is_taken_without_an_assessment_in_force():
    NEW.when(TAKE_ON).then_refused(GUARANTOR_IS_ASSESSED)
    late = evolve(TAKE_ON, today=ASSESSED.valid_until + timedelta(1))
    KNOWN.when(late).then_refused(GUARANTOR_IS_ASSESSED)


def test_no_guarantee_is_taken_of_who_is_suspended():
    KNOWN.when(SUSPEND).then(SUSPENDED)
    suspended = given(GUARANTOR, ASSESSED, SUSPENDED)
    suspended.when(SUSPEND).then_nothing()
    suspended.when(TAKE_ON).then_refused(GUARANTOR_IS_NOT_SUSPENDED)
    NEW.when(SUSPEND).then_refused(GUARANTOR_IS_ASSESSED)
