"""Accepting to serve a loan of another's money: whose it is, what for, and at whose risk."""

from typing import Any

import pytest
from attrs import evolve

from domain.entrustment import ENTRUSTMENT
from domain.entrustment.rules import (
    ACCEPTED_ONCE,
    ACCEPTED_UNDER_MANDATE,
    ENDS_WITH_NOTHING_HELD,
    ENTRUSTED_APPLICATION_GOES_ON,
    ENTRUSTER_IS_NO_LENDER,
    ENTRUSTMENT_STANDS,
    FEE_IS_AGREED,
    MONEY_IS_THEIRS_TO_ENTRUST,
    RISK_STAYS_WITH_THEM,
    TERMS_ARE_THEIR_OWN,
    USE_IS_LAWFUL,
)
from domain.entrustment.state import fact
from domain.entrustment.values import (
    EntrustmentEnding,
    FundsSource,
    FundsUse,
    Undertaking,
)
from domain.facts.application import ApplicationStage
from domain.facts.contract import ContractStage
from domain.facts.duty import ACTOR_HOLDS_THE_POST, CONNECTED_STAY_OUT, ROLES_ARE_APART
from domain.facts.staff import Post
from domain.facts.terms import SecurityWay
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.approval.files import DAY, OWN, mandate, person
from tests.domain.contract.deeds import LOAN_CONTRACT
from tests.domain.entrustment.papers import (
    ACCEPT,
    ACCEPTED,
    APPLICATION,
    COLLECTED,
    DEPOSITED,
    END,
    ENDED,
    ENTRUSTMENT_OF_C5,
    FOUND,
    LATER,
    RETURNED,
    TAKEN_UP,
    TERMS,
)
from tests.specs import When, given


def with_(**changed: Any) -> When:
    return given(ENTRUSTMENT).when(evolve(ACCEPT, **changed))


def test_an_entrustment_is_accepted_once_with_what_was_found():
    given(ENTRUSTMENT).when(ACCEPT).then(ACCEPTED)
    given(ENTRUSTMENT, ACCEPTED).when(ACCEPT).then_nothing()
    dearer = evolve(ACCEPT, service_fee=Money(40_000))
    given(ENTRUSTMENT, ACCEPTED).when(dearer).then_refused(ACCEPTED_ONCE)
    given(ENTRUSTMENT, ACCEPTED, ENDED).when(ACCEPT).then_refused(ACCEPTED_ONCE)
    assert fact("A1", ENTRUSTMENT.fold([ACCEPTED])) == ENTRUSTMENT_OF_C5
    assert fact("A1", ENTRUSTMENT.fold([])) is None


@pytest.mark.parametrize(
    "application",
    [
        None,
        evolve(APPLICATION, entrusted_by=None),
        evolve(APPLICATION, stage=ApplicationStage.RECEIVED),
        evolve(APPLICATION, stage=ApplicationStage.PROHIBITED),
    ],
)
def test_what_is_accepted_is_an_admitted_application_for_another_s_money(application):
    with_(application=application).then_refused(ENTRUSTED_APPLICATION_GOES_ON)


@pytest.mark.parametrize("source", FundsSource)
def test_only_their_own_money_is_entrusted(source):
    command = evolve(ACCEPT, found=evolve(FOUND, source=source))
    if source in (FundsSource.OWN_FUNDS, FundsSource.GROUP_BONDS):
        assert given(ENTRUSTMENT).when(command).outcome()
    else:
        given(ENTRUSTMENT).when(command).then_refused(MONEY_IS_THEIRS_TO_ENTRUST, source=source)


@pytest.mark.parametrize("use", [use for use in FundsUse if use is not FundsUse.PERMITTED])
def test_it_is_not_lent_for_what_is_forbidden(use):
    with_(found=evolve(FOUND, use=use)).then_refused(USE_IS_LAWFUL)


@pytest.mark.parametrize("undertaking", Undertaking)
def test_the_lender_takes_on_nothing_by_which_the_risk_would_be_its_own(undertaking):
    with_(found=evolve(FOUND, undertakings=(undertaking,))).then_refused(RISK_STAYS_WITH_THEM)


def test_who_entrusts_is_a_customer_who_does_not_lend_by_trade():
    with_(found=evolve(FOUND, lends_by_trade=True)).then_refused(ENTRUSTER_IS_NO_LENDER)
    with_(entruster=None).then_refused(ENTRUSTER_IS_NO_LENDER)
    with_(entruster=Party("C5", Standing.ERASED)).then_refused(ENTRUSTER_IS_NO_LENDER)


