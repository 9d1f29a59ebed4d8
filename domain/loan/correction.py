"""Decisions: take a receipt out of the account, as of its value date."""

from collections.abc import Sequence

from domain.loan.commands import ReverseRepayment
from domain.loan.events import LoanEvent, RepaymentReversed
from domain.loan.outcome import outcome
from domain.loan.rules import RECEIPT_IS_KNOWN
from domain.loan.standing import paid_out
from domain.loan.state import Loan


def reverse_repayment(command: ReverseRepayment, loan: Loan | None) -> Sequence[LoanEvent]:
    """Undo a receipt and split again what came after it; () where it was undone before."""
    known = paid_out(loan)
    receipt = known.receipts.get(command.receipt_no)
    RECEIPT_IS_KNOWN.require(receipt is not None, receipt_no=command.receipt_no)
    assert receipt is not None
    if receipt.undone:
        return ()
    movement = receipt.movement
    found = outcome(known, (m for m in known.movements if m != movement))
    reversed_ = RepaymentReversed(
        receipt_no=command.receipt_no,
        amount=movement.amount,
        value_date=movement.value_date,
        undone=receipt.paid,
        reason=command.reason,
        restated=found.restated,
        plan=found.plan,
    )
    return (reversed_, *found.turns)
