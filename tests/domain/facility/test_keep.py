"""A limit is cut, frozen and reviewed; what was taken of it stays."""

from datetime import date

import pytest
from attrs import evolve

from domain.facility import FACILITY
from domain.facility.rules import (
    CUT_IS_LOWER,
    FROZEN_ONCE,
    FROZEN_TO_UNFREEZE,
    LIMIT_IS_GRANTED,
    SAME_CURRENCY,
)
from domain.facility.ties import AllotLimit
from domain.facility.values import FreezeReason, ReviewOutcome
from domain.facts.duty import ACTOR_HOLDS_THE_POST, CONNECTED_STAY_OUT, ROLES_ARE_APART
from domain.facts.staff import Post
from domain.money import Money
from tests.domain.facility.limits import (
    CUT,
    FREEZE,
    MAXIMUM,
    RESERVE,
    REVIEW,
    UNDER_GROUP,
    UNFREEZE,
    USE,
    after,
    granted,
    standing,
    yuan,
)
from tests.domain.staffing import member
from tests.specs import given


@pytest.mark.row("RL-06", shown_by="facility.cut_limit")
def test_a_cut_below_what_is_used_is_recorded_and_leaves_less_than_no_headroom():
    known = standing("C1", *after(MAXIMUM, RESERVE, USE, CUT))
    assert (known.limit, known.used, known.headroom) == (
        yuan(50_000),
        yuan(60_000),
        yuan(50_000 - 60_000 - 40_000),
    )
    given(FACILITY, *after(MAXIMUM, CUT)).when(CUT).then_nothing()


def test_a_cut_is_lower_and_in_the_currency_of_the_limit():
    past = after(MAXIMUM)
    given(FACILITY, *past).when(evolve(CUT, limit=yuan(300_001))).then_refused(CUT_IS_LOWER)
    given(FACILITY, *past).when(evolve(CUT, limit=Money(1, "USD"))).then_refused(SAME_CURRENCY)
    given(FACILITY).when(CUT).then_refused(LIMIT_IS_GRANTED)


def test_a_cut_of_a_part_gives_back_what_was_set_aside_above():
    given(FACILITY, granted(UNDER_GROUP)).when(CUT).then_guards(
        AllotLimit(facility_id="G1", part_id="C1", limit=yuan(50_000))
    )


def test_who_freezes_is_not_who_unfreezes():
    past = after(MAXIMUM, FREEZE)
    assert standing("C1", *past).frozen
    given(FACILITY, *past).when(FREEZE).then_nothing()
    again = evolve(FREEZE, reason=FreezeReason.LITIGATION)
    given(FACILITY, *past).when(again).then_refused(FROZEN_ONCE)
    same = evolve(UNFREEZE, actor=FREEZE.actor, staff=FREEZE.staff)
    given(FACILITY, *past).when(same).then_refused(ROLES_ARE_APART)
    assert not standing("C1", *after(MAXIMUM, FREEZE, UNFREEZE)).frozen
    given(FACILITY, *after(MAXIMUM)).when(UNFREEZE).then_refused(FROZEN_TO_UNFREEZE)


@pytest.mark.row("RL-07", shown_by="facility.record_review")
def test_a_review_says_what_it_came_to_and_when_the_next_is_due():
    later = evolve(REVIEW, today=date(2026, 12, 31), outcome=ReviewOutcome.CUT)
    (event,) = given(FACILITY, *after(MAXIMUM)).when(later).outcome()
    assert (event.outcome, event.next_due) == (ReviewOutcome.CUT, date(2027, 12, 31))
    assert standing("C1", *after(MAXIMUM, later)).review_due == date(2027, 12, 31)
    given(FACILITY, *after(MAXIMUM, later)).when(later).then_nothing()


def test_who_keeps_limits_holds_a_post_for_it_and_is_not_connected_with_the_customer():
    past = after(MAXIMUM)
    clerk = evolve(CUT, staff=member("sun", Post.LOBBY_MANAGER))
    given(FACILITY, *past).when(clerk).then_refused(ACTOR_HOLDS_THE_POST)
    uncle = evolve(CUT, staff=member("sun", Post.CREDIT_HEAD, connected=("C1",)))
    given(FACILITY, *past).when(uncle).then_refused(CONNECTED_STAY_OUT)
