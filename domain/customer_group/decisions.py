"""What follows from each command to a group of customers."""

from collections.abc import Sequence
from datetime import date
from typing import Final, assert_never

from domain.customer_group.commands import (
    AddMember,
    EndMembership,
    FormCustomerGroup,
    GroupCommand,
)
from domain.customer_group.events import (
    CustomerGroupFormed,
    GroupEvent,
    MemberAdded,
    MembershipEnded,
)
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
from domain.customer_group.state import Group
from domain.facts.customer_group import GroupReason
from domain.facts.duty import require_duty
from domain.facts.staff import Post
from domain.party import Standing

POSTS: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_HEAD,
    Post.INVESTIGATOR,
    Post.REVIEWER,
    Post.CREDIT_HEAD,
)


def decide(command: GroupCommand, group: Group) -> Sequence[GroupEvent]:
    """Return what follows from a command."""
    require_duty(command.staff, command.today, POSTS, None)
    match command:
        case FormCustomerGroup():
            return form_group(command, group)
        case AddMember():
            return add_member(command, group)
        case EndMembership():
            return end_membership(command, group)
    assert_never(command)


def form_group(command: FormCustomerGroup, group: Group) -> Sequence[GroupEvent]:
    """Form the group; () where it was formed in the same way."""
    members, since = command.members, command.since
    formed = CustomerGroupFormed(why=command.why, members=members, since=since)
    if group.why is not None:
        first = tuple(one.customer_id for one in group.members if one.since == since)
        same = (group.why, first[: len(members)]) == (command.why, members)
        GROUP_IS_FORMED_ONCE.require(same, group_id=command.group_id)
        return ()
    GROUP_HAS_MEMBERS.require(len(set(members)) == len(members) > 1, members=len(members))
    _require_come(since, command.today)
    active = {
        party.customer_id for party in command.parties or () if party.standing is Standing.ACTIVE
    }
    missing = [one for one in members if one not in active]
    MEMBER_IS_A_CUSTOMER.require(not missing, customer_id=", ".join(missing))
    return (formed,)


def add_member(command: AddMember, group: Group) -> Sequence[GroupEvent]:
    """Add a member; () where the customer belongs to the group since that day."""
    why = _require_formed(command.group_id, group)
    times = group.times_of(command.customer_id)
    if any(one.since == command.since for one in times):
        return ()
    last = times[-1].until if times else date.min
    MEMBER_ONCE_AT_A_TIME.require(
        last is not None and last < command.since, customer_id=command.customer_id, until=last
    )
    _require_come(command.since, command.today)
    standing = command.party.standing if command.party else None
    MEMBER_IS_A_CUSTOMER.require(standing is Standing.ACTIVE, customer_id=command.customer_id)
    return (MemberAdded(customer_id=command.customer_id, why=why, since=command.since),)


def end_membership(command: EndMembership, group: Group) -> Sequence[GroupEvent]:
    """End a membership; () where it ended on that day."""
    _require_formed(command.group_id, group)
    times = group.times_of(command.customer_id)
    MEMBERSHIP_IS_KNOWN.require(bool(times), customer_id=command.customer_id)
    if any(one.until == command.until for one in times):
        return ()
    last = times[-1]
    MEMBERSHIP_ENDS_ONCE.require(
        last.until is None and last.since <= command.until, since=last.since, until=last.until
    )
    _require_come(command.until, command.today)
    return (MembershipEnded(customer_id=command.customer_id, until=command.until),)


def _require_formed(group_id: str, group: Group) -> GroupReason:
    GROUP_IS_FORMED.require(group.why is not None, group_id=group_id)
    assert group.why is not None
    return group.why


def _require_come(day: date, today: date) -> None:
    GROUP_DAY_HAS_COME.require(day <= today, day=day, today=today)
