"""What a loan must be for a command to be weighed at all."""

from datetime import date

from domain.loan.facts import Fact
from domain.loan.known import fields_of, key_of
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    CURRENCY_IS_THE_LOANS,
    DAY_IS_NOT_AHEAD,
    LOAN_IS_BEGUN,
    LOAN_IS_PAID_OUT,
    NUMBER_IS_SPENT,
    ONE_PAYMENT_A_RECEIPT,
)
from domain.loan.state import Loan
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
    ONE_PAYMENT_A_RECEIPT.require(recorded.fact == fact, kind=kind, **fields_of(recorded.fact))
    return True
