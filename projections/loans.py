"""Which loans there are, and one loan as its own acts leave it on a day."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from domain.loan.account import AccountView, account
from domain.loan.events import LoanAgreed, LoanCancelled, LoanSettled, LoanTakenOver
from domain.loan.state import Loan
from domain.recorded import Fact
from projections.acts import states_of
from projections.view import Absent, Lines, Question, Reader

BEGUN: Final = "begun"


@frozen(kw_only=True)
class Mark:
    """A loan that once came to a status; it narrows a search, and the loan's acts decide."""

    loan_id: str
    mark: str  # begun, settled or cancelled.
    customer_id: str | None  # Said where it begins.


Marks = Iterator[tuple[date, Mark]]


def begun(fact: Fact, event: LoanAgreed | LoanTakenOver) -> Marks:
    """Yield that there is a loan from a day on."""
    yield fact.on, Mark(loan_id=fact.id, mark=BEGUN, customer_id=event.customer_id)


def settled(fact: Fact, _event: LoanSettled) -> Marks:
    """Yield that a loan was settled."""
    yield fact.on, Mark(loan_id=fact.id, mark="settled", customer_id=None)


def cancelled(fact: Fact, _event: LoanCancelled) -> Marks:
    """Yield that a loan was cancelled."""
    yield fact.on, Mark(loan_id=fact.id, mark="cancelled", customer_id=None)


LOANS: Final = Lines(
    name="loan",
    row=Mark,
    of={LoanAgreed: begun, LoanTakenOver: begun, LoanSettled: settled, LoanCancelled: cancelled},
    by=("loan_id", "mark", "customer_id"),
)


@frozen
class LoanOn:
    """A loan as it is known, and its account on a day."""

    loan: Loan
    account: AccountView

    @property
    def kept_elsewhere(self) -> bool:
        """It was taken over without a plan: another system keeps its balances and states them."""
        begun = self.loan.begun
        return isinstance(begun, LoanTakenOver) and not begun.plan


def loans_on(reader: Reader, ids: Collection[str]) -> Mapping[str, LoanOn]:
    """Return the loans that are there on the reader's day, by id."""
    known = states_of(reader, "loan", ids)
    return {
        each: LoanOn(loan, account(loan, reader.day))
        for each, loan in known.items()
        if begun_on(loan) <= reader.day
    }


def loan_ids_of(reader: Reader, customers: Collection[str]) -> list[str]:
    """Return the loans of customers that are there on the reader's day, in order."""
    lines = reader.lines(LOANS, {"customer_id": list(customers)})
    return sorted({line.row.loan_id for line in lines})


def begun_on(loan: Loan) -> date:
    """Return the day from which a loan is there."""
    match loan.begun:
        case LoanAgreed(signed_on=day) | LoanTakenOver(granted_on=day):
            return day


def loan_on(reader: Reader, question: Question) -> LoanOn:
    """Return the loan that a question names; Absent where it is not there on the day."""
    loan_id = str(question.text("loan_id"))
    found = loans_on(reader, [loan_id])
    if loan_id not in found:
        raise Absent(f"no loan {loan_id} is there on {reader.day} as known by {reader.known_by}")
    return found[loan_id]
