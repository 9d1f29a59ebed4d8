"""What aggregates knew of each other at an index: look-ups filled again as the core filled them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs
from attrs import frozen

from domain.catalogue import DECIDER_OF
from domain.dated import Dated
from domain.facts.policy import PolicyBook
from domain.facts.scorecard import Scorecard
from domain.fields import CALENDAR, INVOLVED, JOURNAL, RELATED, SEEN, led_to, look_ups
from projections.history import histories
from projections.view import Reader

# Looked up there is what no stream alone says; a decision that used it holds it itself.
_HELD: Final = (CALENDAR, INVOLVED, JOURNAL, RELATED, SEEN)


@frozen(kw_only=True)
class Knowledge:
    """The facts that a decision looks up, as known by an index.

    What the file itself held (by category) is always as it was then; rules of another day, where
    one is named, take the place of those then in force.
    """

    reader: Reader
    then: int  # The last index before the decision.
    last: int  # The last index of what is looked up beside the file.
    file: tuple[str, ...]  # Categories of the file.
    day: date  # Of the decision.
    rules_of: date | None = None  # The day whose policy and products are applied; None: its own.

    def fact(self, category: str, named: str) -> Any:
        """Return the fact of a stream; None where nothing was recorded on it."""
        stream = f"{category}-{named}" if category else named
        category = stream.partition("-")[0]
        last = self.then if category in self.file else self.last
        lines = histories(self.reader, [stream], last=last)[stream]
        if not lines:
            return None
        decider = DECIDER_OF[category]
        events: list[Any] = [line.row.event for line in lines]
        return self._ruled(decider.fact(stream.partition("-")[2], decider.fold(events)))

    def filled(self, command: Any, held: Mapping[str, Any]) -> Any:
        """Return a command with what it looks up; held is what its own event says it found."""
        found: dict[str, Any] = dict(held)
        for name, where in look_ups(type(command)).items():
            if name not in found and where.category not in _HELD:
                found[name] = self._found(
                    where.category, where.of or led_to(command, found, where.by)
                )
        return attrs.evolve(command, **found)

    def _found(self, category: str, asked: Any) -> Any:
        if category == CALENDAR:
            return self.reader.calendar
        if isinstance(asked, tuple):
            facts = (self.fact(category, one) for one in asked)
            return tuple(fact for fact in facts if fact is not None)
        return None if asked is None else self.fact(category, asked)

    def _ruled(self, fact: Any) -> Any:
        """Return a fact with the rules of another day, where it holds rules by day."""
        if self.rules_of is None:
            return fact
        if isinstance(fact, PolicyBook):
            return book_of(fact, self.day, self.rules_of)
        if isinstance(fact, Scorecard):
            return attrs.evolve(fact, versions=dated_of(fact.versions, self.rules_of))
        return dated_of(fact, self.rules_of) if isinstance(fact, Dated) else fact


def dated_of(values: Dated[Any], day: date) -> Dated[Any]:
    """Return what holds on a day as if it had always held; nothing where nothing does."""
    entry = values.entry(day)
    return Dated().with_value(date.min, entry.value, entry.source) if entry else Dated()


def book_of(book: PolicyBook, then: date, day: date) -> PolicyBook:
    """Return a policy in which what differs between two days holds as it does on the second."""
    return attrs.evolve(
        book,
        entries={
            name: dated_of(values, day)
            if (book.on(name, then).setting != book.on(name, day).setting)
            else values
            for name, values in book.entries.items()
        },
        standards={name: dated_of(values, day) for name, values in book.standards.items()},
    )
