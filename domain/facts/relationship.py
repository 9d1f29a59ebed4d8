"""What is known of how the institution and a customer stand to each other.

It is looked up as looked_up("relationship", by="customer_id").
"""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.seal import Specimens
from domain.ids import CustomerId


class Tier(StrEnum):
    """How much a customer means to the institution (客户分级)."""

    KEY = "key"
    VALUED = "valued"
    ORDINARY = "ordinary"
    RESTRICTED = "restricted"


@frozen(kw_only=True)
class Relationship:
    """The relationship as it stands."""

    customer_id: CustomerId
    specimens: Specimens
    settles_here: bool  # An account for settlement is open with us, and linked.
    accepts_supervision: bool  # Credit and settlement supervision is accepted (信贷结算监督).
    tier: Tier | None
    priority_until: date | None  # Served first until that day; every control stays.
    blacklisted: bool  # Standing: on the black list of somebody, and not taken off.
