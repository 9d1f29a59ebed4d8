"""The movements of one loan: what each event says of money and terms, on the day it counts from."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs
from attrs import evolve, frozen

from domain.loan.charges.events import FeeCharged, MisuseEnded, MisuseRecorded
from domain.loan.events import (
    DisbursementReversed,
    ExcessRefunded,
    FactTakenBack,
    LoanDisbursed,
    LoanTakenOver,
    RepaymentRecorded,
    RepaymentReversed,
)
from domain.loan.loss.events import DebtWaived, LoanWrittenOff
from domain.loan.pricing.events import InterestPaused, LoanRepriced, PauseEnded, RateChanged
from domain.loan.rescheduling.events import (
    ArrearsRespread,
    InterestCapitalised,
    LoanExtended,
    LoanRestructured,
)
from domain.loan.values import FactKind, Restated, Split
from domain.money import Money
from projections.history import Recorded
from projections.loans import LoanOn
from projections.plain import plain
from projections.view import Line

# What each event that states a fact beside money paid out or received is called, and its kind.
_KINDS: Final[Mapping[type, FactKind]] = {
    ExcessRefunded: FactKind.REFUND,
    RateChanged: FactKind.RATE,
    LoanRepriced: FactKind.RATE,
    InterestPaused: FactKind.PAUSE,
    PauseEnded: FactKind.PAUSE,
    FeeCharged: FactKind.FEE,
    MisuseRecorded: FactKind.MISUSE,
    MisuseEnded: FactKind.MISUSE,
    LoanExtended: FactKind.EXTENSION,
    LoanRestructured: FactKind.RESTRUCTURING,
    ArrearsRespread: FactKind.RESPREADING,
    InterestCapitalised: FactKind.CAPITALISATION,
    DebtWaived: FactKind.WAIVER,
    LoanWrittenOff: FactKind.WRITE_OFF,
}
_SAID: Final = frozenset({"plan", "restated", "moved", "reference", "fee_no", "value_date"})


@frozen(kw_only=True)
class Movement:
    """What counts from a day: discharged > 0, paid out or taken back < 0; or a change of terms."""

    on: date
    what: str
    kind: FactKind
    reference: str
    split: Split
    line: Line[Recorded]
    reversed: bool = False
    terms: Mapping[str, Any] | None = None  # What a fact says beside money, in plain values.


def movements(found: LoanOn) -> Sequence[Movement]:
    """Return the movements of a loan up to the day, by value date and then as they were known.

    Their splits add up to what was discharged, with principal that was lent taken off.
    """
    day = found.account.day
    moved = [m for line in found.lines for m in _of(line, found.loan.currency) if m.on <= day]
    undone = {(m.kind, m.reference) for m in moved if m.what in _UNDOING}
    marked = [
        evolve(m, reversed=m.what not in _BESIDE and (m.kind, m.reference) in undone) for m in moved
    ]
    return sorted(marked, key=lambda m: (m.on, m.line.index))


_UNDOING: Final = frozenset({"repayment_reversed", "disbursement_reversed", "taken_back"})
_BESIDE: Final = _UNDOING | {"restated"}


def _of(line: Line[Recorded], currency: str) -> Iterator[Movement]:
    event: Any = line.row.event
    match event:
        case LoanTakenOver():
            split, reference = _principal(-event.amount), event.origin.reference
            drawn = _moved(line, FactKind.DRAWDOWN, reference, split, what="taken_over")
            yield evolve(drawn, on=event.granted_on)
        case LoanDisbursed():
            split, what = _lent(event), "disbursement"
            paid_out = _moved(line, FactKind.DRAWDOWN, event.reference, split, what=what)
            yield evolve(paid_out, terms=plain(event.kept_back))
        case DisbursementReversed():
            split, what = -_lent(event), "disbursement_reversed"
            yield _moved(line, FactKind.DRAWDOWN, event.reference, split, what=what)
        case RepaymentRecorded():
            receipt_no, paid = event.receipt_no, event.paid
            movement = _moved(line, FactKind.RECEIPT, receipt_no, paid, what="repayment")
            yield evolve(movement, terms={"paid_by": event.paid_by} if event.paid_by else None)
        case RepaymentReversed():
            receipt_no, what = event.receipt_no, "repayment_reversed"
            yield _moved(line, FactKind.RECEIPT, receipt_no, -event.undone, what=what)
        case FactTakenBack():
            split = -_shown(event.kind, event.undone)
            yield _moved(line, event.kind, event.number, split, what="taken_back")
        case _ if type(event) in _KINDS:
            yield _fact(line, event, currency)
    yield from _restated(line, getattr(event, "restated", ()))


def _fact(line: Line[Recorded], event: Any, currency: str) -> Movement:
    """Return a fact with what it moved and the terms that it states."""
    kind, moved = _KINDS[type(event)], getattr(event, "moved", Split.nothing(currency))
    if isinstance(event, ExcessRefunded):
        moved = evolve(moved, excess=event.amount)
    reference = str(getattr(event, "reference", "") or getattr(event, "fee_no", ""))
    said = {n: getattr(event, n) for n in attrs.fields_dict(type(event)) if n not in _SAID}
    movement = _moved(line, kind, reference, _shown(kind, moved), what=kind.value)
    return evolve(movement, terms=plain(said) or None)


def _shown(kind: FactKind, moved: Split) -> Split:
    """Return what was moved on the books as discharged > 0, and as lent or given back < 0."""
    nothing = Split.nothing(moved.fee.currency)
    match kind:
        case FactKind.RECEIPT | FactKind.WAIVER:
            return moved
        case FactKind.WRITE_OFF:
            return evolve(nothing, principal=moved.principal)
        case FactKind.CAPITALISATION | FactKind.RESPREADING:
            return evolve(nothing, interest=moved.interest, principal=-moved.interest)
        case FactKind.REFUND:
            return evolve(nothing, excess=-moved.excess)
        case _:
            return nothing


def _restated(line: Line[Recorded], restated: Sequence[Restated]) -> Iterator[Movement]:
    for row in restated:
        change = _shown(row.kind, row.after - row.before)
        if change != Split.nothing(change.fee.currency):
            movement = _moved(line, row.kind, row.receipt_no, change, what="restated")
            yield evolve(movement, on=row.value_date)


def _moved(
    line: Line[Recorded], kind: FactKind, reference: str, split: Split, *, what: str
) -> Movement:
    return Movement(on=line.on, what=what, kind=kind, reference=reference, split=split, line=line)


def _lent(event: LoanDisbursed | DisbursementReversed) -> Split:
    """Return principal as lent, and interest that was kept back of it as discharged."""
    split = _principal(-event.amount)
    return evolve(split, interest=event.kept_back.interest) if event.kept_back else split


def _principal(amount: Money) -> Split:
    return evolve(Split.nothing(amount.currency), principal=amount)
