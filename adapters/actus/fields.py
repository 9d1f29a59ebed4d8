"""Single terms as they are published: numbers with blanks, timestamps, cycles, lists.

Source: ACTUS Data Dictionary 1.1 (types of terms); ISO 8601 (timestamps and periods).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeVar

from attrs import field, frozen

from domain.calendar import Cycle, Stub, Unit
from domain.loan.actus.terms import Recurrence

T = TypeVar("T")

_NUMBER: Final = re.compile(r"[-+]?(\d{1,30}(\.\d{0,40})?|\.\d{1,40})([eE][-+]?\d{1,2})?")
_TIMESTAMP: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.0+)?)?)?")
_CYCLE: Final = re.compile(r"P?(\d{1,4})([DWMQHY])(?:L([01])|([-+]))?")
_STUBS: Final = {"0": Stub.LONG, "+": Stub.LONG, "1": Stub.SHORT, "-": Stub.SHORT}
_NOTHING: Final = ("", "NULL", "null", "NA")
MIDNIGHT: Final = "24:00"  # Of the day that it ends; the standard writes 23:59:59 for it.


class FieldError(ValueError):
    """A field of a case cannot be read; the sentence says why."""

    def __init__(self, name: str, says: str) -> None:
        self.name, self.says = name, says
        super().__init__(f"{name}: {says}")


def number(name: str, value: Any) -> Fraction:
    """Return a number that is written as one or as text, exactly."""
    text = str(value).strip() if isinstance(value, int | str | float | Decimal) else ""
    if isinstance(value, bool) or not _NUMBER.fullmatch(text):
        raise FieldError(name, f"expected a number, not {_shown(value)}")
    return Fraction(text)


def timestamp(name: str, value: Any) -> datetime:
    """Return a moment written as 2013-01-31T00:00, with or without seconds."""
    found = _TIMESTAMP.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise FieldError(name, f"expected a timestamp like 2013-01-31T00:00:00, not {value!r}")
    day, minute, second = found[1], found[2] or "00:00", found[3] or "00"
    clock = "23:59:59" if minute == MIDNIGHT else f"{minute}:{second}"
    try:
        return datetime.fromisoformat(f"{day}T{clock}")
    except ValueError as error:
        raise FieldError(name, f"{value!r} is no moment: {error}") from error


def recurrence(name: str, value: Any) -> Recurrence:
    """Return a cycle like P1ML0 (a long last stub), P1ML1 (a short one) or 1M-."""
    found = _CYCLE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[1]) == 0:
        raise FieldError(name, f"expected a cycle like P1ML0, not {_shown(value)}")
    stub = _STUBS.get(found[3] or found[4], Stub.SHORT)
    return Recurrence(Cycle(int(found[1]), Unit(found[2])), stub)


def period(name: str, value: Any) -> Cycle | None:
    """Return a period like P1M; None for one of no length."""
    found = _CYCLE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or found[3] or found[4]:
        raise FieldError(name, f"expected a period like P1M, not {_shown(value)}")
    return Cycle(int(found[1]), Unit(found[2])) if int(found[1]) else None


def entries(value: Any) -> list[Any]:
    """Return the entries of an array term: a list, one value, or "[a, b]" as text."""
    if isinstance(value, str) and value.strip().startswith("["):
        return [part.strip() for part in value.strip().strip("[]").split(",")]
    return list(value) if isinstance(value, list) else [value]


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}…"


@frozen
class Fields:
    """The terms of one case by their published names."""

    values: Mapping[str, Any]
    asked: set[str] = field(factory=set)  # Every name that anybody asked for.

    def raw(self, *names: str) -> tuple[str, Any]:
        """Return the first of some names that is given, with its value; None where none is."""
        self.asked.update(names)
        for name in names:
            value = self.values.get(name)
            if value is not None and not (isinstance(value, str) and value.strip() in _NOTHING):
                return name, value
        return names[0], None

    def number(self, *names: str) -> Fraction | None:
        """Return a number under one of its names."""
        name, value = self.raw(*names)
        return None if value is None else number(name, value)

    def timestamp(self, name: str) -> datetime | None:
        """Return a moment."""
        name, value = self.raw(name)
        return None if value is None else timestamp(name, value)

    def recurrence(self, name: str) -> Recurrence | None:
        """Return a cycle."""
        name, value = self.raw(name)
        return None if value is None else recurrence(name, value)

    def period(self, *names: str) -> Cycle | None:
        """Return a period; None where it has no length or is not given."""
        name, value = self.raw(*names)
        return None if value is None else period(name, value)

    def text(self, *names: str) -> str | None:
        """Return a text."""
        name, value = self.raw(*names)
        if value is None or isinstance(value, str):
            return value if value is None else value.strip()
        raise FieldError(name, f"expected text, not {_shown(value)}")

    def choice(self, name: str, choices: Mapping[str, T]) -> T | None:
        """Return what a code stands for."""
        code = self.text(name)
        if code is None:
            return None
        if code not in choices:
            raise FieldError(name, f"{code!r} is not one of {', '.join(choices)}")
        return choices[code]

    def array(self, name: str) -> list[Any]:
        """Return the entries of an array; none where it is not given."""
        _, value = self.raw(name)
        return [] if value is None else entries(value)

    def needed(self, name: str, value: T | None) -> T:
        """Return a value that must be given."""
        if value is None:
            raise FieldError(name, "is needed and not given")
        return value

    def ignored(self) -> Sequence[str]:
        """Return the names that nobody asked for."""
        return sorted(self.values.keys() - self.asked)
