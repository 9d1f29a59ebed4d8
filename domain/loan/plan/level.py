"""What stays the same from one instalment to the next, and when it is solved anew.

Source: 等额本息, 等额本金; PBOC 2019-30 (a repriced loan is paid back over the same term).
"""

from attrs import define, evolve

from domain.claim import Number
from domain.loan.plan.accrual import Accrual
from domain.loan.plan.periods import Period, periods_of
from domain.loan.plan.spread import Pays, Ratio, kept
from domain.loan.plan.steps import Step
from domain.loan.plan.terms import Counting, LevelBy, PlanTerms, Refix


@define
class Level:
    """The level payment or principal of a plan while it is made."""

    terms: PlanTerms
    periods: list[Period]
    steps: list[Step]
    accrual: Accrual
    keeping: Number = 0
    first: Number = 0  # The first that was asked for.
    cause: tuple[Pays, int | None, int] | None = None  # What it was last solved for.

    def at(self, k: int, balance: Number, *, drawn: bool) -> Number:
        """Return what a period keeps to; `drawn`: more was paid out since the one before."""
        step, day = self.steps[k], self.periods[k].start
        if step.pays is Pays.NOTHING:
            return 0
        rate = self.accrual.rate_on(day) if step.pays is Pays.LEVEL else 0
        before, self.cause = self.cause, (step.pays, step.amount, rate)
        if before == self.cause and not drawn:
            return self.keeping
        if step.amount is not None:
            self.keeping = step.amount
        elif before is None or before[:2] != self.cause[:2]:
            self.keeping = self._solved(k, balance, rate)
        elif self.terms.refix.on(day) is not Refix.KEEP_INSTALMENT:
            self.keeping = self._capped(k, self._solved(k, balance, rate))
        if not step.agreed:
            self.first = self.first or self.keeping
        return self.keeping

    def _capped(self, k: int, solved: Number) -> Number:
        """Return a new payment, or as much more than the one before as the contract allows."""
        cap = self.terms.payment_cap.on(self.periods[k].start)
        if cap is None:
            return solved
        policy = self.terms.policy
        most = policy.of_payment(policy.of_payment(self.keeping, 1) * cap[0], cap[1])
        # A Fraction where precision is carried, as a payment is that was solved and not given.
        return most + solved * 0 if most < policy.of_payment(solved, 1) else solved

    def _solved(self, k: int, balance: Number, rate: int) -> Number:
        pays, policy = self.steps[k].pays, self.terms.policy
        if pays is Pays.PRINCIPAL:
            paying = sum(step.pays is pays for step in self.steps[k:])
            over = self.terms.amortised_over
            return kept(balance, [(0, 1)] * (over - k if over else paying), pays, policy=policy)
        return kept(balance, self._rates(k, rate), pays, policy=policy)

    def _rates(self, k: int, rate: int) -> list[Ratio]:
        """Return the rates of the periods that remain, at the rate of today."""
        over = self.terms.amortised_over or len(self.periods)
        whole = self.accrual.whole
        if whole and self._by_equal_periods():
            return [self.accrual.rate_of(rate, *whole)] * (over - k)
        periods = self.periods
        if over > len(periods):
            periods = periods_of(_longer(self.terms, over))
        return [self.accrual.rate_of(rate, *self.accrual.part_of(one)) for one in periods[k:]]

    def _by_equal_periods(self) -> bool:
        if self.terms.in_advance:
            return False
        if self.terms.level_by:
            return self.terms.level_by is LevelBy.EQUAL_PERIODS
        return self.terms.counting is Counting.BY_PERIOD


def _longer(terms: PlanTerms, periods: int) -> PlanTerms:
    """Return the terms of the longer loan that a balloon's instalments are those of."""
    return evolve(terms, periods=periods, maturity=None, due_dates=(), settled=None)
