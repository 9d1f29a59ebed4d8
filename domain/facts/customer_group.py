"""What is known of a group of customers: who belongs to it, and why."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.ids import CustomerId, GroupId


class GroupReason(StrEnum):
    """Why customers count as one risk."""

    CONTROL = "control"  # 集团客户: one controls the other, or the same person controls both.
    HOUSEHOLD = "household"  # One household, or near relatives with one purse.
    JOINT_LIABILITY = "joint_liability"  # 联保小组: each answers for what the others owe.


@frozen(kw_only=True)
class Membership:
    """A customer's time in a group, the last day included."""

    customer_id: CustomerId
    since: date
    until: date | None = None  # None: until further notice.

    def on(self, day: date) -> bool:
        """Say whether the customer belongs to the group on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@frozen(kw_only=True)
class CustomerGroup:
    """A group and its members from day to day."""

    group_id: GroupId
    why: GroupReason
    members: tuple[Membership, ...]

    def members_on(self, day: date) -> tuple[CustomerId, ...]:
        """Return who belongs to the group on a day, in the order of joining."""
        return tuple(one.customer_id for one in self.members if one.on(day))
