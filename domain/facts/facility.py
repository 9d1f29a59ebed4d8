"""What is known of a credit facility: a limit, and what of it is spoken for."""

from datetime import date

from attrs import frozen

from domain.ids import CustomerId, FacilityId, GroupId
from domain.money import Money


@frozen(kw_only=True)
class Facility:
    """A limit of a customer or a group, and the limit above it."""

    facility_id: FacilityId
    customer_id: CustomerId | None  # None for a group's.
    group_id: GroupId | None
    parent_id: FacilityId | None  # What is taken here is taken there as well.
    limit: Money
    reserved: Money  # Approved, not yet paid out.
    used: Money  # Paid out, not yet paid back.
    since: date
    until: date
    frozen: bool

    @property
    def headroom(self) -> Money:
        """What can still be reserved; less than nothing where the limit was cut below its use."""
        return Money(self.limit.fen - self.reserved.fen - self.used.fen, self.limit.currency)

    def open_on(self, day: date) -> bool:
        """Say whether anything can be taken from it on a day."""
        return self.since <= day <= self.until and not self.frozen
