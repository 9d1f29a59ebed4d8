"""A contract that is being calculated: its terms, and what follows from them once for all.

Source: ACTUS Technical Specification 1.1, 3.1-3.5 (schedules, end of month, business days).
"""

from datetime import date, datetime
from fractions import Fraction

from attrs import evolve, frozen

from domain.loan.actus.kinds import SEQUENCE, EventType
from domain.loan.actus.observed import Observed
from domain.loan.actus.schedule import Timing, counted_day, first_of, plus, schedule
from domain.loan.actus.state import Event
from domain.loan.actus.terms import ZERO, Recurrence, Series, Terms


@frozen(kw_only=True)
class Contract:
    """Terms, what is observed, and where the contract ends."""

    terms: Terms
    observed: Observed
    end: datetime  # Maturity, call or horizon.
    timing: Timing
    to: datetime | None = None  # What is later is not looked at.

    def first(self, series: Series) -> datetime | None:
        """Return when a series begins; None where nothing is said of it."""
        terms = self.terms
        return first_of(series, terms.initial_exchange_date, month_end=terms.month_end)

    def after(self, moment: datetime, recurrence: Recurrence, periods: int) -> datetime:
        """Return the moment so many periods on, or before where negative."""
        return plus(moment, recurrence.cycle, periods, month_end=self.terms.month_end)

    def moments(
        self, series: Series, end: datetime | None = None, *, with_end: bool = True
    ) -> list[datetime]:
        """Return the schedule of a series up to the contract's end, or to another."""
        return schedule(
            self.first(series),
            series.cycle,
            end or self.end,
            month_end=self.terms.month_end,
            with_end=with_end,
        )

    def event(self, kind: EventType, moment: datetime, value: Fraction = ZERO) -> Event:
        """Return an event that stands where it is agreed."""
        return Event(
            kind=kind,
            time=moment,
            scheduled=moment,
            counted=counted_day(moment),
            value=value,
            place=SEQUENCE[kind],
        )

    def shifted(self, kind: EventType, moment: datetime, value: Fraction = ZERO) -> Event:
        """Return an event of a cycle, shifted to a business day; the end itself is not."""
        event = self.event(kind, moment, value)
        if moment == self.end:
            return event
        time = self.timing.shifted(moment)
        return evolve(event, time=time, counted=self.timing.counted(moment, time))

    def shifted_day(self, moment: datetime) -> date:
        """Return the day to which interest counts for a moment of a cycle."""
        return self.shifted(EventType.IP, moment).counted
