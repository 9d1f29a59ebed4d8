"""How the accountant of accountant.py makes a plan again: at once, and from first principles."""

from datetime import date
from fractions import Fraction

from attrs import define, field

from domain.calendar import day_of_month
from domain.kinds import RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.facts import InterestPaused
from domain.rate import E8
from tests.domain.loan.strategies import half_up

LEVEL, PRINCIPAL = RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.EQUAL_PRINCIPAL


def kept(method: RepaymentMethod, balance: int, count: int, yearly: Fraction) -> int:
    """Return what stays the same; the instalment from the sum of discount factors."""
    i = yearly / 12
    if method is LEVEL:
        return half_up(balance / sum(((1 + i) ** -k for k in range(1, count + 1)), Fraction(0)))
    return half_up(Fraction(balance, count)) if method is PRINCIPAL else 0


@define
class Row:
    """An instalment: principal and interest asked for, and paid; x is interest it carries."""

    due: date
    p: int
    i: int
    pp: int = 0
    pi: int = 0
    x: int = 0
    fallen: bool = False
    out: bool = False  # Of grace.
    cut: bool = False  # Needless, since the term became shorter.
    nights: list[tuple[Fraction, Fraction]] = field(factory=list)


class Planner:
    """The instalments of a loan of whole months."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.day = self.start = contract.paid_out_on
        self.yearly = Fraction(contract.rate_yearly.e8, E8)
        self.rows = [Row(r.due_date, r.principal.fen, r.interest.fen) for r in contract.plan]
        self.keep = kept(contract.method, contract.amount.fen, contract.instalments, self.yearly)
        self.broken, self.carried = False, 0
        self.split = False  # By a rate: the instalment of the period stays as it was.
        self.period = Fraction(0)
        self.pauses: list[InterestPaused] = []

    def coming(self) -> list[Row]:
        return [row for row in self.rows if not row.fallen]

    def now(self) -> Row | None:
        """Return the instalment of the period that the day is in."""
        return next(iter(self.coming()), None)

    def ahead(self) -> int:
        return sum(row.p - row.pp for row in self.coming())

    def breaks(self) -> None:
        self.broken = self.broken or self.day > self.start

    def again(self, balance: int, *, solve: bool, whole: bool = False) -> None:
        """Spread a balance over what is coming: over all days, or those still asking for some."""
        self.joined()
        self.breaks()
        for row in self.coming() if whole else ():
            row.cut = False
        rows, start = [row for row in self.coming() if not row.cut], self.start
        if not rows:
            return
        if solve:
            self.keep = kept(self.contract.method, balance, len(rows), self.yearly)
        shortens = not solve or balance == 0
        for row in self.coming():
            asked = 0
            if row in rows and (balance or row is rows[0]):
                asked = self.asked(balance, last=row is rows[-1])
            elif shortens:
                row.cut = True
            row.p, row.i = row.pp + asked, self.interest(balance, start, row.due)
            balance, start = balance - asked, row.due
        self.carry()

    def asked(self, balance: int, *, last: bool) -> int:
        month = half_up(balance * self.yearly / 12) if self.contract.method is LEVEL else 0
        return balance if last else min(max(self.keep - month, 0), balance)

    def interest(self, balance: int, start: date, due: date) -> int:
        ends = (start, due)
        due_day = self.contract.due_day
        if all(day == day_of_month(day.year, day.month, due_day) for day in ends):
            return half_up(balance * self.yearly / 12)
        return half_up(balance * self.yearly * (due - start).days / self.contract.day_basis)

    def set_rate(self, yearly: Fraction) -> None:
        begun, self.yearly = self.day > self.start, yearly
        self.breaks()
        if self.contract.method is LEVEL and not begun:
            self.again(self.ahead(), solve=True)
            return
        self.split = self.split or (self.contract.method is LEVEL and self.now() is not None)
        balance, start = self.ahead(), self.start
        for row in self.coming():
            row.i = self.interest(balance, start, row.due)
            balance, start = balance - (row.p - row.pp), row.due

    def split_principal(self, interest: int) -> int:
        """Return what the instalment of a period leaves for principal."""
        if len([row for row in self.coming() if not row.cut]) < 2:
            return self.ahead()
        keep = self.keep - interest if self.contract.method is LEVEL else self.keep
        return min(max(keep, 0), self.ahead())

    def joined(self) -> None:
        """Solve what comes behind an instalment that is split, before something else changes."""
        row = self.now()
        rows = [row for row in self.coming() if not row.cut]
        if self.split and row and len(rows) > 1:
            paused = [p.until or date.max for p in self.pauses if not p.until or p.until > self.day]
            since = min(max(paused, default=self.day), row.due)
            left = self.ahead() * self.yearly * (row.due - since).days / self.contract.day_basis
            balance = self.ahead() - self.split_principal(half_up(self.period + left))
            self.keep = kept(self.contract.method, balance, len(rows) - 1, self.yearly)
        self.split = False

    def more(self, amount: int) -> None:
        """Add principal, over all the days that remain."""
        rows = self.coming()
        if len(rows) < 2 or self.day == self.start:
            self.again(self.ahead() + amount, solve=True, whole=True)
            return
        self.breaks()
        for row in rows:
            row.cut = False
        self.split, rows[-1].p = True, rows[-1].p + amount
        self.carry()

    def carry(self) -> None:
        """Spread the interest of former instalments over those that ask for some principal."""
        rows = self.coming()
        for row in rows:
            row.x = 0
        while len(rows) > 1 and rows[-1].p == rows[-1].pp:
            rows = rows[:-1]
        if rows:
            for row in rows:
                row.x = self.carried // len(rows)
            rows[-1].x += self.carried % len(rows)
