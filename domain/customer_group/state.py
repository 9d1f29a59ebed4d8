"""A group of customers as it stands."""

from collections.abc import Sequence
from typing import Final, assert_never

import attrs
from attrs import frozen

from domain.customer_group.events import (
    CustomerGroupFormed,
    GroupEvent,
    MemberAdded,
    MembershipEnded,
)
from domain.facts.customer_group import CustomerGroup, GroupReason, Membership


@frozen
class Group:
    """Why customers are one risk (None: nobody formed it), and who they are, by joining."""

    why: GroupReason | None = None
    members: tuple[Membership, ...] = ()

    def times_of(self, customer_id: str) -> Sequence[Membership]:
        """Return the times of a customer in the group, the first first."""
        return [one for one in self.members if one.customer_id == customer_id]


UNFORMED: Final = Group()


def evolve(group: Group, event: GroupEvent) -> Group:
    """Return the group after an event."""
    match event:
        case CustomerGroupFormed():
            joined = (Membership(customer_id=one, since=event.since) for one in event.members)
            return Group(event.why, tuple(joined))
        case MemberAdded():
            added = Membership(customer_id=event.customer_id, since=event.since)
            return attrs.evolve(group, members=(*group.members, added))
        case MembershipEnded():
            return attrs.evolve(group, members=tuple(_ended(group, event)))
    assert_never(event)


def _ended(group: Group, event: MembershipEnded) -> Sequence[Membership]:
    last = group.times_of(event.customer_id)[-1]
    return [attrs.evolve(one, until=event.until) if one is last else one for one in group.members]


def fact(group_id: str, group: Group) -> CustomerGroup | None:
    """Return what others may know of the group; None before it was formed."""
    if group.why is None:
        return None
    return CustomerGroup(group_id=group_id, why=group.why, members=group.members)
