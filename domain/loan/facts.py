"""Dated facts: all that can happen to a loan after it was agreed, each as it counts.

A fact says what happened and from which day it counts, never when it became known or what came
of it: the account is calculated from all of them.  Each has a number of its own.  What was
reversed is simply not among the facts, and what was corrected is there as it truly was.  So any
order of knowing leads to the same account.

Days: a fact counts on its value date, from the start of that day; what has an end counts up to
and not with its `until`.  Amounts are more than nought and in the loan's currency.

Source: Civil Code of the PRC, Art. 667-678 (what parties to a loan may do); Circular PBOC
2003-251, Art. 3 (misuse, penalty); 贷款通则 第12条 (extension); 金融企业呆账核销管理办法
(write-off: the claim is kept, 账销案存).
"""

from datetime import date

from attrs import frozen

from domain.kinds import Component, RepaymentMethod
from domain.loan.values import FeeKind, Purpose, RateReason, Respreading
from domain.money import Money
from domain.rate import Rate


@frozen(kw_only=True)
class Drawn:
    """Money that was paid out, beside what the contract says was paid out first."""

    reference: str
    amount: Money
    value_date: date


@frozen(kw_only=True)
class Received:
    """Money that came in."""

    receipt_no: str
    amount: Money
    value_date: date
    purpose: Purpose = Purpose.AS_DUE


@frozen(kw_only=True)
class RateSet:
    """The contract rate from a day on, also for what is overdue from then."""

    reference: str
    rate_yearly: Rate
    value_date: date
    reason: RateReason = RateReason.AGREED


@frozen(kw_only=True)
class InterestPaused:
    """Days that bear neither interest nor penalty interest (停息)."""

    reference: str
    value_date: date
    until: date | None = None  # The first day that bears interest again; None: no end is set.


@frozen(kw_only=True)
class FeeCharged:
    """A fee that is owed from its value date and due on its due date."""

    fee_no: str
    kind: FeeKind
    amount: Money
    value_date: date
    due_date: date


@frozen(kw_only=True)
class Misused:
    """Principal found to be used for what was not agreed (挪用), while it lasts."""

    reference: str
    value_date: date  # From when it was misused, not when that was found.
    until: date | None = None
    amount: Money | None = None  # None: all of the principal.


@frozen(kw_only=True)
class Extended:
    """A later maturity (展期): what was due with the old one is due with the new one."""

    reference: str
    value_date: date  # Agreed on.
    old_maturity: date
    new_maturity: date
    rate_yearly: Rate | None = None  # From the old maturity on; None: as before.
    due_dates: tuple[date, ...] = ()  # Of interest in between; (): in the plan's own rhythm.


@frozen(kw_only=True)
class Restructured:
    """New terms from a day on (重组); what is None stays as it was."""

    reference: str
    value_date: date
    rate_yearly: Rate | None = None
    method: RepaymentMethod | None = None
    instalments: int | None = None  # How many remain from here.
    first_due: date | None = None  # Of them.
    with_arrears: bool = True  # Overdue principal is planned anew too; else it stays overdue.


@frozen(kw_only=True)
class ArrearsRespread:
    """Overdue principal and interest that the coming instalments ask for instead."""

    reference: str
    value_date: date
    how: Respreading


@frozen(kw_only=True)
class InterestCapitalised:
    """Interest, due or accrued, that becomes principal."""

    reference: str
    value_date: date
    amount: Money | None = None  # None: all that is unpaid.


@frozen(kw_only=True)
class Waived:
    """What the lender gives up of a component (减免): at most what is owed of it."""

    reference: str
    component: Component
    amount: Money
    value_date: date


@frozen(kw_only=True)
class WrittenOff:
    """The loan left the books with all that was owed at the end of the day; it is still owed."""

    reference: str
    value_date: date


@frozen(kw_only=True)
class Refunded:
    """Money beyond all that was owed, paid back."""

    reference: str
    amount: Money
    value_date: date


Fact = (
    Drawn
    | Received
    | RateSet
    | InterestPaused
    | FeeCharged
    | Misused
    | Extended
    | Restructured
    | ArrearsRespread
    | InterestCapitalised
    | Waived
    | WrittenOff
    | Refunded
)


def number_of(fact: Fact) -> str:
    """Return the number that a fact is known by; it is unique among facts of its kind."""
    match fact:
        case Received(receipt_no=number) | FeeCharged(fee_no=number):
            return number
        case _:
            return fact.reference
