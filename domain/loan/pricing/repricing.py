"""The rates of a loan that follows a benchmark, from repricing day to repricing day.

On a repricing day the rate becomes what the benchmark was last quoted at for the loan's tenor,
on or before the day, and the spread, kept between floor and cap.  A day on which that is the
rate already changes nothing and is left out.

Source: 中国人民银行公告〔2019〕第15号, 第30号: repricing at intervals of a year at most, on the day
that the parties choose.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Final

from domain.calendar import months_after
from domain.kinds import Repricing
from domain.loan.facts import RateSet
from domain.loan.pricing.rules import QUOTE_IS_PUBLISHED
from domain.loan.pricing.values import Pricing, Repriced
from domain.loan.state import Loan
from domain.loan.values import RateReason
from domain.quotes import Quotes
from domain.rate import Rate

E8_A_POINT: Final = 10_000  # A hundredth of a percent.
_MONTHS_BETWEEN: Final = {
    Repricing.ANNIVERSARY: 12,
    Repricing.NEW_YEAR: 12,
    Repricing.QUARTERLY: 3,
    Repricing.MONTHLY: 1,
}


def rates_by_rule(
    pricing: Pricing, loan: Loan, quotes: Quotes | None, until: date
) -> tuple[Repriced, ...]:
    """Return the repricings of a loan up to and with a day, in order.

    Raises Refused where nothing was quoted by a repricing day.
    """
    start = loan.drawdowns[0].value_date
    agreed = sorted(
        (fact.value_date, fact.rate_yearly)
        for fact in loan.standing(RateSet)
        if fact.reason is RateReason.AGREED
    )
    found: list[Repriced] = []
    for day in repricing_days(pricing.repricing, start, until):
        repriced = _on(pricing, quotes, day)
        if repriced.rate_yearly != _in_force(loan.agreed.rate_yearly, agreed, found, day):
            found.append(repriced)
    return tuple(found)


def _in_force(
    signed: Rate, agreed: list[tuple[date, Rate]], repriced: list[Repriced], day: date
) -> Rate:
    """Return the rate that holds on a day before it is repriced."""
    k = bisect_right([since for since, _ in agreed], day)
    last_agreed = agreed[k - 1] if k else (date.min, signed)
    if repriced and repriced[-1].value_date > last_agreed[0]:
        return repriced[-1].rate_yearly
    return last_agreed[1]


def repricing_days(repricing: Repricing, start: date, until: date) -> Iterator[date]:
    """Yield the days after paying out on which a loan is repriced, up to and with a day."""
    step, anniversary = _MONTHS_BETWEEN[repricing], repricing is Repricing.ANNIVERSARY
    if anniversary:
        first, day_of = start, start.day
    else:
        # The first day of the calendar period that the loan was paid out in.
        first, day_of = date(start.year, (start.month - 1) // step * step + 1, 1), 1
    months = step
    while (day := months_after(first, months, day_of)) <= until:
        yield day
        months += step


def _on(pricing: Pricing, quotes: Quotes | None, day: date) -> Repriced:
    quoted = quotes.entry(pricing.tenor_months, day) if quotes else None
    QUOTE_IS_PUBLISHED.require(
        quoted is not None,
        benchmark_id=pricing.benchmark_id,
        tenor_months=pricing.tenor_months,
        repricing_day=day,
    )
    assert quoted is not None
    e8 = max(quoted.value.e8 + pricing.spread_points * E8_A_POINT, 0)
    e8 = max(e8, pricing.floor.e8 if pricing.floor else 0)
    e8 = min(e8, pricing.cap.e8) if pricing.cap else e8
    return Repriced(
        reference=f"repriced:{day.isoformat()}",
        value_date=day,
        rate_yearly=Rate(e8),
        quoted=quoted.value,
        published_on=quoted.day,
    )
