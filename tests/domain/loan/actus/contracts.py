"""Contracts for the tests, by the published names of their terms, and their rows as text."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from adapters.actus import read_cases
from domain.loan.actus import Row

# A year of 1,000 at 12 % by months of 30 days, paid out on 1 January 2020.
BASE = {
    "contractID": "own",
    "contractRole": "RPA",
    "currency": "CNY",
    "statusDate": "2019-12-31T00:00:00",
    "initialExchangeDate": "2020-01-01T00:00:00",
    "maturityDate": "2021-01-01T00:00:00",
    "notionalPrincipal": "1000",
    "nominalInterestRate": "0.12",
    "dayCountConvention": "30E360",
}
HALF_YEARLY = {"cycleOfInterestPayment": "P6ML1"}
REDEEMED_QUARTERLY = {"cycleOfPrincipalRedemption": "P3ML1", "cycleOfInterestPayment": "P3ML1"}


def case(
    kind: str,
    *more: Mapping[str, Any],
    to: str = "",
    market: Mapping[str, Mapping[str, str]] = {},
    events: Sequence[tuple[str, str, str]] = (),
    **terms: Any,
) -> dict[str, Any]:
    """Return a case: a type, groups of terms and single ones, values by code and day, events.

    A term that is None is left out.  Days are ISO dates; events are (day, type, value).
    """
    given: dict[str, Any] = {"contractType": kind, **BASE}
    for group in more:
        given |= group
    given |= terms
    return {
        "terms": {name: value for name, value in given.items() if value is not None},
        "to": to,
        "dataObserved": {
            code: {
                "data": [
                    {"timestamp": f"{day}T00:00:00", "value": value}
                    for day, value in values.items()
                ]
            }
            for code, values in market.items()
        },
        "eventsObserved": [
            {"time": f"{day}T00:00:00", "type": kind, "value": value} for day, kind, value in events
        ],
        "results": [],
    }


def rows(kind: str, *more: Mapping[str, Any], **given: Any) -> list[Row]:
    """Return the rows of a case; see case."""
    (read,) = read_cases({"own": case(kind, *more, **given)})
    return read.rows()


def said(found: Sequence[Row], *kinds: str) -> list[str]:
    """Return rows as "day type payoff", of some types or all."""
    return [
        f"{row.time.date()} {row.kind} {plain(row.payoff.fraction)}"
        for row in found
        if not kinds or row.kind in kinds
    ]


def plain(number: Fraction) -> str:
    """Return a number as a decimal where it is one, else as a quotient."""
    if number.denominator == 1:
        return str(number.numerator)
    for places in range(1, 9):
        scaled = number * 10**places
        if scaled.denominator == 1:
            digits = f"{abs(scaled.numerator):0{places + 1}d}"
            sign = "-" if number < 0 else ""
            return f"{sign}{digits[:-places]}.{digits[-places:]}"
    return str(number)
