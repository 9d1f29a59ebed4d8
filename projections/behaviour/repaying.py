"""How a customer draws and repays: each receipt against what was due on its day.

A receipt is late where an instalment with an earlier due date was unpaid the day before, on time
where one is due on the day, and early where nothing is due; what is unpaid still is late by the
days so far.  Money of a new loan that pays an old one off is no behaviour of the customer, and is
left out.  Of loans whose balances another system keeps there is no plan to hold receipts against.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from attrs import frozen

from domain.loan.account import PlanRow, ReceiptRow, account
from domain.loan.events import DisbursementReversed, LoanDisbursed, RepaymentRecorded
from domain.loan.values import Purpose
from domain.money import Money
from projections.behaviour.figures import Act, Figure
from projections.loans import LoanOn, loans_of, loans_on
from projections.view import Reader

_DAY: Final = timedelta(days=1)
_AHEAD: Final = (Purpose.PREPAY_KEEP_INSTALMENT, Purpose.PREPAY_KEEP_TERM, Purpose.SETTLE)


@frozen
class _Due:
    """What was due when money came in: of the plan with the day's, and penalty of the eve."""

    oldest: date | None
    amount: Money


def loan_acts(reader: Reader, customer_id: str) -> Iterator[Act]:
    """Yield what the loans of a customer say, as they stand on the reader's day."""
    for found in loans_on(reader, loans_of(reader, [customer_id])):
        yield from _draws(found)
        if not found.kept_elsewhere:
            yield from _repays(found)


def _draws(found: LoanOn) -> Iterator[Act]:
    paid: dict[str, Act] = {}
    for line in found.lines:
        event: Any = line.row.event
        if isinstance(event, LoanDisbursed):
            paid[event.reference] = Act(
                figure=Figure.DRAWDOWN_COUNT,
                on=event.value_date,
                record=f"{line.row.stream}@{line.row.version}",
                amount=event.amount,
            )
        elif isinstance(event, DisbursementReversed):
            paid.pop(event.reference, None)
    for act in paid.values():
        yield act
        yield Act(figure=Figure.AMOUNT_DRAWN, on=act.on, record=act.record, amount=act.amount)


def _repays(found: LoanOn) -> Iterator[Act]:
    recorded, stands = _receipts(found), found.account
    if stands.days_past_due:
        last = found.lines[-1].row
        yield Act(
            figure=Figure.DAYS_LATE,
            on=stands.day,
            record=f"{last.stream}@{last.version}",
            days=stands.days_past_due,
        )
    for no, receipt in enumerate(stands.receipts):
        record, event = recorded[receipt.receipt_no]
        if event.by_loan is None:
            earlier = stands.receipts[:no]
            due = _due(found, receipt.value_date, earlier)
            for figure, days in _figures(due, receipt, event.purpose):
                yield Act(figure=figure, on=receipt.value_date, record=record, days=days)


def _receipts(found: LoanOn) -> Mapping[str, tuple[str, RepaymentRecorded]]:
    """Return each receipt's newest record, by its number."""
    return {
        line.row.event.receipt_no: (f"{line.row.stream}@{line.row.version}", line.row.event)
        for line in found.lines
        if isinstance(line.row.event, RepaymentRecorded)
    }


def _figures(due: _Due, receipt: ReceiptRow, purpose: Purpose) -> Iterator[tuple[Figure, int]]:
    if due.oldest is None:
        yield Figure.RECEIPTS_EARLY, 0
    elif due.oldest == receipt.value_date:
        yield Figure.RECEIPTS_ON_TIME, 0
    else:
        days = (receipt.value_date - due.oldest).days
        yield from ((Figure.RECEIPTS_LATE, days), (Figure.DAYS_LATE, days))
    if due.oldest is not None and receipt.amount < due.amount:
        yield Figure.PART_PAYMENTS, 0
    if purpose in _AHEAD or receipt.amount > due.amount:
        yield Figure.PREPAYMENTS, 0


def _due(found: LoanOn, day: date, earlier: Sequence[ReceiptRow]) -> _Due:
    """Return what was due before a receipt of a day; earlier ones of the day paid some of it."""
    eve = account(found.loan, day - _DAY)
    unpaid = [row for row in eve.plan if row.instalment.due_date <= day and not row.settled]
    zero = Money.zero(found.loan.currency)
    paid = sum((receipt.amount for receipt in earlier if receipt.value_date == day), zero)
    amount = sum((_open(row) for row in unpaid), zero) + eve.due.penalty - paid
    if amount <= zero:
        return _Due(None, zero)
    return _Due(min((row.instalment.due_date for row in unpaid), default=None), amount)


def _open(row: PlanRow) -> Money:
    asked, paid = row.instalment, row.paid
    return asked.principal + asked.interest + asked.fee - paid.principal - paid.interest - paid.fee
