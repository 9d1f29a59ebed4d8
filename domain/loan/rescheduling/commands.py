"""What may be asked about other days and terms: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.fields import stamped
from domain.ids import LoanId, Months, ReceiptNo
from domain.kinds import RepaymentMethod
from domain.loan.values import Respreading
from domain.money import Money
from domain.rate import Rate


@frozen(kw_only=True)
class ExtendLoan:
    """Extend a loan before it matures: what is due then is due later (展期)."""

    loan_id: LoanId
    reference: ReceiptNo  # The agreement's number; makes the command safe to send twice.
    value_date: date  # Agreed on.
    new_maturity: date
    rate_yearly: Rate | None = None  # From the old maturity on; None: as before.
    today: date = stamped("today")


@frozen(kw_only=True)
class RestructureLoan:
    """Agree new terms with a borrower in difficulty (重组); what is not named stays."""

    loan_id: LoanId
    reference: ReceiptNo
    value_date: date
    rate_yearly: Rate | None = None
    method: RepaymentMethod | None = None
    instalments: Months | None = None  # How many remain from here.
    first_due: date | None = None  # Of them.
    with_arrears: bool = True  # Overdue principal is planned anew too; else it stays overdue.
    today: date = stamped("today")


@frozen(kw_only=True)
class RespreadArrears:
    """Let the coming instalments ask for what is overdue."""

    loan_id: LoanId
    reference: ReceiptNo
    value_date: date
    how: Respreading
    today: date = stamped("today")


@frozen(kw_only=True)
class CapitaliseInterest:
    """Let unpaid interest become principal, as agreed."""

    loan_id: LoanId
    reference: ReceiptNo
    value_date: date
    amount: Money | None = None  # None: all that is unpaid, due or accrued.
    today: date = stamped("today")


ReschedulingCommand = ExtendLoan | RestructureLoan | RespreadArrears | CapitaliseInterest
