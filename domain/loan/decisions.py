"""What follows from each command on a loan."""

from collections.abc import Sequence
from typing import assert_never

import attrs

from domain.facts.borrowing import Borrowing
from domain.loan.charges import decisions as charges
from domain.loan.charges.commands import ChargeFee, EndMisuse, RecordMisuse
from domain.loan.commands import (
    AgreeLoan,
    CancelLoan,
    DisburseLoan,
    LoanCommand,
    RecordRepayment,
    RecordStatement,
    RefundExcess,
    ReverseDisbursement,
    ReverseRepayment,
    TakeBack,
    TakeOverLoan,
)
from domain.loan.correction import reverse_repayment, take_back
from domain.loan.disbursement import disburse_loan, reverse_disbursement
from domain.loan.discounting import earning as discounting
from domain.loan.discounting.bounds import require_allowed
from domain.loan.entrusted import decisions as entrusted
from domain.loan.entrusted.commands import EntrustLoan
from domain.loan.events import LoanAgreed, LoanEvent
from domain.loan.loss import decisions as loss
from domain.loan.loss.commands import WaiveDebt, WriteOffLoan
from domain.loan.origination import agree_loan, cancel_loan
from domain.loan.pricing import decisions as pricing
from domain.loan.pricing.commands import ChangeRate, EndPause, PauseInterest, RepriceLoan
from domain.loan.refinancing import decisions as refinancing
from domain.loan.refinancing.commands import PayOffByLoan, UndoPayOff
from domain.loan.repayment import record_repayment, refund_excess
from domain.loan.rescheduling import decisions as rescheduling
from domain.loan.rescheduling.commands import (
    CapitaliseInterest,
    ExtendLoan,
    RespreadArrears,
    RestructureLoan,
)
from domain.loan.state import Loan
from domain.loan.statement import record_statement
from domain.loan.take_over import take_over_loan
from domain.loan.under_contract import decisions as under_contract
from domain.loan.under_contract.paid_back import paid_back
from domain.party import Standing
from domain.ties import ConfirmLoanEnded, LendUnderContract, UndoLending


def decide(command: LoanCommand, loan: Loan | None) -> Sequence[LoanEvent]:
    """Return what follows from a command, marked with where it is booked."""
    require_allowed(command, loan)
    return discounting.marked(entrusted.marked(_decide(command, loan), loan), loan)


def _decide(command: LoanCommand, loan: Loan | None) -> Sequence[LoanEvent]:
    match command:
        case AgreeLoan():
            return agree_loan(command, loan)
        case TakeOverLoan():
            return take_over_loan(command, loan)
        case RecordStatement():
            return record_statement(command, loan)
        case CancelLoan():
            return cancel_loan(command, loan)
        case DisburseLoan():
            return disburse_loan(command, loan)
        case ReverseDisbursement():
            return reverse_disbursement(command, loan)
        case RecordRepayment():
            return record_repayment(command, loan)
        case ReverseRepayment():
            return reverse_repayment(command, loan)
        case RefundExcess():
            return refund_excess(command, loan)
        case TakeBack():
            return take_back(command, loan)
        case EntrustLoan():
            return entrusted.decide(command, loan)
        case ChangeRate() | RepriceLoan() | PauseInterest() | EndPause():
            return pricing.decide(command, loan)
        case ChargeFee() | RecordMisuse() | EndMisuse():
            return charges.decide(command, loan)
        case ExtendLoan() | RestructureLoan() | RespreadArrears() | CapitaliseInterest():
            return rescheduling.decide(command, loan)
        case WaiveDebt() | WriteOffLoan():
            return loss.decide(command, loan)
        case PayOffByLoan() | UndoPayOff():
            return refinancing.decide(command, loan)
        case LendUnderContract() | UndoLending() | ConfirmLoanEnded():
            return under_contract.decide(command, loan)
    assert_never(command)


def fact(loan_id: str, loan: Loan | None) -> Borrowing | None:
    """Return the borrower, and what no limit counts of the loan; None before it exists."""
    if loan is None:
        return None
    borrower = Borrowing(loan.begun.customer_id, Standing.ACTIVE, loan_id=loan_id)
    limited = isinstance(loan.begun, LoanAgreed) and loan.begun.facility_id
    if limited or loan.entrusted or loan.cancelled:
        return borrower
    return attrs.evolve(borrower, outside_limits=loan.begun.amount - paid_back(loan))
