"""Level payments as spreadsheets state them: unrounded, in whole numbers throughout."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from domain.claim import EXACT, Number
from domain.loan.annuity import level_payment, level_payment_over
from domain.loan.plan.spread import Pays, Portion, spans_of, spread
from domain.rate import E8
from tests.references.figures import Figures, a_year, fen, number_of_periods, rate, yuan

Inputs = Mapping[str, Any]


def _present_value(inputs: Inputs) -> int:
    return fen(inputs["present_value"] if "present_value" in inputs else inputs["principal"])


def _rates(inputs: Inputs) -> list[tuple[int, int]]:
    return [(rate(inputs["annual_rate"]).e8, a_year(inputs) * E8)] * number_of_periods(inputs)


def _rows(inputs: Inputs) -> list[Portion]:
    rates = spans_of(_rates(inputs))
    return spread(_present_value(inputs), rates, Pays.LEVEL, policy=EXACT)


def payment(inputs: Inputs) -> Figures:
    """Return the level payment at the end and at the start of every period."""
    rates, value = _rates(inputs), _present_value(inputs)
    over, of = rates[0]
    late = level_payment(value, len(rates), over=over, of=of, policy=EXACT)
    early = level_payment_over(value, rates, policy=EXACT, in_advance=True)
    return Figures(
        payment=yuan(late), payment_end_of_period=yuan(late), payment_start_of_period=yuan(early)
    )


def cumulative(inputs: Inputs) -> Figures:
    """Return principal and interest of a range of periods, and of the first."""
    rows, first, last = _rows(inputs), inputs["from_period"], inputs["to_period"]
    among = rows[first - 1 : last]
    principal, interest = _sum(row.principal for row in among), _sum(row.interest for row in among)
    found = Figures(cum_principal=principal, cum_interest=interest)
    found[f"cum_principal_{first}_{last}"] = principal
    found[f"cum_interest_{first}_{last}"] = interest
    for k in {1, first, last}:
        found[f"principal_period_{k}"] = yuan(rows[k - 1].principal)
        found[f"interest_period_{k}"] = yuan(rows[k - 1].interest)
    return found


def _sum(amounts: Any) -> Fraction:
    return yuan(sum(Fraction(amount) for amount in amounts))


class Parts(dict[str, Any]):
    """Interest and principal of a period, by the spreadsheet's name or in words."""

    def __init__(self, inputs: Inputs) -> None:
        """Hold what an example gives."""
        self.inputs = inputs

    def __missing__(self, name: str) -> Fraction:
        """Return what a name like ipmt, ipmt_3, interest_period_1 or principal_10 asks for."""
        asked = re.search(r"(ipmt|interest)|(ppmt|principal)|(pmt|payment)", name)
        if not asked:
            raise KeyError(name)
        kind = "ipmt_n" if asked[1] else "ppmt_n" if asked[2] else ""
        number = re.search(r"[0-9]+", name)
        n = int(number[0]) if number else int(self.inputs[kind] if kind else 1)
        row = _rows(self.inputs)[n - 1]
        parts: dict[str, Number] = {"ipmt_n": row.interest, "ppmt_n": row.principal}
        return yuan(parts.get(kind, row.interest + row.principal))


TOPICS = {
    "annuity payment": payment,
    "cumulative principal and interest": cumulative,
    "interest and principal part": Parts,
}
