"""Values by the day from which they hold."""

from collections.abc import Iterable
from datetime import date
from typing import Generic, TypeVar

from attrs import frozen

T = TypeVar("T")


@frozen
class From(Generic[T]):
    """A value, the first day it holds, and where it comes from."""

    day: date
    value: T
    source: str = ""


@frozen
class Dated(Generic[T]):
    """Values in order of their first day; of two for one day, the later known wins."""

    values: tuple[From[T], ...] = ()

    def on(self, day: date) -> T | None:
        """Return the value that holds on a day; None before the first."""
        entry = self.entry(day)
        return entry.value if entry else None

    def entry(self, day: date) -> From[T] | None:
        """Return the value that holds on a day with its first day and source."""
        holding = [entry for entry in self.values if entry.day <= day]
        return holding[-1] if holding else None

    def turned(self, day: date, value: T, source: str = "") -> "Dated[T]":
        """Return these values before a day, and this one alone from then on."""
        before = Dated(tuple(entry for entry in self.values if entry.day < day))
        return before.with_value(day, value, source)

    def with_value(self, day: date, value: T, source: str = "") -> "Dated[T]":
        """Return these values and one more, which holds from a day until the next one's."""
        late = From(day, value, source)
        if not self.values or self.values[-1].day < day:  # As nearly all come: in order.
            return Dated((*self.values, late))
        kept: Iterable[From[T]] = (entry for entry in self.values if entry.day != day)
        return Dated(tuple(sorted((*kept, late), key=lambda e: e.day)))
