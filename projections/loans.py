"""Loans as known by an index, each with its account on a day: what all views of loans share."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.loan.account import AccountView, account
from domain.loan.events import LoanAgreed, LoanTakenOver, StatementRecorded
from domain.loan.state import Loan, evolve
from domain.recorded import Fact
from projections.history import Recorded, histories, in_effect
from projections.view import Line, Lines, Reader


@frozen(kw_only=True)
class Borrowed:
    """Which customer a loan was agreed with or taken over for."""

    loan_id: str
    customer_id: str


def borrowed(fact: Fact, event: LoanAgreed | LoanTakenOver) -> Iterator[tuple[date, Borrowed]]:
    """Yield the loan under its borrower, from the day that it is the borrower's."""
    yield fact.on, Borrowed(loan_id=fact.id, customer_id=event.customer_id)


LOANS: Final = Lines(
    name="loan",
    row=Borrowed,
    of={LoanAgreed: borrowed, LoanTakenOver: borrowed},
    by=("loan_id", "customer_id"),
)


@frozen(kw_only=True)
class LoanOn:
    """A loan on a day, as known by an index."""

    loan_id: str
    loan: Loan
    account: AccountView
    lines: Sequence[Line[Recorded]]  # Of its history, that count on or before the day.

    @property
    def stated(self) -> StatementRecorded | None:
        """The latest statement of another system; None where there is none by the day."""
        days = [day for day in self.loan.statements if day <= self.account.day]
        return self.loan.statements[max(days)] if days else None

    @property
    def findings(self) -> Sequence[Any]:
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
