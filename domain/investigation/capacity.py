"""How much a customer can repay, and so how much can be lent to them.

    disposable = income - expenses - debt service, a year
    monthly    = share x disposable / 12, down to the fen
    affordable = the largest principal, in hundreds of yuan, of which the plan has asked for no
                 more by any due date than so many months of it

So an equal instalment is at most the monthly amount, while a harvest may repay a whole year.

Source: Credit manual of the institution: disposable cash flow (可支配现金流测算), which decides
whether to lend and how much; the plan is that of the loan itself (domain/loan/plan).
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from domain.contradiction import Contradiction
from domain.facts.terms import CreditTerms
from domain.investigation.rules import TERMS_GIVE_A_PLAN
from domain.investigation.values import Debt, Flow
from domain.kinds import RepaymentMethod
from domain.loan.plan import PlanTerms
from domain.loan.plan.columns import columns
from domain.money import FEN_MAX, Money

UNIT: Final = 100_00
_AMOUNT_MAX: Final = FEN_MAX // 10_000  # Plans of no loan that a bank makes are above it.

Dues = Sequence[tuple[date, int]]  # Due date and fen, in order.


@frozen(kw_only=True)
class Capacity:
    """What is disposable in a year, and what can be lent on it."""

    yearly_income: Money
    yearly_expense: Money
    debt_service: Money
    disposable: Money
    monthly_most: Money  # What instalments may ask for in a month on the average.
    affordable: Money
    enough: bool  # For the amount that was weighed.


def capacity(
    incomes: Sequence[Flow],
    expenses: Sequence[Flow],
    debts: Sequence[Debt],
    *,
    terms: CreditTerms,
    share: Fraction,
    day: date,
) -> Capacity:
    """Return what can be lent; Refused where the terms give no plan."""
    currency = terms.amount.currency
    income = sum((flow.each_year for flow in incomes), Money.zero(currency))
    expense = sum((flow.each_year for flow in expenses), Money.zero(currency))
    service = sum((debt.each_year for debt in debts), Money.zero(currency))
    disposable = income - expense - service
    monthly = max(0, int(disposable.fen * share / 12))
    affordable = largest(terms, monthly, day)
    return Capacity(
        yearly_income=income,
        yearly_expense=expense,
        debt_service=service,
        disposable=disposable,
        monthly_most=Money(monthly, currency),
        affordable=Money(affordable, currency),
        enough=affordable >= terms.amount.fen or fits(dues(terms, day), monthly, day),
    )


def largest(terms: CreditTerms, monthly: int, day: date) -> int:
    """Return the largest principal in fen, a multiple of UNIT, that a monthly amount repays."""

    def affords(units: int) -> bool:
        weighed = evolve(terms, amount=Money(units * UNIT, terms.amount.currency))
        return fits(dues(weighed, day), monthly, day)

    low, high = 0, 1
    while high * UNIT <= _AMOUNT_MAX and affords(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if affords(middle) else (low, middle)
    return low * UNIT


def fits(asked: Dues, monthly: int, day: date) -> bool:
    """Say whether what is asked in all by each due date can be saved by then."""
    total = 0
    for due_date, amount in asked:
        total += amount
        months = 12 * (due_date.year - day.year) + due_date.month - day.month
        if total > monthly * months:
            return False
    return True


def dues(terms: CreditTerms, day: date) -> Dues:
    """Return what the plan asks for, as if it were paid out on a day; Refused where none is made.

    A revolving loan is weighed as one drawn whole and repaid at its end.
    """
    TERMS_GIVE_A_PLAN.require(terms.rate_yearly is not None, rate_yearly=None)
    assert terms.rate_yearly is not None
    revolving = terms.method is RepaymentMethod.REVOLVING
    asked = PlanTerms(
        principal=terms.amount,
        paid_out_on=day,
        rates=terms.rate_yearly,
        method=RepaymentMethod.INTEREST_ONLY if revolving else terms.method,
        periods=terms.months,
    )
    try:
        made = columns(asked)
    except Contradiction as no:
        TERMS_GIVE_A_PLAN.require(False, method=terms.method, field=no.field, says=no.says)
        raise
    rows = zip(made.due_date, made.principal, made.interest, strict=True)
    # What a discount keeps back on paying out is not asked for.
    return [(due_date, p + i) for due_date, p, i in rows if due_date > day]
