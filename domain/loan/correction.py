"""Decisions: take a receipt, or another fact, out of the account as of its value date."""

from collections.abc import Sequence

import attrs

from domain.loan.commands import ReverseRepayment, TakeBack
from domain.loan.events import FactTakenBack, LoanEvent, RepaymentReversed
from domain.loan.facts import RateSet, Received, Refunded
from domain.loan.outcome import outcome, without_fact
from domain.loan.pricing.rules import REPRICED_FOLLOWS_QUOTES
from domain.loan.refinancing.rules import UNDONE_BY_ITS_LOAN
from domain.loan.rules import (
    FACT_IS_KNOWN,
    RECEIPT_IS_KNOWN,
    REVERSED_BY_ITS_OWN_COMMAND,
)
from domain.loan.standing import begun, paid_out
from domain.loan.state import Loan
from domain.loan.values import FactKind, Purpose, RateReason


def reverse_repayment(command: ReverseRepayment, loan: Loan | None) -> Sequence[LoanEvent]:
    """Undo a receipt and split again what came after it; () where it was undone before."""
    known, key = paid_out(loan), (FactKind.RECEIPT, command.receipt_no)
    receipt = known.known.get(key)
    RECEIPT_IS_KNOWN.require(receipt is not None, receipt_no=command.receipt_no)
    assert receipt is not None and isinstance(receipt.fact, Received)
    if receipt.undone:
        return ()
    UNDONE_BY_ITS_LOAN.require(receipt.fact.purpose is not Purpose.REFINANCING)
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


def take_back(command: TakeBack, loan: Loan | None) -> Sequence[LoanEvent]:
    """Take a fact out of the account; () where it was taken back before."""
    known, key = begun(loan), (command.kind, command.number)
    own = command.kind in (FactKind.DRAWDOWN, FactKind.RECEIPT)
    REVERSED_BY_ITS_OWN_COMMAND.require(not own, kind=command.kind)
    recorded = known.known.get(key)
    FACT_IS_KNOWN.require(recorded is not None, kind=command.kind, number=command.number)
    assert recorded is not None
    if recorded.undone:
        return ()
    fact = recorded.fact
    repriced = isinstance(fact, RateSet) and fact.reason is RateReason.REPRICED
    REPRICED_FOLLOWS_QUOTES.require(not repriced, number=command.number)
    found = outcome(known, without_fact(known, key), key)
    excess = fact.amount if isinstance(fact, Refunded) else recorded.moved.excess
    taken_back = FactTakenBack(
        kind=command.kind,
        number=command.number,
        value_date=recorded.value_date,
        undone=attrs.evolve(recorded.moved, excess=excess),
        reason=command.reason,
        restated=found.restated,
        plan=found.plan,
    )
    return (taken_back, *found.turns)
