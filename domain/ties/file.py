"""A loan holds on to its borrower's file."""

from datetime import date

from attrs import frozen

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
