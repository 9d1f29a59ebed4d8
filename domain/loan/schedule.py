"""Plans: what is asked for on which day, by repayment method.

The first instalment is due on the due day of the month after paying out, or of the month after
that where it would come sooner than FIRST_PERIOD_DAYS_MIN days.  Principal falls as in a plan of
whole months.  Interest is that of a whole month on the balance before; only a first period that
is not a whole month (the money was not paid out on a due day) bears interest by actual days.
The last instalment absorbs what rounding left, so the principal always adds up to the loan.

Source: equal instalment A = P i (1+i)^n / ((1+i)^n - 1) and equal principal P / n, i = yearly
rate / 12; Circular PBOC 2005-129 (month rate = year rate / 12).
"""

from datetime import date
from typing import Any, Final

from domain.calendar import Cycle, DayCount, Unit, months_after
from domain.calendar.settlement import SettlementRule
from domain.claim import Policy
from domain.loan.contract import Contract
from domain.loan.plan.bill import bill_terms
from domain.loan.plan.columns import columns
from domain.loan.plan.terms import Counting, PlanTerms, by_days
from domain.loan.values import Instalment
from domain.money import Money

FIRST_PERIOD_DAYS_MIN: Final = 15  # Sooner, an instalment would fall due right after paying out.


def first_due_date(paid_out_on: date, due_day: int, months: int = 1) -> date:
    """Return the day on which the first instalment is due, so many months after paying out.

    Source: Loan manual 4.3.
    """
    first = months_after(paid_out_on, months, due_day)
    if (first - paid_out_on).days >= FIRST_PERIOD_DAYS_MIN:
        return first
    return months_after(paid_out_on, months + 1, due_day)


def plan_terms(contract: Contract) -> PlanTerms:
    """Return the terms of a loan's plan, as it is paid out."""
    shape, start, day = contract.shape, contract.paid_out_on, contract.due_day
    months = shape.months_between
    monthly = contract.day_count is DayCount.MONTHS_AND_DAYS
    basis = by_days(contract.day_count, contract.day_basis)
    if contract.bill:
        rate, policy = contract.rate_yearly, _policy(contract)
        return bill_terms(contract.bill, rate, start, basis=basis, policy=policy)
    days: dict[str, Any] = {"first_due": first_due_date(start, day, months), "due_day": day}
    if contract.settled_through:
        last = months_after(start, months * contract.instalments, day)
        days = {"settled": SettlementRule(months, contract.settled_through), "maturity": last}
    return PlanTerms(
        principal=contract.amount,
        paid_out_on=start,
        rates=contract.rate_yearly,
        method=contract.method,
        periods=None if contract.settled_through else contract.instalments,
        cycle=Cycle(months, Unit.MONTH),
        **days,
        day_count=basis,
        counting=Counting.BY_PERIOD if monthly else Counting.BY_DAYS,
        stub_keeps_principal=True,
        grace_principal=shape.grace_principal,
        amortised_over=shape.amortised_over,
        stages=shape.stages,
        principals=shape.principals,
        policy=_policy(contract),
    )


def make_plan(contract: Contract) -> tuple[Instalment, ...]:
    """Return the plan of a loan that has just been paid out; it has at least one instalment."""
    made, currency = columns(plan_terms(contract)), contract.amount.currency
    return tuple(
        Instalment(
            no=no,
            due_date=due_date,
            principal=Money(principal, currency),
            interest=Money(interest, currency),
            fee=Money.zero(currency),
        )
        for no, (due_date, principal, interest, _) in enumerate(zip(*made, strict=True), 1)
    )


def _policy(contract: Contract) -> Policy:
    unit = contract.payment_unit
    return Policy(interest=contract.rounding, payment=contract.rounding, payment_unit=unit)
