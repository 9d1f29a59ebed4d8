"""A plan as columns: the same figures as make(), for those who need many plans.

Plain terms (one rate, whole periods of months, at most a first stub, half up to the fen) go a
short way over whole numbers; all others are made row by row.  That both ways agree is a law.

Due dates are slices of one list for each day of the month, shared by all plans.

Source: as make(); 等额本息, 等额本金, 按期付息到期还本.
"""

from datetime import date
from functools import lru_cache
from math import gcd
from operator import attrgetter, sub
from typing import Final, NamedTuple

from attrs import NOTHING, fields

from domain.calendar import day_of_month, day_ratio
from domain.kinds import PLAIN_METHODS, RepaymentMethod
from domain.loan.annuity import level_payment
from domain.loan.plan.make import make
from domain.loan.plan.periods import due_day, first_due
from domain.loan.plan.terms import PlanTerms
from domain.money import FEN_MAX
from domain.rate import E8, half_up

_YEARS: Final = (1900, 2400)
_FREE: Final = {
    *("principal", "paid_out_on", "rates", "method", "periods", "cycle", "first_due"),
    *("due_day", "month_end", "day_count", "stub_keeps_principal"),
}
# All that plain terms leave as it is; a term that is new is among it.
_LEFT: Final = [term for term in fields(PlanTerms) if term.name not in _FREE]
_AS_IS: Final = tuple(term.default for term in _LEFT)
_left: Final = attrgetter(*(term.name for term in _LEFT))
assert NOTHING not in _AS_IS, "terms without a default are free"


class Columns(NamedTuple):
    """A plan by column, one entry a row; amounts in fen, without fees."""

    due_date: list[date]
    principal: list[int]
    interest: list[int]
    balance: list[int]  # After each row.


def columns(terms: PlanTerms) -> Columns:
    """Return the plan of these terms as columns.  Raises Contradiction where they allow none."""
    return _plain(terms) or _by_row(terms)


def _by_row(terms: PlanTerms) -> Columns:
    rows = make(terms).rows
    return Columns(
        [row.due_date for row in rows],
        [row.principal.fen for row in rows],
        [row.interest.fen for row in rows],
        [row.closing.fen for row in rows],
    )


def _plain(terms: PlanTerms) -> Columns | None:
    """Return the columns of plain terms; None where there is more to them, or little money."""
    dates = _dates(terms) if is_plain(terms) else None
    if dates is None:
        return None
    owed, e8 = terms.principal.fen, terms.rates.values[0].value.e8
    shared = gcd(e8 * terms.cycle.months, 12 * E8)
    over, of = e8 * terms.cycle.months // shared, 12 * E8 // shared
    whole = half_up(owed * over, of)
    first = _stub_interest(terms, dates[0], whole)
    split = whole if terms.stub_keeps_principal else first
    level, balances = _BY_METHOD[terms.method](owed, len(dates), split, (over, of))
    if balances is None or balances[-1] <= 0:
        return None
    opening = [owed, *balances]
    balances.append(0)
    principal = list(map(sub, opening, balances))
    if terms.method is RepaymentMethod.EQUAL_INSTALMENT:
        interest = [level - paid for paid in principal]
        interest[-1] = half_up(principal[-1] * over, of)
    else:
        interest = [(left * over + of // 2) // of for left in opening]
    interest[0] = first
    return Columns(dates, principal, interest, balances)


def is_plain(terms: PlanTerms) -> bool:
    """Tell whether an amount, one rate, a plain method and equal months are all there is."""
    rates = terms.rates.values
    return (
        terms.method in PLAIN_METHODS
        and terms.cycle.months > 0
        and (terms.periods or 0) > 1
        and 0 < terms.principal.fen <= FEN_MAX
        and len(rates) == 1
        and rates[0].day <= terms.paid_out_on
        and _left(terms) == _AS_IS
    )


def _dates(terms: PlanTerms) -> list[date] | None:
    """Return the due dates; None where the first is out of reach, or more than a cycle away."""
    count, months = terms.periods or 0, terms.cycle.months
    first, start, day = first_due(terms), terms.paid_out_on, due_day(terms)
    place = 12 * (first.year - _YEARS[0]) + first.month - 1
    if place < 0 or not 1 <= day <= 31 or first <= start:
        return None
    found = _days(day)[place : place + months * count : months]
    away = 12 * (first.year - start.year) + first.month - start.month
    on_day = start == day_of_month(start.year, start.month, day)
    usual = len(found) == count and found[0] == first and (away == months or not on_day)
    return found if usual else None


@lru_cache(maxsize=31)
def _days(day: int) -> list[date]:
    """Return one day of every month that plain plans reach, or the month's last."""
    return [day_of_month(year, month, day) for year in range(*_YEARS) for month in range(1, 13)]


def _stub_interest(terms: PlanTerms, first: date, whole: int) -> int:
    """Return the interest of the first period, which may be no whole one."""
    start = terms.paid_out_on
    if start == day_of_month(start.year, start.month, due_day(terms)):
        return whole
    over, of = day_ratio(terms.day_count, start, first)
    return half_up(terms.principal.fen * terms.rates.values[0].value.e8 * over, of * E8)


def _level(
    owed: int, count: int, split: int, rate: tuple[int, int]
) -> tuple[int, list[int] | None]:
    """Return the level payment and what is left after each row but the last."""
    over, of = rate
    level, half = int(level_payment(owed, count, over=over, of=of)), of // 2
    left = owed - min(max(level - split, 0), owed)
    if level <= (left * over + half) // of:
        return level, None
    after_first, growth, less = left, of + over, half - level * of
    more = [left := (left * growth + less) // of for _ in range(count - 2)]
    return level, [after_first, *more]


def _principal(
    owed: int, count: int, split: int, rate: tuple[int, int]
) -> tuple[int, list[int] | None]:
    portion = half_up(owed, count)
    if portion == 0:
        return 0, None
    return portion, [owed - portion * k for k in range(1, count)]


def _nothing(
    owed: int, count: int, split: int, rate: tuple[int, int]
) -> tuple[int, list[int] | None]:
    return 0, [owed] * (count - 1)


_BY_METHOD: Final = {
    RepaymentMethod.EQUAL_INSTALMENT: _level,
    RepaymentMethod.EQUAL_PRINCIPAL: _principal,
    RepaymentMethod.INTEREST_ONLY: _nothing,
}
