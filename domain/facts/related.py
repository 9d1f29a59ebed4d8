"""Who hangs together with a customer, as found in the graph of relations."""

from enum import StrEnum

from attrs import frozen

from domain.ids import CustomerId


class Tie(StrEnum):
    """How a customer hangs together with another."""

    GROUP = "group"  # By control, ownership or the same household.
    GUARANTEE = "guarantee"  # One guarantees the other, directly or in a chain.
    JOINT_LIABILITY = "joint_liability"  # Members of one joint-guarantee group (联保).
    DUPLICATE = "duplicate"  # The same customer once more, or of the group: it was merged.
    INSIDER = "insider"  # Connected with a member of staff or a director.


@frozen
class RelatedCustomer:
    """A customer found, and how."""

    customer_id: CustomerId
    tie: Tie


@frozen(kw_only=True)
class Related:
    """What was found, and up to which record the graph knew of relations."""

    found: tuple[RelatedCustomer, ...]  # In order of customer and tie.
    guarantee_ring: tuple[CustomerId, ...]  # Who guarantee one another in a circle; () for none.
    known_by: int  # Log index.

    @property
    def group(self) -> tuple[CustomerId, ...]:
        """Those of one economic group with the customer."""
        return tuple(one.customer_id for one in self.found if one.tie is Tie.GROUP)

    @property
    def group_and_copies(self) -> tuple[CustomerId, ...]:
        """Those of the group, and any customer of it who was registered twice."""
        ties = (Tie.GROUP, Tie.DUPLICATE)
        return tuple(one.customer_id for one in self.found if one.tie in ties)

    @property
    def insider(self) -> bool:
        """Whether the customer is connected with the institution's own people."""
        return any(one.tie is Tie.INSIDER for one in self.found)
