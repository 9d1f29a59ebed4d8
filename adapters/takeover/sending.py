"""Commands are sent in chunks; what is not taken goes to a quarantine, with the reason."""

import csv
import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final, Protocol, TextIO, TypeVar, runtime_checkable

from attrs import define, field

from adapters.bus import AT_ONCE, Bus, Outcome, Turn
from adapters.problems import Conflict, Stale, Unreadable
from adapters.takeover.calls import Call, Item, Unread
from domain.log.rules import LOG_IS_OPEN
from domain.rules import Refused

CHUNK: Final = 1_000  # Commands in a transaction: what it costs to flush is shared by them.

Progress = Callable[[int, int, str], None]  # How many are done, of how many, of what.
Calls = Sequence[tuple[str, Mapping[str, Any], str]]
T = TypeVar("T")


@runtime_checkable
class ManyBus(Protocol):
    """A bus that takes many commands in one transaction."""

    def run_many(self, calls: Calls, turn: Turn) -> Sequence[Outcome | Exception]:
        """Run (name, fields, key) in order; an error stands in the place of its command."""


@define
class Tally:
    """What became of what was read, by what it is counted as."""

    read: int = 0
    taken: Counter[str] = field(factory=Counter)
    repeated: Counter[str] = field(factory=Counter)  # Of those taken: had been taken before.
    quarantined: Counter[str] = field(factory=Counter)
    reasons: Counter[tuple[str, str]] = field(factory=Counter)  # (what, reason).

    def add(self, other: "Tally") -> None:
        """Add what became of more."""
        self.read += other.read
        self.taken.update(other.taken)
        self.repeated.update(other.repeated)
        self.quarantined.update(other.quarantined)
        self.reasons.update(other.reasons)


@define
class Sent(Tally):
    """What became of one chunk, with each thing of it that was not taken."""

    aside: list[Unread] = field(factory=list)

    def set_aside(self, unread: Unread) -> None:
        """Note where the row is and why it was not taken; its content stays where it is."""
        self.quarantined[unread.what] += 1
        self.reasons[unread.what, unread.reason.split(" {")[0]] += 1
        self.aside.append(unread)

    def take(self, call: Call, result: Outcome | Exception) -> None:
        """Count what came of a command; what breaks off all of it is raised."""
        match result:
            case Outcome():
                for what in (call.what, *call.also):
                    self.taken[what] += 1
                    self.repeated[what] += result.repeated
            case Refused(rule=rule) if rule is LOG_IS_OPEN:
                raise result
            case Refused() | Unreadable() | Conflict() | Stale():
                reason = f"{call.name}: {result}"
                for what in (call.what, *call.also):
                    self.set_aside(Unread(what=what, place=call.place, reason=reason))
            case _:
                raise result


def chunks(things: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Yield things in order, so many at a time."""
    left = iter(things)
    while chunk := list(islice(left, size)):
        yield chunk


def send(chunk: Sequence[Item], bus: Bus, turn: Turn = AT_ONCE) -> Sent:
    """Send the commands of a chunk in order, saved together in a turn, and return what came of it.

    What breaks off all of it is raised, as Unavailable or a journal that is not open; the same
    can then be sent again.
    """
    sent, calls = Sent(read=len(chunk)), [item for item in chunk if isinstance(item, Call)]
    for unread in (item for item in chunk if isinstance(item, Unread)):
        sent.set_aside(unread)
    for call, result in zip(calls, _run(bus, calls, turn), strict=True):
        sent.take(call, result)
    return sent


def collect(parts: Iterable[Sent], quarantine: TextIO, progress: Callable[[int], None]) -> Tally:
    """Return what became of all parts, and write what was not taken.

    The quarantine is a table in CSV: place, what, reason.
    """
    tally, aside = Tally(), csv.writer(quarantine)
    aside.writerow(("place", "what", "reason"))
    for part in parts:
        aside.writerows((unread.place, unread.what, unread.reason) for unread in part.aside)
        tally.add(part)
        progress(tally.read)
    return tally


@contextmanager
def in_bulk() -> Iterator[None]:
    """Look for no cycles in this block: rows and records hold none, and looking takes a seventh."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def _run(bus: Bus, calls: Sequence[Call], turn: Turn) -> Iterator[Outcome | Exception]:
    if isinstance(bus, ManyBus):
        yield from bus.run_many([(call.name, call.fields, call.key) for call in calls], turn)
        return
    for call in calls:
        try:
            yield bus.run(call.name, call.fields, key=call.key)
        except (Refused, Unreadable, Conflict, Stale) as error:
            yield error
