"""What a loan must be for a command to be weighed at all."""

from datetime import date

from domain.loan.events import LoanAgreed
from domain.loan.facts import Fact
from domain.loan.known import fields_of, key_of
from domain.loan.outcome import known_by
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    BALANCES_ARE_OURS,
    CURRENCY_IS_THE_LOANS,
    DAY_IS_NOT_AHEAD,
    LOAN_IS_BEGUN,
    LOAN_IS_PAID_OUT,
    NOT_BEFORE_PAYING_OUT,
    NUMBER_IS_SPENT,
    ONE_PAYMENT_A_RECEIPT,
    PLAN_IS_OURS_TO_CHANGE,
    SOMETHING_IS_OWED,
)
from domain.loan.settle import Account
from domain.loan.state import Loan, contract_of
from domain.money import Money


def begun(loan: Loan | None) -> Loan:
    """Return a loan that was agreed or taken over; refuse where there is none."""
    LOAN_IS_BEGUN.require(loan is not None)
    assert loan is not None
    return loan


def paid_out(loan: Loan | None) -> Loan:
    """Return a loan whose money was paid out; refuse any other."""
    known = begun(loan)
    LOAN_IS_PAID_OUT.require(known.paid_out)
    return known


def serviced(loan: Loan | None) -> Loan:
    """Return a loan that was paid out and whose balances we keep; refuse any other."""
    known = paid_out(loan)
    BALANCES_ARE_OURS.require(known.has_balances)
    return known


def on_our_plan(loan: Loan | None) -> Loan:
    """Return a loan that was agreed and paid out here; refuse any other."""
    known = paid_out(loan)
    PLAN_IS_OURS_TO_CHANGE.require(isinstance(known.begun, LoanAgreed))
    return known


def require_not_ahead(day: date, today: date) -> None:
    """Raise Refused where a day has not come yet."""
    DAY_IS_NOT_AHEAD.require(day <= today, day=day, today=today)


def require_amount(loan: Loan, amount: Money) -> None:
    """Raise Refused where an amount is not money of the loan."""
    AMOUNT_IS_POSITIVE.require(amount.fen > 0, amount=amount)
    CURRENCY_IS_THE_LOANS.require(
        amount.currency == loan.currency, amount=amount, currency=loan.currency
    )


def is_recorded(loan: Loan, fact: Fact) -> bool:
    """Tell whether a fact is known; Refused where its number names another one, or was spent."""
    recorded = loan.known.get(key_of(fact))
    if recorded is None:
        return False
    kind, number = key_of(fact)
    NUMBER_IS_SPENT.require(not recorded.undone, kind=kind, number=number)
    known = {"kind": kind, **fields_of(recorded.fact)}
    ONE_PAYMENT_A_RECEIPT.require(recorded.fact == fact, **known)
    return True


def require_not_before(loan: Loan, day: date) -> None:
    """Raise Refused where a day is before that of paying out."""
    paid_out_on = contract_of(loan).paid_out_on
    NOT_BEFORE_PAYING_OUT.require(paid_out_on <= day, value_date=day, paid_out_on=paid_out_on)


def require_owed(loan: Loan, day: date) -> Account:
    """Return the account by a day; Refused where nothing is owed on it, or it is too early."""
    require_not_before(loan, day)
    account = known_by(loan, day)
    SOMETHING_IS_OWED.require(account.payoff(day).total.fen > 0, day=day)
    return account
