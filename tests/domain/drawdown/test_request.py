"""Money is requested under a signed contract; conditions are met, and a second person checks."""

from datetime import date

import pytest
from attrs import evolve

from domain.drawdown import DRAWDOWN, events
from domain.drawdown.rules import (
    CONDITION_IS_PRECEDENT,
    CONDITIONS_ARE_MET,
    CONTRACT_CAN_BE_DRAWN,
    DRAWDOWN_IS_OPEN,
    DRAWDOWN_IS_REQUESTED,
    DRAWDOWN_IS_REQUESTED_ONCE,
    ENTRUSTED_FUNDS_ARE_IN,
    NOTE_WITHIN_TERM,
    SECURITY_COVERS_THE_CONTRACT,
    SECURITY_IS_IN_EFFECT,
    WITHIN_WHAT_IS_LEFT,
)
from domain.facts.contract import ContractStage
from domain.facts.duty import ACTOR_HOLDS_THE_POST, ROLES_ARE_APART, UNIT_MAY_LEND
from domain.facts.security import Binding
from domain.facts.terms import SecurityWay
from domain.money import Money
from tests.domain.approval.files import FILE
from tests.domain.contract.deeds import (
    APPLICATION,
    APPROVAL,
    FLAT,
    SUN,
    TERMS,
    ZHAO,
)
from tests.domain.drawdown.drawings import (
    CANCEL,
    CHECK,
    CHECKED,
    CONTRACT,
    KNOWN,
    MEET,
    MET,
    MORTGAGE,
    PAID,
    PAPER,
    READY,
    RELEASE,
    REQUEST,
    REQUESTED,
)
from tests.domain.entrustment.papers import ENTRUSTMENT_OF_C5
from tests.specs import given

INVESTIGATED = FILE["investigation"]


def test_money_is_requested_under_a_signed_contract():
    given(DRAWDOWN).when(REQUEST).then(REQUESTED)
    given(DRAWDOWN, REQUESTED).when(REQUEST).then_nothing()
    other = evolve(REQUEST, loan_id="N2")
    given(DRAWDOWN, REQUESTED).when(other).then_refused(DRAWDOWN_IS_REQUESTED_ONCE)
    for contract in (None, MORTGAGE, evolve(CONTRACT, stage=ContractStage.CHECKED)):
        given(DRAWDOWN).when(evolve(REQUEST, contract=contract)).then_refused(CONTRACT_CAN_BE_DRAWN)


def test_several_drawdowns_stay_within_a_contract():
    drawn = evolve(CONTRACT, drawn=Money(5_000_000))
    assert given(DRAWDOWN).when(evolve(REQUEST, contract=drawn)).outcome()
    for left in (Money(5_000_001), Money(20_000_000)):
        command = evolve(REQUEST, contract=evolve(CONTRACT, drawn=left))
        given(DRAWDOWN).when(command).then_refused(WITHIN_WHAT_IS_LEFT)
    dollars = evolve(REQUEST, amount=Money(1, "USD"))
    given(DRAWDOWN).when(dollars).then_refused(WITHIN_WHAT_IS_LEFT)


def test_a_note_runs_no_longer_than_its_contract():
    (shorter,) = given(DRAWDOWN).when(evolve(REQUEST, months=6)).outcome()
    assert shorter.months == 6
    given(DRAWDOWN).when(evolve(REQUEST, months=13)).then_refused(NOTE_WITHIN_TERM)


def test_who_requests_serves_customers_at_a_unit_that_may_lend():
    given(DRAWDOWN).when(evolve(REQUEST, staff=SUN)).then_refused(ACTOR_HOLDS_THE_POST)
    given(DRAWDOWN).when(evolve(REQUEST, unit=None)).then_refused(UNIT_MAY_LEND)


def test_conditions_are_met_one_by_one_with_evidence():
    given(DRAWDOWN, REQUESTED).when(MEET).then(MET)
    given(DRAWDOWN, REQUESTED, MET).when(MEET).then_nothing()
    given(DRAWDOWN).when(MEET).then_refused(DRAWDOWN_IS_REQUESTED)
    for again in (evolve(MEET, condition_id="2"), evolve(MEET, condition_id="9")):
        given(DRAWDOWN, REQUESTED).when(again).then_refused(CONDITION_IS_PRECEDENT)
    twice = evolve(MEET, evidence=PAPER)
    given(DRAWDOWN, REQUESTED, MET).when(twice).then_refused(CONDITION_IS_PRECEDENT)


def test_a_second_person_checks_that_money_may_be_paid():
    given(DRAWDOWN, REQUESTED, MET).when(CHECK).then(CHECKED)
    given(DRAWDOWN, REQUESTED, MET, CHECKED).when(CHECK).then_nothing()
    given(DRAWDOWN, REQUESTED).when(CHECK).then_refused(CONDITIONS_ARE_MET, unmet="1")
    given(DRAWDOWN, REQUESTED, MET).when(evolve(CHECK, staff=ZHAO)).then_refused(
        ACTOR_HOLDS_THE_POST
    )
    own = evolve(REQUESTED, requested_by="sun")
    given(DRAWDOWN, own, MET).when(CHECK).then_refused(ROLES_ARE_APART, role="requester")


