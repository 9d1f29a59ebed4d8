"""What is known of a credit facility: a limit, and what of it is spoken for."""

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.ids import CustomerId, FacilityId, GroupId
from domain.money import Money

RELATED_PARTIES: Final = "related-parties"  # The number of the one limit for all related parties.


class FacilityKind(StrEnum):
    """What a limit is for."""

    MAXIMUM = "maximum_exposure"  # 最高授信额度: all that is lent to one customer.
    GENERAL = "general_limit"  # 非专项额度, within a customer's maximum.
    SPECIAL = "special_limit"  # 专项额度: for one use alone, within a customer's maximum.
    GROUP = "group_limit"  # 集团共用额度: all that is lent to the members of a group.
    RELATED_PARTIES = "related_parties_limit"  # 关联方授信总额.


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
    kind: FacilityKind = FacilityKind.MAXIMUM
    revolving: bool = True  # What is paid back can be drawn again.
    review_due: date | None = None  # The last day of the periodic review.
    cash_cover: Money | None = None  # Cash margin, pledged deposits and treasury bonds.

    @property
    def file(self) -> tuple[str, ...]:
        """The streams that a part of it is granted from: its own, and the rating."""
        own = f"facility-{self.facility_id}"
        return (own, f"rating-{self.customer_id}") if self.customer_id else (own,)

    @property
    def headroom(self) -> Money:
        """What can still be reserved; less than nothing where the limit was cut below its use."""
        return Money(self.limit.fen - self.reserved.fen - self.used.fen, self.limit.currency)

    def open_on(self, day: date) -> bool:
        """Say whether anything can be taken from it on a day."""
        return self.since <= day <= self.until and not self.frozen
