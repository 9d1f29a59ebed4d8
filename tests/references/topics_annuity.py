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
    """Interest and principal of a period, by the spreadsheet's name or in words.

    An example asks for a period of its one loan (ipmt_n: 3), or gives a loan for each figure.
    """

    def __init__(self, inputs: Inputs) -> None:
        """Hold what an example gives."""
        self.inputs = inputs

    def __missing__(self, name: str) -> Fraction:
        """Return what a name like ipmt, ipmt_3, interest_period_1 or principal_10 asks for."""
        asked = re.search(r"(ipmt|interest)|(ppmt|principal)|(pmt|payment)", name)
        if not asked:
            raise KeyError(name)
        kind = "ipmt" if asked[1] else "ppmt" if asked[2] else ""
        if (loan := _loan_of(self.inputs, name, kind)) is not None:
            row = spread(*_as_spreadsheet(loan), Pays.LEVEL, policy=EXACT)[_which(loan) - 1]
        else:
            number = re.search(r"[0-9]+", name)
            n = int(number[0]) if number else int(self.inputs[f"{kind}_n"] if kind else 1)
            row = _rows(self.inputs)[n - 1]
        parts: dict[str, Number] = {"ipmt": row.interest, "ppmt": row.principal}
        return yuan(parts.get(kind, row.interest + row.principal))


def _loan_of(inputs: Inputs, name: str, kind: str) -> Inputs | None:
    """Return the loan that an example gives for one figure, with what all of them share."""
    loans = {key: own for key, own in inputs.items() if isinstance(own, Mapping | list)}
    named = [own for key, own in loans.items() if key == name]
    of_kind = [own for key, own in loans.items() if kind and key.startswith(kind)]
    if not (found := named or of_kind):
        return None
    own = found[0]
    # A list is as the spreadsheet takes it: rate of a period, period, periods, present value.
    given = own if isinstance(own, Mapping) else dict(zip(_ARGUMENTS, own, strict=False))
    shared = {"unit": inputs["period"]} if "period" in inputs else {}
    return {**inputs, **shared, **given}


_UNITS = {"monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year"}
_ARGUMENTS = ("rate", "per", "nper", "pv")


def _which(loan: Inputs) -> int:
    given = (loan[key] for key in ("per", "n", "k", "nth", "period") if key in loan)
    return int(next(n for n in given if not isinstance(n, str) or n.isdigit()))


def _as_spreadsheet(loan: Inputs) -> tuple[int, Any]:
    """Return the present value in fen and the rates of all periods."""
    value = next(loan[key] for key in ("pv", "present_value", "principal") if key in loan)
    named = [loan[key] for key in ("unit", "frequency", "period") if key in loan]
    unit = next((_UNITS.get(word, word) for word in named if isinstance(word, str)), "year")
    often = int(loan["per_year"]) if "per_year" in loan else a_year({"period": unit})
    if "rate" in loan:
        parts = [Fraction(part) for part in str(loan["rate"]).split("/")]
        period = parts[0] / (parts[1] if len(parts) > 1 else 1)
    else:
        period = Fraction(str(loan["annual_rate"])) / often
    count = next((loan[key] for key in ("nper", "periods") if key in loan), None)
    many = int(count) if count is not None else int(loan["years"]) * often
    return fen(value), spans_of([(period.numerator, period.denominator)] * many)


TOPICS = {
    "annuity payment": payment,
    "cumulative principal and interest": cumulative,
    "interest and principal part": Parts,
}