@pytest.mark.parametrize(
    "lacking",
    [
        {"securities": (evolve(FLAT, registered_on=None),)},
        {"securities": (evolve(FLAT, held=False),)},
        {"securities": (evolve(FLAT, released_on=date(2026, 3, 4)),)},
        {"securities": ()},
        {"security_contracts": ()},
        {"security_contracts": (evolve(MORTGAGE, stage=ContractStage.CHECKED),)},
        {"security_contracts": (evolve(MORTGAGE, securities=()),)},
    ],
)
def test_nothing_is_paid_before_what_secures_it_is_registered_held_and_bound(lacking):
    given(DRAWDOWN, REQUESTED, MET).when(evolve(CHECK, **lacking)).then_refused(
        SECURITY_IS_IN_EFFECT
    )
    given(DRAWDOWN, *READY).when(evolve(RELEASE, **lacking)).then_refused(SECURITY_IS_IN_EFFECT)


@pytest.mark.parametrize(
    "lacking",
    [
        {"registered_until": date(2026, 3, 4)},
        {"bindings": (Binding("M9", TERMS.amount),)},
        {"bindings": ()},
    ],
)
def test_nothing_is_paid_on_a_right_that_ran_out_or_is_bound_by_no_contract_of_it(lacking):
    securities = (evolve(FLAT, **lacking),)
    given(DRAWDOWN, REQUESTED, MET).when(evolve(CHECK, securities=securities)).then_refused(
        SECURITY_IS_IN_EFFECT, not_in_effect="collateral-K1"
    )
    release = evolve(RELEASE, securities=securities)
    given(DRAWDOWN, *READY).when(release).then_refused(SECURITY_IS_IN_EFFECT)


def test_nothing_is_paid_on_security_that_covers_less_than_the_contract():
    fen = TERMS.amount.fen
    less = evolve(FLAT, bindings=(Binding("M1", Money(fen - 1)),))
    twice = evolve(FLAT, bindings=(Binding("M1", Money(fen)), Binding("M7", Money(fen))))
    fallen = evolve(FLAT, counts=Money(fen - 1))
    for security in (less, twice, fallen):
        for past, asked in (((REQUESTED, MET), CHECK), (READY, RELEASE)):
            given(DRAWDOWN, *past).when(evolve(asked, securities=(security,))).then_refused(
                SECURITY_COVERS_THE_CONTRACT
            )
    partly = evolve(TERMS, security=(SecurityWay.MORTGAGE, SecurityWay.UNSECURED))
    allowed = evolve(CHECK, securities=(less,), contract=evolve(CONTRACT, terms=partly))
    given(DRAWDOWN, REQUESTED, MET).when(allowed).then(CHECKED)


@pytest.mark.parametrize(
    ("role", "changes"),
    [
        ("decider", {"approval": evolve(APPROVAL, people=("sun",))}),
        ("taken_by", {"application": evolve(APPLICATION, taken_by="sun")}),
        ("investigator", {"investigation": evolve(INVESTIGATED, investigators=("sun", "li"))}),
        ("investigator", {"investigation": evolve(INVESTIGATED, former=("sun",))}),
        ("contract", {"contract": evolve(CONTRACT, people=("sun",))}),
    ],
)
def test_who_pays_took_no_other_part_on_the_file(role, changes):
    for past, asked in (((REQUESTED, MET), CHECK), (READY, RELEASE)):
        given(DRAWDOWN, *past).when(evolve(asked, **changes)).then_refused(
            ROLES_ARE_APART, role=role
        )


def test_who_decided_requests_nothing():
    own = evolve(REQUEST, approval=evolve(APPROVAL, people=("zhao",)))
    given(DRAWDOWN).when(own).then_refused(ROLES_ARE_APART, role="decider")


def test_an_unpaid_drawdown_is_cancelled():
    cancelled = events.DrawdownCancelled(reason=CANCEL.reason)
    given(DRAWDOWN, *READY).when(CANCEL).then(cancelled)
    given(DRAWDOWN, *READY).when(CANCEL).then_guards()
    given(DRAWDOWN, *READY, cancelled).when(CANCEL).then_nothing()
    for later in (CHECK, RELEASE):
        given(DRAWDOWN, REQUESTED, MET, cancelled).when(later).then_refused(DRAWDOWN_IS_OPEN)
    given(DRAWDOWN, *PAID).when(CANCEL).then_refused(DRAWDOWN_IS_OPEN)


def test_others_know_a_drawdown_by_its_contract_and_note():
    assert DRAWDOWN.fact("D1", DRAWDOWN.fold((REQUESTED,))) == KNOWN
    assert DRAWDOWN.fact("D1", DRAWDOWN.initial) is None


def test_another_s_money_is_asked_for_once_they_have_deposited_it():
    entrusted = evolve(CONTRACT, entrusted_by="C5", facility_id=None)
    asked = evolve(REQUEST, contract=entrusted)
    given(DRAWDOWN).when(asked).then_refused(ENTRUSTED_FUNDS_ARE_IN)
    short = evolve(ENTRUSTMENT_OF_C5, held=Money(14_999_999))
    given(DRAWDOWN).when(evolve(asked, entrustment=short)).then_refused(ENTRUSTED_FUNDS_ARE_IN)
    held = evolve(short, held=Money(15_000_000))
    given(DRAWDOWN).when(evolve(asked, entrustment=held)).then(
        evolve(REQUESTED, entrusted_by="C5", facility_id=None)
    )
