"""What has happened to a sales target: the contract with history."""

from attrs import frozen

from domain.ids import Count, Month, StaffId
from domain.money import Money


@frozen(kw_only=True)
class SalesTargetSet:
    """An officer is to bring so much in a month."""

    staff_id: StaffId
    month: Month
    leads: Count
    loans: Count
    amount: Money
    reason: str
    set_by: StaffId
