"""Rates that follow a benchmark: the quote of a repricing day and a spread, within cap and floor.

Between repricing days a rate stays, whatever is quoted.  A quote holds from its publication day
until the next; beyond the last one it is taken to stay.

Source: 中国人民银行公告〔2019〕第15号 and 第30号 (LPR and a spread in basis points that stays for
the life of the loan; repriced at least once a year, on an agreed day).
"""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Final

from attrs import frozen

from domain.calendar import day_of_month
from domain.contradiction import Contradiction, require
from domain.dated import Dated
from domain.kinds import Repricing
from domain.rate import Rate

BASIS_POINT: Final = 10_000  # In 1e-8 a year.
_MONTHS: Final = {Repricing.NEW_YEAR: 12, Repricing.QUARTERLY: 3, Repricing.MONTHLY: 1}


@frozen(kw_only=True)
class Floating:
    """A benchmark and what is agreed about it."""

    quotes: Dated[Rate]  # By publication day.
    spread_bp: int = 0  # Basis points above the benchmark; below it where negative.
    repricing: Repricing | None = Repricing.ANNIVERSARY  # None: priced on paying out alone.
    cap: Rate | None = None
    floor: Rate | None = None

    def rate_on(self, day: date) -> Rate:
        """Return the rate of a loan that is priced on a day.

        Raises Contradiction where nothing was quoted by then, or the rate is below nought.
        """
        quote = self.quotes.on(day)
        if quote is None:
            says = f"nothing was quoted by {day}; give the quote that held on that day"
            raise Contradiction("floating", says)
        e8 = quote.e8 + self.spread_bp * BASIS_POINT
        if self.floor:
            e8 = max(e8, self.floor.e8)
        if self.cap:
            e8 = min(e8, self.cap.e8)
        below = f"{quote} and {self.spread_bp} basis points are below nought on {day}"
        require(e8 >= 0, "floating", f"{below}; agree a floor")
        return Rate(e8)

    def rates(self, paid_out_on: date) -> Dated[Rate]:
        """Return the rates of a loan by the day from which they hold."""
        crossed = self.floor and self.cap and self.floor > self.cap
        require(not crossed, "floating", f"the floor {self.floor} is above the cap {self.cap}")
        priced = self.rate_on(paid_out_on)
        rates = Dated[Rate]().with_value(paid_out_on, priced, "benchmark")
        last = max(entry.day for entry in self.quotes.values)
        for day in repricing_days(self.repricing, paid_out_on):
            if self.rate_on(day) != priced:
                priced = self.rate_on(day)
                rates = rates.with_value(day, priced, "benchmark")
            if day >= last:
                break
        return rates


def repricing_days(repricing: Repricing | None, paid_out_on: date) -> Iterator[date]:
    """Yield the days after paying out on which a loan is priced anew, without end."""
    if repricing is None:
        return
    year, month, day = paid_out_on.year, paid_out_on.month, paid_out_on.day
    if repricing is Repricing.ANNIVERSARY:
        yield from (day_of_month(year + k, month, day) for k in count(1))
    months = _MONTHS[repricing]
    first = month + months - (month - 1) % months
    yield from (day_of_month(year, first + months * k, 1) for k in count())
