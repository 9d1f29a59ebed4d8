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
from typing import Final

from domain.calendar import day_of_month, months_after
from domain.kinds import RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.interest import MONTHS_A_YEAR, for_days, for_month
from domain.loan.values import Instalment
from domain.money import Money
from domain.rate import E8, half_up

FIRST_PERIOD_DAYS_MIN: Final = 15  # Sooner, an instalment would fall due right after paying out.


def first_due_date(paid_out_on: date, due_day: int) -> date:
    """Return the day on which the first instalment is due.  Source: Loan manual 4.3."""
    first = months_after(paid_out_on, 1, due_day)
    if (first - paid_out_on).days >= FIRST_PERIOD_DAYS_MIN:
        return first
    return months_after(paid_out_on, 2, due_day)


def first_is_whole_month(paid_out_on: date, due_day: int) -> bool:
    """Tell whether the money was paid out on a due day, so that the first period is a month."""
    return paid_out_on == day_of_month(paid_out_on.year, paid_out_on.month, due_day)


def level_instalment(principal: int, count: int, *, over: int, of: int) -> int:
    """Return the equal instalment (等额本息) in fen for a period rate of over/of.

    Exact in whole numbers: half up of P i (1+i)^n / ((1+i)^n - 1); P / n where i is zero.
    Source: annuity formula; 等额本息还款法.
    """
    if over == 0:
        return half_up(principal, count)
    grown, plain = (of + over) ** count, of**count
    return half_up(principal * over * grown, of * (grown - plain))


def kept(contract: Contract) -> int:
    """Return what stays the same from one instalment to the next, in fen.

    The instalment itself where instalments are equal; its principal where principal is equal;
    nothing where only interest is paid.
    """
    principal, count = contract.amount.fen, contract.instalments
    if contract.method is RepaymentMethod.EQUAL_INSTALMENT:
        rate = contract.rate_yearly
        return level_instalment(principal, count, over=rate.e8, of=MONTHS_A_YEAR * E8)
    if contract.method is RepaymentMethod.EQUAL_PRINCIPAL:
        return half_up(principal, count)
    return 0


def portions(contract: Contract, balance: int, count: int, keeping: int) -> list[tuple[int, int]]:
    """Return principal and interest of each instalment that pays a balance back, in fen.

    keeping is what kept() returned.  There are at most count of them: fewer where the balance
    is gone before; the last takes all that is left.  Interest is that of whole months.
    """
    level = contract.method is RepaymentMethod.EQUAL_INSTALMENT
    rows: list[tuple[int, int]] = []
    for left in range(count, 0, -1):
        interest = for_month(balance, contract.rate_yearly)
        wanted = keeping - interest if level else keeping
        principal = balance if left == 1 else min(max(wanted, 0), balance)
        rows.append((principal, interest))
        balance -= principal
        if balance == 0:
            break
    return rows


def make_plan(contract: Contract) -> tuple[Instalment, ...]:
    """Return the plan of a loan that has just been paid out; it has at least one instalment."""
    rows = portions(contract, contract.amount.fen, contract.instalments, kept(contract))
    first = first_due_date(contract.paid_out_on, contract.due_day)
    if not first_is_whole_month(contract.paid_out_on, contract.due_day):
        product = contract.amount.fen * (first - contract.paid_out_on).days
        interest = for_days(product, contract.rate_yearly, contract.day_basis)
        rows[0] = (rows[0][0], interest)
    currency = contract.amount.currency
    return tuple(
        Instalment(
            no=k + 1,
            due_date=months_after(first, k, contract.due_day),
            principal=Money(principal, currency),
            interest=Money(interest, currency),
            fee=Money.zero(currency),
        )
        for k, (principal, interest) in enumerate(rows)
    )
