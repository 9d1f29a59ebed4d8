"""What is known of a loan, and how events change it: they say all, nothing is calculated."""

from collections.abc import Mapping
from datetime import date
from typing import Final, assert_never

import attrs
from attrs import field, frozen

from domain.kinds import RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.events import (
    DisbursementReversed,
    ExcessRefunded,
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
from domain.loan.movements import Movement
from domain.loan.values import Instalment, Restated, Split
from domain.rate import Rate
from domain.terms import Terms

# What a contract takes over from the product's terms under the same name.
_FROM_TERMS: Final = tuple(attrs.fields_dict(Contract).keys() & attrs.fields_dict(Terms).keys())


@frozen(kw_only=True)
class Receipt:
    """Money received and what it discharged, as it now stands."""

    movement: Movement
    paid: Split
    undone: bool = False  # Reversed; it stays known so that its number is not used again.


@frozen(kw_only=True)
class Loan:
    """A loan that was agreed or taken over."""

    begun: LoanAgreed | LoanTakenOver
    disbursed: LoanDisbursed | None = None  # None where it was taken over.
    cancelled: LoanCancelled | None = None
    plan: tuple[Instalment, ...] = ()  # In force; () before money was paid out.
    receipts: Mapping[str, Receipt] = field(factory=dict)  # By number, in order of knowing.
    refunds: Mapping[str, ExcessRefunded] = field(factory=dict)  # By reference.
    statements: Mapping[date, StatementRecorded] = field(factory=dict)  # The last of each day.
    reversed_references: frozenset[str] = frozenset()  # Of payments that did not take place.
    settled_on: date | None = None

    @property
    def paid_out(self) -> bool:
        """Money was lent and the payment stands."""
        return self.disbursed is not None or isinstance(self.begun, LoanTakenOver)

    @property
    def currency(self) -> str:
        """The currency of everything about the loan."""
        return self.begun.amount.currency

    @property
    def movements(self) -> tuple[Movement, ...]:
        """The receipts that stand, in order of knowing."""
        return tuple(r.movement for r in self.receipts.values() if not r.undone)


def contract_of(loan: Loan) -> Contract:
    """Return what a loan is calculated by; its money must have been paid out."""
    begun, disbursed = loan.begun, loan.disbursed
    if isinstance(begun, LoanTakenOver):
        return Contract(
            amount=begun.amount,
            rate_yearly=begun.rate_yearly or Rate(0),
            method=RepaymentMethod.AS_STATED,
            instalments=len(begun.plan),
            due_day=begun.granted_on.day,
            paid_out_on=begun.granted_on,
            plan=begun.plan,
        )
    assert disbursed is not None
    return agreed_contract(begun, disbursed.value_date, disbursed.plan)


def agreed_contract(
    agreed: LoanAgreed, paid_out_on: date, plan: tuple[Instalment, ...]
) -> Contract:
    """Return what an agreed loan is calculated by when it is paid out on a day."""
    return Contract(
        amount=agreed.amount,
        rate_yearly=agreed.rate_yearly,
        method=agreed.method,
        instalments=agreed.instalments,
        due_day=agreed.due_day,
        paid_out_on=paid_out_on,
        plan=plan,
        **{name: getattr(agreed.terms, name) for name in _FROM_TERMS},
    )


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
            return attrs.evolve(loan, disbursed=event, plan=event.plan)
        case DisbursementReversed():
            spent = loan.reversed_references | {event.reference}
            return attrs.evolve(loan, disbursed=None, plan=(), reversed_references=spent)
        case RepaymentRecorded():
            return _received(loan, event)
        case RepaymentReversed():
            return _reversed(loan, event)
        case LoanSettled():
            return attrs.evolve(loan, settled_on=event.on)
        case LoanReopened():
            return attrs.evolve(loan, settled_on=None)
        case ExcessRefunded():
            return attrs.evolve(loan, refunds={**loan.refunds, event.reference: event})
        case _:
            assert_never(event)


def _received(loan: Loan, event: RepaymentRecorded) -> Loan:
    movement = Movement(
        receipt_no=event.receipt_no, amount=event.amount, value_date=event.value_date
    )
    receipts = _restate(loan.receipts, event.restated)
    receipts[event.receipt_no] = Receipt(movement=movement, paid=event.paid)
    return attrs.evolve(loan, receipts=receipts, plan=event.plan or loan.plan)


def _reversed(loan: Loan, event: RepaymentReversed) -> Loan:
    receipts = _restate(loan.receipts, event.restated)
    gone = attrs.evolve(receipts[event.receipt_no], paid=Split.nothing(loan.currency), undone=True)
    receipts[event.receipt_no] = gone
    return attrs.evolve(loan, receipts=receipts, plan=event.plan or loan.plan)


def _restate(receipts: Mapping[str, Receipt], restated: tuple[Restated, ...]) -> dict[str, Receipt]:
    known = dict(receipts)
    for row in restated:
        known[row.receipt_no] = attrs.evolve(known[row.receipt_no], paid=row.after)
    return known
