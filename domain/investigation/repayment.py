"""Whether money comes in before it is asked for: sources of repayment against the plan.

What comes in from a first source pays what is due from that day on; what it lacks, a second
source pays; what both lack is short.

Source: Credit manual of the institution: source and timing of repayment (还款来源与时间).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from domain.calendar import months_after
from domain.investigation.capacity import Dues
from domain.investigation.values import Rank, RepaymentSource
from domain.money import Money


@frozen(kw_only=True)
class Covered:
    """What pays the instalments in all."""

    asked: Money
    by_first: Money
    by_second: Money
    short: Money
    short_from: date | None  # The first due date that is not covered.


def cover(sources: Sequence[RepaymentSource], asked: Dues, currency: str) -> Covered:
    """Return what of the instalments each rank of sources pays, in order of due dates."""
    last = asked[-1][0]
    coming = {rank: _coming(sources, rank, last) for rank in Rank}
    at_hand, paid, short = dict.fromkeys(Rank, 0), dict.fromkeys(Rank, 0), 0
    short_from: date | None = None
    for due_date, amount in asked:
        left = amount
        for rank in Rank:
            at_hand[rank] += _taken(coming[rank], due_date)
            pays = min(left, at_hand[rank])
            at_hand[rank], paid[rank], left = at_hand[rank] - pays, paid[rank] + pays, left - pays
        short, short_from = short + left, short_from or (due_date if left else None)
    return Covered(
        asked=Money(sum(amount for _, amount in asked), currency),
        by_first=Money(paid[Rank.FIRST], currency),
        by_second=Money(paid[Rank.SECOND], currency),
        short=Money(short, currency),
        short_from=short_from,
    )


def _coming(sources: Sequence[RepaymentSource], rank: Rank, last: date) -> list[tuple[date, int]]:
    """Return what comes in up to the last due date, the last first, to be taken from the end."""
    coming = [
        (day, one.amount.fen) for one in sources if one.rank is rank for day in _days(one, last)
    ]
    return sorted(coming, reverse=True)


def _days(source: RepaymentSource, last: date) -> Iterator[date]:
    """Yield the days on which a source brings money, up to a last one."""
    day = source.from_day
    for n in range(1, source.times + 1):
        if day > last:
            return
        yield day
        day = months_after(source.from_day, n * source.months_apart, source.from_day.day)


def _taken(coming: list[tuple[date, int]], by: date) -> int:
    total = 0
    while coming and coming[-1][0] <= by:
        total += coming.pop()[1]
    return total
