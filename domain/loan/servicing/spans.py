"""The periods of the plan ahead as interest sees them.

Whole months count as such where the contract says so; a period that was broken counts what ran
up to the day, and its balance from then on; days of a pause count for nothing.

Source: Circular PBOC 2005-129 (interest by whole months, and by products for other days).
"""

from collections.abc import Sequence
from datetime import date

from domain.loan.plan.spread import Pays, Ratio, Span
from domain.loan.servicing.claims import Claim
from domain.loan.servicing.clock import MONTHS_A_YEAR
from domain.loan.servicing.debt import Debt
from domain.rate import E8


def spans_of(debt: Debt, rows: Sequence[Claim]) -> list[Span]:
    """Return the periods of the instalments that can still be changed."""
    start = debt.claims[debt.fallen].due_date if debt.met else debt.period_start
    spans = []
    for claim in rows:
        spans.append(_span(debt, start, claim.due_date))
        start = claim.due_date
    if rows and not debt.met:
        spans[0] = _current(debt, rows[0], spans[0])
    return spans


def rates_of(debt: Debt, rows: Sequence[Claim]) -> Sequence[Ratio]:
    """Return the rates that what stays the same is solved by; any where it does not matter."""
    if debt.clock.by_months or debt.pays is not Pays.LEVEL:
        return [_split(debt, (0, 1))] * len(rows)
    return [span.split or (span.over, span.of) for span in spans_of(debt, rows)]


def _span(debt: Debt, start: date, end: date) -> Span:
    """Return a period that nothing has broken yet."""
    clock, e8 = debt.clock, debt.rate
    for day, later in debt.rates_ahead:
        e8 = later if day <= start else e8
    if debt.pauses and (paused := _paused(debt, start, end)):
        over, of = clock.by_days(start, end, e8)
        return Span(over - paused * e8, of, split=_split(debt, (over, of)))
    rate = clock.of_period(start, end, due_day=debt.due_day, e8=e8)
    return Span(*rate, split=_split(debt, rate))


def _split(debt: Debt, rate: Ratio) -> Ratio:
    """Return the rate that a level payment is split by: a month's where months count."""
    if debt.clock.by_months:
        return debt.rate * debt.rhythm, MONTHS_A_YEAR * E8
    return rate


def _current(debt: Debt, claim: Claim, whole: Span) -> Span:
    """Return the period that the day is in: what ran up to it, and its balance from then on."""
    if not debt.broken:
        return whole
    left = debt.rate * debt.clock.parts(debt.day, max(claim.due_date, debt.day))
    left -= debt.rate * (_paused(debt, debt.day, claim.due_date) if debt.pauses else 0)
    beside = (debt.advanced - debt.undrawn) * left
    return Span(left, debt.clock.of * E8, debt.interest_sum + beside, split=whole.split)


def _paused(debt: Debt, start: date, end: date) -> int:
    """Return the parts of a period that are known to bear no interest."""
    until = max((pause.until for pause in debt.pauses), default=start)
    start = max(start, debt.day)
    return debt.clock.parts(start, min(until, end)) if start < min(until, end) else 0
