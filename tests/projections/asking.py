"""Given / then for views: records on streams, and what a view answers on two dates."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import attrs
from attrs import define, field

from adapters.bus import Page
from adapters.storage.views import ViewStore
from domain.catalogue import SPEC_OF
from domain.fields import personals
from tests.journal import MemoryJournal

TODAY = date(2026, 6, 30)


@define
class Books:
    """A journal and the views of it, in memory."""

    journal: MemoryJournal = field(factory=MemoryJournal)
    store: ViewStore = field(factory=ViewStore)

    def with_events(self, stream: str, *events: Any, day: date | None = None) -> "Books":
        """Record events as they are."""
        self.journal.add(stream, *events, day=day)
        return self

    def after(self, *commands: Any) -> "Books":
        """Record what commands lead to, on their own streams."""
        for command in commands:
            decider = SPEC_OF[type(command)].decider
            stream = decider.stream(command)
            past = [fact.event for fact in self.journal.kept if fact.stream == stream]
            self.journal.add(stream, *decider.decide(command, decider.fold(past)))
        return self

    def sealed(self, stream: str, *events: Any, day: date | None = None) -> "Books":
        """Record events with references in place of their personal fields, as the journal does."""
        for event in events:
            version = 1 + sum(fact.stream == stream for fact in self.journal.kept)
            place = f"sealed:{stream}@{version}#"
            self.journal.add(stream, _closed(event, place, self.journal.says), day=day)
        return self

    @property
    def last(self) -> str:
        """The index of the last record, as a query says it."""
        return str(self.journal.head())

    def page(self, view: str, **query: str) -> Page:
        """Ask a view."""
        return self.store.read(view, query, self.journal, TODAY)

    def rows(self, view: str, **query: str) -> Sequence[Mapping[str, Any]]:
        """Ask a view for its first page."""
        return self.page(view, **query).rows

    def row(self, view: str, **query: str) -> Mapping[str, Any]:
        """Ask a view for its only row."""
        (row,) = self.rows(view, **query)
        return row


def _closed(value: Any, place: str, says: dict[str, str | None]) -> Any:
    """Return a value whose personal fields are references; says takes what they stand for."""
    if isinstance(value, tuple):
        return tuple(_closed(inner, f"{place}/{n}", says) for n, inner in enumerate(value))
    if not attrs.has(type(value)):
        return value
    secret = personals(type(value))
    changes = {}
    for name in (f.name for f in attrs.fields(type(value))):
        inner = getattr(value, name)
        if name in secret:
            says[f"{place}/{name}"], changes[name] = inner, f"{place}/{name}"
        else:
            changes[name] = _closed(inner, f"{place}/{name}", says)
    return attrs.evolve(value, **changes)


def shown(row: Mapping[str, Any], *names: str) -> tuple[Any, ...]:
    """Return some columns of a row."""
    return tuple(row[name] for name in names)
