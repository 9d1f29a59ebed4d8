"""What becomes of the bill with its loan: taken up when it is paid for, and let go with it."""

from collections.abc import Iterator, Sequence

from domain.loan.events import (
    DisbursementReversed,
    LoanAgreed,
    LoanDisbursed,
    LoanEvent,
    LoanReopened,
    LoanSettled,
)
from domain.loan.state import Loan
from domain.ties import EndBill, GiveUpBill, ReopenBill, TakeUpBill

BillGuard = TakeUpBill | GiveUpBill | EndBill | ReopenBill


def holding(loan_id: str, loan: Loan | None, events: Sequence[LoanEvent]) -> Iterator[BillGuard]:
    """Yield what the bill must accept; nothing of a loan that is no discount."""
    agreed = loan.begun if loan else next(iter(events), None)
    bill = agreed.bill if isinstance(agreed, LoanAgreed) else None
    if bill is None or not isinstance(agreed, LoanAgreed):
        return
    bill_no = bill.bill_no
    for event in events:
        match event:
            case LoanDisbursed():
                yield TakeUpBill(
                    bill_no=bill_no,
                    bill=bill,
                    loan_id=loan_id,
                    customer_id=agreed.customer_id,
                    on=event.value_date,
                )
            case DisbursementReversed():
                yield GiveUpBill(bill_no=bill_no, loan_id=loan_id)
            case LoanSettled():
                yield EndBill(bill_no=bill_no, loan_id=loan_id, on=event.on)
            case LoanReopened():
                yield ReopenBill(bill_no=bill_no, loan_id=loan_id)
