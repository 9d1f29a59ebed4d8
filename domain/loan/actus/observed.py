"""What the world says about a contract: market values, and events from outside.

Source: ACTUS Technical Specification 1.1, risk factor observer.  The value in force is the latest
at or before the time asked, as in the published cases.
"""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from attrs import field, frozen

from domain.loan.actus.kinds import EventType
from domain.loan.actus.terms import ZERO, TermsError


@frozen
class Observation:
    """An event from outside the contract: a call, a prepayment, a credit event."""

    kind: EventType
    time: datetime
    value: Fraction = ZERO


def _ordered(values: Mapping[datetime, Fraction]) -> tuple[list[datetime], list[Fraction]]:
    times = sorted(values)
    return times, [values[time] for time in times]


@frozen
class MarketSeries:
    """What was observed of one index or rate, by time."""

    code: str
    _values: tuple[list[datetime], list[Fraction]] = field(converter=_ordered)

    def at(self, time: datetime) -> Fraction | None:
        """Return the latest value at or before a time; None before the first."""
        times, values = self._values
        place = bisect_right(times, time)
        return values[place - 1] if place else None


@frozen
class Observed:
    """All that the world says about a contract."""

    series: Mapping[str, MarketSeries] = field(factory=dict)
    events: tuple[Observation, ...] = ()

    def value(self, code: str | None, time: datetime, *, of: str) -> Fraction:
        """Return the value in force; TermsError, naming the term `of`, where there is none."""
        if code is None:
            raise TermsError(of, "is needed to look a value up and is not given")
        series = self.series.get(code)
        if series is None:
            raise TermsError(of, f"nothing was observed of {code!r}")
        value = series.at(time)
        if value is None:
            raise TermsError(of, f"nothing was observed of {code!r} by {time.isoformat()}")
        return value

    def of_kind(self, *kinds: EventType) -> list[Observation]:
        """Return the observed events of some kinds, in order of their time."""
        return sorted((e for e in self.events if e.kind in kinds), key=lambda e: e.time)
