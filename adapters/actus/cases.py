"""Cases of a file: read, calculated, and written with their rows."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from adapters.actus.fields import FieldError, Fields, number, timestamp
from adapters.actus.terms import read_terms
from adapters.problems import Unknown, Unreadable
from domain.loan.actus import Observed, Row, Terms, TermsError, run
from domain.loan.actus.exact import Exact, exact
from domain.loan.actus.kinds import EventType
from domain.loan.actus.observed import MarketSeries, Observation
from domain.loan.plan import Contradiction

PLACES: Final = 15  # Decimal places that are written; more than the published files carry.
WITH_AMOUNTS: Final = (EventType.PP, EventType.PR, EventType.PI)


@frozen
class Case:
    """One contract, with what is observed and how far it is looked at."""

    name: str
    terms: Terms
    observed: Observed
    to: datetime | None
    ignored: Collection[str] = ()  # Terms that are not known, and have no effect.

    def rows(self) -> list[Row]:
        """Return the rows; Contradiction, naming case and term, where it cannot be calculated."""
        try:
            return run(self.terms, self.observed, self.to)
        except TermsError as error:
            raise Contradiction(f"case {self.name}: {error.term}", error.says) from error


def read_cases(content: Any, only: Collection[str] = ()) -> list[Case]:
    """Return the cases of a file, or only some of them by name.

    Raises Unreadable with a sentence for every case that cannot be read, naming case and field,
    and Unknown for a name that the file does not have.
    """
    if not isinstance(content, dict):
        raise Unreadable(("expected an object of cases by their names",))
    if lacking := sorted(set(only) - content.keys()):
        raise Unknown(f"there is no case {', '.join(lacking)} in the file")
    found, problems = [], []
    for name, case in content.items():
        if only and name not in only:
            continue
        try:
            found.append(_read(name, case))
        except FieldError as error:
            problems.append(f"case {name}: {error}")
    if problems:
        raise Unreadable(problems)
    return found


def run_cases(content: Any, only: Collection[str] = ()) -> dict[str, Any]:
    """Return the cases of a file, each with its rows in place of its results.

    Numbers are Decimals.  All cases are calculated, or Unreadable or Contradiction is raised.
    """
    return {
        case.name: with_rows(content[case.name], case.rows()) for case in read_cases(content, only)
    }


def with_rows(case: Mapping[str, Any], rows: Iterable[Row]) -> dict[str, Any]:
    """Return a case of a file with other results."""
    return {**case, "results": [written(row) for row in rows]}


def written(row: Row) -> dict[str, Any]:
    """Return a row under its published names."""
    return {
        "eventDate": row.time.isoformat(),
        "eventType": row.kind.value,
        "payoff": _decimal(row.payoff),
        "currency": row.currency,
        "notionalPrincipal": _decimal(row.balance),
        "nominalInterestRate": _decimal(row.rate),
        "accruedInterest": _decimal(row.accrued),
    }


def _decimal(value: Exact | Fraction) -> Decimal:
    """Return an exact number as it is written, without zeros at its end."""
    scaled = exact(value).scaled(PLACES)
    digits = f"{abs(scaled):0{PLACES + 1}d}"
    text = f"{digits[:-PLACES]}.{digits[-PLACES:]}".rstrip("0").rstrip(".")
    return Decimal(f"-{text}" if scaled < 0 else text)


def _read(name: str, case: Any) -> Case:
    if not isinstance(case, dict) or not isinstance(case.get("terms"), dict):
        raise FieldError("terms", "is needed and not given")
    fields = Fields(case["terms"])
    terms = read_terms(fields)
    to = Fields(case).timestamp("to")
    return Case(name, terms, _observed(case, terms), to, fields.ignored())


def _observed(case: Mapping[str, Any], terms: Terms) -> Observed:
    series = case.get("dataObserved") or {}
    events = case.get("eventsObserved") or []
    if not isinstance(series, dict):
        raise FieldError("dataObserved", "expected an object of series by their codes")
    if not isinstance(events, list):
        raise FieldError("eventsObserved", "expected a list")
    return Observed(
        {code: _market(code, said) for code, said in series.items()},
        tuple(_events(events, terms.contract_id)),
    )


def _market(code: str, said: Any) -> MarketSeries:
    where = f"dataObserved.{code}"
    points = said.get("data") if isinstance(said, dict) else None
    if not isinstance(points, list) or not all(isinstance(point, dict) for point in points):
        raise FieldError(where, "expected data with a list of timestamps and values")
    return MarketSeries(
        code,
        {
            timestamp(f"{where}.timestamp", point.get("timestamp")): number(
                f"{where}.value", point.get("value")
            )
            for point in points
        },
    )


def _events(events: list[Any], contract_id: str) -> Iterator[Observation]:
    """Yield the observed events of this contract; one that names none is of it."""
    for place, event in enumerate(events):
        where = f"eventsObserved[{place}]"
        if not isinstance(event, dict):
            raise FieldError(where, "expected an object")
        if event.get("contractId") not in (None, "", contract_id):
            continue
        kind = event.get("type")
        if not isinstance(kind, str) or kind not in EventType.__members__:
            raise FieldError(f"{where}.type", f"{kind!r} is no type of event")
        amount = kind in WITH_AMOUNTS
        yield Observation(
            EventType(kind),
            timestamp(f"{where}.time", event.get("time")),
            number(f"{where}.value", event.get("value")) if amount else Fraction(0),
        )
