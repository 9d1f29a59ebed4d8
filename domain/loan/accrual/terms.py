"""What an accrual over an interval is made from, and what it leads to.

Source: Circular PBOC 2003-251, Art. 3 (rates of penalty interest); Circular PBOC 2005-129.
"""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from attrs import field, frozen

from domain.calendar import DayCount
from domain.claim import Rounding
from domain.dated import Dated
from domain.kinds import CompoundRule, GraceReading
from domain.loan.plan.terms import Draw, dated
from domain.money import Money
from domain.rate import E8, Rate

CONTRACT_PERCENT: Final = 100
PERCENT_MAX: Final = 1_000
DAYS_MAX: Final = 3_650


class Claim(StrEnum):
    """What accrued interest is claimed as."""

    INTEREST = "interest"
    PENALTY = "penalty"
    MISUSE = "misuse"
    COMPOUND = "compound"


@frozen(kw_only=True)
class AccrueTerms:
    """What bears interest from one day to another, and at what rates."""

    start: date  # Interest is counted from this day on,
    until: date  # up to and not with this day.
    rates: Dated[Rate] = field(converter=dated)  # Contract rates.
    balance: Money | None = None  # Principal that is not overdue and used as agreed.
    drawn: tuple[Draw, ...] = ()  # What adds to the balance within the interval,
    repaid: tuple[Draw, ...] = ()  # and what it falls by.
    day_count: DayCount = DayCount.A_360
    pauses: tuple[tuple[date, date], ...] = ()  # Days without interest: [from, until).
    overdue: Money | None = None  # Principal that was due and is not paid.
    unpaid_interest: Money | None = None  # Interest that was due and is not paid.
    due: date | None = None  # The day on which both were due; None: the first day.
    maturity: date | None = None  # Of the loan; compound interest may rise from here on.
    misused: Money | None = None  # Principal used for something else, overdue or not.
    penalty_percent: int = 150  # Of the contract rate, on what is overdue,
    misuse_percent: int = 200  # and on what is misused.
    compound: CompoundRule = CompoundRule.OFF
    grace_days: int = 0  # Paid so many days after the due day, nothing is late.
    grace: GraceReading = GraceReading.FROM_DUE_DATE
    rounding: Rounding = Rounding.HALF_UP


@frozen(kw_only=True)
class AccruedPiece:
    """Days with one balance at one rate: balance x rate x percent / 100 x over / of."""

    claim: Claim
    start: date
    end: date
    days: int
    balance: Money
    rate: Rate  # Of the contract.
    percent: int
    over: int
    of: int

    @property
    def exact(self) -> Fraction:
        """Fen, before any rounding."""
        return Fraction(
            self.balance.fen * self.rate.e8 * self.percent * self.over, self.of * E8 * 100
        )


@frozen(kw_only=True)
class Accrued:
    """What accrued, each claim rounded once."""

    interest: Money
    penalty: Money
    misuse: Money
    compound: Money
    total: Money
    pieces: tuple[AccruedPiece, ...]
