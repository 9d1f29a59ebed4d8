"""A second opinion: an accountant who goes from day to day with fractions and no cleverness.

It walks every night of a loan, keeps what each night brings as a fraction, makes the plan again
at once whenever anything changes, and looks at every instalment every time.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from domain.calendar import day_of_month
from domain.kinds import Component, CompoundRule, GraceReading, PrepaymentMode
from domain.loan.contract import Contract
from domain.loan.facts import (
    ArrearsRespread,
    Drawn,
    Fact,
    FeeCharged,
    InterestCapitalised,
    InterestPaused,
    Misused,
    RateSet,
    Received,
    Refunded,
    Waived,
    WrittenOff,
)
from domain.loan.movements import in_order
from domain.loan.values import Purpose
from domain.rate import E8
from tests.domain.loan.accountant_payments import Charge, Payer
from tests.domain.loan.strategies import half_up

NIGHT = timedelta(1)


class Accountant(Payer):
    """The books of one loan of whole months, in one pair of hands."""

    def __init__(self, contract: Contract, facts: Iterable[Fact]) -> None:
        super().__init__(contract)
        self.facts = list(in_order(facts))
        self.excess = 0
        self.misuses: list[Misused] = []
        self.splits: dict[str, dict[str, int]] = {}
        self.written_off: dict[str, int] | None = None

    # What is owed.

    def owed(self, *, all_of_it: bool) -> dict[str, int]:
        due = [r for r in self.rows if r.fallen]
        owed = {
            "fee": sum(f.left for f in self.fees if all_of_it or f.due <= self.day),
            "penalty": sum(self.incurred()),
            "interest": sum(r.i - r.pi for r in due),
            "principal": sum(r.p - r.pp for r in due),
        }
        if all_of_it:
            owed["interest"] += self.accrued() + self.carried
            owed["principal"] += self.ahead()
            owed["fee"] += self.early_fee(self.ahead())
        return owed

    # From day to day.

    def until(self, day: date) -> "Accountant":
        """Keep the books up to the start of a day, its facts included."""
        while True:
            self.morning()
            while self.facts and self.facts[0].value_date <= self.day:
                self.book(self.facts.pop(0))
            if self.day >= day:
                return self
            self.night()

    def morning(self) -> None:
        for row in self.rows:
            if row.due == self.day and not row.fallen:
                row.i = half_up(self.period) if self.broken else row.i
                split, self.split, left = self.split, False, self.ahead()
                row.p = row.pp + self.split_principal(row.i) if split else row.p
                left -= row.p - row.pp
                self.carried, row.i, row.x = self.carried - row.x, row.i + row.x, 0
                row.fallen = True
                self.start, self.broken, self.period = self.day, False, Fraction(0)
                if split:
                    self.again(left, solve=True)
        strict = self.contract.grace is GraceReading.FROM_END_OF_GRACE
        for row in self.rows:
            late = (self.day - row.due).days
            if row.fallen and not row.out and late >= self.contract.grace_days:
                row.out = strict or self.contract.grace_days == 0 or late > self.contract.grace_days
                if row.out and not strict:
                    self.penalty += sum(n[0] for n in row.nights) * (row.p - row.pp)
                    self.compound += sum(n[1] for n in row.nights) * (row.i - row.pi)
            if row.fallen and late == self.contract.grace_days + 1 and self.contract.late_fee:
                unpaid = row.p - row.pp + row.i - row.pi
                if unpaid:
                    self.fee(self.day, self.contract.late_fee.fen)
        is_due_day = self.day == day_of_month(self.day.year, self.day.month, self.contract.due_day)
        if self.contract.penalty_compounds and is_due_day and self.day > self.contract.paid_out_on:
            self.based = self.incurred()[0]

    def night(self) -> None:
        share = self.yearly / self.contract.day_basis
        if any(p.until is None or self.day < p.until for p in self.pauses):
            self.broken, share = True, Fraction(0)
        percent = Fraction(self.contract.penalty_percent, 100)
        misuse = max(percent, Fraction(self.contract.misuse_percent, 100))
        late = [r for r in self.rows if r.fallen]
        out = sum(r.p - r.pp for r in late if r.out)
        waiting = sum(r.p - r.pp for r in late if not r.out)
        total = self.ahead() + out + waiting
        misused = self.misused(total)
        wholly = misused == total and misused > 0
        first = min(misused, self.ahead())
        second = min(misused - first, out)
        third = waiting if wholly else 0
        self.broken = self.broken or first > 0
        self.period += (self.ahead() - first) * share
        self.penalty += (first + second + third) * misuse * share + (out - second) * percent * share
        on_interest = self.compound_percent() * share
        self.compound += (
            sum(r.i - r.pi for r in late if r.out) + min(self.based, self.incurred()[0])
        ) * on_interest
        for row in late:
            if not row.out:
                row.nights.append((Fraction(0) if wholly else percent * share, on_interest))
        self.day += NIGHT

    def misused(self, total: int) -> int:
        found = [m for m in self.misuses if m.until is None or self.day < m.until]
        return min(sum(m.amount.fen if m.amount else total for m in found), total)

    def compound_percent(self) -> Fraction:
        rule = self.contract.compound
        if rule is CompoundRule.OFF:
            return Fraction(0)
        before = self.day < self.contract.plan[-1].due_date
        early = rule is CompoundRule.CONTRACT_THEN_PENALTY and before
        return Fraction(100 if early else self.contract.penalty_percent, 100)

    # What facts do.

    def book(self, fact: Fact) -> None:
        match fact:
            case Received():
                self.receive(fact)
            case RateSet():
                self.set_rate(Fraction(fact.rate_yearly.e8, E8))
            case InterestPaused():
                self.pauses.append(fact)
            case Misused():
                self.misuses.append(fact)
            case FeeCharged():
                self.fee(fact.due_date, fact.amount.fen)
            case Drawn():
                self.more(fact.amount.fen)
            case Waived():
                self.waive(fact)
            case WrittenOff():
                owed = self.owed(all_of_it=True)
                owed["fee"] -= self.early_fee(self.ahead())
                self.written_off = self.written_off or owed
            case InterestCapitalised():
                self.capitalise(fact)
            case ArrearsRespread():
                self.respread(fact)
            case Refunded():
                self.excess -= fact.amount.fen
            case _:
                raise AssertionError(fact)

    def fee(self, due: date, fen: int) -> None:
        self.fees.append(Charge(due, fen))
        self.fees.sort(key=lambda f: f.due)

    def receive(self, fact: Received) -> None:
        paid, left = dict.fromkeys(Component, 0), fact.amount.fen
        keeps = self.contract.prepayment is PrepaymentMode.KEEP_TERM
        keeps = keeps and fact.purpose is not Purpose.PREPAY_KEEP_INSTALMENT
        keeps = keeps or fact.purpose is Purpose.PREPAY_KEEP_TERM
        if fact.purpose is Purpose.REFINANCING:
            left -= self.pay_due(Component.PRINCIPAL, left, paid)
            left -= self.early(left, paid, keeps_term=keeps)
        for component in self.contract.order:
            left -= self.pay_due(component, left, paid)
        for component in self.contract.allocation_ahead:
            if component is Component.INTEREST:
                left -= self.pay_accrued(left, paid)
            elif fact.purpose in (Purpose.REFINANCING, Purpose.RECOVERY):
                left -= self.early(left, paid, keeps_term=keeps)
            else:
                most = min(left, self.ahead())
                while most and most + self.early_fee(most) > left:
                    most -= 1
                paid[Component.FEE] += self.early_fee(most)
                left -= self.early_fee(most) + self.early(most, paid, keeps_term=keeps)
        if self.ahead() == 0:
            left -= self.pay_accrued(left, paid)
            taken = min(left, self.carried)
            self.carried, left = self.carried - taken, left - taken
            paid[Component.INTEREST] += taken
            self.carry()
            left -= self.pay_fees(self.fees, left, paid)
        self.excess += left
        self.splits[fact.receipt_no] = {c.value: fen for c, fen in paid.items()} | {"excess": left}
