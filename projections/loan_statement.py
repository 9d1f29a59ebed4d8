"""The statement of one loan: every movement with its split and the principal after it, the plan.

Rows come in parts: movement (by value date, then by when it became known), instalment (the plan in
force on the day), and total (all movements; what is due; what settles the loan).  A receipt that
was reversed stays, marked so, and its reversal follows; a receipt whose split became another is
followed by the difference, at its own value date.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import attrs
from attrs import frozen

from domain.labels import Label
from domain.loan.account import PlanRow
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
from projections.history import HISTORY, Recorded
from projections.loans import LoanOn, loans_on
from projections.plain import plain
from projections.view import Absent, Answer, Line, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Movement:
    """What a statement shows of an event on one value date."""

    on: date
    what: str
    reference: str
    amount: Money  # Received > 0, paid out or taken back < 0.
    split: Split  # What it discharged.
    line: Line[Recorded]
    reversed: bool = False


def movements(found: LoanOn) -> list[Movement]:
    """Return the movements of a loan up to the day, by value date and then as they were known."""
    day = found.account.day
    moved = [m for line in found.lines for m in _of_event(line) if m.on <= day]
    undone = _undone(found)
    marked = [attrs.evolve(m, reversed=(m.what, m.reference) in undone) for m in moved]
    return sorted(marked, key=lambda m: (m.on, m.line.index))


def _undone(found: LoanOn) -> set[tuple[str, str]]:
    events: list[Any] = [line.row.event for line in found.lines]
    return {
        ("repayment", event.receipt_no)
        if isinstance(event, RepaymentReversed)
        else ("disbursement", event.reference)
        for event in events
        if isinstance(event, RepaymentReversed | DisbursementReversed)
    }


def _of_event(line: Line[Recorded]) -> Iterator[Movement]:
    event: Any = line.row.event
    match event:
        case LoanDisbursed():
            yield _lent("disbursement", event.reference, event, line)
        case DisbursementReversed():
            undone = attrs.evolve(event, amount=-event.amount)
            yield _lent("disbursement_reversed", event.reference, undone, line)
        case LoanTakenOver():
            split = _principal(-event.amount)
            yield Movement(
                on=event.granted_on,
                what="taken_over",
                reference=event.origin.reference,
                amount=-event.amount,
                split=split,
                line=line,
            )
        case ExcessRefunded():
            nothing = Split.nothing(event.amount.currency)
            yield _moved("refund", event.reference, event.value_date, line)(
                attrs.evolve(nothing, excess=-event.amount)
            )
        case RepaymentRecorded():
            yield _moved("repayment", event.receipt_no, event.value_date, line)(event.paid)
            yield from _restated(event.restated, line)
        case RepaymentReversed():
            receipt_no, on = event.receipt_no, event.value_date
            yield _moved("repayment_reversed", receipt_no, on, line)(-event.undone)
            yield from _restated(event.restated, line)


def _lent(
    what: str, reference: str, event: LoanDisbursed | DisbursementReversed, line: Line[Recorded]
) -> Movement:
    return _moved(what, reference, event.value_date, line)(_principal(-event.amount))


def _moved(what: str, reference: str, on: date, line: Line[Recorded]) -> Any:
    return lambda split: Movement(
        on=on, what=what, reference=reference, amount=split.total, split=split, line=line
    )


def _restated(restated: tuple[Restated, ...], line: Line[Recorded]) -> Iterator[Movement]:
    for receipt in restated:
        change = receipt.after - receipt.before
        yield _moved("restated", receipt.receipt_no, receipt.value_date, line)(change)


def _principal(amount: Money) -> Split:
    return attrs.evolve(Split.nothing(amount.currency), principal=amount)
