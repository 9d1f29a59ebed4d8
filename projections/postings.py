"""Balanced double-entry postings from events.

Interest, penalty interest and fees are income on receipt (cash basis): what has accrued is
calculated for a day in the register and the statement, and never posted.  A restated receipt is
posted as a difference at its own value date, so the balances of a day are right as known by then.
What another system stated about a loan (StatementRecorded) is shown beside our figures and posts
nothing: it says what a balance was there, not that money moved here.

Source: Accounting Standards for Business Enterprises, basic standard, Art. 11 (debit and credit);
cash basis for interest: docs/decisions/0011.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from domain.loan.events import (
    DisbursementReversed,
    ExcessRefunded,
    LoanDisbursed,
    LoanTakenOver,
    RepaymentRecorded,
    RepaymentReversed,
)
from domain.loan.values import Restated, Split
from domain.money import Money
from domain.recorded import Fact
from projections import chart
from projections.chart import Account
from projections.view import Lines, Totals

# What the parts of a split are posted to, in the order of Split.parts.
_SIDES: Final = (
    chart.FEE_INCOME,
    chart.PENALTY_INCOME,
    chart.INTEREST_INCOME,
    chart.LOANS,
    chart.EXCESS_HELD,
)


@frozen(kw_only=True)
class Posting:
    """One side of an entry; the postings of an event balance in each currency."""

    account: str  # Code of the chart.
    loan_id: str
    reference: str  # Of the payment or receipt.
    currency: str
    debit: int  # Fen, >= 0; one of the two is 0, and not both.
    credit: int

    @property
    def amount(self) -> Money:
        """The amount, debit > 0 and credit < 0."""
        return Money(self.debit - self.credit, self.currency)


Postings = Iterator[tuple[date, Posting]]  # With the value date of each.


def disbursed(fact: Fact, event: LoanDisbursed) -> Postings:
    """Yield what paying out posts."""
    return _entry(fact, event, chart.LOANS, chart.CASH)


def disbursement_reversed(fact: Fact, event: DisbursementReversed) -> Postings:
    """Yield what a payment that did not take place posts."""
    return _entry(fact, event, chart.CASH, chart.LOANS)


def excess_refunded(fact: Fact, event: ExcessRefunded) -> Postings:
    """Yield what paying back posts."""
    return _entry(fact, event, chart.EXCESS_HELD, chart.CASH)


def taken_over(fact: Fact, event: LoanTakenOver) -> Postings:
    """Yield the principal that another system paid out, against the clearing account.

    A loan without a plan posts nothing: that system goes on keeping its balances and states them,
    and its amount is what was granted, which need not be what was paid out.
    """
    sides = ((chart.LOANS, event.amount), (chart.TAKE_OVER, -event.amount))
    for account, amount in sides if event.plan else ():
        yield from _posting(fact, account, amount, event.granted_on, reference="")


def repayment_recorded(fact: Fact, event: RepaymentRecorded) -> Postings:
    """Yield what a receipt posts, and what it changes about later ones."""
    yield from _received(fact, event.paid, event.value_date, event.receipt_no)
    yield from _restated(fact, event.restated)


def repayment_reversed(fact: Fact, event: RepaymentReversed) -> Postings:
    """Yield what taking back a receipt posts, and what that changes about later ones."""
    yield from _received(fact, -event.undone, event.value_date, event.receipt_no)
    yield from _restated(fact, event.restated)


def _entry(
    fact: Fact,
    event: LoanDisbursed | DisbursementReversed | ExcessRefunded,
    debit: Account,
    credit: Account,
) -> Postings:
    for account, amount in ((debit, event.amount), (credit, -event.amount)):
        yield from _posting(fact, account, amount, event.value_date, reference=event.reference)


def _received(fact: Fact, split: Split, on: date, receipt_no: str) -> Postings:
    """Yield cash against each part of a split; a negative part takes back what it posted."""
    yield from _posting(fact, chart.CASH, split.total, on, reference=receipt_no)
    for account, part in zip(_SIDES, split.parts, strict=True):
        yield from _posting(fact, account, -part, on, reference=receipt_no)


def _restated(fact: Fact, restated: tuple[Restated, ...]) -> Postings:
    for receipt in restated:
        change = receipt.after - receipt.before
        yield from _received(fact, change, receipt.value_date, receipt.receipt_no)


def _posting(fact: Fact, account: Account, amount: Money, on: date, *, reference: str) -> Postings:
    if amount.fen:
        yield (
            on,
            Posting(
                account=account.code,
                loan_id=fact.id,
                reference=reference,
                currency=amount.currency,
                debit=max(amount.fen, 0),
                credit=max(-amount.fen, 0),
            ),
        )


POSTINGS: Final = Lines(
    name="posting",
    row=Posting,
    of={
        LoanDisbursed: disbursed,
        DisbursementReversed: disbursement_reversed,
        ExcessRefunded: excess_refunded,
        LoanTakenOver: taken_over,
        RepaymentRecorded: repayment_recorded,
        RepaymentReversed: repayment_reversed,
    },
    by=("loan_id", "account"),
    totals=Totals(by=("account", "currency"), sums=("debit", "credit")),
)
