"""Units hang under one another, lend or may not, and are closed."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.duty import (
    ACTOR_HOLDS_THE_POST,
    SET_UP_FROM_OUTSIDE,
    UNIT_MAY_LEND,
    require_lending_unit,
)
from domain.facts.staff import Post
from domain.facts.unit import HEAD_OFFICE, Committee, UnitKind
from domain.ties import NoteHead
from domain.unit import UNIT
from domain.unit.commands import CloseUnit, RegisterUnit, RestoreLending, SuspendLending
from domain.unit.events import (
    HeadNoted,
    LendingRestored,
    LendingSuspended,
    UnitClosed,
    UnitRegistered,
)
from domain.unit.rules import (
    CLOSED_ONCE,
    COMMITTEE_SAYS_WHICH,
    ONE_HEAD_OFFICE,
    ONE_UNIT_A_NUMBER,
    PARENT_IS_OPEN,
    RESTORED_AFTER_SUSPENSION,
    RULED_FROM_ABOVE,
    SUSPENDED_ONCE,
    UNIT_IS_OPEN,
)
from tests.department import BY_SUN, CREDIT_HEAD, DAY, DIGEST, LED, TODAY, staff, unit
from tests.specs import given, requiring

REGISTER = RegisterUnit(
    unit_id="B1-1",
    kind=UnitKind.SUB_BRANCH,
    title="Qinghe",
    parent_id="B1",
    parent_unit=unit("B1"),
    **BY_SUN,
)
REGISTERED = UnitRegistered(
    kind=UnitKind.SUB_BRANCH,
    title="Qinghe",
    parent_id="B1",
    above=("B1", HEAD_OFFICE),
    office=None,
    committee=None,
    since=TODAY,
)
RULING: dict[str, Any] = {"reason": "arrears", "authority": "Head office 7", "document": DIGEST}
SUSPEND = SuspendLending(unit_id="B1-1", **RULING, **BY_SUN)
SUSPENDED = LendingSuspended(since=TODAY, **RULING)
RESTORE = RestoreLending(unit_id="B1-1", **RULING, **BY_SUN)
RESTORED = LendingRestored(since=TODAY + DAY, **RULING)
CLOSE = CloseUnit(unit_id="B1-1", works_until=TODAY, reason="merged", **BY_SUN)
CLOSED = UnitClosed(works_until=TODAY, reason="merged")


def lends(day: date, *events) -> Any:
    return UNIT.fact("B1-1", UNIT.fold(events)).may_lend(day)


def test_a_unit_is_registered_under_another_once():
    given(UNIT).when(REGISTER).then(REGISTERED)
    given(UNIT, REGISTERED).when(REGISTER).then_nothing()
    given(UNIT, REGISTERED).when(evolve(REGISTER, title="x")).then_refused(ONE_UNIT_A_NUMBER)


def test_there_is_one_head_office_and_everything_hangs_under_it():
    top = evolve(REGISTER, unit_id=HEAD_OFFICE, kind=UnitKind.HEAD_OFFICE, parent_id=None)
    head_office = evolve(REGISTERED, kind=UnitKind.HEAD_OFFICE, parent_id=None, above=())
    given(UNIT).when(evolve(top, parent_unit=None)).then(head_office)
    given(UNIT).when(evolve(top, unit_id="B9")).then_refused(ONE_HEAD_OFFICE)
    given(UNIT).when(evolve(REGISTER, parent_id=None)).then_refused(ONE_HEAD_OFFICE)


@pytest.mark.parametrize("parent", [None, unit("B1", works_until=TODAY - DAY)])
def test_a_unit_hangs_under_one_that_is_open(parent):
    given(UNIT).when(evolve(REGISTER, parent_unit=parent)).then_refused(PARENT_IS_OPEN)


def test_a_committee_says_which_one_it_is():
    given(UNIT).when(evolve(REGISTER, kind=UnitKind.COMMITTEE)).then_refused(COMMITTEE_SAYS_WHICH)
    board = evolve(REGISTER, committee=Committee.BOARD)
    given(UNIT).when(board).then_refused(COMMITTEE_SAYS_WHICH)


def test_before_anybody_leads_order_is_kept_from_outside_and_then_by_who_leads():
    first = evolve(REGISTER, actor="set-up", staff=None, head_office_unit=None)
    given(UNIT).when(first).then(REGISTERED)
    member = evolve(first, staff=staff("wang", Post.RELATIONSHIP_MANAGER))
    given(UNIT).when(member).then_refused(SET_UP_FROM_OUTSIDE)
    later = evolve(member, head_office_unit=LED)
    given(UNIT).when(later).then_refused(ACTOR_HOLDS_THE_POST)


def test_a_unit_is_suspended_from_today_and_restored_from_tomorrow():
    given(UNIT, REGISTERED).when(SUSPEND).then(SUSPENDED)
    given(UNIT, REGISTERED, SUSPENDED).when(SUSPEND).then_nothing()
    given(UNIT, REGISTERED, SUSPENDED).when(RESTORE).then(RESTORED)
    given(UNIT, REGISTERED, SUSPENDED, RESTORED).when(RESTORE).then_nothing()
    assert lends(TODAY, REGISTERED)
    assert not lends(TODAY, REGISTERED, SUSPENDED)
    assert not lends(TODAY, REGISTERED, SUSPENDED, RESTORED)
    assert lends(TODAY + DAY, REGISTERED, SUSPENDED, RESTORED)
    again = evolve(SUSPENDED, reason="again")
    assert not lends(TODAY + 9 * DAY, REGISTERED, SUSPENDED, RESTORED, again)


def test_a_suspended_unit_does_not_lend():
    fact = UNIT.fact("B1-1", UNIT.fold([REGISTERED, SUSPENDED]))
    requiring(lambda: require_lending_unit(fact, TODAY)).then_refused(UNIT_MAY_LEND)


def test_a_unit_is_suspended_once_and_restored_after_it():
    other = evolve(SUSPEND, reason="another")
    given(UNIT, REGISTERED, SUSPENDED).when(other).then_refused(SUSPENDED_ONCE)
    given(UNIT, REGISTERED).when(RESTORE).then_refused(RESTORED_AFTER_SUSPENSION)
    given(UNIT).when(SUSPEND).then_refused(UNIT_IS_OPEN)
    given(UNIT, REGISTERED, CLOSED).when(SUSPEND).then_refused(UNIT_IS_OPEN)


@pytest.mark.parametrize(
    "ruler",
    [
        staff("bai", Post.SUB_BRANCH_HEAD, at="B1-1"),
        staff("bai", Post.BRANCH_HEAD, at="B2"),
        staff("zhou", Post.CREDIT_HEAD, at="B1-1"),
    ],
)
def test_a_unit_is_restored_neither_by_itself_nor_by_a_neighbour(ruler):
    past = (REGISTERED, SUSPENDED)
    given(UNIT, *past).when(evolve(RESTORE, staff=ruler)).then_refused(RULED_FROM_ABOVE)
    given(UNIT, REGISTERED).when(evolve(SUSPEND, staff=ruler)).then_refused(RULED_FROM_ABOVE)


@pytest.mark.parametrize("ruler", [staff("bai", Post.BRANCH_HEAD, at="B1"), CREDIT_HEAD])
def test_a_unit_is_restored_by_one_above_and_by_the_head_of_credit(ruler):
    given(UNIT, REGISTERED, SUSPENDED).when(evolve(RESTORE, staff=ruler)).then(RESTORED)


def test_a_unit_is_closed_once_and_lends_no_more():
    given(UNIT, REGISTERED).when(CLOSE).then(CLOSED)
    given(UNIT, REGISTERED, CLOSED).when(CLOSE).then_nothing()
    back = evolve(CLOSE, works_until=TODAY - DAY)
    given(UNIT, REGISTERED).when(back).then_refused(CLOSED_ONCE)
    given(UNIT).when(CLOSE).then_refused(UNIT_IS_OPEN)
    assert lends(TODAY, REGISTERED, CLOSED)
    assert not lends(TODAY + DAY, REGISTERED, CLOSED)


def test_the_head_office_knows_who_leads_and_until_when():
    note = NoteHead(
        unit_id=HEAD_OFFICE, staff_id="sun", post=Post.PRESIDENT, since=TODAY, until=None
    )
    noted = HeadNoted(staff_id="sun", post=Post.PRESIDENT, since=TODAY, until=None)
    given(UNIT).when(note).then(noted)
    given(UNIT, noted).when(note).then_nothing()
    ended = evolve(noted, until=TODAY)
    fact = UNIT.fact(HEAD_OFFICE, UNIT.fold([REGISTERED, noted, ended]))
    assert [fact.led_on(TODAY + n * DAY) for n in (-1, 0, 1)] == [False, True, False]
