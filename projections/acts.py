"""Every recorded act by its stream: what a view folds that asks for one loan, customer or file.

Events are kept with references in place of personal fields, as all lines are.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from attrs import frozen

from domain.catalogue import DECIDER_OF
from domain.recorded import Context, Fact
from projections.view import EVERY, FOREVER, Event, Line, Lines, Reader


@frozen(kw_only=True)
class Act:
    """One event with its place in its stream."""

    stream: str
    version: int  # From 1, without gaps.
    actor: str
    recorded_at: datetime
    context: Context
    event: Event


def act(fact: Fact, event: Event) -> Iterator[tuple[date, Act]]:
    """Yield the one line of a fact."""
    row = Act(
        stream=fact.stream,
        version=fact.version,
        actor=fact.context.actor,
        recorded_at=fact.recorded_at,
        context=fact.context,
        event=event,
    )
    yield fact.on, row


ACTS: Final = Lines(name="act", row=Act, of={EVERY: act}, by=("stream", "actor"))


def acts_of(reader: Reader, category: str, ids: Collection[str]) -> dict[str, list[Line[Act]]]:
    """Return all that is known of some streams of a category, by id, whenever it counts.

    An id of which nothing is known is missing.
    """
    streams = [f"{category}-{each}" for each in ids]
    found: dict[str, list[Line[Act]]] = {}
    for line in reader.on(FOREVER).lines(ACTS, {"stream": streams}) if streams else ():
        found.setdefault(line.row.stream.partition("-")[2], []).append(line)
    return found


def events_of(lines: Sequence[Line[Act]]) -> list[Any]:
    """Return the events of lines."""
    return [line.row.event for line in lines]


def states_of(reader: Reader, category: str, ids: Collection[str]) -> Mapping[str, Any]:
    """Return the states that all that is known leads to, by id."""
    decider = DECIDER_OF[category]
    found = acts_of(reader, category, ids)
    return {each: decider.fold(events_of(found[each])) for each in ids if each in found}


def ids_of(reader: Reader, category: str, *, after: str = "", limit: int) -> Sequence[str]:
    """Return the ids of a category of which something counts on the reader's day, in order."""
    prefix = f"{category}-"
    streams = reader.keys(ACTS, "stream", after=prefix + after, limit=limit)
    return [stream.removeprefix(prefix) for stream in streams if stream.startswith(prefix)]
