"""Whose mandate a decision rests on: in force at that moment, covering, and held."""

from datetime import date

from attrs import evolve

from domain.approval import APPROVAL
from domain.approval.commands import Escalate
from domain.approval.rules import (
    APPROVED_WITHIN_OWN_LIMIT,
    DECIDED_UNDER_MANDATE_IN_FORCE,
    DECIDED_WITHIN_MANDATE,
    DELEGATED_TWICE_AT_MOST,
    ESCALATED_UPWARDS,
    MANDATE_IS_HELD,
    NOBODY_BELOW_DECIDES,
    REVIEW_CAME_FIRST,
)
from domain.dated import Dated
from domain.facts.customer_group import CustomerGroup, GroupReason, Membership
from domain.facts.mandate import Mandate, Scope
from domain.facts.staff import Post
from domain.money import Money
from tests.domain.approval.files import (
    APPROVE,
    APPROVER,
    DAY,
    DECIDING,
    EARLY,
    HEAD,
    LIMIT,
    OWN,
    PROPOSED,
    REVIEW,
    REVIEWED,
    after,
    by,
    mandate,
    person,
)
from tests.specs import given

TOP = mandate("M9", 1_000_000, post=Post.PRESIDENT, unit_id="HQ")
MIDDLE = mandate("M5", 500_000, parent="M9", post=Post.BRANCH_HEAD, unit_id="B1")
PASSED_ON = mandate("M1", 100_000, parent="M5", staff_id="pi")
DELEGATED = evolve(APPROVE, mandate=PASSED_ON, parent=MIDDLE, grandparent=TOP)


MEMBER = Membership(customer_id="C1", since=EARLY)


def stopped(of: Mandate, day: date = DAY) -> Mandate:
    """Return a mandate that is not in force from a day on."""
    return evolve(of, in_force=of.in_force.with_value(day, False))


def test_a_delegated_mandate_names_those_above_it():
    (approved,) = REVIEWED.when(DELEGATED).outcome()
    assert approved.mandates == ("M1", "M5", "M9")


def test_a_mandate_not_in_force_today_decides_nothing():
    for none_in_force in (None, stopped(OWN), evolve(OWN, in_force=Dated())):
        unfit = evolve(APPROVE, mandate=none_in_force)
        REVIEWED.when(unfit).then_refused(DECIDED_UNDER_MANDATE_IN_FORCE)


def test_a_decision_cannot_be_dated_back_to_when_the_mandate_was_in_force():
    assert not [name for name in vars(type(APPROVE)) if name.endswith(("_on", "_date", "since"))]
    expired = evolve(APPROVE, mandate=stopped(OWN, DAY))
    REVIEWED.when(expired).then_refused(DECIDED_UNDER_MANDATE_IN_FORCE, day=DAY)


def test_a_mandate_falls_with_the_one_above_it():
    REVIEWED.when(evolve(DELEGATED, parent=stopped(MIDDLE))).then_refused(
        DECIDED_UNDER_MANDATE_IN_FORCE, mandate_id="M5"
    )
    REVIEWED.when(evolve(DELEGATED, grandparent=stopped(TOP))).then_refused(
        DECIDED_UNDER_MANDATE_IN_FORCE, mandate_id="M9"
    )
    restored = evolve(TOP, in_force=stopped(TOP, EARLY).in_force.with_value(DAY, True))
    assert REVIEWED.when(evolve(DELEGATED, grandparent=restored)).outcome()


def test_nobody_passes_on_more_than_they_hold():
    narrow = evolve(MIDDLE, scope=Scope(amount_max=Money(1_000_000)))
    REVIEWED.when(evolve(DELEGATED, parent=narrow)).then_refused(
        DECIDED_WITHIN_MANDATE, mandate_id="M5"
    )


def test_a_mandate_that_was_passed_on_more_than_twice_is_refused():
    longer = evolve(TOP, parent_id="M99")
    REVIEWED.when(evolve(DELEGATED, grandparent=longer)).then_refused(DELEGATED_TWICE_AT_MOST)


def test_a_mandate_above_that_nobody_knows_is_refused():
    REVIEWED.when(evolve(DELEGATED, grandparent=None)).then_refused(DELEGATED_TWICE_AT_MOST)


