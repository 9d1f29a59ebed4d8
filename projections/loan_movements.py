"""What moved on a loan, in order of value date: each movement, and whether it stands."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import field, frozen

from domain.loan.events import (
    DisbursementReversed,
    ExcessRefunded,
    LoanDisbursed,
    LoanTakenOver,
    RepaymentRecorded,
    RepaymentReversed,
    StatementRecorded,
)
from domain.loan.values import Split
from domain.money import Money
from projections.acts import Act
from projections.loans import LoanOn
from projections.view import Line


@frozen(kw_only=True)
class Movement:
    """Money that moved, or a balance that another system stated."""

    on: date
    index: int  # Of the record that made it known.
    what: str  # disbursed, taken_over, repaid, refunded or stated.
    reference: str | None = None
    paid_out: Money | None = None
    received: Money | None = None
    split: Split | None = None  # What a receipt discharged; None unless it stands.
    reversed_by: int | None = None  # Index of the record that reversed it.
    reason: str | None = None  # Of the reversal.
    restated_by: int | None = None  # Index of the last record that changed its split.
    stated: Mapping[str, Any] | None = None

    @property
    def stands(self) -> bool:
        """It was not reversed."""
        return self.reversed_by is None

    @property
    def lent(self) -> int:
        """By how much it changes the principal owed, in fen."""
        if not self.stands:
            return 0
        if self.split:
            return -self.split.principal.fen
        return self.paid_out.fen if self.paid_out and self.what != "refunded" else 0


@frozen
class _Corrections:
    """What later records say of earlier movements."""

    payments: dict[str, int] = field(factory=dict)  # Reference -> record that reversed it.
    receipts: dict[str, tuple[int, str]] = field(factory=dict)  # Number -> record and reason.
    restated: dict[str, int] = field(factory=dict)  # Number -> last record that changed it.


def movements(known: LoanOn, lines: Sequence[Line[Act]]) -> list[Movement]:
    """Return the movements of a loan that count on its account's day or before."""
    day, corrections = known.account.day, _corrections(lines)
    splits = {row.receipt_no: row.paid for row in known.account.receipts}
    found = (m for line in lines for m in _movements(line, corrections, splits))
    return sorted((m for m in found if m.on <= day), key=lambda m: (m.on, m.index))


def _corrections(lines: Sequence[Line[Act]]) -> _Corrections:
    found = _Corrections()
    for line in lines:
        event: Any = line.row.event
        if isinstance(event, DisbursementReversed):
            found.payments[event.reference] = line.index
        if isinstance(event, RepaymentReversed):
            found.receipts[event.receipt_no] = line.index, event.reason.value
        if isinstance(event, RepaymentRecorded | RepaymentReversed):
            for receipt in event.restated:
                found.restated[receipt.receipt_no] = line.index
    return found


def _movements(
    line: Line[Act], corrections: _Corrections, splits: Mapping[str, Split]
) -> Iterator[Movement]:
    event: Any = line.row.event
    match event:
        case LoanDisbursed():
            yield Movement(
                on=event.value_date,
                index=line.index,
                what="disbursed",
                reference=event.reference,
                paid_out=event.amount,
                reversed_by=corrections.payments.get(event.reference),
            )
        case LoanTakenOver():
            yield Movement(
                on=event.granted_on, index=line.index, what="taken_over", paid_out=event.amount
            )
        case RepaymentRecorded():
            yield _receipt(line.index, event, corrections, splits)
        case ExcessRefunded():
            yield Movement(
                on=event.value_date,
                index=line.index,
                what="refunded",
                reference=event.reference,
                paid_out=event.amount,
            )
        case StatementRecorded():
            amounts = {each.name: str(each.amount) for each in event.amounts}
            yield Movement(
                on=event.as_of,
                index=line.index,
                what="stated",
                reference=event.origin.reference,
                stated={"status": event.status, "amounts": amounts},
            )


def _receipt(
    index: int, event: RepaymentRecorded, corrections: _Corrections, splits: Mapping[str, Split]
) -> Movement:
    reversed_by, reason = corrections.receipts.get(event.receipt_no, (None, None))
    return Movement(
        on=event.value_date,
        index=index,
        what="repaid",
        reference=event.receipt_no,
        received=event.amount,
        split=None if reason else splits.get(event.receipt_no),
        reversed_by=reversed_by,
        reason=reason,
        restated_by=corrections.restated.get(event.receipt_no),
    )
