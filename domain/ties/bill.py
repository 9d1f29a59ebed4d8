"""A loan holds the bill that it discounted, so that nobody discounts it again."""

from datetime import date

from attrs import frozen

from domain.facts.bill import Bill
from domain.ids import BillNo, CustomerId, LoanId


@frozen(kw_only=True)
class TakeUpBill:
    """Take up a bill that is discounted."""

    bill_no: BillNo
    bill: Bill
    loan_id: LoanId
    customer_id: CustomerId
    on: date


@frozen(kw_only=True)
class GiveUpBill:
    """Give up a bill whose discount did not take place."""

    bill_no: BillNo
    loan_id: LoanId


@frozen(kw_only=True)
class EndBill:
    """End the holding of a bill that was paid or taken back."""

    bill_no: BillNo
    loan_id: LoanId
    on: date


@frozen(kw_only=True)
class ReopenBill:
    """Hold a bill again, for what settled its loan was undone."""

    bill_no: BillNo
    loan_id: LoanId
