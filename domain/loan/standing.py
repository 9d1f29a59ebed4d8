"""What a loan must be for a command to be weighed at all."""

from datetime import date

from domain.loan.rules import DAY_IS_NOT_AHEAD, LOAN_IS_BEGUN, LOAN_IS_PAID_OUT
from domain.loan.state import Loan


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
