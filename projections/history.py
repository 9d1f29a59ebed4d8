"""Every recorded event by its stream: what the views of one loan, customer or file are folded from.

A stream is short, so its events are the rows: what is known of one thing by an index is the fold
of a few lines, by the same functions that decide on it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.recorded import Fact
from projections.view import EVERY, FOREVER, Event, Line, Lines, Reader


@frozen(kw_only=True)
class Recorded:
    """An event with who recorded it, when, and on whose authority."""

    stream: str
    version: int
    name: str  # "loan.repayment_recorded".
    recorded_at: str  # ISO 8601, UTC.
    actor: str
    branch: str | None
    command_id: str
    cause: str | None
    approval: tuple[str, ...]
    policy: tuple[str, ...]
    event: Event


def recorded(fact: Fact, event: Any) -> Iterator[tuple[date, Recorded]]:
    """Yield the fact as one line."""
    context = fact.context
    yield (
        fact.on,
        Recorded(
            stream=fact.stream,
            version=fact.version,
            name=fact.name,
            recorded_at=fact.recorded_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            actor=context.actor,
            branch=context.branch,
            command_id=context.command_id,
            cause=context.cause,
            approval=context.approval,
            policy=context.policy,
            event=event,
        ),
    )


HISTORY: Final = Lines(name="history", row=Recorded, of={EVERY: recorded}, by=("stream", "actor"))

Histories = Mapping[str, Sequence[Line[Recorded]]]


def histories(reader: Reader, streams: Collection[str], last: int | None = None) -> Histories:
    """Return what is known of each stream, in order, from whatever day it counts.

    last is the last index wanted (None: all that is known).
    """
    found: dict[str, list[Line[Recorded]]] = {stream: [] for stream in streams}
    for line in reader.on(FOREVER).lines(HISTORY, {"stream": streams}, last=last):
        found[line.row.stream].append(line)
    return found


def in_effect(history: Sequence[Line[Recorded]], day: date) -> list[Line[Recorded]]:
    """Return the lines that count on or before a day."""
    return [line for line in history if line.on <= day]


def events_of(lines: Sequence[Line[Recorded]]) -> list[Any]:
    """Return the events of lines, in their order."""
    return [line.row.event for line in lines]
