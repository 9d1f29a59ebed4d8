"""What may be asked of a sales target: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import Count, Month, StaffId, TargetId
from domain.money import Money


@frozen(kw_only=True)
class SetSalesTarget:
    """Set, or change, what an officer is to bring in a month."""

    target_id: TargetId  # Officer and month: "wang:2026-03".
    staff_id: StaffId
    month: Month
    leads: Count  # Leads to be converted.
    loans: Count  # Loans to be paid out.
    amount: Money  # To be paid out.
    reason: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    officer: Staff | None = looked_up("staff", by="staff_id")
