"""Decisions: the money of a new loan comes in as principal, or is taken back."""

from collections.abc import Sequence
from typing import assert_never

from domain.loan.events import LoanEvent, RepaymentRecorded, RepaymentReversed
from domain.loan.facts import Misused, Received, WrittenOff
from domain.loan.outcome import entered, outcome, without_fact
from domain.loan.refinancing.commands import PayOffByLoan, RefinancingCommand, UndoPayOff
from domain.loan.refinancing.rules import (
    MONEY_IS_OF_THE_SAME_OWNER,
    OLD_INTEREST_IS_PAID,
    RENEWED_LOAN_IS_SOUND,
    WITHIN_OLD_PRINCIPAL,
)
from domain.loan.rules import RECEIPT_IS_KNOWN
from domain.loan.settle import Account
from domain.loan.standing import is_recorded, require_amount, require_owed, serviced
from domain.loan.state import Loan
from domain.loan.values import FactKind, Lending, Purpose, ReversalReason


def decide(command: RefinancingCommand, loan: Loan | None) -> Sequence[LoanEvent]:
    """Return what follows for the old loan."""
    match command:
        case PayOffByLoan():
            return pay_off_by_loan(command, loan)
        case UndoPayOff():
            return undo_pay_off(command, loan)
    assert_never(command)


def pay_off_by_loan(command: PayOffByLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Discharge principal with the money of a new loan; interest must have been paid in cash."""
    known = serviced(loan)
    fact = Received(
        receipt_no=command.reference,
        amount=command.amount,
        value_date=command.value_date,
        purpose=Purpose.REFINANCING,
    )
    if is_recorded(known, fact):
        return ()
    MONEY_IS_OF_THE_SAME_OWNER.require(
        command.for_another == known.for_another, loan_id=command.loan_id
    )
    require_amount(known, command.amount)
    account = require_owed(known, command.value_date)
    _require_principal_alone(command, account)
    if command.lending is Lending.RENEWAL:
        _require_sound(command, known, account)
    return entered(
        known, fact, RepaymentRecorded, origin=None, findings=(), by_loan=command.by_loan
    )


def _require_principal_alone(command: PayOffByLoan, account: Account) -> None:
    day = command.value_date
    due, payoff = account.due(day), account.payoff(day)
    interest = due.interest if account.contract.as_stated else payoff.interest
    OLD_INTEREST_IS_PAID.require(
        due.fee.fen + due.penalty.fen + interest.fen == 0,
        loan_id=command.loan_id,
        interest=interest,
        penalty=due.penalty,
        fee=due.fee,
    )
    WITHIN_OLD_PRINCIPAL.require(
        command.amount <= payoff.principal, amount=command.amount, principal=payoff.principal
    )


def _require_sound(command: PayOffByLoan, loan: Loan, account: Account) -> None:
    """Raise Refused where principal is overdue, or the loan was misused or written off."""
    day = command.value_date
    overdue = any(claim.unpaid and claim.due_date < day for claim in account.on(day).claims)
    marked = (*loan.standing(Misused), *loan.standing(WrittenOff))
    RENEWED_LOAN_IS_SOUND.require(
        not overdue and not marked, loan_id=command.loan_id, overdue=overdue, marks=len(marked)
    )


def undo_pay_off(command: UndoPayOff, loan: Loan | None) -> Sequence[LoanEvent]:
    """Take back the money of a new loan; () where it was taken back before."""
    known, key = serviced(loan), (FactKind.RECEIPT, command.reference)
    receipt = known.known.get(key)
    RECEIPT_IS_KNOWN.require(receipt is not None, receipt_no=command.reference)
    assert receipt is not None and isinstance(receipt.fact, Received)
    if receipt.undone:
        return ()
    found = outcome(known, without_fact(known, key), key)
    undone = RepaymentReversed(
        receipt_no=command.reference,
        amount=receipt.fact.amount,
        value_date=receipt.value_date,
        undone=receipt.moved,
        reason=ReversalReason.KEYED_WRONG,
        restated=found.restated,
        plan=found.plan,
        by_loan=command.by_loan,
    )
    return (undone, *found.turns)
