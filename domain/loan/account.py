"""A loan as it stands on a day: what registers, statements and lists of arrears read.

Everything that counts on or before the day is in it, and nothing that counts later.

Source: Civil Code of the PRC, Art. 674-677 (interest, default and early repayment).
"""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.loan.facts import Refunded
from domain.loan.movements import up_to
from domain.loan.servicing.claims import NEVER, Claim, instalment_of
from domain.loan.settle import Account, planned, settle
from domain.loan.state import Loan, contract_of
from domain.loan.values import Instalment, Split
from domain.money import Money


class LoanStatus(StrEnum):
    """How a loan stands on a day."""

    AGREED = "agreed"  # Not paid out.
    ACTIVE = "active"
    OVERDUE = "overdue"  # An instalment is unpaid after its due date.
    SETTLED = "settled"
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
    principal: Money  # Lent and not paid back, due or not.
    due: Split  # Due and unpaid.
    payoff: Split  # What settles the loan on the day.
    excess: Money  # Received beyond all that was owed, and not refunded.
    oldest_unpaid: date | None  # Due date of the oldest instalment that is overdue.
    days_past_due: int  # From the day after that due date, the day itself included.
    next_due: date | None  # First due date after the day with something to pay.
    settled_on: date | None
    plan: tuple[PlanRow, ...]  # In force on the day, by due date; () before money was paid out.
    receipts: tuple[ReceiptRow, ...]  # By value date.


def account(loan: Loan, day: date) -> AccountView:
    """Return a loan as it stands on a day."""
    if not _paid_out_by(loan, day):
        return _without_money(loan, day)
    settled = settle(contract_of(loan), up_to(loan.facts, day))
    debt, currency, payoff = settled.on(day), loan.currency, settled.payoff(day)
    unpaid = [claim for claim in debt.claims if claim.unpaid]
    oldest = next((claim.due_date for claim in unpaid if claim.due_date < day), None)
    later = (c.due_date for c in unpaid if day < c.due_date < NEVER)
    return AccountView(
        day=day,
        status=_status(settled, oldest),
        principal=payoff.principal,
        due=settled.due(day),
        payoff=payoff,
        excess=_excess_held(loan, settled, day),
        oldest_unpaid=oldest,
        days_past_due=(day - oldest).days if oldest else 0,
        next_due=next(later, None),
        settled_on=settled.settled_on,
        plan=tuple(_plan_row(claim, currency) for claim in planned(debt)),
        receipts=_receipt_rows(loan, settled),
    )


def _paid_out_by(loan: Loan, day: date) -> bool:
    return loan.paid_out and contract_of(loan).paid_out_on <= day


def _status(settled: Account, oldest: date | None) -> LoanStatus:
    if settled.settled_on:
        return LoanStatus.SETTLED
    return LoanStatus.OVERDUE if oldest else LoanStatus.ACTIVE


def _without_money(loan: Loan, day: date) -> AccountView:
    nothing, cancelled = Split.nothing(loan.currency), loan.cancelled
    return AccountView(
        day=day,
        status=LoanStatus.CANCELLED if cancelled and cancelled.on <= day else LoanStatus.AGREED,
        principal=nothing.principal,
        due=nothing,
        payoff=nothing,
        excess=nothing.excess,
        oldest_unpaid=None,
        days_past_due=0,
        next_due=None,
        settled_on=None,
        plan=(),
        receipts=(),
    )


def _excess_held(loan: Loan, settled: Account, day: date) -> Money:
    received = sum(split.excess.fen for split in settled.splits.values())
    refunded = sum(r.amount.fen for r in loan.standing(Refunded) if r.value_date <= day)
    return Money(received - refunded, loan.currency)


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
    known = {fact.receipt_no: fact for fact in loan.movements}
    return tuple(
        ReceiptRow(
            receipt_no=no,
            value_date=known[no].value_date,
            amount=known[no].amount,
            paid=split,
        )
        for no, split in settled.splits.items()
    )
