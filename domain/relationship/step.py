"""What every step of a relationship knows."""

from datetime import date

from attrs import frozen

from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import CustomerId
from domain.party import Party


@frozen(kw_only=True)
class Step:
    """What every step knows: the customer, who acts, and the day."""

    customer_id: CustomerId
    customer: Party | None = looked_up("customer", by="customer_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")
