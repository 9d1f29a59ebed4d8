"""Decisions: take a receipt, or another fact, out of the account as of its value date."""

from collections.abc import Sequence

from domain.loan.commands import ReverseRepayment
from domain.loan.events import LoanEvent, RepaymentReversed
from domain.loan.facts import Received
from domain.loan.outcome import outcome, without_fact
from domain.loan.rules import RECEIPT_IS_KNOWN
from domain.loan.standing import paid_out
from domain.loan.state import Loan
from domain.loan.values import FactKind


def reverse_repayment(command: ReverseRepayment, loan: Loan | None) -> Sequence[LoanEvent]:
    """Undo a receipt and split again what came after it; () where it was undone before."""
    known, key = paid_out(loan), (FactKind.RECEIPT, command.receipt_no)
    receipt = known.known.get(key)
    RECEIPT_IS_KNOWN.require(receipt is not None, receipt_no=command.receipt_no)
    assert receipt is not None and isinstance(receipt.fact, Received)
    if receipt.undone:
        return ()
    found = outcome(known, without_fact(known, key), key)
    reversed_ = RepaymentReversed(
        receipt_no=command.receipt_no,
        amount=receipt.fact.amount,
        value_date=receipt.value_date,
        undone=receipt.moved,
        reason=command.reason,
        restated=found.restated,
        plan=found.plan,
    )
    return (reversed_, *found.turns)
