"""What credit costs: returns of dated flows, and the rates of China, the United States and Europe.

An advance or a payment is [day, amount]; instead of a day, the number of equal months since the
first drawdown may stand, or of years where one is no whole number.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from domain.loan.cost import (
    Flow,
    Interval,
    apr_in_units,
    aprc,
    rate_of_return,
    return_in_years,
)

Inputs = Mapping[str, Any]
A_YEAR = {"week": 52, "fortnight": 26, "month": 12, "quarter": 4, "half_year": 2, "year": 1}


def _fen(text: Any) -> int:
    exact = Fraction(str(text)) * 100
    assert exact.denominator == 1, f"{text} is no whole fen"
    return exact.numerator


def _percent(e8: int) -> Fraction:
    return Fraction(e8, 10**6)


def dated_return(inputs: Inputs) -> Mapping[str, Any]:
    """Return the rate at which dated flows are worth nothing (XIRR)."""
    days = [(date.fromisoformat(day), _fen(amount)) for day, amount in inputs["flows"]]
    basis, first = int(inputs.get("year_days", 365)), days[0][0]
    years = [(Fraction((day - first).days, basis), amount) for day, amount in days]
    found = Fraction(return_in_years(years), 10**8)
    return {"xirr": found, "xirr_percent": found * 100, "irr": found}


def united_states(inputs: Inputs) -> Mapping[str, Any]:
    """Return the annual percentage rate of an advance and payments by unit-periods."""
    to_first = Fraction(int(inputs["whole_unit_periods_to_first_payment"]))
    to_first += Fraction(str(inputs.get("fraction_of_unit_period", 0)))
    payments = [_fen(inputs["payment"])] * int(inputs["payments"])
    for name, place in (("first_payment", 0), ("last_payment", -1)):
        if name in inputs:
            payments[place] = _fen(inputs[name])
    flows = [(Fraction(0), _fen(inputs["amount_advanced"]))]
    flows += [(to_first + k, -amount) for k, amount in enumerate(payments)]
    percent = _percent(apr_in_units(flows, Fraction(str(inputs["unit_periods_per_year"]))))
    return {"apr_percent": percent, "apr_percent_6dp": percent, "apr": percent / 100}


def _european(e8: int) -> Mapping[str, Any]:
    percent = _percent(e8)
    names = ("aprc_percent", "aprc_percent_1dp", "aprc_percent_6dp")
    return {**dict.fromkeys(names, percent), "aprc": percent / 100}


def european_by_days(inputs: Inputs) -> Mapping[str, Any]:
    """Return the annual percentage rate of charge, time in days of a year of 365."""
    return _european(_aprc(inputs, Interval.DAYS))


def european_by_months(inputs: Inputs) -> Mapping[str, Any]:
    """Return the same, time in equal months (and days, where there are some)."""
    return _european(_aprc(inputs, Interval.MONTHS))


def _aprc(inputs: Inputs, interval: Interval) -> int:
    moved = [(when, _fen(amount)) for when, amount in inputs["drawdowns"]]
    moved += [(when, -_fen(amount)) for when, amount in _listed(inputs["repayments"])]
    if all(isinstance(when, str) and when.count("-") == 2 for when, _ in moved):
        return aprc((Flow(date.fromisoformat(when), fen) for when, fen in moved), interval)
    times = [(Fraction(str(when)), fen) for when, fen in moved]
    in_years = any(when.denominator > 1 for when, _ in times)
    return return_in_years([(when if in_years else when / 12, fen) for when, fen in times])


def _listed(repayments: Any) -> Sequence[tuple[Any, Any]]:
    """Return repayments one by one; {count, amount} stands for one at the end of each month."""
    if isinstance(repayments, Mapping):
        return [(k + 1, repayments["amount"]) for k in range(int(repayments["count"]))]
    return [tuple(pair) for pair in repayments]


def annualised(inputs: Inputs) -> Mapping[str, Any]:
    """Return the annualised rate of equal payments, simple and compound."""
    fee = _fen(inputs.get("upfront_fee", 0))
    amounts = [_fen(inputs["principal"]) - fee]
    amounts += [-_fen(inputs["payment"])] * int(inputs["periods"])
    times = A_YEAR[inputs.get("period", "month")]
    simple = _percent(rate_of_return(amounts, times, compound=False))
    irr = _percent(rate_of_return(amounts, times, compound=True))
    return {
        "annualised_simple_percent": simple,
        "annualised_irr_percent": irr,
        "simple_6dp": simple,
        "irr_6dp": irr,
    }


TOPICS = {
    "dated internal rate of return": dated_return,
    "annual percentage rate": united_states,
    "APRC": european_by_days,
    "APRC with retained fee": european_by_days,
    "APRC, instalments on equal months": european_by_months,
    "annualised loan rate (贷款年化利率)": annualised,
    "等本等息 / card instalment fee converted to IRR": annualised,
}
