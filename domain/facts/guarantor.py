"""What is known of a guarantor: for how much they can answer, and do."""

from datetime import date

from attrs import frozen

from domain.ids import Count, CustomerId
from domain.money import Money


@frozen(kw_only=True)
class Assessment:
    """What a guarantor was last found able to guarantee, and what of that is given already."""

    guarantor_id: CustomerId
    capacity: Money  # That all guarantees together may reach.
    guaranteed: Money  # By guarantees that stand.
    guarantees: Count  # That stand.
    valid_until: date  # The last day.
    suspended: bool  # No more guarantees are taken of them.

    @property
    def left(self) -> Money:
        """What can still be guaranteed; less than nothing where a new assessment was lower."""
        return self.capacity - self.guaranteed
