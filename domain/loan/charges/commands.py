"""What may be asked about fees and misuse: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.fields import stamped
from domain.ids import LoanId, ReceiptNo
from domain.loan.values import FeeKind
from domain.money import Money


@frozen(kw_only=True)
class ChargeFee:
    """Charge the borrower a fee."""

    loan_id: LoanId
    fee_no: ReceiptNo  # The fee's number; makes the command safe to send twice.
    kind: FeeKind
    amount: Money
    value_date: date  # From which it is owed.
    due_date: date
    today: date = stamped("today")


@frozen(kw_only=True)
class RecordMisuse:
    """Record that money was found to be used for what was not agreed (挪用)."""

    loan_id: LoanId
    reference: ReceiptNo  # The finding's number.
    value_date: date  # From when it was misused, not when that was found.
    amount: Money | None = None  # None: all of the principal.
    until: date | None = None  # The day on which it was put right; None: it lasts.
    today: date = stamped("today")


@frozen(kw_only=True)
class EndMisuse:
    """Say from which day misused money is used as agreed again, or was paid back."""

    loan_id: LoanId
    reference: ReceiptNo  # Of the finding.
    until: date
    today: date = stamped("today")


ChargesCommand = ChargeFee | RecordMisuse | EndMisuse
