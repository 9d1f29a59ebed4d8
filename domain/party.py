"""What other aggregates may know of a customer."""

from enum import StrEnum

from attrs import frozen

from domain.ids import LoanId
from domain.kinds import CustomerKind


class Standing(StrEnum):
    """Whether business can be done with a customer."""

    ACTIVE = "active"
    MERGED = "merged"  # A duplicate; business goes on with the customer it was merged into.
    ERASED = "erased"


@frozen
class Party:
    """A customer by id, and their standing."""

    customer_id: str
    standing: Standing
    kind: CustomerKind | None = None  # None where only the borrower of a loan is known.
    loans: tuple[LoanId, ...] = ()  # That are open.