def test_the_terms_are_those_that_the_two_applied_for_and_name_a_rate():
    with_(terms=evolve(TERMS, months=TERMS.months + 1)).then_refused(TERMS_ARE_THEIR_OWN)
    with_(terms=evolve(TERMS, security=(SecurityWay.PLEDGE,))).then_refused(TERMS_ARE_THEIR_OWN)
    unpriced = evolve(APPLICATION, terms=evolve(TERMS, rate_yearly=None))
    with_(application=unpriced, terms=unpriced.terms).then_refused(TERMS_ARE_THEIR_OWN)
    given(ENTRUSTMENT).when(evolve(ACCEPT, application=unpriced)).then(ACCEPTED)
    with_(service_fee=Money(30_000, "USD")).then_refused(FEE_IS_AGREED)
    with_(service_fee=Money(-1)).then_refused(FEE_IS_AGREED)


def test_it_is_accepted_under_a_mandate_of_one_s_own_that_covers_it():
    with_(mandate=None).then_refused(ACCEPTED_UNDER_MANDATE)
    with_(mandate=mandate("M1", 59_999, post=Post.APPROVER, unit_id="B1")).then_refused(
        ACCEPTED_UNDER_MANDATE
    )
    with_(mandate=mandate("M1", 60_000, staff_id="hang")).then_refused(ACCEPTED_UNDER_MANDATE)
    suspended = evolve(OWN, in_force=OWN.in_force.with_value(DAY, False))
    with_(mandate=suspended).then_refused(ACCEPTED_UNDER_MANDATE)
    narrow = mandate("M0", 59_999)
    handed_on = evolve(OWN, parent_id="M0")
    with_(mandate=handed_on, parent=narrow).then_refused(ACCEPTED_UNDER_MANDATE)
    with_(mandate=handed_on, parent=None).then_refused(ACCEPTED_UNDER_MANDATE)


def test_who_took_it_in_or_is_connected_with_either_does_not_accept_it():
    zhao = person("zhao", Post.APPROVER)
    with_(actor="zhao", staff=zhao).then_refused(ROLES_ARE_APART)
    with_(staff=person("pi", Post.REVIEWER)).then_refused(ACTOR_HOLDS_THE_POST)
    for party in ("C1", "C5"):
        with_(staff=person("pi", Post.APPROVER, connected=(party,))).then_refused(
            CONNECTED_STAY_OUT
        )


def test_it_is_called_off_once_nothing_is_held():
    given(ENTRUSTMENT, ACCEPTED).when(END).then(ENDED)
    given(ENTRUSTMENT, ACCEPTED, ENDED).when(END).then_nothing()
    given(ENTRUSTMENT).when(END).then_refused(ENTRUSTMENT_STANDS)
    served = evolve(END, ending=EntrustmentEnding.SERVED)
    given(ENTRUSTMENT, ACCEPTED, ENDED).when(served).then_refused(ENTRUSTMENT_STANDS)
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED).when(END).then_refused(ENDS_WITH_NOTHING_HELD)
    given(ENTRUSTMENT, ACCEPTED, DEPOSITED, RETURNED).when(END).then(ENDED)
    given(ENTRUSTMENT, ACCEPTED, TAKEN_UP).when(END).then_refused(ENDS_WITH_NOTHING_HELD)
    given(ENTRUSTMENT, ACCEPTED).when(served).then_refused(ENDS_WITH_NOTHING_HELD)


def test_once_a_contract_was_signed_it_ends_with_the_contract():
    served = evolve(END, ending=EntrustmentEnding.SERVED)
    standing = evolve(LOAN_CONTRACT, stage=ContractStage.SIGNED)
    over = evolve(LOAN_CONTRACT, stage=ContractStage.ENDED)
    past = (ACCEPTED, TAKEN_UP, COLLECTED)
    given(ENTRUSTMENT, *past).when(evolve(served, contract=standing)).then_refused(
        ENDS_WITH_NOTHING_HELD
    )
    given(ENTRUSTMENT, *past).when(evolve(served, contract=over)).then(
        evolve(ENDED, ending=EntrustmentEnding.SERVED, on=LATER)
    )
