"""A group of customers is formed, and who belongs to it is known from day to day."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.customer_group import CUSTOMER_GROUP
from domain.customer_group.commands import AddMember, EndMembership, FormCustomerGroup
from domain.customer_group.events import CustomerGroupFormed, MemberAdded, MembershipEnded
from domain.customer_group.rules import (
    GROUP_DAY_HAS_COME,
    GROUP_HAS_MEMBERS,
    GROUP_IS_FORMED,
    GROUP_IS_FORMED_ONCE,
    MEMBER_IS_A_CUSTOMER,
    MEMBER_ONCE_AT_A_TIME,
    MEMBERSHIP_ENDS_ONCE,
    MEMBERSHIP_IS_KNOWN,
)
from domain.customer_group.state import fact
from domain.facts.customer_group import GroupReason
from domain.facts.duty import ACTOR_IS_STAFF
from domain.facts.staff import Post
from domain.party import Party, Standing
from tests.domain.staffing import member
from tests.specs import given

TODAY = date(2026, 3, 2)
JANUARY = date(2026, 1, 1)
BY: dict[str, Any] = {
    "actor": "li",
    "staff": member("li", Post.RELATIONSHIP_MANAGER),
    "today": TODAY,
}
FORM = FormCustomerGroup(
    group_id="G1",
    why=GroupReason.CONTROL,
    members=("C1", "C2"),
    since=JANUARY,
    parties=(Party("C1", Standing.ACTIVE), Party("C2", Standing.ACTIVE)),
    **BY,
)
ADD = AddMember(
    group_id="G1",
    customer_id="C3",
    since=date(2026, 2, 1),
    party=Party("C3", Standing.ACTIVE),
    **BY,
)
END = EndMembership(group_id="G1", customer_id="C1", until=date(2026, 2, 27), **BY)
FORMED = CustomerGroupFormed(why=GroupReason.CONTROL, members=("C1", "C2"), since=JANUARY)
ADDED = MemberAdded(customer_id="C3", why=GroupReason.CONTROL, since=date(2026, 2, 1))
ENDED = MembershipEnded(customer_id="C1", until=date(2026, 2, 27))


@pytest.mark.row("RL-08", shown_by="customer_group.form")
def test_a_group_is_formed_joined_and_left():
    given(CUSTOMER_GROUP).when(FORM).then(FORMED)
    given(CUSTOMER_GROUP, FORMED).when(ADD).then(ADDED)
    given(CUSTOMER_GROUP, FORMED, ADDED).when(END).then(ENDED)
    group = fact("G1", CUSTOMER_GROUP.fold([FORMED, ADDED, ENDED]))
    assert group is not None
    assert group.members_on(JANUARY) == ("C1", "C2")
    assert group.members_on(date(2026, 2, 27)) == ("C1", "C2", "C3")
    assert group.members_on(date(2026, 2, 28)) == ("C2", "C3")
    assert fact("G2", CUSTOMER_GROUP.initial) is None


def test_the_same_sent_again_does_nothing():
    given(CUSTOMER_GROUP, FORMED).when(FORM).then_nothing()
    given(CUSTOMER_GROUP, FORMED, ADDED).when(ADD).then_nothing()
    given(CUSTOMER_GROUP, FORMED, ENDED).when(END).then_nothing()


def test_who_left_may_join_again():
    back = evolve(ADD, customer_id="C1", since=date(2026, 3, 1))
    given(CUSTOMER_GROUP, FORMED, ENDED).when(back).then(
        MemberAdded(customer_id="C1", why=GroupReason.CONTROL, since=date(2026, 3, 1))
    )


def test_a_group_has_two_members_of_whom_each_is_a_customer():
    given(CUSTOMER_GROUP).when(evolve(FORM, members=("C1",))).then_refused(GROUP_HAS_MEMBERS)
    given(CUSTOMER_GROUP).when(evolve(FORM, members=("C1", "C1"))).then_refused(GROUP_HAS_MEMBERS)
    unknown = evolve(FORM, parties=(Party("C1", Standing.ACTIVE),))
    given(CUSTOMER_GROUP).when(unknown).then_refused(MEMBER_IS_A_CUSTOMER, customer_id="C2")
    merged = evolve(ADD, party=Party("C3", Standing.MERGED))
    given(CUSTOMER_GROUP, FORMED).when(merged).then_refused(MEMBER_IS_A_CUSTOMER)


def test_a_group_is_formed_once_and_before_anyone_joins():
    other = evolve(FORM, why=GroupReason.HOUSEHOLD)
    given(CUSTOMER_GROUP, FORMED).when(other).then_refused(GROUP_IS_FORMED_ONCE)
    given(CUSTOMER_GROUP).when(ADD).then_refused(GROUP_IS_FORMED)
    given(CUSTOMER_GROUP).when(END).then_refused(GROUP_IS_FORMED)


def test_a_customer_is_a_member_once_at_a_time_and_leaves_once():
    twice = evolve(ADD, customer_id="C1")
    given(CUSTOMER_GROUP, FORMED).when(twice).then_refused(MEMBER_ONCE_AT_A_TIME)
    stranger = evolve(END, customer_id="C9")
    given(CUSTOMER_GROUP, FORMED).when(stranger).then_refused(MEMBERSHIP_IS_KNOWN)
    later = evolve(END, until=date(2026, 3, 1))
    given(CUSTOMER_GROUP, FORMED, ENDED).when(later).then_refused(MEMBERSHIP_ENDS_ONCE)
    before = evolve(END, until=date(2025, 12, 31))
    given(CUSTOMER_GROUP, FORMED).when(before).then_refused(MEMBERSHIP_ENDS_ONCE)


def test_nobody_joins_on_a_day_to_come_and_only_staff_records_it():
    tomorrow = evolve(ADD, since=date(2026, 3, 3))
    given(CUSTOMER_GROUP, FORMED).when(tomorrow).then_refused(GROUP_DAY_HAS_COME)
    given(CUSTOMER_GROUP).when(evolve(FORM, staff=None)).then_refused(ACTOR_IS_STAFF)
