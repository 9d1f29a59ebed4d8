"""Loans as known by an index, each with its account on a day: what all views of loans share."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.loan.account import AccountView, account
from domain.loan.events import (
    LoanAgreed,
    LoanCancelled,
    LoanSettled,
    LoanTakenOver,
    StatementRecorded,
)
from domain.loan.evolution import evolve
from domain.loan.state import Loan
from domain.origin import Finding
from domain.recorded import Fact
from projections.history import Recorded, histories, in_effect
from projections.view import Line, Lines, Reader

BEGUN: Final = "begun"
SETTLED: Final = "settled"
CANCELLED: Final = "cancelled"


@frozen(kw_only=True)
class Mark:
    """That a loan came to be, or to an end; it narrows a search, and the loan itself decides."""

    loan_id: str
    mark: str
    customer_id: str | None  # Said where the loan begins.


Marks = Iterator[tuple[date, Mark]]


def begun(fact: Fact, event: LoanAgreed | LoanTakenOver) -> Marks:
    """Yield the loan under its borrower, from the day that it is the borrower's."""
    yield fact.on, Mark(loan_id=fact.id, mark=BEGUN, customer_id=event.customer_id)


def settled(fact: Fact, _event: LoanSettled) -> Marks:
    """Yield that the loan was settled; it may be open again later."""
    yield fact.on, Mark(loan_id=fact.id, mark=SETTLED, customer_id=None)


def cancelled(fact: Fact, _event: LoanCancelled) -> Marks:
    """Yield that the loan was cancelled."""
    yield fact.on, Mark(loan_id=fact.id, mark=CANCELLED, customer_id=None)


LOANS: Final = Lines(
    name="loan",
    row=Mark,
    of={LoanAgreed: begun, LoanTakenOver: begun, LoanSettled: settled, LoanCancelled: cancelled},
    by=("loan_id", "customer_id", "mark"),
)


@frozen(kw_only=True)
class LoanOn:
    """A loan on a day, as known by an index."""

    loan_id: str
    loan: Loan
    account: AccountView
    lines: Sequence[Line[Recorded]]  # Of its history, that count on or before the day.

    @property
    def kept_elsewhere(self) -> bool:
        """It was taken over without a plan: another system keeps its balances and states them."""
        begun = self.loan.begun
        return isinstance(begun, LoanTakenOver) and not begun.plan

    @property
    def stated(self) -> StatementRecorded | None:
        """The latest statement of another system; None where there is none by the day."""
        days = [day for day in self.loan.statements if day <= self.account.day]
        return self.loan.statements[max(days)] if days else None

    @property
    def findings(self) -> Sequence[Finding]:
        """The rules of ours that taken-over facts break."""
        return [f for line in self.lines for f in getattr(line.row.event, "findings", ())]


def loans_on(reader: Reader, loan_ids: Collection[str]) -> Iterator[LoanOn]:
    """Yield the loans of these numbers that are there on the day, in the order given."""
    known = histories(reader, [f"loan-{loan_id}" for loan_id in loan_ids])
    for loan_id in loan_ids:
        history = known[f"loan-{loan_id}"]
        if not history or history[0].on > reader.day:
            continue
        loan = _fold(history)
        yield LoanOn(
            loan_id=loan_id,
            loan=loan,
            account=account(loan, reader.day),
            lines=in_effect(history, reader.day),
        )


def loans_of(reader: Reader, customer_ids: Collection[str]) -> Sequence[str]:
    """Return the numbers of the loans of these customers, in order."""
    lines = reader.lines(LOANS, {"customer_id": customer_ids})
    return sorted({line.row.loan_id for line in lines})


def _fold(history: Sequence[Line[Recorded]]) -> Loan:
    events: Sequence[Any] = [line.row.event for line in history]
    first: Loan = evolve(None, events[0])
    return reduce(evolve, events[1:], first)
