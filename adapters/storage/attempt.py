"""One attempt at a command: what it read, what it decided, and what would be saved."""

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping, Sequence, Set
from typing import Any, TypeVar

import attrs
from attrs import define, field, frozen

from adapters.calendars import china
from adapters.problems import Stale
from adapters.storage.digests import digest
from adapters.storage.scribe import Entry, Place, Scribe
from adapters.storage.seen import seen_of
from adapters.storage.store import CommandRow, GuardRow
from domain.catalogue import DECIDER_OF, EVENT_NAMES, SPEC_OF
from domain.decider import Decider
from domain.facts.seen import Seen
from domain.facts.staff import Staff
from domain.fields import (
    CALENDAR,
    INVOLVED,
    JOURNAL,
    RELATED,
    SEEN,
    LookUp,
    led_to,
    streams_of,
)


@frozen
class Stream:
    """A stream as far as it was read: its version, the digest of its last record, its state."""

    version: int
    prev: str | None
    state: Any


@define
class Attempt:
    """Decides a command, and those that must be accepted with it, on streams as they now are."""

    load: Callable[[str, Decider[Any, Any, Any]], Stream]
    guard_stream: Callable[[str], str | None]  # Keyed identity -> stream; None where it is new.
    scribe: Scribe
    log: str
    close_up: Callable[[], Any] = lambda: None  # Sums up the whole journal.
    related: Callable[[str], Any] = lambda _customer: None  # Who hangs together with a customer.
    involved: Callable[[str], Any] = lambda _customer: None  # What names a customer.
    context: dict[str, Any] = field(factory=dict)
    streams: MutableMapping[str, Stream] = field(factory=dict)
    entries: list[Entry] = field(factory=list)
    guards: MutableMapping[str, GuardRow] = field(factory=dict)  # By keyed identity.
    erased: list[str] = field(factory=list)
    rows: list[CommandRow] = field(factory=list)
    # The version of each stream when it was read: what was decided holds while these stand.
    read: dict[str, int] = field(factory=dict)

    def trial(self, context: dict[str, Any], related: Callable[[str], Any]) -> "Attempt":
        """Return an attempt at one command more, on what this one has led to."""
        return Attempt(
            load=self.load,
            guard_stream=self.guard_stream,
            scribe=self.scribe,
            log=self.log,
            close_up=self.close_up,
            related=related,
            involved=self.involved,
            context=context,
            streams=ChainMap({}, self.streams),
            guards=ChainMap({}, self.guards),
            read=self.read,
        )

    def take(self, trial: "Attempt", row: CommandRow) -> None:
        """Take over what a command led to, with the answer to it."""
        self.streams.update(_own(trial.streams))
        self.entries.extend(trial.entries)
        self.guards.update(_own(trial.guards))
        self.erased.extend(trial.erased)
        self.rows.append(row)
        self.log = self.log or trial.log

    def decide(self, command: Any, expected: int | None = None) -> tuple[str, list[Any]]:
        """Return the stream and the events of a command; its guards are decided after it.

        Raises Refused where a rule of it or of a guard forbids it, and Stale where the stream
        is not at the expected version.
        """
        spec = SPEC_OF[type(command)]
        decider, stream = spec.decider, self._stream(spec.decider, command)
        before = self._at(stream, decider)
        if expected is not None and expected != before.version:
            raise Stale(stream, expected, before.version)
        command = self._filled(command, spec.look_ups)
        events = list(decider.decided(command, before.state))
        for event in events:
            self._record(stream, decider, event)
        for guard in decider.guards(command, before.state, events):
            self.decide(guard)
        return stream, events

    def _record(self, stream: str, decider: Decider[Any, Any, Any], event: Any) -> None:
        at = self.streams[stream]
        self.log = self.log or event.log_name  # The first record names the log itself.
        place = Place(
            stream=stream,
            version=at.version + 1,
            prev=at.prev,
            log=self.log,
            context=self.context,
        )
        entry = self.scribe.write(event, place)
        self.entries.append(entry)
        self.streams[stream] = Stream(
            place.version, digest(entry.stored.state), decider.evolve(at.state, event)
        )
        if type(event) in decider.erases:
            self.erased.append(stream.partition("-")[2])

    def _at(self, stream: str, decider: Decider[Any, Any, Any]) -> Stream:
        if stream not in self.streams:
            self.streams[stream] = loaded = self.load(stream, decider)
            self.read.setdefault(stream, loaded.version)
        return self.streams[stream]

    def relied_on(self) -> tuple[tuple[str, int], ...]:
        """Return what was read of streams that are not written; of those the store sees itself."""
        written = {entry.stored.originator_id for entry in self.entries}
        return tuple((s, version) for s, version in self.read.items() if s not in written)

    def _filled(self, command: Any, look_ups: Mapping[str, LookUp]) -> Any:
        """Return the command with what it looks up; a later look-up may go through earlier ones.

        How far streams have come is looked up last, with all that was looked up before.
        """
        found: dict[str, Any] = {}
        used: set[str] = set()
        for name, where in sorted(look_ups.items(), key=lambda each: each[1].category == SEEN):
            asked = where.of or led_to(command, found, where.by)
            if where.category == SEEN:
                found[name] = self._seen(asked or (), used)
            else:
                found[name] = self._found(where.category, asked)
                used.update(streams_of(where.category, asked))
        return attrs.evolve(command, **found) if found else command

    def _found(self, category: str, asked: Any) -> Any:
        if category == JOURNAL:
            return self.close_up()
        if category == CALENDAR:
            return china()
        if category == INVOLVED:
            return asked and self.involved(asked)
        if category == RELATED:
            several = isinstance(asked, tuple)
            return tuple(map(self.related, asked)) if several else asked and self.related(asked)
        if isinstance(asked, tuple):
            facts = (self._fact(category, one) for one in asked)
            return tuple(fact for fact in facts if fact is not None)
        return None if asked is None else self._fact(category, asked)

    def _fact(self, category: str, named: str) -> Any:
        stream = f"{category}-{named}" if category else named
        decider = DECIDER_OF[stream.partition("-")[0]]
        at = self._at(stream, decider)
        fact = decider.fact(stream.partition("-")[2], at.state) if at.version else None
        return self._with_groups(fact) if isinstance(fact, Staff) and fact.connected else fact

    def _with_groups(self, staff: Staff) -> Staff:
        """Return somebody connected with whole groups: those of the customers they declared."""
        groups = (self.related(customer) for customer in staff.connected)
        others = (one for found in groups if found for one in found.group_and_copies)
        return attrs.evolve(staff, connected=tuple(dict.fromkeys((*staff.connected, *others))))

    def _seen(self, file: Sequence[str], used: Set[str]) -> Seen:
        """Return how far a file has come, and what else was used."""
        return seen_of(self._last(set(file)), self._last(used - set(file)))

    def _last(self, streams: Set[str]) -> Mapping[str, tuple[int, str]]:
        """Return version and digest of last records; a stream never written is left out."""
        deciders = {s: DECIDER_OF.get(s.partition("-")[0]) for s in sorted(streams)}
        known = {s: self._at(s, decider) for s, decider in deciders.items() if decider}
        return {s: (at.version, at.prev) for s, at in known.items() if at.prev}

    def _stream(self, decider: Decider[Any, Any, Any], command: Any) -> str:
        if not decider.keyed_for:
            return decider.stream(command)
        plain, person = getattr(command, decider.identity), getattr(command, decider.keyed_for)
        keyed = self.scribe.keyed(decider.category, plain)
        held = self.guards.get(keyed)
        stream = held.stream if held else self.guard_stream(keyed)
        if stream is None:
            stream = f"{decider.category}-{self.scribe.new_name()}"
            self.streams[stream] = Stream(0, None, decider.initial)  # Nobody can have written it.
        self.guards[keyed] = GuardRow(keyed, stream, person)
        return stream


Kept = TypeVar("Kept")


def _own(kept: MutableMapping[str, Kept]) -> MutableMapping[str, Kept]:
    """Return only what a trial itself touched: the rest stands in the layer below."""
    return kept.maps[0] if isinstance(kept, ChainMap) else kept


def names(events: Sequence[Any]) -> tuple[str, ...]:
    """Return the names of events, in order."""
    return tuple(EVENT_NAMES[type(event)] for event in events)
