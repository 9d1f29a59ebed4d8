"""Figures of a plan by whatever name an example gives them."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from domain.calendar import Cycle, DayCount, Unit
from domain.loan.plan import Plan
from domain.rate import E8, Rate

UNITS = {
    "day": Unit.DAY,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "half_year": Unit.HALF_YEAR,
    "year": Unit.YEAR,
}
COUNTS = {
    "ACT/360": DayCount.A_360,
    "A/360": DayCount.A_360,
    "ACTUAL/360": DayCount.A_360,
    "ACT/365": DayCount.A_365,
    "A/365": DayCount.A_365,
    "ACTUAL/365": DayCount.A_365,
    "30/360": DayCount.E30_360,
    "30E/360": DayCount.E30_360,
    "ACT/ACT": DayCount.A_A_ISDA,
    "A/A": DayCount.A_A_ISDA,
    "ACTUAL/ACTUAL": DayCount.A_A_ISDA,
}
# The due day that examples without dates are made with; no figure depends on it.
DAY = date(2024, 1, 1)


def fen(text: Any) -> int:
    """Return whole fen of an amount written in yuan."""
    exact = Fraction(str(text)) * 100
    assert exact.denominator == 1, f"{text} is no whole fen"
    return exact.numerator


def yuan(amount: int | Fraction) -> Fraction:
    """Return fen as yuan."""
    return Fraction(amount) / 100


def rate(text: Any) -> Rate:
    """Return the rate that is written as a fraction of one: 0.049 is 4.9 %."""
    exact = Fraction(str(text).split()[0]) * E8
    assert exact.denominator == 1, f"{text} is finer than 1e-8"
    return Rate(exact.numerator)


def day(text: str) -> date:
    """Return a date."""
    return date.fromisoformat(text)


def count(text: str) -> DayCount:
    """Return a day count by its usual name."""
    return COUNTS[text.upper().replace("ACTUAL", "ACT")]


def cycle(inputs: Mapping[str, Any]) -> Cycle:
    """Return the length of a period; a month where none is named."""
    return Cycle(1, UNITS[inputs.get("period", "month")])


def a_year(inputs: Mapping[str, Any]) -> int:
    """Return how many periods a year has."""
    return {"week": 52, "month": 12, "quarter": 4, "half_year": 2, "year": 1}[
        inputs.get("period", "month")
    ]


def number_of_periods(inputs: Mapping[str, Any]) -> int:
    """Return the number of periods, given as such or in years."""
    if "periods" in inputs:
        return int(inputs["periods"])
    return int(Fraction(str(inputs["years"])) * a_year(inputs))


def rows_of(plan: Plan) -> list[dict[str, Any]]:
    """Return the rows of a plan as examples write them."""
    return [
        {
            "n": row.no,
            "due": row.due_date.isoformat(),
            "due_date": row.due_date.isoformat(),
            "days": row.days,
            "interest": yuan(row.interest.fen),
            "principal": yuan(row.principal.fen),
            "instalment": yuan(row.instalment.fen),
            "payment": yuan(row.instalment.fen),
            "balance": yuan(row.closing.fen),
        }
        for row in plan.rows
    ]


class Figures(dict[str, Any]):
    """Figures by name, and those of a plan by any name that says which they are.

    Rows: first, second, last, period_19, rows, rows_1_5, first_three.  Of a row: balance_after_18,
    last_instalment, interest_1.  Of the whole: total_interest, periods, payment.
    """

    def __init__(self, plan: Plan | None = None, **known: Any) -> None:
        """Hold these figures, and answer for a plan's."""
        super().__init__(known)
        self.rows = rows_of(plan) if plan else []
        if plan:
            self.setdefault("payment", yuan(plan.payment.fen))
            self.setdefault("total_interest", yuan(plan.interest.fen))
            self.setdefault("total_paid", yuan(plan.total.fen))
            self.setdefault("residue", yuan(plan.residue.fen))

    def __missing__(self, name: str) -> Any:
        """Return the figure of a plan that a name says; KeyError for any other."""
        if not self.rows:
            raise KeyError(name)
        for pattern, answer in PATTERNS:
            if match := re.fullmatch(pattern, name):
                return answer(self, match)
        raise KeyError(name)

    def row(self, which: str) -> dict[str, Any]:
        """Return a row by its number or by a word."""
        words = {
            "first": 1,
            "second": 2,
            "third": 3,
            "last": len(self.rows),
            "final": len(self.rows),
        }
        number = words[which] if which in words else int(which)
        return {row["n"]: row for row in self.rows}[number]


_PLACE = r"(first|second|third|last|final|[0-9]+)"
_PART = r"(interest|principal|instalment|payment|balance)"
PATTERNS: list[tuple[str, Callable[[Figures, re.Match[str]], Any]]] = [
    (_PLACE, lambda own, m: own.row(m[1])),
    (rf"(?:period|row|instalment_row|payment_row|n)_{_PLACE}", lambda own, m: own.row(m[1])),
    (rf"{_PLACE}_(?:period|row|amortising)", lambda own, m: own.row(m[1])),
    (r"rows|schedule|table|plan", lambda own, m: own.rows),
    (r"rows_([0-9]+)_([0-9]+)", lambda own, m: own.rows[int(m[1]) - 1 : int(m[2])]),
    (rf"{_PLACE}_{_PART}", lambda own, m: own.row(m[1])[m[2]]),
    (rf"{_PART}_{_PLACE}", lambda own, m: own.row(m[2])[m[1]]),
    (rf"{_PART}_(?:of_|after_|in_|at_)?(?:period_)?{_PLACE}", lambda own, m: own.row(m[2])[m[1]]),
    (
        r"(?:total_)?interest(?:_paid|_total|_rounded_schedule)?",
        lambda own, m: own["total_interest"],
    ),
    (r"total_interest_.*", lambda own, m: own["total_interest"]),
    (r"total(?:_payments?|_repaid|_due)?|sum_of_instalments", lambda own, m: own["total_paid"]),
    (r"(?:total|sum)_(?:of_)?principal", lambda own, m: sum(r["principal"] for r in own.rows)),
    (r"monthly_payment|instalment|emi|pmt|level_payment|payment_1", lambda own, m: own["payment"]),
    (r"periods|n|number_of_(?:periods|instalments|payments)", lambda own, m: len(own.rows)),
    (r"maturity|last_due(?:_date)?", lambda own, m: own.rows[-1]["due"]),
]
