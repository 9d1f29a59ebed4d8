"""A journal in memory: the facts that views are tested with."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from attrs import define, field

from domain.catalogue import EVENT_NAMES
from domain.fields import ERASED, effective_on
from domain.recorded import Context, Fact

START = datetime(2026, 1, 1, 1, 0, tzinfo=UTC)


@define
class MemoryJournal:
    """Facts in order, and what the references in them stand for."""

    kept: list[Fact] = field(factory=list)
    says: dict[str, str | None] = field(factory=dict)  # Reference -> value.
    erased: set[str] = field(factory=set)  # Streams.

    def add(
        self, stream: str, *events: Any, day: date | None = None, **context: Any
    ) -> "MemoryJournal":
        """Record events on a stream on a day (None: a minute after the last record)."""
        for event in events:
            at = self._moment(day)
            self.kept.append(
                Fact(
                    index=len(self.kept),
                    recorded_at=at,
                    stream=stream,
                    version=1 + sum(fact.stream == stream for fact in self.kept),
                    name=EVENT_NAMES[type(event)],
                    event=event,
                    context=_context(len(self.kept), at, context),
                    on=effective_on(event) or at.date(),
                )
            )
        return self

    def cut(self, known_by: int) -> "MemoryJournal":
        """Return the journal as it was when its last index was this one."""
        return MemoryJournal(self.kept[: known_by + 1], self.says, self.erased)

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return facts with an index greater than after, in order."""
        return self.kept[after + 1 : after + 1 + limit]

    def head(self) -> int:
        """Return the last index; -1 where there is none."""
        return len(self.kept) - 1

    def index_at(self, moment: datetime) -> int:
        """Return the last index recorded at a moment or before."""
        return bisect_right([fact.recorded_at for fact in self.kept], moment) - 1

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references say."""
        return {
            ref: ERASED if ref[7:].partition("@")[0] in self.erased else self.says[ref]
            for ref in refs
        }

    def _moment(self, day: date | None) -> datetime:
        last = self.kept[-1].recorded_at if self.kept else START
        asked = datetime.combine(day, time(9), UTC) if day else last
        return max(asked, last + timedelta(minutes=1))


def journal(*streams: tuple[str, Iterable[Any]]) -> MemoryJournal:
    """Return a journal of events, stream after stream."""
    made = MemoryJournal()
    for stream, events in streams:
        made.add(stream, *events)
    return made


def _context(index: int, at: datetime, given: Mapping[str, Any]) -> Context:
    plain = {"command_id": f"cmd-{index}", "actor": "teller", "at": at, "today": at.date()}
    return Context(**{**plain, **given})
