"""What follows from each command on a loan, and what its borrower's file must accept with it."""

from collections.abc import Iterator, Sequence
from typing import assert_never

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
    TakeOverLoan,
)
from domain.loan.correction import reverse_repayment
from domain.loan.disbursement import disburse_loan, reverse_disbursement
from domain.loan.events import (
    LoanAgreed,
    LoanCancelled,
    LoanEvent,
    LoanReopened,
    LoanSettled,
    LoanTakenOver,
)
from domain.loan.origination import agree_loan, cancel_loan, take_over_loan
from domain.loan.repayment import record_repayment, refund_excess
from domain.loan.state import Loan
from domain.loan.statement import record_statement
from domain.party import Party, Standing
from domain.ties import ReleaseLoan, TieLoan


def decide(command: LoanCommand, loan: Loan | None) -> Sequence[LoanEvent]:
    """Return what follows from a command."""
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
    assert_never(command)


def guards(
    command: LoanCommand, loan: Loan | None, events: Sequence[LoanEvent]
) -> Sequence[TieLoan | ReleaseLoan]:
    """Return what the borrower's file must accept: it is tied to open loans and no others."""
    return tuple(_ties(command.loan_id, loan, events))


def _ties(
    loan_id: str, loan: Loan | None, events: Sequence[LoanEvent]
) -> Iterator[TieLoan | ReleaseLoan]:
    customer_id = loan.begun.customer_id if loan else ""
    for event in events:
        match event:
            case LoanAgreed():
                yield TieLoan(
                    customer_id=event.customer_id,
                    loan_id=loan_id,
                    kind_required=event.terms.customer_kinds,
                )
            case LoanTakenOver():
                yield TieLoan(customer_id=event.customer_id, loan_id=loan_id)
            case LoanReopened():
                yield TieLoan(customer_id=customer_id, loan_id=loan_id)
            case LoanSettled() | LoanCancelled():
                yield ReleaseLoan(customer_id=customer_id, loan_id=loan_id, ended_on=event.on)


def fact(_loan_id: str, loan: Loan | None) -> Party | None:
    """Return the borrower, for the loan's credit archive; None before the loan exists."""
    return Party(loan.begun.customer_id, Standing.ACTIVE) if loan else None
