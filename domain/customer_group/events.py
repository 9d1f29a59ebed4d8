"""What has happened to a group of customers: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.customer_group import GroupReason
from domain.ids import CustomerId


@frozen(kw_only=True)
class CustomerGroupFormed:
    """Customers were found to be one risk."""

    why: GroupReason
    members: tuple[CustomerId, ...]
    since: date


@frozen(kw_only=True)
class MemberAdded:
    """A customer joined, for the reason that the group was formed for."""

    customer_id: CustomerId
    why: GroupReason
    since: date


@frozen(kw_only=True)
class MembershipEnded:
    """A customer left; the last day counts."""

    customer_id: CustomerId
    until: date


GroupEvent = CustomerGroupFormed | MemberAdded | MembershipEnded
