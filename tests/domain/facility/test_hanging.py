"""Limits hang below one another; what is taken of one moves with it."""

from typing import Any

import pytest
from attrs import evolve

from domain.facility import FACILITY
from domain.facility.rules import (
    OWNER_STAYS_WHILE_TAKEN,
    PARENT_FITS,
    PARTS_ADD_UP,
    SAME_CURRENCY,
    WITHIN_HEADROOM,
)
from domain.facility.ties import AllotLimit, LetHoldingsGo, TakeOnHoldings
from domain.facility.values import Reservation, SpecialUse, Usage
from domain.facts.facility import FacilityKind
from domain.facts.mandate import Scope
from domain.money import Money
from tests.domain.facility.limits import (
    CUT,
    GROUP_LIMIT,
    MANDATE,
    MAXIMUM,
    MAXIMUM_FACT,
    PART,
    RESERVE,
    SUB_LIMIT,
    UNDER_GROUP,
    USE,
    after,
    granted,
    standing,
    yuan,
)
from tests.specs import given


def on_nothing(command):
    return given(FACILITY).when(command)


@pytest.mark.row("RL-05", shown_by="facility.grant_sub_limit")
def test_a_maximum_has_parts_for_general_and_for_special_purposes():
    general = granted(PART)
    assert (general.kind, general.customer_id) == (FacilityKind.GENERAL, "C1")
    special = evolve(PART, special_use=SpecialUse.PROJECT, products=("P9",))
    assert granted(special).kind is FacilityKind.SPECIAL
    on_nothing(PART).then_guards(AllotLimit(facility_id="C1", part_id="F1", limit=yuan(200_000)))
    on_nothing(SUB_LIMIT).then_refused(PARENT_FITS)
    on_nothing(evolve(MAXIMUM, parent_id="C9", limit_above=MAXIMUM_FACT)).then_refused(PARENT_FITS)


@pytest.mark.row("RL-05", shown_by="facility.grant_sub_limit")
def test_the_parts_of_a_maximum_add_up_to_no_more_than_it():
    first = AllotLimit(facility_id="C1", part_id="F1", limit=yuan(200_000))
    second = AllotLimit(facility_id="C1", part_id="F2", limit=yuan(100_001))
    past = after(MAXIMUM, first)
    given(FACILITY, *past).when(first).then_nothing()
    given(FACILITY, *past).when(second).then_refused(
        PARTS_ADD_UP, parts=yuan(300_001), limit=yuan(300_000)
    )
    assert after(MAXIMUM, first, evolve(second, limit=yuan(100_000)))


@pytest.mark.row("RL-10", shown_by="facility.grant_group_limit")
def test_members_of_a_group_share_its_limit_which_their_own_may_exceed_together():
    shares = [AllotLimit(facility_id="G1", part_id=c, limit=yuan(900_000)) for c in ("C1", "C2")]
    assert len(after(GROUP_LIMIT, *shares)) == 3
    more = AllotLimit(facility_id="G1", part_id="C1", limit=yuan(1_000_001))
    given(FACILITY, *after(GROUP_LIMIT)).when(more).then_refused(PARTS_ADD_UP)


def test_what_is_taken_of_a_limit_moves_with_it_to_another_group():
    past = after(MAXIMUM, RESERVE, USE)
    taken: dict[str, Any] = {
        "facility_id": "G1",
        "reserved": (Reservation(application_id="A1", amount=yuan(40_000)),),
        "usages": (Usage(loan_id="L1", amount=yuan(60_000), paid_back=yuan(0)),),
    }
    part = AllotLimit(facility_id="G1", part_id="C1", limit=yuan(300_000))
    taking_on = TakeOnHoldings(**taken)
    given(FACILITY, *past).when(UNDER_GROUP).then_guards(part, taking_on)
    above = after(GROUP_LIMIT, part, taking_on)
    known = standing("G1", *above)
    assert (known.reserved, known.used) == (yuan(40_000), yuan(60_000))
    given(FACILITY, *above).when(taking_on).then_nothing()
    narrow = [*after(GROUP_LIMIT), *after(GROUP_LIMIT, evolve(CUT, limit=yuan(99_999)))[1:]]
    given(FACILITY, *narrow).when(taking_on).then_refused(WITHIN_HEADROOM)

    letting_go = LetHoldingsGo(**taken)
    nothing = evolve(part, limit=yuan(0))
    under = [granted(UNDER_GROUP), *after(MAXIMUM, RESERVE, USE)[1:]]
    given(FACILITY, *under).when(MAXIMUM).then_guards(nothing, letting_go)
    left = [*above, *given(FACILITY, *above).when(letting_go).outcome()]
    assert standing("G1", *left).headroom == yuan(1_000_000)
    given(FACILITY, *left).when(letting_go).then_nothing()


def test_a_part_stays_its_customers_while_anything_is_taken_of_it():
    mine = after(PART, evolve(RESERVE, facility_id="F1"))
    theirs = evolve(PART, parent_id="C2", limit_above=evolve(MAXIMUM_FACT, customer_id="C2"))
    given(FACILITY, *mine).when(theirs).then_refused(OWNER_STAYS_WHILE_TAKEN)
    assert granted(theirs, *after(PART)).customer_id == "C2"


def test_a_part_has_the_currency_of_the_limit_above():
    dollars = evolve(
        PART,
        limit=Money(1, "USD"),
        mandate=evolve(MANDATE, scope=Scope(amount_max=Money(9, "USD"))),
    )
    given(FACILITY).when(dollars).then_refused(SAME_CURRENCY)
