"""Commands are sent in chunks; what is not taken goes to a quarantine, with the reason."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, Protocol, TextIO, runtime_checkable

from attrs import define, field

from adapters.bus import Bus, Outcome
from adapters.problems import Conflict, Stale, Unreadable
from adapters.takeover.calls import Call, Item, Unread
from domain.log.rules import LOG_IS_OPEN
from domain.rules import Refused

CHUNK: Final = 1_000  # Commands in a transaction: what it costs to flush is shared by them.

Progress = Callable[[int, int, str], None]  # How many are done, of how many, of what.
Calls = Sequence[tuple[str, Mapping[str, Any], str]]


class Table(Protocol):
    """A table that is written row by row."""

    def writerow(self, row: Iterable[str], /) -> object:
        """Write a row."""


@runtime_checkable
class ManyBus(Protocol):
    """A bus that takes many commands in one transaction."""

    def run_many(self, calls: Calls) -> Sequence[Outcome | Exception]:
        """Run (name, fields, key) in order; an error stands in the place of its command."""


@define
class Tally:
    """What became of what was read, by what it is counted as."""

    taken: Counter[str] = field(factory=Counter)
    repeated: Counter[str] = field(factory=Counter)  # Of those taken: had been taken before.
    quarantined: Counter[str] = field(factory=Counter)
    reasons: Counter[tuple[str, str]] = field(factory=Counter)  # (what, reason).


def send(
    items: Iterable[Item], bus: Bus, quarantine: TextIO, progress: Callable[[int], None]
) -> Tally:
    """Send the commands in order and return what became of each.

    The quarantine is a table in CSV: place, what, reason.
    What breaks off all of it is raised, as Unavailable or a journal that is not open; the same
    can then be sent again.
    """
    tally, left, done, aside = Tally(), iter(items), 0, csv.writer(quarantine)
    aside.writerow(("place", "what", "reason"))
    while chunk := list(islice(left, CHUNK)):
        calls = [item for item in chunk if isinstance(item, Call)]
        for unread in (item for item in chunk if isinstance(item, Unread)):
            _set_aside(tally, aside, unread)
        for call, result in zip(calls, _run(bus, calls), strict=True):
            _count(tally, aside, call, result)
        done += len(chunk)
        progress(done)
    return tally


def _run(bus: Bus, calls: Sequence[Call]) -> Iterator[Outcome | Exception]:
    if isinstance(bus, ManyBus):
        yield from bus.run_many([(call.name, call.fields, call.key) for call in calls])
        return
    for call in calls:
        try:
            yield bus.run(call.name, call.fields, key=call.key)
        except (Refused, Unreadable, Conflict, Stale) as error:
            yield error


def _count(tally: Tally, aside: Table, call: Call, result: Outcome | Exception) -> None:
    match result:
        case Outcome():
            for what in (call.what, *call.also):
                tally.taken[what] += 1
                tally.repeated[what] += result.repeated
        case Refused(rule=rule) if rule is LOG_IS_OPEN:
            raise result
        case Refused() | Unreadable() | Conflict() | Stale():
            reason = f"{call.name}: {result}"
            for what in (call.what, *call.also):
                _set_aside(tally, aside, Unread(what=what, place=call.place, reason=reason))
        case _:
            raise result


def _set_aside(tally: Tally, aside: Table, unread: Unread) -> None:
    """Write where the row is and why it was not taken; its content stays where it is."""
    tally.quarantined[unread.what] += 1
    tally.reasons[unread.what, unread.reason.split(" {")[0]] += 1
    aside.writerow((unread.place, unread.what, unread.reason))
