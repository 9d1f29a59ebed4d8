"""Rows beside those that a file states: every difference, by case, row and field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from adapters.actus.cases import Case
from adapters.actus.fields import FieldError, number, timestamp
from adapters.problems import Unreadable
from domain.loan.actus import Row
from domain.loan.actus.exact import Exact, exact

TOLERANCE: Final = Fraction(1, 10**8)
NUMBERS: Final = {
    "payoff": "payoff",
    "notionalPrincipal": "balance",
    "nominalInterestRate": "rate",
    "accruedInterest": "accrued",
}
Key = tuple[datetime, str]


@frozen
class Difference:
    """What is not as stated."""

    case: str
    row: int  # From 1; that of the file, or, where the file lacks it, of what was calculated.
    field: str
    says: str

    def __str__(self) -> str:
        return f"case {self.case}, row {self.row}, {self.field}: {self.says}"


@frozen
class Comparison:
    """What a comparison found."""

    cases: int
    rows: int  # Of the file.
    differences: Sequence[Difference]


@frozen
class Stated:
    """A row as the file states it."""

    key: Key
    currency: str | None
    numbers: dict[str, Fraction]


def compare_cases(
    calculated: Iterable[tuple[Case, Sequence[Row]]], content: Mapping[str, Any]
) -> Comparison:
    """Return how cases compare with the results in their file; Unreadable where it has none."""
    cases, rows = 0, 0
    differences: list[Difference] = []
    for case, found in calculated:
        stated = stated_rows(case.name, content[case.name])
        differences += compare(case, found, stated)
        cases, rows = cases + 1, rows + len(stated)
    return Comparison(cases, rows, differences)


def stated_rows(name: str, case: Any) -> list[Stated]:
    """Return the results of a case; Unreadable, naming case and field, where they are none."""
    results = case.get("results")
    if not isinstance(results, list):
        raise Unreadable((f"case {name}: results: expected a list to compare with",))
    try:
        return [_stated(f"results[{place}]", row) for place, row in enumerate(results)]
    except FieldError as error:
        raise Unreadable((f"case {name}: {error}",)) from error


def _stated(where: str, row: Any) -> Stated:
    if not isinstance(row, dict):
        raise FieldError(where, "expected an object")
    return Stated(
        (timestamp(f"{where}.eventDate", row.get("eventDate")), str(row.get("eventType")).strip()),
        row.get("currency"),
        {name: number(f"{where}.{name}", row[name]) for name in NUMBERS if name in row},
    )


def compare(case: Case, rows: Sequence[Row], stated: Sequence[Stated]) -> list[Difference]:
    """Return every difference of more than 1e-8, of date or of type, in the order of the rows."""
    found = [(row.time, row.kind.value) for row in rows]
    wanted = [row.key for row in stated]
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    differences: list[Difference] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            for place in range(last - first):
                pair = (rows[start + place], stated[first + place])
                differences += _of_numbers(case.name, first + place + 1, *pair)
            continue
        for place in range(first, last):
            differences.append(_absent(case.name, place + 1, wanted[place], "is not calculated"))
        for place in range(start, end):
            differences.append(_absent(case.name, place + 1, found[place], "is not in the file"))
    return differences


def _absent(case: str, row: int, key: Key, says: str) -> Difference:
    return Difference(case, row, "eventDate, eventType", f"{key[0].isoformat()} {key[1]} {says}")


def _of_numbers(case: str, place: int, row: Row, stated: Stated) -> Iterator[Difference]:
    """Yield the differences between a row and what is stated for the same event."""
    when = f"{row.time.isoformat()} {row.kind}"
    if stated.currency not in (None, row.currency):
        said = f"{when}: {stated.currency} stated, {row.currency} calculated"
        yield Difference(case, place, "currency", said)
    for name, wanted in stated.numbers.items():
        value: Exact = exact(getattr(row, NUMBERS[name])) - wanted
        if value > TOLERANCE or value < -TOLERANCE:
            said = f"{when}: {_shown(exact(wanted))} stated, {_shown(value + wanted)} calculated"
            yield Difference(case, place, name, said)


def _shown(value: Exact) -> str:
    """Return a number with ten decimals, for people to compare."""
    scaled = value.scaled(10)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{abs(scaled) // 10**10}.{abs(scaled) % 10**10:010d}"
