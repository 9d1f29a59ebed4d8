"""What a new loan asks of the loan that it replaces: no caller sends these."""

from datetime import date

from attrs import frozen

from domain.ids import LoanId, ReceiptNo
from domain.loan.values import Lending
from domain.money import Money


@frozen(kw_only=True)
class PayOffByLoan:
    """Take the money of a new loan as principal of this one."""

    loan_id: LoanId  # The old loan.
    by_loan: LoanId  # The new one.
    lending: Lending
    reference: ReceiptNo  # Of the new loan's payment.
    amount: Money
    value_date: date
    for_another: bool = False  # It is another's money.


@frozen(kw_only=True)
class UndoPayOff:
    """Take back the money of a new loan whose payment did not take place."""

    loan_id: LoanId
    by_loan: LoanId
    reference: ReceiptNo


RefinancingCommand = PayOffByLoan | UndoPayOff
