"""What may be asked about debts that are given up or written off: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.fields import stamped
from domain.ids import LoanId, ReceiptNo
from domain.kinds import Component
from domain.money import Money


@frozen(kw_only=True)
class WaiveDebt:
    """Waive a part of what the borrower owes (减免)."""

    loan_id: LoanId
    reference: ReceiptNo  # The decision's number; makes the command safe to send twice.
    component: Component
    amount: Money
    value_date: date
    today: date = stamped("today")


@frozen(kw_only=True)
class WriteOffLoan:
    """Write a loan off the books; it is still owed, and what comes in is recovered (核销)."""

    loan_id: LoanId
    reference: ReceiptNo
    value_date: date
    today: date = stamped("today")


LossCommand = WaiveDebt | WriteOffLoan
