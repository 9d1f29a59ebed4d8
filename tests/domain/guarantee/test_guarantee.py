"""A guarantee is given, bound by its contract, and released with what it secured."""

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from domain.facts.contract import ContractStage
from domain.facts.policy import SHIPPED
from domain.guarantee import GUARANTEE
from domain.guarantee import commands as asked
from domain.guarantee import events as said
from domain.guarantee.commands import GuaranteeMode, PeriodClause
from domain.guarantee.rules import (
    COMPANY_GIVES_NOTICE,
    CONTRACT_NAMES_GUARANTEE,
    GUARANTEE_IS_BOUND_ONCE,
    GUARANTEE_IS_KNOWN,
    GUARANTEE_IS_POSITIVE,
    GUARANTEE_PARTIES_ARE_ACTIVE,
    GUARANTEE_STANDS,
    GUARANTEED_CONTRACT_HAS_ENDED,
    GUARANTOR_IS_ANOTHER,
    MODE_IS_AGREED,
    NOTICE_DAY_HAS_COME,
    ONE_GUARANTEE_A_NUMBER,
    PERIOD_FITS_CLAUSE,
    PERIOD_IS_CLEAR,
)
from domain.money import Money
from domain.party import Party, Standing
from domain.ties import GiveBackGuarantee, TakeOnGuarantee
from tests.domain.collateral.flat import PAPER
from tests.domain.guarantee.promises import BIND, BOUND, CONTRACT, GIVE, GIVEN
from tests.domain.staff_of_the_bank import DAY, ZHAO
from tests.specs import given

NEW = given(GUARANTEE)
STANDING = given(GUARANTEE, GIVEN, BOUND)
BY: dict[str, Any] = {"actor": "zhao", "staff": ZHAO, "today": DAY}
ENDED = evolve(CONTRACT, stage=ContractStage.ENDED)
RELEASE = asked.ReleaseGuarantee(guarantee_id="G1", contract_id="B1", contract=ENDED, **BY)
RELEASED = said.GuaranteeReleased(on=DAY)


def test_a_guarantee_counts_against_its_guarantor():
    NEW.when(GIVE).then(GIVEN)
    taken = TakeOnGuarantee(
        guarantor_id="C7", guarantee_id="G1", amount=Money(15_000_000), today=DAY
    )
    NEW.when(GIVE).then_guards(taken)
    given(GUARANTEE, GIVEN).when(GIVE).then_nothing()
    other = evolve(GIVE, amount=Money(1))
    given(GUARANTEE, GIVEN).when(other).then_refused(ONE_GUARANTEE_A_NUMBER)


def test_what_the_contract_leaves_open_is_read_as_the_law_reads_it():
    silent = evolve(GIVE, mode=None, clause=PeriodClause.NOT_AGREED, period_months=None)
    (found,) = NEW.when(silent).outcome()
    assert (found.mode, found.period_months) == (GuaranteeMode.GENERAL, 6)
    NEW.when(silent).then_found(MODE_IS_AGREED, PERIOD_IS_CLEAR)
    assert found.settings == tuple(
        SHIPPED.on(name, DAY)
        for name in ("guarantee.mode.default", "guarantee.period.default.months")
    )


def test_until_paid_off_is_unclear_and_means_six_months():
    until_paid = evolve(GIVE, clause=PeriodClause.UNTIL_PAID, period_months=None)
    (found,) = NEW.when(until_paid).outcome()
    assert (found.mode, found.period_months) == (GuaranteeMode.JOINT, 6)
    NEW.when(until_paid).then_found(PERIOD_IS_CLEAR)


def test_months_are_given_with_an_agreed_period_alone():
    NEW.when(evolve(GIVE, period_months=None)).then_refused(PERIOD_FITS_CLAUSE)
    unclear = evolve(GIVE, clause=PeriodClause.UNTIL_PAID)
    NEW.when(unclear).then_refused(PERIOD_FITS_CLAUSE)


def test_guarantor_and_borrower_are_two_customers():
    merged = Party("C7", Standing.MERGED)
    for guarantor in (None, merged):
        NEW.when(evolve(GIVE, guarantor=guarantor)).then_refused(GUARANTEE_PARTIES_ARE_ACTIVE)
    own = evolve(GIVE, borrower_id="C7", borrower=Party("C7", Standing.ACTIVE))
    NEW.when(own).then_refused(GUARANTOR_IS_ANOTHER)
    NEW.when(evolve(GIVE, amount=Money(0))).then_refused(GUARANTEE_IS_POSITIVE)


def test_the_contract_that_names_it_binds_it_once():
    known = given(GUARANTEE, GIVEN)
    known.when(BIND).then(BOUND)
    STANDING.when(BIND).then_nothing()
    for contract in (None, evolve(CONTRACT, securities=()), ENDED):
        known.when(evolve(BIND, contract=contract)).then_refused(CONTRACT_NAMES_GUARANTEE)
    STANDING.when(evolve(BIND, contract_id="B2")).then_refused(GUARANTEE_IS_BOUND_ONCE)
    NEW.when(BIND).then_refused(GUARANTEE_IS_KNOWN)


@pytest.mark.row("CO-10", shown_by="guarantee.record_release_notice")
def test_on_a_companys_guarantee_money_is_paid_out_after_its_notice():
    company = evolve(GIVEN, by_company=True)
    notice = asked.RecordReleaseNotice(guarantee_id="G1", notice=PAPER, noticed_on=DAY, **BY)
    noticed = said.ReleaseNoticeRecorded(notice=PAPER, noticed_on=DAY)
    waiting = given(GUARANTEE, company, BOUND)
    assert not GUARANTEE.fact("G1", GUARANTEE.fold(waiting.past)).effective(DAY)
    waiting.when(notice).then(noticed)
    after = (company, BOUND, noticed)
    assert GUARANTEE.fact("G1", GUARANTEE.fold(after)).effective(DAY)
    given(GUARANTEE, *after).when(notice).then_nothing()
    STANDING.when(notice).then_refused(COMPANY_GIVES_NOTICE)
    given(GUARANTEE, company).when(notice).then_refused(COMPANY_GIVES_NOTICE)
    ahead = evolve(notice, noticed_on=DAY + timedelta(1))
    waiting.when(ahead).then_refused(NOTICE_DAY_HAS_COME)


def test_a_guarantor_who_knows_of_a_refinancing_signs_for_it():
    agree = asked.AgreeToRefinancing(guarantee_id="G1", statement=PAPER, **BY)
    agreed = said.RefinancingAgreed(statement=PAPER, on=DAY)
    STANDING.when(agree).then(agreed)
    given(GUARANTEE, GIVEN, BOUND, agreed).when(agree).then_nothing()


def test_a_guarantee_is_released_with_the_contract_that_it_secures():
    STANDING.when(RELEASE).then(RELEASED)
    STANDING.when(RELEASE).then_guards(GiveBackGuarantee(guarantor_id="C7", guarantee_id="G1"))
    running = evolve(RELEASE, contract=CONTRACT)
    STANDING.when(running).then_refused(GUARANTEED_CONTRACT_HAS_ENDED)
    released = given(GUARANTEE, GIVEN, BOUND, RELEASED)
    released.when(RELEASE).then_nothing()
    released.when(BIND).then_refused(GUARANTEE_STANDS)
    assert not GUARANTEE.fact("G1", GUARANTEE.fold(released.past)).effective(DAY)
