"""What credit costs in a year, by each rule that is in use; every figure says which it is.

All of them weigh what the borrower gets against what the borrower pays, fees included, on the days
on which it moves; they differ in how they measure time and whether they compound.

Source: PBOC Announcement 2021-3 (贷款年化利率: all interest and directly related fees against the
principal in use; simple must be labelled so); 12 CFR 1026 Appendix J (annual percentage rate);
Directive 2008/48/EC Annex I (annual percentage rate of charge).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import lcm
from typing import Final

from attrs import frozen

from domain.loan.cost.equation import NO_PART, Equation, NoRate, Share
from domain.loan.cost.intervals import (
    MONTHS_A_YEAR,
    Interval,
    unit_of,
    years_between,
)
from domain.loan.cost.solve import yearly_rate


class Measure(StrEnum):
    """A rule by which the cost of credit is stated for a year."""

    ANNUALISED_SIMPLE = "annualised_simple"
    ANNUALISED_COMPOUND = "annualised_compound"
    DATED_RETURN = "dated_return"  # XIRR.
    APR = "apr"
    APRC = "aprc"


SOURCES: Final[Mapping[Measure, str]] = {
    Measure.ANNUALISED_SIMPLE: "PBOC Announcement 2021-3: 12 x the monthly return",
    Measure.ANNUALISED_COMPOUND: "PBOC Announcement 2021-3: (1 + the monthly return)^12 - 1",
    Measure.DATED_RETURN: "sum of flows x (1 + r)^-(days / 365) = 0",
    Measure.APR: "12 CFR 1026 Appendix J, actuarial method",
    Measure.APRC: "Directive 2008/48/EC, Annex I, with Directive 2011/90/EU",
}


@frozen(order=True)
class Flow:
    """Money that moves on a day: to the borrower positive, from the borrower negative; in fen."""

    on: date
    fen: int


@frozen(kw_only=True)
class Cost:
    """A yearly rate in 1e-8, half up, and the rule that it is stated by."""

    measure: Measure
    e8: int

    @property
    def source(self) -> str:
        """The rule."""
        return SOURCES[self.measure]


def cost_of(flows: Iterable[Flow], interval: Interval = Interval.MONTHS) -> tuple[Cost, ...]:
    """Return every measure for the flows of a loan, given in any order.

    interval is that in which the European rule counts first.  Raises NoRate where there is no
    rate, or more than one.
    """
    moved = _in_order(flows)
    rates = {
        Measure.ANNUALISED_SIMPLE: annualised_simple(moved),
        Measure.ANNUALISED_COMPOUND: annualised_compound(moved),
        Measure.DATED_RETURN: dated_return(moved),
        Measure.APR: apr(moved),
        Measure.APRC: aprc(moved, interval),
    }
    return tuple(Cost(measure=measure, e8=e8) for measure, e8 in rates.items())


def annualised_simple(flows: Iterable[Flow]) -> int:
    """Return 12 x the monthly rate of return, in 1e-8; months are twelfths of a year."""
    equation, units = _in_years(_in_order(flows), Interval.MONTHS)
    return yearly_rate(equation, periods=units // MONTHS_A_YEAR, times=MONTHS_A_YEAR)


def annualised_compound(flows: Iterable[Flow]) -> int:
    """Return (1 + the monthly rate of return)^12 - 1, in 1e-8."""
    return aprc(flows, Interval.MONTHS)


def dated_return(flows: Iterable[Flow]) -> int:
    """Return the internal rate of return on actual days of a year of 365, in 1e-8 (XIRR)."""
    return aprc(flows, Interval.DAYS)


def aprc(flows: Iterable[Flow], interval: Interval) -> int:
    """Return the European rate of charge in 1e-8: sum of flows x (1 + X)^-years = 0."""
    equation, units = _in_years(_in_order(flows), interval)
    return yearly_rate(equation, periods=units, times=1)


def apr(flows: Iterable[Flow]) -> int:
    """Return the United States annual percentage rate in 1e-8: unit-periods a year x their rate."""
    moved = _in_order(flows)
    advances, payments = ([f.on for f in moved if (f.fen > 0) is gets] for gets in (True, False))
    if not advances or not payments or payments[-1] <= advances[0]:
        raise NoRate("a rate needs an advance, and a payment on a later day")
    unit = unit_of(advances, payments)
    since = ((unit.since(moved[0].on, flow.on), flow.fen) for flow in moved)
    return apr_in_units(since, unit.a_year)


def apr_in_units(flows: Iterable[tuple[Fraction, int]], units_a_year: Fraction) -> int:
    """Return the annual percentage rate of (unit-periods since the first advance, fen) in 1e-8."""
    shares = (Share(when // 1, when % 1, fen) for when, fen in flows)
    return yearly_rate(Equation.of(shares), periods=1, times=units_a_year)


def rate_of_return(amounts: Sequence[int], periods_a_year: int, *, compound: bool) -> int:
    """Return the yearly rate, in 1e-8, of amounts (fen) one equal period apart, the first now."""
    equation = Equation.of(Share(k, NO_PART, fen) for k, fen in enumerate(amounts))
    if compound:
        return yearly_rate(equation, periods=periods_a_year, times=1)
    return yearly_rate(equation, periods=1, times=periods_a_year)


def return_in_years(flows: Sequence[tuple[Fraction, int]]) -> int:
    """Return the effective yearly rate, in 1e-8, of (years since the first, fen)."""
    equation, units = _equation(flows)
    return yearly_rate(equation, periods=units, times=1)


def _in_order(flows: Iterable[Flow]) -> Sequence[Flow]:
    """Return one flow a day, in order of days; what moves nothing is left out."""
    total: dict[date, int] = {}
    for flow in flows:
        total[flow.on] = total.get(flow.on, 0) + flow.fen
    moved = [Flow(day, fen) for day, fen in sorted(total.items()) if fen]
    if not moved:
        raise NoRate("nothing moves; a rate needs money out and money back")
    return moved


def _in_years(moved: Sequence[Flow], interval: Interval) -> tuple[Equation, int]:
    first = moved[0].on
    timed = [(years_between(first, flow.on, interval), flow.fen) for flow in moved]
    return _equation(timed, MONTHS_A_YEAR if interval is Interval.MONTHS else 1)


def _equation(timed: Sequence[tuple[Fraction, int]], units: int = 1) -> tuple[Equation, int]:
    """Return the equation of (years, fen), and how many of its periods, of `units`, make a year."""
    units = lcm(units, *(when.denominator for when, _ in timed))
    shares = (Share(int(when * units), NO_PART, fen) for when, fen in timed)
    return Equation.of(shares), units
