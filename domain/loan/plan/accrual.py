"""Interest over the days of a period, as whole numbers that are divided and rounded once.

A rate that changes within a period splits it by days; days without interest have the rate
nought.  Where several pieces make one claim, their numerators are added first.

Source: Circular PBOC 2005-129 (interest by whole periods, and by products for odd days).
"""

from bisect import bisect_right
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from math import lcm, prod
from typing import Final, NamedTuple

from attrs import define, field

from domain.calendar import day_ratio
from domain.kinds import RepaymentMethod
from domain.loan.plan.periods import Period
from domain.loan.plan.spread import Ratio
from domain.loan.plan.terms import Counting, PlanTerms
from domain.rate import E8

# Periods a year of a cycle in days, where the trade has a number for them.
_A_YEAR: Final = {7: 52, 14: 26, 28: 13}
_DIGITS: Final = 60  # That the root of a growth factor is carried to.


class Part(NamedTuple):
    """Days at one rate: their part of a year (over/of) and the rate in 1e-8 a year."""

    start: date
    end: date
    e8: int
    over: int
    of: int


@define
class Accrual:
    """What the terms say about interest, day by day."""

    terms: PlanTerms
    maturity: date  # What 30E/360 ISDA treats apart.
    days: list[date] = field(init=False)  # From which a rate holds,
    rates: list[int] = field(init=False)  # and the rate; nought in a pause.
    whole: Ratio | None = field(init=False)  # Of a year, a whole cycle; None: only days can tell.
    by_period: bool = field(init=False)  # A revolving loan always goes by products.

    def __attrs_post_init__(self) -> None:
        """Put rates and pauses into one order."""
        pauses = self.terms.pauses
        starts = {entry.day for entry in self.terms.rates.values}
        starts |= {day for pause in pauses for day in pause}
        self.days, self.rates = [], []
        for day in sorted(starts):
            paused = any(start <= day < until for start, until in pauses)
            e8 = 0 if paused else self.rate_on(day)
            if not self.rates or self.rates[-1] != e8:
                self.days.append(day)
                self.rates.append(e8)
        self.whole = _whole_cycle(self.terms)
        revolving = self.terms.method is RepaymentMethod.REVOLVING
        self.by_period = self.terms.counting is Counting.BY_PERIOD and not revolving

    def rate_on(self, day: date) -> int:
        """Return the contract rate of a day, paused or not; nought before the first."""
        rate = self.terms.rates.on(day)
        return rate.e8 if rate else 0

    def parts(self, period: Period) -> list[Part]:
        """Return the days of a period by rate.

        One piece counts as a whole number of cycles where it is one and interest goes by
        period; everything else counts its days.
        """
        first = bisect_right(self.days, period.start)
        last = bisect_right(self.days, period.end)
        cuts = [period.start, *(d for d in self.days[first:last] if d < period.end), period.end]
        if len(cuts) == 2:
            over, of = self.part_of(period)
            return [Part(period.start, period.end, self._paused(period.start), over, of)]
        return [self.by_days(cuts[k], cuts[k + 1]) for k in range(len(cuts) - 1)]

    def by_days(self, start: date, end: date) -> Part:
        """Return days at one rate, by the day count."""
        over, of = day_ratio(self.terms.day_count, start, end, self.maturity)
        return Part(start, end, self._paused(start), over, of)

    def part_of(self, period: Period) -> Ratio:
        """Return the part of a year that a period is, whatever the rate."""
        if period.cycles and self.whole and self.by_period:
            return self.whole[0] * period.cycles, self.whole[1]
        return day_ratio(self.terms.day_count, period.start, period.end, self.maturity)

    def rate_of(self, e8: int, over: int, of: int) -> Ratio:
        """Return the rate of a part of a year, simple or as it compounds."""
        times = self.terms.compounded
        return growth(e8, times, over, of) if times else (e8 * over, of * E8)

    def ratio(self, parts: list[Part]) -> Ratio:
        """Return the rate of all these parts together, over one divisor."""
        rates = [self.rate_of(part.e8, part.over, part.of) for part in parts]
        if len(rates) == 1:
            return rates[0]
        if self.terms.compounded:
            grown, plain = prod(over + of for over, of in rates), prod(of for _, of in rates)
            return grown - plain, plain
        divisor = lcm(*(of for _, of in rates))
        return sum(over * (divisor // of) for over, of in rates), divisor

    def _paused(self, day: date) -> int:
        place = bisect_right(self.days, day) - 1
        return self.rates[place] if place >= 0 else 0


def _whole_cycle(terms: PlanTerms) -> Ratio | None:
    if terms.part_of_year:
        return terms.part_of_year
    if terms.cycle.months:
        return terms.cycle.months, 12
    a_year = _A_YEAR.get(terms.cycle.days)
    return (1, a_year) if a_year else None


@lru_cache(maxsize=4096)
def growth(e8: int, times: int, over: int, of: int) -> Ratio:
    """Return the rate of over/of of a year for a rate that compounds so many times a year.

    (1 + r/m)^(m x over/of) - 1, to sixty digits where it is no quotient of whole numbers.
    Source: equivalent rates; Interest Act (Canada), s. 6 (half-yearly, not in advance).
    """
    power = Fraction(times * over, of)
    if power.denominator == 1:
        grown, plain = (times * E8 + e8) ** power.numerator, (times * E8) ** power.numerator
        return grown - plain, plain
    with localcontext(prec=_DIGITS + 15):  # No quotient of whole numbers; Decimal has the root.
        exact = (1 + Decimal(e8) / (times * E8)) ** (Decimal(power.numerator) / power.denominator)
        return int((exact - 1).scaleb(_DIGITS)), 10**_DIGITS
