"""A loan as it stands on a day: what registers, statements and lists of arrears read.

Everything that counts on or before the day is in it, and nothing that counts later.

Source: Civil Code of the PRC, Art. 674-677 (interest, default and early repayment).
"""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.loan.facts import Received
from domain.loan.figures import Figures, figures_on, next_due, oldest_unpaid
from domain.loan.marks import marks_on
from domain.loan.movements import up_to
from domain.loan.servicing import owed
from domain.loan.servicing.claims import Claim, instalment_of
from domain.loan.servicing.debt import Debt
from domain.loan.servicing.owed import split_of
from domain.loan.settle import Account, planned, settle
from domain.loan.state import Loan, contract_of
from domain.loan.values import Instalment, Split
from domain.money import Money
from domain.rate import Rate


class LoanStatus(StrEnum):
    """How a loan stands on a day."""

    AGREED = "agreed"  # Not paid out.
    ACTIVE = "active"
    EXTENDED = "extended"  # 展期, and nothing is overdue.
    RESTRUCTURED = "restructured"  # 重组, and nothing is overdue.
    OVERDUE = "overdue"  # An instalment is unpaid after its due date.
    SETTLED = "settled"
    WRITTEN_OFF = "written_off"  # Off the books, and still owed.
    CANCELLED = "cancelled"


@frozen(kw_only=True)
class PlanRow:
    """An instalment of the plan and what was paid of it."""

    instalment: Instalment
    paid: Split  # Its fee, interest and principal; penalty interest is owed by the loan.

    @property
    def settled(self) -> bool:
        """Nothing of it is unpaid."""
        row = self.instalment
        return self.paid.total == row.fee + row.interest + row.principal


@frozen(kw_only=True)
class ReceiptRow:
    """A receipt and what it discharged."""

    receipt_no: str
    value_date: date
    amount: Money
    paid: Split


@frozen(kw_only=True)
class AccountView:
    """A loan on a day: what counts on or before it, as known now."""

    day: date
    status: LoanStatus
    principal: Money  # On the books: lent and not paid back, due or not, nor written off.
    due: Split  # Due and unpaid.
    payoff: Split  # What settles the loan on the day.
    excess: Money  # Received beyond all that was owed, and not refunded.
    figures: Figures  # These and all others: accrued, overdue, compound, written off, recovered.
    oldest_unpaid: date | None  # Due date of the oldest instalment that is overdue.
    days_past_due: int  # From the day after that due date, the day itself included.
    next_due: date | None  # First due date after the day with something to pay.
    settled_on: date | None
    rate_yearly: Rate | None  # Of the contract on the day; None where none was stated.
    marks: tuple[str, ...]  # What else holds on the day: extended, restructured, misused, …
    plan: tuple[PlanRow, ...]  # In force on the day, by due date; () before money was paid out.
    receipts: tuple[ReceiptRow, ...]  # By value date.


def account(loan: Loan, day: date) -> AccountView:
    """Return a loan as it stands on a day."""
    if not _paid_out_by(loan, day):
        return _without_money(loan, day)
    settled = settle(contract_of(loan), up_to(loan.facts, day))
    debt, currency = settled.on(day), loan.currency
    figures, marks = figures_on(settled, debt), marks_on(loan, day)
    return AccountView(
        day=day,
        status=_status(settled, figures, marks),
        principal=Money.zero(currency) if debt.written_off else figures.principal,
        due=split_of(owed.due(debt), currency),
        payoff=split_of(owed.payoff(debt), currency),
        excess=figures.excess,
        figures=figures,
        oldest_unpaid=oldest_unpaid(debt),
        days_past_due=figures.days_past_due,
        next_due=next_due(debt),
        settled_on=settled.settled_on,
        rate_yearly=_rate_on(loan, debt),
        marks=marks,
        plan=tuple(_plan_row(claim, currency) for claim in planned(debt)),
        receipts=_receipt_rows(loan, settled),
    )


def _rate_on(loan: Loan, debt: Debt) -> Rate | None:
    """Return the rate on a day; that of a stated plan bears nothing and is as it was stated."""
    return loan.begun.rate_yearly if debt.contract.as_stated else Rate(debt.rate)


def _paid_out_by(loan: Loan, day: date) -> bool:
    return loan.paid_out and contract_of(loan).paid_out_on <= day


def _status(settled: Account, figures: Figures, marks: tuple[str, ...]) -> LoanStatus:
    if settled.settled_on:
        return LoanStatus.SETTLED
    if settled.debt.written_off:
        return LoanStatus.WRITTEN_OFF
    if figures.days_past_due:
        return LoanStatus.OVERDUE
    ranked = (LoanStatus.RESTRUCTURED, LoanStatus.EXTENDED)
    return next((status for status in ranked if status in marks), LoanStatus.ACTIVE)


def _without_money(loan: Loan, day: date) -> AccountView:
    nothing, cancelled = Split.nothing(loan.currency), loan.cancelled
    return AccountView(
        day=day,
        status=LoanStatus.CANCELLED if cancelled and cancelled.on <= day else LoanStatus.AGREED,
        principal=nothing.principal,
        due=nothing,
        payoff=nothing,
        excess=nothing.excess,
        figures=Figures.nothing(loan.currency),
        oldest_unpaid=None,
        days_past_due=0,
        next_due=None,
        settled_on=None,
        rate_yearly=loan.begun.rate_yearly,
        marks=(),
        plan=(),
        receipts=(),
    )


def _plan_row(claim: Claim, currency: str) -> PlanRow:
    zero = Money.zero(currency)
    paid = Split(
        fee=Money(claim.paid_fee, currency),
        penalty=zero,
        interest=Money(claim.paid_interest, currency),
        principal=Money(claim.paid_principal, currency),
        excess=zero,
    )
    return PlanRow(instalment=instalment_of(claim, currency), paid=paid)


def _receipt_rows(loan: Loan, settled: Account) -> tuple[ReceiptRow, ...]:
    known = {fact.receipt_no: fact for fact in loan.standing(Received)}
    rows = ((known[no], split) for no, split in settled.splits.items())
    return tuple(
        ReceiptRow(receipt_no=f.receipt_no, value_date=f.value_date, amount=f.amount, paid=split)
        for f, split in rows
    )