def test_a_mandate_covers_amount_product_grade_unit_and_security():
    for scope in (
        Scope(amount_max=Money(1_000)),
        Scope(amount_max=Money(9_000_000), products=("P9",)),
        Scope(amount_max=Money(9_000_000), grades=("AAA",)),
        Scope(amount_max=Money(9_000_000), units=("B9",)),
    ):
        REVIEWED.when(evolve(APPROVE, mandate=evolve(OWN, scope=scope))).then_refused(
            DECIDED_WITHIN_MANDATE
        )


def test_a_large_credit_is_not_put_together_from_small_ones():
    most = OWN.scope.amount_max.fen - PROPOSED.amount.fen
    taken = evolve(LIMIT, reserved=Money(most - 100), used=Money(100))
    assert REVIEWED.when(evolve(APPROVE, maximum=taken)).outcome()
    for more in (
        evolve(taken, used=Money(101)),
        evolve(taken, reserved=Money(0, "USD"), used=Money(100, "USD")),
    ):
        REVIEWED.when(evolve(APPROVE, maximum=more)).then_refused(DECIDED_WITHIN_MANDATE)
    over = evolve(DELEGATED, maximum=evolve(taken, used=Money(101)))
    REVIEWED.when(over).then_refused(DECIDED_WITHIN_MANDATE, mandate_id="M1")


def test_who_has_a_maximum_takes_from_the_groups_limit_through_it():
    group = CustomerGroup(group_id="G1", why=GroupReason.CONTROL, members=(MEMBER,))
    shared = evolve(LIMIT, facility_id="G1", customer_id=None, group_id="G1")
    by_group = evolve(APPROVE, facility_id="G1", facility=shared, group=group)
    assert REVIEWED.when(by_group).outcome()
    REVIEWED.when(evolve(by_group, maximum=LIMIT)).then_refused(APPROVED_WITHIN_OWN_LIMIT)


def test_one_decides_under_a_mandate_of_ones_own_or_of_a_post_held_there():
    elsewhere = evolve(APPROVE, **by(person("pi", Post.APPROVER, "B2")))
    REVIEWED.when(elsewhere).then_refused(MANDATE_IS_HELD)
    of_another = evolve(APPROVE, mandate=mandate("M1", 100_000, staff_id="li"))
    REVIEWED.when(of_another).then_refused(MANDATE_IS_HELD)
    mine = evolve(APPROVE, mandate=mandate("M1", 100_000, staff_id="pi"))
    assert REVIEWED.when(mine).outcome()


UP = Escalate(
    **{**DECIDING, "parent": TOP}, **by(APPROVER), mandate_id="M5", mandate=MIDDLE, reason="too big"
)


def test_a_file_that_went_up_is_decided_by_nobody_below():
    up = after(REVIEW, UP)
    up.when(APPROVE).then_refused(NOBODY_BELOW_DECIDES, mandate_id="M1")
    above = evolve(APPROVE, **by(HEAD), mandate_id="M5", mandate=MIDDLE, parent=TOP)
    assert up.when(above).outcome()


def test_a_file_goes_up_and_not_back_down():
    up = after(REVIEW, UP)
    up.when(UP).then_nothing()
    assert up.when(evolve(UP, mandate_id="M9", mandate=TOP, parent=None)).outcome()
    highest = after(REVIEW, evolve(UP, mandate_id="M9", mandate=TOP, parent=None))
    highest.when(UP).then_refused(ESCALATED_UPWARDS)
    sideways = evolve(
        UP, mandate_id="M2", mandate=mandate("M2", 60_000, staff_id="li"), parent=None
    )
    up.when(sideways).then_refused(ESCALATED_UPWARDS)


def test_a_file_goes_up_once_it_was_reviewed():
    given(APPROVAL).when(UP).then_refused(REVIEW_CAME_FIRST)


def test_escalation_says_where_to():
    (went,) = REVIEWED.when(UP).outcome()
    assert (went.mandates, went.to_unit, went.to_person) == (("M5", "M9"), "B1", None)
    assert (went.reason, went.escalated_by, went.amount_max) == ("too big", "pi", Money(50_000_000))
