"""What may be asked of a group of customers: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.customer_group import GroupReason
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import CustomerId, GroupId
from domain.party import Party


@frozen(kw_only=True)
class FormCustomerGroup:
    """Form a group of customers that counts as one risk."""

    group_id: GroupId
    why: GroupReason
    members: tuple[CustomerId, ...]
    since: date  # The day from which they hang together.
    parties: tuple[Party, ...] | None = looked_up("customer", by="members")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class AddMember:
    """Add a customer to a group, from the day on which they came to hang together."""

    group_id: GroupId
    customer_id: CustomerId
    since: date
    party: Party | None = looked_up("customer", by="customer_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class EndMembership:
    """End a customer's time in a group."""

    group_id: GroupId
    customer_id: CustomerId
    until: date  # The last day.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


GroupCommand = FormCustomerGroup | AddMember | EndMembership
