"""Drawdowns as known by an index, on a day: what their register and the use of funds share."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.calendar import CalendarUsed
from domain.drawdown import DRAWDOWN
from domain.drawdown.events import DrawdownReleased, DrawdownRequested, PaymentDelayed
from domain.drawdown.state import Drawing, evolve
from domain.drawdown.values import Payee
from domain.recorded import Fact
from projections.history import Recorded, histories, in_effect
from projections.view import Line, Lines, Question, Reader

SCAN_MAX: Final = 1_000


@frozen(kw_only=True)
class Requested:
    """A drawdown that was requested."""

    drawdown_id: str
    contract_id: str
    customer_id: str
    loan_id: str


def requested(fact: Fact, event: DrawdownRequested) -> Iterator[tuple[date, Requested]]:
    """Yield the drawdown under its contract, borrower and note."""
    row = Requested(
        drawdown_id=fact.id,
        contract_id=event.contract_id,
        customer_id=event.customer_id,
        loan_id=event.loan_id,
    )
    yield fact.on, row


DRAWDOWNS: Final = Lines(
    name="drawdown",
    row=Requested,
    of={DrawdownRequested: requested},
    by=("drawdown_id", "contract_id", "customer_id", "loan_id"),
)


@frozen(kw_only=True)
class DrawdownOn:
    """A drawdown on a day, as known by an index."""

    drawdown_id: str
    day: date
    drawing: Drawing
    requested: DrawdownRequested
    lines: Sequence[Line[Recorded]]  # Of the history, that count on or before the day.

    def complete_by(self, payee: Payee) -> date | None:
        """Return the last day for a payment; None before it was paid, or where it is undone."""
        limit = self._limit(payee)
        return limit.complete_by if limit else None

    def counted_by(self, payee: Payee) -> CalendarUsed | None:
        """Return the calendar by which that day was counted; None where no record says."""
        limit = self._limit(payee)
        return limit.calendar if limit else None

    def _limit(self, payee: Payee) -> DrawdownReleased | PaymentDelayed | None:
        if self.drawing.released is None or self.drawing.undone:
            return None
        return self.drawing.delayed.get(payee.payee_id) or self.drawing.released

    def overdue(self, payee: Payee) -> bool:
        """Say whether a payment had to be completed, and has not arrived."""
        by = self.complete_by(payee)
        return by is not None and by < self.day and payee.payee_id not in self.drawing.arrived


def drawdowns_on(reader: Reader, ids: Collection[str]) -> Iterator[DrawdownOn]:
    """Yield the drawdowns of these numbers that are there on the day, in the order given."""
    known = histories(reader, [f"drawdown-{name}" for name in ids])
    for name in ids:
        lines = in_effect(known[f"drawdown-{name}"], reader.day)
        drawing = reduce(evolve, [_event(line) for line in lines], DRAWDOWN.initial)
        if drawing.requested is not None:
            yield DrawdownOn(
                drawdown_id=name,
                day=reader.day,
                drawing=drawing,
                requested=drawing.requested,
                lines=lines,
            )


def _event(line: Line[Recorded]) -> Any:
    return line.row.event


def drawdowns_asked(reader: Reader, question: Question, limit: int) -> Sequence[str]:
    """Return the drawdowns that a question narrows to, in order."""
    after = question.after or ""
    if asked := question.where("drawdown_id", "contract_id", "customer_id", "loan_id"):
        ids = {line.row.drawdown_id for line in reader.lines(DRAWDOWNS, asked)}
        return sorted(name for name in ids if name > after)[:limit]
    return reader.keys(DRAWDOWNS, "drawdown_id", after=after, limit=limit)
