"""Decisions: pay out an agreed loan, and reverse a payment that did not take place."""

from collections.abc import Sequence

from domain.loan.commands import DisburseLoan, ReverseDisbursement
from domain.loan.events import DisbursementReversed, LoanAgreed, LoanDisbursed, LoanEvent
from domain.loan.rules import (
    DISBURSEMENT_IS_KNOWN,
    LOAN_IS_NOT_CANCELLED,
    LOAN_IS_NOT_PAID_OUT,
    NO_RECEIPT_STANDS,
    NOT_BEFORE_SIGNING,
    NUMBER_IS_SPENT,
    WHOLE_AMOUNT_IS_PAID_OUT,
)
from domain.loan.schedule import make_plan
from domain.loan.standing import begun, require_not_ahead
from domain.loan.state import Loan, agreed_contract


def disburse_loan(command: DisburseLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Pay out a loan and make its plan; () where the same payment was recorded."""
    known = begun(loan)
    if known.disbursed and _is_recorded(command, known.disbursed):
        return ()
    LOAN_IS_NOT_CANCELLED.require(known.cancelled is None)
    LOAN_IS_NOT_PAID_OUT.require(not known.paid_out)
    agreed = known.begun
    assert isinstance(agreed, LoanAgreed)
    NUMBER_IS_SPENT.require(
        command.reference not in known.reversed_references, reference=command.reference
    )
    WHOLE_AMOUNT_IS_PAID_OUT.require(
        command.amount == agreed.amount, amount=command.amount, agreed=agreed.amount
    )
    NOT_BEFORE_SIGNING.require(
        agreed.signed_on <= command.value_date, day=command.value_date, signed_on=agreed.signed_on
    )
    require_not_ahead(command.value_date, command.today)
    disbursed = LoanDisbursed(
        amount=command.amount,
        value_date=command.value_date,
        reference=command.reference,
        plan=make_plan(agreed_contract(agreed, command.value_date, ())),
    )
    return (disbursed,)


def _is_recorded(command: DisburseLoan, disbursed: LoanDisbursed) -> bool:
    return (command.reference, command.amount, command.value_date) == (
        disbursed.reference,
        disbursed.amount,
        disbursed.value_date,
    )


def reverse_disbursement(command: ReverseDisbursement, loan: Loan | None) -> Sequence[LoanEvent]:
    """Undo a payment that did not take place; () where it was undone before."""
    known = begun(loan)
    if command.reference in known.reversed_references:
        return ()
    disbursed = known.disbursed
    DISBURSEMENT_IS_KNOWN.require(
        disbursed is not None and disbursed.reference == command.reference,
        reference=command.reference,
    )
    assert disbursed is not None
    NO_RECEIPT_STANDS.require(not known.movements, receipts=len(known.movements))
    undone = DisbursementReversed(
        amount=disbursed.amount, value_date=disbursed.value_date, reference=disbursed.reference
    )
    return (undone,)
