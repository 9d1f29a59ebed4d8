"""The commands by which one aggregate holds on to another, sent by guards alone.

They stand here because the sender and the receiver may not import each other.
"""

from datetime import date

from attrs import frozen

from domain.fields import personal
from domain.ids import CustomerId, LoanId
from domain.kinds import CustomerKind


@frozen(kw_only=True)
class TieLoan:
    """Tie a loan to its borrower, so that the file is kept while it is open."""

    customer_id: CustomerId
    loan_id: LoanId
    kind_required: tuple[CustomerKind, ...] = ()  # () where another system lent.
    replaces: LoanId | None = None  # The loan that its money pays off.


@frozen(kw_only=True)
class ReleaseLoan:
    """Release a loan that ended; retention runs from that day."""

    customer_id: CustomerId
    loan_id: LoanId
    ended_on: date


@frozen(kw_only=True)
class ClaimIdentity:
    """Claim an identity document for a customer."""

    document: str = personal()  # Kind and normalised number; only its keyed hash is kept.
    holder: CustomerId


@frozen(kw_only=True)
class MoveIdentity:
    """Move an identity document from a merged duplicate to the customer who stays."""

    document: str = personal()
    previous: CustomerId
    holder: CustomerId
