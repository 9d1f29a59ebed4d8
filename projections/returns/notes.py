"""Loans with their borrowers, as the tables of loan notes, accounts and contracts report them.

Source: EAST 5.0, tables 409 to 412, 501, 503 and 504.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from domain.credit_application import CREDIT_APPLICATION
from domain.drawdown.events import DrawdownRequested
from domain.facts.bill import Bill
from domain.facts.terms import CreditTerms
from domain.ids import IndustryCode
from domain.loan.account import PlanRow
from domain.loan.events import LoanAgreed, LoanTakenOver
from domain.loan.facts import WrittenOff
from domain.money import Money
from domain.rate import Rate
from projections.contracts import contracts_on
from projections.customers import customers_on
from projections.drawdowns import DRAWDOWNS, drawdowns_on
from projections.history import histories
from projections.loans import BEGUN, LOANS, LoanOn, loans_on
from projections.returns.customers import (
    Subject,
    subjects_of,
)
from projections.returns.shape import since
from projections.returns.writing import amount
from projections.view import Question, Reader


@frozen(kw_only=True)
class Note:
    """A loan on the day of reporting, with its borrower."""

    found: LoanOn
    borrower: Subject
    bank: str | None
    since: date  # The last day reported before.
    drawn: DrawdownRequested | None = None  # How its money was asked for, under a contract.
    credit: CreditTerms | None = None  # Of the contract that it is under.
    industry: IndustryCode | None = None  # Of the application that it came from.

    @property
    def branch(self) -> str | None:
        """The branch that recorded the loan first."""
        return self.found.lines[0].row.branch

    @property
    def begun(self) -> LoanAgreed | LoanTakenOver:
        """How the loan came to be."""
        return self.found.loan.begun

    @property
    def bill(self) -> Bill | None:
        """The bill that is discounted; None of any other loan."""
        return self.found.loan.bill

    @property
    def paid_out_on(self) -> date | None:
        """The day on which money was paid out; None before."""
        if isinstance(self.begun, LoanTakenOver):
            return self.begun.granted_on
        paid = next((each.value_date for each in self.found.loan.drawdowns), None)
        return paid if paid and paid <= self.found.account.day else None

    @property
    def maturity(self) -> date | None:
        """The last due date of the plan in force."""
        return max((row.instalment.due_date for row in self.plan), default=None)

    @property
    def ended_on(self) -> date | None:
        """The day on which nothing was owed any more, or on which the loan left the books."""
        gone = self.written_off
        return gone.value_date if gone else self.found.account.settled_on

    @property
    def written_off(self) -> WrittenOff | None:
        """That the loan left the books by the day; it is still owed."""
        gone = self.found.loan.standing(WrittenOff)
        return next((each for each in gone if each.value_date <= self.found.account.day), None)

    @property
    def plan(self) -> Sequence[PlanRow]:
        """The plan in force; of a bill without the interest that was never asked for."""
        rows = self.found.account.plan
        return rows[1:] if self.bill else rows

    @property
    def overdue(self) -> Sequence[PlanRow]:
        """The instalments that were due before the day and are not paid."""
        today = self.found.account.day
        return [r for r in self.plan if r.instalment.due_date < today and not r.settled]

    @property
    def next(self) -> PlanRow | None:
        """The first instalment after the day with something to pay."""
        wanted = self.found.account.next_due
        return next((row for row in self.plan if row.instalment.due_date == wanted), None)

    @property
    def rate(self) -> Rate | None:
        """The yearly rate on the day; None where another system stated none."""
        return self.found.account.rate_yearly or self.begun.rate_yearly

    def ours(self, value: Money) -> str | None:
        """Return a figure of ours; None where another system keeps the balances."""
        return None if self.found.kept_elsewhere else amount(value)


def notes(reader: Reader, question: Question) -> tuple[Sequence[Note], str | None]:
    """Return a page of loans with their borrowers, and where to go on."""
    one, after, limit = question.text("row"), question.after or "", question.limit
    ids: Sequence[str] = [one] if one else ()
    if not one:
        where = {"mark": BEGUN}
        ids = reader.keys(LOANS, "loan_id", where=where, after=after, limit=limit + 1)
    found = list(notes_of(reader, question, ids[:limit]))
    return found, ids[limit - 1] if len(ids) > limit else None


def notes_of(reader: Reader, question: Question, ids: Sequence[str]) -> Iterator[Note]:
    """Yield the loans of these numbers that are there on the day, with their borrowers."""
    loans = list(loans_on(reader, ids))
    numbers = dict.fromkeys(loan.loan.begun.customer_id for loan in loans)
    borrowers = {
        each.customer.customer_id: each
        for each in subjects_of(reader, customers_on(reader, tuple(numbers)))
    }
    last, drawn = since(reader, question), _drawn(reader, ids)
    credits = {
        one.contract_id: one.drafted.terms
        for one in contracts_on(reader, sorted({each.contract_id for each in drawn.values()}))
    }
    industries = _industries(reader, sorted({each.application_id for each in drawn.values()}))
    for loan in loans:
        if borrower := borrowers.get(loan.loan.begun.customer_id):
            yield Note(
                found=loan,
                borrower=borrower,
                bank=borrower.bank,
                since=last,
                **_asked_for(drawn.get(loan.loan_id), credits, industries),
            )


def _drawn(reader: Reader, ids: Sequence[str]) -> Mapping[str, DrawdownRequested]:
    """Return how the money of notes was asked for, of those under a contract."""
    lines = reader.lines(DRAWDOWNS, {"loan_id": ids}) if ids else ()
    found = drawdowns_on(reader, [line.row.drawdown_id for line in lines])
    return {each.requested.loan_id: each.requested for each in found if each.drawing.released}


def _asked_for(
    drawn: DrawdownRequested | None,
    credits: Mapping[str, CreditTerms | None],
    industries: Mapping[str, IndustryCode | None],
) -> Mapping[str, Any]:
    """Return what the front of a note under a contract says of it."""
    if drawn is None:
        return {}
    credit, industry = credits.get(drawn.contract_id), industries.get(drawn.application_id)
    return {"drawn": drawn, "credit": credit, "industry": industry}


def _industries(reader: Reader, ids: Sequence[str]) -> Mapping[str, IndustryCode | None]:
    """Return where the money of applications goes."""
    known = histories(reader, [f"credit_application-{name}" for name in ids])
    found = {}
    for name in ids:
        events: list[Any] = [line.row.event for line in known[f"credit_application-{name}"]]
        found[name] = CREDIT_APPLICATION.fold(events).industry
    return found


def outstanding(note: Note) -> bool:
    """Tell whether money was paid out, and did not end before the last report."""
    return note.paid_out_on is not None and (note.ended_on is None or note.ended_on > note.since)
