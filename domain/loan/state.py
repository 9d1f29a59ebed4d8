"""What is known of a loan, and how events change it: they say all, nothing is calculated."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, assert_never

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
from domain.loan.facts import Drawn, Fact, Received, Refunded
from domain.loan.known import AFact, Key, Known, fact_from, key_of
from domain.loan.movements import in_order
from domain.loan.values import FactKind, Instalment, Restated, Split
from domain.rate import Rate
from domain.terms import Terms

# What a contract takes over from the product's terms under the same name.
_FROM_TERMS: Final = tuple(attrs.fields_dict(Contract).keys() & attrs.fields_dict(Terms).keys())


@frozen(kw_only=True)
class Loan:
    """A loan that was agreed or taken over."""

    begun: LoanAgreed | LoanTakenOver
    cancelled: LoanCancelled | None = None
    known: Mapping[Key, Known] = field(factory=dict)  # In order of knowing.
    plan: tuple[Instalment, ...] = ()  # In force; () before money was paid out.
    statements: Mapping[date, StatementRecorded] = field(factory=dict)  # The last of each day.
    settled_on: date | None = None

    @property
    def drawdowns(self) -> tuple[Known, ...]:
        """The payments that stand, in the order in which they count."""
        standing = (k for k in self.known.values() if not k.undone)
        by_fact = {k.fact: k for k in standing if isinstance(k.fact, Drawn)}
        return tuple(by_fact[fact] for fact in in_order(by_fact))

    @property
    def paid_out(self) -> bool:
        """Money was lent and a payment stands."""
        return bool(self.drawdowns) or isinstance(self.begun, LoanTakenOver)

    @property
    def has_balances(self) -> bool:
        """Its balances are ours; of a loan taken over without a plan another system states them."""
        return isinstance(self.begun, LoanAgreed) or bool(self.begun.plan)

    @property
    def currency(self) -> str:
        """The currency of everything about the loan."""
        return self.begun.amount.currency

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that stand, in order of knowing, but for the payment that came first."""
        first = self.drawdowns[:1]
        return tuple(k.fact for k in self.known.values() if not k.undone and k not in first)

    def standing(self, kind: type[AFact]) -> tuple[AFact, ...]:
        """Return the facts of one kind that stand, in order of knowing."""
        facts = (k.fact for k in self.known.values() if not k.undone)
        return tuple(fact for fact in facts if isinstance(fact, kind))

    @property
    def movements(self) -> tuple[Received, ...]:
        """The receipts that stand, in order of knowing."""
        return self.standing(Received)


def contract_of(loan: Loan) -> Contract:
    """Return what a loan is calculated by; its money must have been paid out."""
    begun = loan.begun
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
    first = loan.drawdowns[0]
    assert isinstance(first.fact, Drawn)
    return agreed_contract(begun, first.fact, first.start)


def agreed_contract(agreed: LoanAgreed, first: Drawn, plan: tuple[Instalment, ...]) -> Contract:
    """Return what an agreed loan is calculated by when a payment is its first."""
    return Contract(
        amount=first.amount,
        rate_yearly=agreed.rate_yearly,
        method=agreed.method,
        instalments=agreed.instalments,
        due_day=agreed.due_day,
        paid_out_on=first.value_date,
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
            return _entered(loan, event, Drawn, start=event.start or event.plan)
        case DisbursementReversed():
            return _undone(loan, event, (FactKind.DRAWDOWN, event.reference))
        case RepaymentRecorded():
            return _entered(loan, event, Received, moved=event.paid)
        case RepaymentReversed():
            return _undone(loan, event, (FactKind.RECEIPT, event.receipt_no))
        case ExcessRefunded():
            return _entered(loan, event, Refunded)
        case LoanSettled():
            return attrs.evolve(loan, settled_on=event.on)
        case LoanReopened():
            return attrs.evolve(loan, settled_on=None)
        case _:
            assert_never(event)


def _entered(loan: Loan, event: Any, kind: type[Fact], **more: Any) -> Loan:
    """Return a loan of which one more fact is known."""
    fact = fact_from(kind, event)
    known = Known(fact=fact, **{"moved": Split.nothing(loan.currency), **more})
    return _with_outcome(loan, event, {**loan.known, key_of(fact): known})


def _undone(loan: Loan, event: Any, key: Key) -> Loan:
    """Return a loan of which one fact is known not to be so."""
    gone = attrs.evolve(loan.known[key], moved=Split.nothing(loan.currency), undone=True)
    return _with_outcome(loan, event, {**loan.known, key: gone})


def _with_outcome(loan: Loan, event: Any, known: dict[Key, Known]) -> Loan:
    """Return a loan with what an event says it led to."""
    rows: tuple[Restated, ...] = event.restated
    for row in rows:
        key = (row.kind, row.receipt_no)
        known[key] = attrs.evolve(known[key], moved=row.after)
    after = attrs.evolve(loan, known=known)
    plan = event.plan or loan.plan
    return attrs.evolve(after, plan=plan if after.paid_out else ())
