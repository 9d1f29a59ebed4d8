"""Amortisation tables in the vocabulary of their publishers, as terms of ours.

Rates are in percent a year.  A table without dates counts equal parts of a year; Actual/360 counts
the days of calendar months and carries full precision, its payment being that of equal months.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import evolve

from domain.calendar import Cycle, DayCount, Unit
from domain.claim import Policy, Rounding
from domain.kinds import RepaymentMethod
from domain.loan.plan import Counting, LevelBy, PlanTerms, Refix, make
from domain.loan.plan.periods import periods_of
from domain.money import Money
from domain.rate import E8, Rate
from tests.references.figures import DAY, Figures

Inputs = Mapping[str, Any]

CYCLES = {
    "monthly": (Cycle(1, Unit.MONTH), 12),
    "semi_monthly": (Cycle(15, Unit.DAY), 24),
    "biweekly": (Cycle(2, Unit.WEEK), 26),
    "weekly": (Cycle(1, Unit.WEEK), 52),
    "quarterly": (Cycle(1, Unit.QUARTER), 4),
    "semi_annual": (Cycle(1, Unit.HALF_YEAR), 2),
    "annual": (Cycle(1, Unit.YEAR), 1),
}
COMPOUNDED = {"monthly": None, "semi_annual": 2, "annual": 1}
ROUNDINGS = {
    "ROUND_HALF_UP": Rounding.HALF_UP,
    "ROUND_HALF_EVEN": Rounding.HALF_EVEN,
    "ROUND_HALF_DOWN": Rounding.HALF_DOWN,
    "ROUND_UP": Rounding.UP,
    "ROUND_CEILING": Rounding.UP,
    "ROUND_DOWN": Rounding.DOWN,
    "ROUND_FLOOR": Rounding.DOWN,
}


def _rate(percent: Any) -> Rate:
    exact = Fraction(str(percent)) * E8 / 100
    assert exact.denominator == 1, f"{percent} % is finer than 1e-8"
    return Rate(exact.numerator)


class Table:
    """A table's inputs as terms of ours, and the plan's figures as the table states them."""

    def __init__(self, inputs: Inputs) -> None:
        """Read the inputs."""
        self.inputs = inputs
        self.cycle, self.a_year = CYCLES[inputs.get("payment_frequency") or "monthly"]
        self.unit = Fraction(str(inputs.get("currency_unit") or "0.01"))
        self.by_days = inputs.get("day_count") == "actual/360"
        self.count = self._periods("term_months")
        self.alone = self._periods("interest_only_months")
        self.longer = self._periods("amortization_period_months")

    def _periods(self, name: str) -> int:
        return int(self.inputs.get(name) or 0) * self.a_year // 12

    def money(self, name: str) -> Money | None:
        """Return an amount in the table's smallest unit; None where it is not given."""
        given = self.inputs.get(name)
        return None if given is None else Money(int(Fraction(str(given)) / self.unit))

    def terms(self) -> PlanTerms:
        """Return the terms of the table."""
        inputs = self.inputs
        method = RepaymentMethod.EQUAL_INSTALMENT
        if self.longer > self.count:
            method = RepaymentMethod.BALLOON
        elif self.alone:
            method = RepaymentMethod.INTEREST_FIRST
        bare = PlanTerms(
            principal=self.money("principal") or Money(0),
            paid_out_on=date.fromisoformat(inputs.get("start_date") or str(DAY)).replace(day=1),
            rates=_rate(inputs["annual_rate"]),
            method=method,
            policy=Policy(
                interest=ROUNDINGS[inputs.get("interest_rounding") or "ROUND_HALF_UP"],
                payment=ROUNDINGS[inputs.get("payment_rounding") or "ROUND_UP"],
                carries=self.by_days or inputs.get("balance_tracking") == "carry_precision",
            ),
            periods=self.count,
            cycle=self.cycle,
            part_of_year=(1, self.a_year),
            compounded=COMPOUNDED[inputs.get("compounding") or "monthly"],
            day_count=DayCount.A_360,
            counting=Counting.BY_DAYS if self.by_days else Counting.BY_PERIOD,
            level_by=LevelBy.EQUAL_PERIODS,
            grace_principal=self.alone,
            amortised_over=max(self.longer, self.count),
            instalment=self.money("payment_override"),
            fee_each=self.money("fee_per_period"),
        )
        return self._repriced(bare)

    def _repriced(self, terms: PlanTerms) -> PlanTerms:
        """Return terms with the changes of rate, each from the start of its period."""
        rates, refix, caps = terms.rates, terms.refix, terms.payment_cap
        periods = periods_of(terms)
        for change in self.inputs.get("rate_schedule") or ():
            since = periods[change["effective_payment_number"] - 1].start
            rates = rates.with_value(since, _rate(change["new_annual_rate"]))
            keeps = Refix.KEEP_TERM if change.get("recast", True) else Refix.KEEP_INSTALMENT
            refix = refix.with_value(since, keeps)
            cap = change.get("payment_cap_factor")
            ratio = Fraction(str(cap)).as_integer_ratio() if cap else None
            caps = caps.with_value(since, ratio)
        return evolve(terms, rates=rates, refix=refix, payment_cap=caps)

    def figures(self) -> Figures:
        """Return the plan's figures; a balloon is what is left after the last row."""
        terms = self.terms()
        plan = make(terms)
        left = self._shown(plan.rows[-1].balloon)
        names = ("balance_at_term", "balloon", "final_balance", "balance_final")
        found = Figures(plan, **dict.fromkeys(names, left))
        paid = self._shown(plan.drawn) - left
        found |= dict.fromkeys(("total_principal", "aggregate_principal"), paid)
        total = Fraction(0)
        for own, row in zip(found.rows, plan.rows, strict=True):
            regular = row.principal - row.balloon
            total += self._shown(row.interest)
            own |= {
                "interest": self._shown(row.interest),
                "principal": self._shown(regular),
                "instalment": self._shown(regular + row.interest + row.fee),
                "fee": self._shown(row.fee),
                "balance": self._shown(row.closing + row.balloon),
                "total_interest": total,
            }
            own["payment"] = own["instalment"]
        found["payment"] = self._shown(plan.payment)
        if self.alone:
            first = terms.policy.of_payment(
                terms.principal.fen * terms.rates.values[0].value.e8, self.a_year * E8
            )
            found["payment"] = first * self.unit
        found["total_interest"] = total
        return found

    def _shown(self, amount: Money) -> Fraction:
        return amount.fen * self.unit
