"""Mandates are granted, delegated, ruled on and corrected."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.duty import ACTOR_HOLDS_THE_POST
from domain.facts.mandate import Mandate, Scope
from domain.facts.staff import Post
from domain.facts.terms import SecurityWay
from domain.facts.unit import UnitKind
from domain.mandate import MANDATE
from domain.mandate.events import (
    DelegationTied,
)
from domain.mandate.rules import (
    DATES_ARE_IN_ORDER,
    DELEGATED_BY_ITS_HOLDER,
    DELEGATED_TO_STAFF,
    HELD_AT_AN_OPEN_UNIT,
    MANDATE_IS_KNOWN,
    MANDATE_IS_NOT_DATED_BACK,
    NOT_FOR_ONESELF,
    ONE_MANDATE_A_NUMBER,
    RULED_BY_THE_GIVER,
    SUSPENDED_BEFORE_RESTORED,
    WITHIN_ITS_PARENT,
)
from domain.money import Money
from domain.ties import TieDelegation
from tests.department import CREDIT_HEAD, DAY, TODAY, staff, unit
from tests.domain.mandate.examples import (
    BAI,
    CORRECT,
    CORRECTED,
    DELEGATE,
    DELEGATED,
    GRANT,
    GRANTED,
    PARENT,
    RESTORE,
    RESTORED,
    REVOKE,
    REVOKED,
    SUSPEND,
    SUSPENDED,
    UNTIL,
    days,
    in_force,
)
from tests.specs import given


def test_a_mandate_is_granted_once_and_runs_from_day_to_day():
    given(MANDATE).when(GRANT).then(GRANTED)
    given(MANDATE, GRANTED).when(GRANT).then_nothing()
    other = evolve(GRANT, delegable=False)
    given(MANDATE, GRANTED).when(other).then_refused(ONE_MANDATE_A_NUMBER)
    assert days(GRANTED) == [False, True, True, False]


def test_a_mandate_is_granted_by_who_leads_and_not_to_themselves():
    by_head = evolve(GRANT, staff=BAI)
    given(MANDATE).when(by_head).then_refused(ACTOR_HOLDS_THE_POST)
    own = evolve(GRANT, post=Post.CREDIT_HEAD, unit_id="CREDIT", actor="zhou")
    zhou = staff("zhou", Post.CREDIT_HEAD, at="CREDIT")
    given(MANDATE).when(evolve(own, staff=zhou)).then_refused(NOT_FOR_ONESELF)


def test_a_mandate_is_not_dated_back():
    for back in (evolve(GRANT, since=TODAY - DAY), evolve(GRANT, until=TODAY - DAY)):
        given(MANDATE).when(back).then_refused(MANDATE_IS_NOT_DATED_BACK)


@pytest.mark.parametrize(
    "changed",
    [
        {"unit": None},
        {"unit": unit("B1", works_until=TODAY - DAY)},
        {"post": None},
        {"unit": unit("C", UnitKind.COMMITTEE)},
    ],
)
def test_a_mandate_is_held_by_a_post_at_a_unit_or_by_a_committee(changed):
    given(MANDATE).when(evolve(GRANT, **changed)).then_refused(HELD_AT_AN_OPEN_UNIT)
    body = evolve(GRANT, post=None, unit=unit("B1", UnitKind.COMMITTEE))
    given(MANDATE).when(body).then(evolve(GRANTED, post=None))


def test_a_mandate_is_delegated_and_the_one_above_knows():
    given(MANDATE).when(DELEGATE).then(DELEGATED)
    given(MANDATE, DELEGATED).when(DELEGATE).then_nothing()
    tie = TieDelegation(mandate_id="M1", delegated_id="M2")
    given(MANDATE).when(DELEGATE).then_guards(tie)
    tied = DelegationTied(delegated_id="M2")
    given(MANDATE, GRANTED).when(tie).then(tied)
    given(MANDATE, GRANTED, tied).when(tie).then_nothing()


@pytest.mark.parametrize(
    "changed",
    [
        {"parent_mandate": None},
        {"parent_mandate": evolve(PARENT, delegable=False)},
        {"parent_mandate": MANDATE.fact("M1", MANDATE.fold([GRANTED, SUSPENDED]))},
        {"staff": staff("li", Post.BRANCH_HEAD, at="B2")},
        {"staff": evolve(BAI, left_on=TODAY)},
        {"staff": None},
    ],
)
def test_only_its_holder_delegates_a_mandate_and_only_while_it_may_be(changed):
    given(MANDATE).when(evolve(DELEGATE, **changed)).then_refused(DELEGATED_BY_ITS_HOLDER)


def test_a_delegated_mandate_is_delegated_on_by_the_person_alone():
    second = evolve(
        DELEGATE,
        mandate_id="M3",
        parent_id="M2",
        actor="zhao",
        staff=staff("zhao", Post.APPROVER),
        staff_id="li",
        delegate=staff("li", Post.APPROVER),
        parent_mandate=MANDATE.fact("M2", MANDATE.fold([evolve(DELEGATED, delegable=True)])),
    )
    given(MANDATE).when(second).then(
        evolve(DELEGATED, parent_id="M2", staff_id="li", delegated_by="zhao")
    )
    given(MANDATE).when(evolve(second, staff=BAI)).then_refused(DELEGATED_BY_ITS_HOLDER)


def test_a_mandate_is_delegated_to_another_who_is_there():
    given(MANDATE).when(evolve(DELEGATE, staff_id="bai")).then_refused(NOT_FOR_ONESELF)
    for delegate in (None, staff("zhao", left_on=TODAY)):
        gone = evolve(DELEGATE, delegate=delegate)
        given(MANDATE).when(gone).then_refused(DELEGATED_TO_STAFF)


@pytest.mark.row("AV-04", shown_by="mandate.delegate")
@pytest.mark.parametrize(
    "wider",
    [
        {"scope": Scope(amount_max=Money(50_000_001), products=("P1",))},
        {"scope": Scope(amount_max=Money(1))},
        {"scope": Scope(amount_max=Money(1), products=("P3",))},
        {"scope": Scope(amount_max=Money(1, "USD"), products=("P1",))},
        {"until": UNTIL + DAY},
    ],
)
def test_what_is_delegated_is_never_wider_or_longer(wider):
    given(MANDATE).when(evolve(DELEGATE, **wider)).then_refused(WITHIN_ITS_PARENT)


def test_a_scope_lies_within_one_that_covers_any():
    open_one = Scope(amount_max=Money(9))
    narrow = Scope(amount_max=Money(9), grades=("A",), securities=(SecurityWay.PLEDGE,))
    assert narrow.within(open_one)
    assert not open_one.within(narrow)


def test_a_mandate_is_suspended_today_and_restored_tomorrow():
    given(MANDATE, GRANTED).when(SUSPEND).then(SUSPENDED)
    given(MANDATE, GRANTED, SUSPENDED).when(SUSPEND).then_nothing()
    given(MANDATE, GRANTED, SUSPENDED).when(RESTORE).then(RESTORED)
    given(MANDATE, GRANTED, SUSPENDED, RESTORED).when(RESTORE).then_nothing()
    assert days(GRANTED, SUSPENDED) == [False, False, False, False]
    assert days(GRANTED, SUSPENDED, RESTORED) == [False, False, True, False]


def test_a_mandate_is_suspended_once_and_restored_after_it():
    again = evolve(SUSPEND, reason="another")
    given(MANDATE, GRANTED, SUSPENDED).when(again).then_refused(SUSPENDED_BEFORE_RESTORED)
    given(MANDATE, GRANTED).when(RESTORE).then_refused(SUSPENDED_BEFORE_RESTORED)


def test_a_revoked_mandate_comes_never_back():
    given(MANDATE, GRANTED).when(REVOKE).then(REVOKED)
    given(MANDATE, GRANTED, REVOKED).when(REVOKE).then_nothing()
    given(MANDATE, GRANTED, REVOKED).when(RESTORE).then_refused(MANDATE_IS_KNOWN)
    given(MANDATE).when(SUSPEND).then_refused(MANDATE_IS_KNOWN)
    assert days(GRANTED, REVOKED) == [False, False, False, False]


def test_a_mandate_is_ruled_on_by_who_leads_or_who_delegated_it():
    by_bai = evolve(SUSPEND, actor="bai", staff=BAI)
    given(MANDATE, GRANTED).when(by_bai).then_refused(RULED_BY_THE_GIVER)
    given(MANDATE, DELEGATED).when(evolve(by_bai, mandate_id="M2")).then(SUSPENDED)


def test_nobody_restores_or_corrects_a_mandate_of_their_own():
    zhou = evolve(GRANTED, post=Post.CREDIT_HEAD, unit_id=CREDIT_HEAD.posts[0].unit_id)
    own: dict[str, Any] = {"actor": "zhou", "staff": CREDIT_HEAD}
    given(MANDATE, zhou, SUSPENDED).when(evolve(RESTORE, **own)).then_refused(NOT_FOR_ONESELF)
    given(MANDATE, zhou).when(evolve(CORRECT, **own)).then_refused(NOT_FOR_ONESELF)


def test_dates_that_were_wrong_are_corrected_also_back_and_say_what_they_were():
    given(MANDATE, GRANTED).when(CORRECT).then(CORRECTED)
    given(MANDATE, GRANTED, CORRECTED).when(CORRECT).then_nothing()
    assert days(GRANTED, CORRECTED) == [False, False, False, False]
    assert in_force(GRANTED, CORRECTED).on(date(2026, 1, 1))
    turned = evolve(CORRECT, until=date(2025, 12, 31))
    given(MANDATE, GRANTED).when(turned).then_refused(DATES_ARE_IN_ORDER)


def test_a_correction_keeps_within_the_mandate_above():
    wide = evolve(CORRECT, mandate_id="M2", parent_mandate=PARENT)
    given(MANDATE, DELEGATED).when(wide).then_refused(WITHIN_ITS_PARENT)


def test_a_mandate_that_never_was_is_no_fact():
    assert MANDATE.fact("M9", MANDATE.initial) is None
    assert isinstance(PARENT, Mandate)
