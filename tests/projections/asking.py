"""Given / then for views: records on streams, and what a view answers on two dates."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import define, field

from adapters.bus import Page
from adapters.storage.views import ViewStore
from domain.catalogue import SPEC_OF
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


def shown(row: Mapping[str, Any], *names: str) -> tuple[Any, ...]:
    """Return some columns of a row."""
    return tuple(row[name] for name in names)
