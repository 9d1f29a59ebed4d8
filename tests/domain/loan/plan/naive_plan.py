"""A second plan maker, written to be read and not to be fast: no code of the engine's is used.

It walks day by day.  Each day adds the exact fraction of a fen that the balance earns; a due date
collects what has gathered, rounds it once, and asks for principal by the method.  Level payments
are found by trying: the payment that leaves nothing, from two trial runs, since what is left is
a straight line in the payment.
"""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from math import floor


def half_up(exact):
    """Round to the nearest whole, halves away from nought."""
    return floor(exact + Fraction(1, 2)) if exact >= 0 else -floor(-exact + Fraction(1, 2))


def months_later(start, months, day):
    """Return a day of the month so many months later, or that month's last."""
    year, month = start.year, start.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day, monthrange(year, month)[1]))


class NaiveLoan:
    """A loan and its rules, in the plainest terms."""

    def __init__(self, principal, start, *, months, count, method, basis):
        """Take the terms; rates and drawings are added by day."""
        self.principal, self.start, self.method, self.basis = principal, start, method, basis
        self.due = [months_later(start, months * k, start.day) for k in range(1, count + 1)]
        self.months = months
        self.rates = {}  # Day -> yearly rate as a fraction.
        self.draws = {}  # Day -> fen.
        self.whole_periods = False  # Count a twelfth a month where nothing changes within.

    def rate(self, day):
        """Return the rate of a day."""
        return self.rates[max(d for d in self.rates if d <= day)]

    def earned(self, day, balance):
        """Return what a balance earns on one day."""
        return balance * self.rate(day) / self.basis

    def is_quiet(self, start, end):
        """Tell whether the rate is one over a period."""
        within = [self.rate(day) for day in self.rates if start < day < end]
        return all(rate == self.rate(start) for rate in within)

    def collected(self, start, end, balance):
        """Return the exact interest of a period, with what is drawn in it."""
        by_month = self.whole_periods and self.is_quiet(start, end)
        total = balance * self.rate(start) * self.months / 12 if by_month else Fraction(0)
        extra, day = Fraction(0), start
        while day < end:
            if day != start:
                extra += self.draws.get(day, 0)
            total += self.earned(day, extra if by_month else balance + extra)
            day += timedelta(1)
        return total

    def period_rate(self, k, rate):
        """Return the rate of a coming period, as it is known on the day of solving."""
        if self.whole_periods:
            return rate * self.months / 12
        start = self.due[k - 1] if k else self.start
        return rate * (self.due[k] - start).days / self.basis

    def level(self, k, balance):
        """Return the payment that leaves nothing after the last period, from two trials."""
        rate = self.rate(self.due[k - 1] if k else self.start)

        def left(payment):
            owed = Fraction(balance)
            for place in range(k, len(self.due)):
                owed += owed * self.period_rate(place, rate) - payment
            return owed

        nothing, one = left(0), left(1)
        return half_up(nothing / (nothing - one))

    def rows(self):
        """Return interest, principal and what is left, due date by due date."""
        balance, found, level, solved_at, drew = self.principal, [], None, None, False
        for k, end in enumerate(self.due):
            start = self.due[k - 1] if k else self.start
            joined = self.draws.get(start, 0) if k else 0
            balance += joined
            interest = half_up(self.collected(start, end, balance))
            cause = self.rate(start) if self.method == "level" else None
            if level is None or drew or joined or cause != solved_at:
                level, solved_at = self.kept(k, balance), cause
            asked = {"level": level - interest, "principal": level, "nothing": 0}[self.method]
            within = sum(fen for day, fen in self.draws.items() if start < day < end)
            last = k == len(self.due) - 1
            principal = balance + within if last else min(max(asked, 0), balance)
            balance += within - principal
            drew = within > 0
            found.append((interest, principal, balance))
            if balance == 0 and not any(day >= end for day in self.draws):
                break
        return found

    def kept(self, k, balance):
        """Return what stays the same from here on."""
        if self.method == "level":
            return self.level(k, balance)
        return half_up(Fraction(balance, len(self.due) - k))
