"""Headroom is reserved, used, released and restored, in the whole chain of limits."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.facility import FACILITY
from domain.facility.rules import (
    APPLICANT_OWNS_THE_LIMIT,
    LIMIT_IS_GRANTED,
    LIMIT_IS_OPEN,
    PURPOSE_IS_THE_LIMITS,
    RESERVED_ONCE,
    RESTORED_WITHIN_USED,
    REVIEW_IS_NOT_LATE,
    SAME_CURRENCY,
    USED_ONCE,
    USED_WITHIN_RESERVED,
    WITHIN_HEADROOM,
)
from domain.facts.application import Application, ApplicationStage
from domain.kinds import CustomerKind
from domain.money import Money
from domain.ties import ReleaseHeadroom, UnuseHeadroom
from tests.domain.facility.limits import (
    CUT,
    FREEZE,
    GROUP_LIMIT,
    MAXIMUM,
    PART,
    RESERVE,
    RESTORE,
    TODAY,
    UNDER_GROUP,
    UNTIL,
    USE,
    after,
    granted,
    standing,
    yuan,
)
from tests.domain.facts.test_terms import ASKED
from tests.specs import given

RELEASE = ReleaseHeadroom(facility_id="C1", application_id="A1")
APPLICATION = Application(
    application_id="A1",
    customer_id="C1",
    customer_kind=CustomerKind.FARM_HOUSEHOLD,
    unit_id="B1",
    taken_by="li",
    applied_on=TODAY,
    stage=ApplicationStage.ADMITTED,
    terms=ASKED,
)


def room(*commands):
    """Return (reserved, used, headroom) in yuan after commands on a maximum of 300,000."""
    known = standing("C1", *after(*commands))
    return tuple(m.fen // 100 for m in (known.reserved, known.used, known.headroom))


@pytest.mark.row("RL-06", shown_by="facility.grant_maximum")
def test_headroom_goes_from_reserved_to_used_and_comes_back():
    assert room(MAXIMUM) == (0, 0, 300_000)
    assert room(MAXIMUM, RESERVE) == (100_000, 0, 200_000)
    assert room(MAXIMUM, RESERVE, USE) == (40_000, 60_000, 200_000)
    assert room(MAXIMUM, RESERVE, USE, RELEASE) == (0, 60_000, 240_000)
    assert room(MAXIMUM, RESERVE, USE, RELEASE, RESTORE) == (0, 0, 300_000)
    partly = evolve(RESTORE, amount=yuan(10_000))
    assert room(MAXIMUM, RESERVE, USE, RELEASE, partly) == (0, 50_000, 250_000)
    assert room(MAXIMUM, RESERVE, USE, RELEASE, RESTORE, partly) == (0, 50_000, 250_000)


def test_a_payment_that_did_not_take_place_is_reserved_again():
    undo = UnuseHeadroom(facility_id="C1", application_id="A1", loan_id="L1")
    assert room(MAXIMUM, RESERVE, USE, undo) == (100_000, 0, 200_000)
    given(FACILITY, *after(MAXIMUM, RESERVE, USE, undo)).when(undo).then_nothing()
    assert room(MAXIMUM, RESERVE, USE, undo, USE) == (40_000, 60_000, 200_000)


def test_what_does_not_revolve_is_drawn_once():
    once = evolve(MAXIMUM, revolving=False)
    assert room(once, RESERVE, USE, RELEASE, RESTORE) == (0, 60_000, 240_000)


@pytest.mark.parametrize("command", [RESERVE, USE, RESTORE, RELEASE])
def test_the_same_sent_again_does_nothing(command):
    past = after(MAXIMUM, RESERVE, USE)
    if command is not RESERVE:
        past += given(FACILITY, *past).when(command).outcome()
    else:
        past = after(MAXIMUM, RESERVE)
    given(FACILITY, *past).when(command).then_nothing()


@pytest.mark.row("RL-06", shown_by="facility.grant_maximum")
def test_more_than_the_headroom_is_refused_with_the_figures():
    past = after(MAXIMUM, RESERVE, USE)
    more = evolve(RESERVE, application_id="A2", amount=yuan(200_001))
    given(FACILITY, *past).when(more).then_refused(
        WITHIN_HEADROOM,
        facility_id="C1",
        amount=yuan(200_001),
        headroom=yuan(200_000),
        limit=yuan(300_000),
        reserved=yuan(40_000),
        used=yuan(60_000),
    )
    nothing = evolve(RESERVE, application_id="A2", amount=yuan(0))
    given(FACILITY, *past).when(nothing).then_refused(WITHIN_HEADROOM)


@pytest.mark.row("RL-10", shown_by="facility.grant_group_limit")
def test_what_is_taken_is_taken_from_every_limit_above():
    above = granted(UNDER_GROUP)
    given(FACILITY, above).when(RESERVE).then_guards(evolve(RESERVE, facility_id="G1"))
    past = [above, *given(FACILITY, above).when(RESERVE).outcome()]
    given(FACILITY, *past).when(USE).then_guards(evolve(USE, facility_id="G1"))
    given(FACILITY, *past).when(RELEASE).then_guards(evolve(RELEASE, facility_id="G1"))
    given(FACILITY, granted()).when(RESERVE).then_guards()
    given(FACILITY, *past).when(RESERVE).then_guards()
    assert after(GROUP_LIMIT, evolve(RESERVE, facility_id="G1"))


def test_an_approval_reserves_once():
    past = after(MAXIMUM, RESERVE)
    more = evolve(RESERVE, amount=yuan(100_001))
    given(FACILITY, *past).when(more).then_refused(RESERVED_ONCE, reserved=yuan(100_000))


def test_nothing_is_taken_from_a_limit_that_is_not_there_frozen_or_out_of_its_days():
    given(FACILITY).when(RESERVE).then_refused(LIMIT_IS_GRANTED)
    for past, command in (
        (after(MAXIMUM, FREEZE), RESERVE),
        (after(MAXIMUM), evolve(RESERVE, today=TODAY - timedelta(days=1))),
        (after(MAXIMUM), evolve(RESERVE, today=UNTIL + timedelta(days=1))),
        (after(MAXIMUM, RESERVE, FREEZE), USE),
    ):
        given(FACILITY, *past).when(command).then_refused(LIMIT_IS_OPEN)


@pytest.mark.row("RL-07", shown_by="facility.record_review")
def test_nothing_new_is_reserved_once_the_review_is_a_month_late_but_what_was_is_paid_out():
    last = evolve(RESERVE, today=date(2027, 4, 1))
    assert after(MAXIMUM, last)
    late = evolve(RESERVE, today=date(2027, 4, 2))
    given(FACILITY, *after(MAXIMUM)).when(late).then_refused(
        REVIEW_IS_NOT_LATE, review_due=date(2027, 3, 2)
    )
    assert after(MAXIMUM, RESERVE, evolve(USE, today=date(2027, 4, 2)))


def test_an_application_takes_from_its_own_customers_limit_and_for_its_products():
    own = evolve(RESERVE, application=APPLICATION)
    assert after(MAXIMUM, own)
    stranger = evolve(own, application=evolve(APPLICATION, customer_id="C2"))
    given(FACILITY, granted()).when(stranger).then_refused(APPLICANT_OWNS_THE_LIMIT)
    special = granted(evolve(PART, products=("P9",)))
    given(FACILITY, special).when(own).then_refused(
        PURPOSE_IS_THE_LIMITS, product_id=ASKED.product_id, products="P9"
    )
    given(FACILITY, special).when(RESERVE).then_refused(PURPOSE_IS_THE_LIMITS)
    fitting = granted(evolve(PART, products=(ASKED.product_id,)))
    assert given(FACILITY, fitting).when(own).outcome()


def test_a_loan_uses_once_what_is_reserved_for_its_approval():
    past = after(MAXIMUM, RESERVE)
    too_much = evolve(USE, amount=yuan(100_001))
    given(FACILITY, *past).when(too_much).then_refused(USED_WITHIN_RESERVED, reserved=yuan(100_000))
    unreserved = evolve(USE, application_id="A2")
    given(FACILITY, *past).when(unreserved).then_refused(USED_WITHIN_RESERVED)
    other = evolve(USE, amount=yuan(1))
    given(FACILITY, *after(MAXIMUM, RESERVE, USE)).when(other).then_refused(USED_ONCE)


@pytest.mark.row("RL-06", shown_by="facility.cut_limit")
def test_after_a_cut_below_what_is_used_nothing_reserved_is_paid_out_any_more():
    past = after(MAXIMUM, RESERVE, USE, CUT)
    second = evolve(USE, loan_id="L2", amount=yuan(1))
    given(FACILITY, *past).when(second).then_refused(WITHIN_HEADROOM, headroom=yuan(-10_000))


def test_a_loan_gives_back_what_it_took_and_no_more():
    past = after(MAXIMUM, RESERVE, USE)
    more = evolve(RESTORE, amount=yuan(60_001))
    given(FACILITY, *past).when(more).then_refused(RESTORED_WITHIN_USED)
    stranger = evolve(RESTORE, loan_id="L9")
    given(FACILITY, *past).when(stranger).then_refused(RESTORED_WITHIN_USED)


def test_what_is_taken_has_the_currency_of_the_limit():
    dollars = evolve(RESERVE, amount=Money(1, "USD"))
    given(FACILITY, *after(MAXIMUM)).when(dollars).then_refused(SAME_CURRENCY)
