"""Papers and goods go into the vault and out of it under two keys, and are counted."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.collateral import COLLATERAL
from domain.collateral import commands as asked
from domain.collateral import events as said
from domain.collateral.rules import (
    COUNT_IS_NUMBERED_ONCE,
    HANDOVER_LIST_IS_NOT_EMPTY,
    KEEPER_DOES_NOT_APPROVE,
    LENT_IS_DUE_BACK,
    LIST_IS_INSIDE,
    LIST_IS_NOT_INSIDE,
    RETURNED_WHEN_FREE,
    VAULT_HAS_TWO_KEYS,
)
from domain.collateral.values import HandoverItem, HandoverItemKind, VaultReason
from domain.facts.duty import ACTOR_HOLDS_THE_POST
from tests.domain.collateral.flat import (
    BOUND,
    INSIDE,
    LEND_OUT,
    LENT_OUT,
    PAPER,
    PUT_IN,
    REALISED,
    RELEASED,
    RIGHT,
    SEAL,
    TAKEN,
    VALUED,
)
from tests.domain.staff_of_the_bank import DAY, LI, QIAN, SUN, ZHAO
from tests.specs import given

BEFORE = (TAKEN, VALUED, BOUND, RIGHT)
OUTSIDE = given(COLLATERAL, *BEFORE)
KEPT = given(COLLATERAL, *BEFORE, INSIDE)


@pytest.mark.row("CO-04", shown_by="collateral.put_in_vault, collateral.take_from_vault")
def test_the_certificate_goes_into_the_vault_under_two_keys():
    OUTSIDE.when(PUT_IN).then(INSIDE)
    KEPT.when(PUT_IN).then_nothing()
    for second_id, second in (("sun", SUN), ("li", None), ("qian", QIAN)):
        alone = evolve(PUT_IN, second_id=second_id, second=second)
        OUTSIDE.when(alone).then_refused(VAULT_HAS_TWO_KEYS, second_id=second_id)
    OUTSIDE.when(evolve(PUT_IN, staff=ZHAO)).then_refused(ACTOR_HOLDS_THE_POST)
    connected = evolve(LI, connected=("C1",))
    OUTSIDE.when(evolve(PUT_IN, second=connected)).then_refused(VAULT_HAS_TWO_KEYS)


@pytest.mark.row("CO-03", shown_by="collateral.put_in_vault")
def test_a_handover_list_names_what_both_sides_signed_for():
    OUTSIDE.when(evolve(PUT_IN, items=())).then_refused(HANDOVER_LIST_IS_NOT_EMPTY)
    other = (HandoverItem(kind=HandoverItemKind.PLEDGED_GOODS, number="40 sacks, mark Q"),)
    KEPT.when(evolve(PUT_IN, items=other)).then_refused(LIST_IS_NOT_INSIDE)
    (entered,) = OUTSIDE.when(evolve(PUT_IN, items=other)).outcome()
    assert (entered.items, entered.signed_list) == (other, SEAL)


def test_what_is_lent_out_is_due_back_and_comes_back_under_its_list():
    KEPT.when(LEND_OUT).then(LENT_OUT)
    for due_back in (None, DAY - timedelta(1)):
        KEPT.when(evolve(LEND_OUT, due_back=due_back)).then_refused(LENT_IS_DUE_BACK)
    lent = given(COLLATERAL, *BEFORE, INSIDE, LENT_OUT)
    lent.when(LEND_OUT).then_nothing()
    lent.when(evolve(LEND_OUT, signed_receipt=PAPER)).then_refused(LIST_IS_INSIDE)
    lent.when(PUT_IN).then(INSIDE)


def test_who_opens_the_vault_does_not_approve_what_leaves_it():
    for keeper in ("sun", "li"):
        KEPT.when(evolve(LEND_OUT, approved_by=keeper)).then_refused(KEEPER_DOES_NOT_APPROVE)


def test_papers_go_back_to_the_owner_only_after_release():
    back = evolve(LEND_OUT, reason=VaultReason.RETURNED_TO_OWNER, due_back=None)
    KEPT.when(back).then_refused(RETURNED_WHEN_FREE)
    KEPT.when(evolve(back, due_back=date(2026, 4, 1))).then_refused(LENT_IS_DUE_BACK)
    gone = evolve(LENT_OUT, reason=VaultReason.RETURNED_TO_OWNER, due_back=None)
    given(COLLATERAL, *BEFORE, INSIDE, RELEASED).when(back).then(gone)


def test_papers_go_to_the_buyer_only_after_realisation():
    sold = evolve(LEND_OUT, reason=VaultReason.REALISED, due_back=None)
    KEPT.when(sold).then_refused(RETURNED_WHEN_FREE)
    gone = evolve(LENT_OUT, reason=VaultReason.REALISED, due_back=None)
    given(COLLATERAL, *BEFORE, INSIDE, REALISED).when(sold).then(gone)


def test_a_stock_take_says_what_is_missing_and_what_should_not_be_there():
    count = asked.CountVault(
        collateral_id="K1",
        count_no="S1",
        lists_found=("H9",),
        actor="sun",
        staff=SUN,
        today=DAY,
    )
    counted = said.VaultCounted(
        count_no="S1", missing=("H1",), unexpected=("H9",), counted_by="sun"
    )
    KEPT.when(count).then(counted)
    again = given(COLLATERAL, *BEFORE, INSIDE, counted)
    again.when(count).then_nothing()
    again.when(evolve(count, lists_found=("H1",))).then_refused(COUNT_IS_NUMBERED_ONCE)


@pytest.mark.row("CO-09", shown_by="collateral.check")
def test_collateral_is_looked_at_on_the_spot():
    check = asked.CheckCollateral(
        collateral_id="K1",
        check_no="I1",
        checked_on=DAY,
        whole=True,
        safe=False,
        says="roof leaks",
        actor="zhao",
        staff=ZHAO,
        today=DAY,
    )
    checked = said.CollateralChecked(
        check_no="I1",
        checked_on=DAY,
        whole=True,
        safe=False,
        says="roof leaks",
        photos=(),
        checked_by="zhao",
    )
    KEPT.when(check).then(checked)
    given(COLLATERAL, *BEFORE, checked).when(check).then_nothing()
