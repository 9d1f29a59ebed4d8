"""What may not happen to a discounted bill."""

from typing import Final

from domain.loan.charges.commands import EndMisuse, RecordMisuse
from domain.loan.commands import LoanCommand, RecordRepayment
from domain.loan.discounting.rules import (
    BILL_IS_DUE,
    BILL_IS_TAKEN_BACK_WHOLE,
    BILL_KEEPS_ITS_TERMS,
    PAID_BY_IS_OF_A_BILL,
)
from domain.loan.loss.commands import WaiveDebt, WriteOffLoan
from domain.loan.outcome import known_by
from domain.loan.pricing.commands import ChangeRate, PauseInterest, RepriceLoan
from domain.loan.refinancing.commands import PayOffByLoan
from domain.loan.rescheduling.commands import (
    CapitaliseInterest,
    ExtendLoan,
    RespreadArrears,
    RestructureLoan,
)
from domain.loan.state import Loan

_CHANGES: Final = (
    *(ChangeRate, RepriceLoan, PauseInterest, RecordMisuse, EndMisuse),
    *(ExtendLoan, RestructureLoan, RespreadArrears, CapitaliseInterest),
)
_ONCE_DUE: Final = (WaiveDebt, WriteOffLoan, PayOffByLoan)


def require_allowed(command: LoanCommand, loan: Loan | None) -> None:
    """Raise Refused where a command changes a bill's terms, or what is not due yet."""
    bill = loan.bill if loan else None
    if bill is None:
        return
    BILL_KEEPS_ITS_TERMS.require(not isinstance(command, _CHANGES), bill_no=bill.bill_no)
    if isinstance(command, _ONCE_DUE):
        BILL_IS_DUE.require(
            bill.due_on <= command.value_date, value_date=command.value_date, due_on=bill.due_on
        )


def require_as_of_a_bill(loan: Loan, command: RecordRepayment) -> None:
    """Raise Refused where money received before a bill matures is not the whole payoff.

    Nor may it be said of a loan that is no discount who of a bill's signatories paid.
    """
    bill, day = loan.bill, command.value_date
    PAID_BY_IS_OF_A_BILL.require(bill is not None or command.paid_by is None)
    if bill is None:
        return
    payoff = known_by(loan, day).payoff(day).total
    BILL_IS_TAKEN_BACK_WHOLE.require(
        bill.collected_from <= day or command.amount == payoff,
        amount=command.amount,
        payoff=payoff,
    )
