"""The movements of one loan: what each event says of money, on the day that it counts from."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen

from domain.loan.events import (
    DisbursementReversed,
    ExcessRefunded,
    LoanDisbursed,
    LoanTakenOver,
    RepaymentRecorded,
    RepaymentReversed,
)
from domain.loan.values import Restated, Split
from domain.money import Money
from projections.history import Recorded
from projections.loans import LoanOn
from projections.view import Line


@frozen(kw_only=True)
class Movement:
    """Money on a value date: what it discharged > 0, what was paid out or taken back < 0."""

    on: date
    what: str
    reference: str
    split: Split
    line: Line[Recorded]
    reversed: bool = False


def movements(found: LoanOn) -> Sequence[Movement]:
    """Return the movements of a loan up to the day, by value date and then as they were known.

    Their splits add up to what was discharged, with principal that was lent taken off.
    """
    day = found.account.day
    moved = [m for line in found.lines for m in _of(line) if m.on <= day]
    undone = {m.reference for m in moved if m.what.endswith("_reversed")}
    marked = [
        evolve(m, reversed=m.what in ("repayment", "disbursement") and m.reference in undone)
        for m in moved
    ]
    return sorted(marked, key=lambda m: (m.on, m.line.index))


def _of(line: Line[Recorded]) -> Iterator[Movement]:
    event: Any = line.row.event
    match event:
        case LoanTakenOver():
            split = _principal(-event.amount)
            yield _moved(line, "taken_over", event.origin.reference, split, on=event.granted_on)
        case LoanDisbursed():
            yield _moved(line, "disbursement", event.reference, _principal(-event.amount))
        case DisbursementReversed():
            yield _moved(line, "disbursement_reversed", event.reference, _principal(event.amount))
        case ExcessRefunded():
            nothing = Split.nothing(event.amount.currency)
            yield _moved(line, "refund", event.reference, evolve(nothing, excess=-event.amount))
        case RepaymentRecorded():
            yield _moved(line, "repayment", event.receipt_no, event.paid)
            yield from _restated(line, event.restated)
        case RepaymentReversed():
            yield _moved(line, "repayment_reversed", event.receipt_no, -event.undone)
            yield from _restated(line, event.restated)


def _restated(line: Line[Recorded], restated: Sequence[Restated]) -> Iterator[Movement]:
    for receipt in restated:
        change = receipt.after - receipt.before
        yield _moved(line, "restated", receipt.receipt_no, change, on=receipt.value_date)


def _moved(
    line: Line[Recorded], what: str, reference: str, split: Split, *, on: date | None = None
) -> Movement:
    return Movement(on=on or line.on, what=what, reference=reference, split=split, line=line)


def _principal(amount: Money) -> Split:
    return evolve(Split.nothing(amount.currency), principal=amount)
