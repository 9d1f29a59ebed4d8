"""How events change what is known of a loan: they say all, nothing is calculated."""

from collections.abc import Mapping
from typing import Any, Final, assert_never

import attrs

from domain.loan import facts
from domain.loan.charges.events import ChargesEvent, FeeCharged, MisuseEnded, MisuseRecorded
from domain.loan.entrusted.events import LoanEntrusted
from domain.loan.events import (
    DisbursementReversed,
    ExcessRefunded,
    FactTakenBack,
    LoanAgreed,
    LoanCancelled,
    LoanDisbursed,
    LoanEvent,
    LoanReopened,
    LoanSettled,
    LoanTakenOver,
    RepaymentRecorded,
    RepaymentReversed,
    StatementRecorded,
)
from domain.loan.facts import Fact
from domain.loan.known import Key, Known, fact_from, key_of
from domain.loan.loss.events import DebtWaived, LoanWrittenOff, LossEvent
from domain.loan.pricing.events import (
    InterestPaused,
    LoanRepriced,
    PauseEnded,
    PricingEvent,
    RateChanged,
)
from domain.loan.rescheduling.events import (
    ArrearsRespread,
    InterestCapitalised,
    LoanExtended,
    LoanRestructured,
    ReschedulingEvent,
)
from domain.loan.state import Loan, has_payment, with_rates
from domain.loan.values import FactKind, Restated, Split

# Which fact an event states, in fields of the same names.
_STATES: Final[Mapping[type, type[Fact]]] = {
    RateChanged: facts.RateSet,
    InterestPaused: facts.InterestPaused,
    FeeCharged: facts.FeeCharged,
    MisuseRecorded: facts.Misused,
    LoanExtended: facts.Extended,
    LoanRestructured: facts.Restructured,
    ArrearsRespread: facts.ArrearsRespread,
    InterestCapitalised: facts.InterestCapitalised,
    DebtWaived: facts.Waived,
    LoanWrittenOff: facts.WrittenOff,
}


def evolve(loan: Loan | None, event: LoanEvent) -> Loan:
    """Return what is known after an event."""
    if isinstance(event, LoanAgreed | LoanTakenOver):
        plan = event.plan if isinstance(event, LoanTakenOver) else ()
        return Loan(begun=event, plan=plan)
    assert loan is not None, "a loan begins by being agreed or taken over"
    match event:
        case StatementRecorded():
            return attrs.evolve(loan, statements={**loan.statements, event.as_of: event})
        case LoanCancelled():
            return attrs.evolve(loan, cancelled=event)
        case LoanDisbursed():
            return _entered(loan, event, facts.Drawn, start=event.start or event.plan)
        case DisbursementReversed():
            return _undone(loan, event, (FactKind.DRAWDOWN, event.reference))
        case RepaymentRecorded():
            return _entered(loan, event, facts.Received, moved=event.paid)
        case RepaymentReversed():
            return _undone(loan, event, (FactKind.RECEIPT, event.receipt_no))
        case ExcessRefunded():
            return _entered(loan, event, facts.Refunded)
        case LoanSettled():
            return attrs.evolve(loan, settled_on=event.on)
        case LoanReopened():
            return attrs.evolve(loan, settled_on=None)
        case LoanEntrusted():
            return attrs.evolve(loan, entrusted=event)
        case _:
            return _serviced(loan, event)


def _serviced(
    loan: Loan,
    event: FactTakenBack | PricingEvent | ChargesEvent | ReschedulingEvent | LossEvent,
) -> Loan:
    """Return what is known after an event of the loan's service."""
    match event:
        case FactTakenBack():
            return _undone(loan, event, (event.kind, event.number))
        case LoanRepriced():
            repriced = with_rates(loan, event.rates)
            return _with_outcome(repriced, event, {})
        case PauseEnded():
            return _lasting(loan, event, (FactKind.PAUSE, event.reference))
        case MisuseEnded():
            return _lasting(loan, event, (FactKind.MISUSE, event.reference))
        case DebtWaived() | LoanWrittenOff() | ArrearsRespread() | InterestCapitalised():
            return _entered(loan, event, _STATES[type(event)], moved=event.moved)
        case (
            RateChanged()
            | InterestPaused()
            | FeeCharged()
            | MisuseRecorded()
            | LoanExtended()
            | LoanRestructured()
        ):
            return _entered(loan, event, _STATES[type(event)])
    assert_never(event)


def _entered(loan: Loan, event: Any, kind: type[Fact], **more: Any) -> Loan:
    """Return a loan of which one more fact is known."""
    fact = fact_from(kind, event)
    moved = more.pop("moved", None) or Split.nothing(loan.currency)
    return _with_outcome(loan, event, {key_of(fact): Known(fact=fact, moved=moved, **more)})


def _lasting(loan: Loan, event: PauseEnded | MisuseEnded, key: Key) -> Loan:
    """Return a loan of which it is known until when a fact lasts."""
    spell = loan.known[key]
    fact: Any = spell.fact
    lasting = attrs.evolve(spell, fact=attrs.evolve(fact, until=event.until))
    return _with_outcome(loan, event, {key: lasting})


def _undone(loan: Loan, event: Any, key: Key) -> Loan:
    """Return a loan of which one fact is known not to be so."""
    gone = attrs.evolve(loan.known[key], moved=Split.nothing(loan.currency), undone=True)
    return _with_outcome(loan, event, {key: gone})


def _with_outcome(loan: Loan, event: Any, new: Mapping[Key, Known]) -> Loan:
    """Return a loan with what an event made known, and what it says that led to."""
    known = loan.known.plus(new)
    rows: tuple[Restated, ...] = event.restated
    if rows:
        moved = {(row.kind, row.receipt_no): row.after for row in rows}
        known = known.plus({key: attrs.evolve(known[key], moved=m) for key, m in moved.items()})
    paid_out = isinstance(loan.begun, LoanTakenOver) or has_payment(known)
    return attrs.evolve(loan, known=known, plan=(event.plan or loan.plan) if paid_out else ())
