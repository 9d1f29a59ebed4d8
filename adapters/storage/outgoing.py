"""The journal and its views as exports read them: on two pinned dates, and never to write."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

from attrs import define, field

from adapters.pinned import AuditRequest, Dates, RecordedEvent, Scope
from adapters.problems import Unavailable, Unknown, Unreadable
from adapters.sight import EVERYTHING, Sight
from adapters.storage.core import CreditCore
from adapters.storage.part import Part, part_of
from adapters.storage.view_query import read_first, read_last, read_query
from adapters.storage.views import ViewStore
from adapters.storage.watched import WatchedJournal
from domain.disclosure.commands import ReadPersonal
from projections.trial_balance import TRIAL_BALANCE
from projections.view import View


@define
class Outgoing:
    """A core and its views; see adapters.exports.source.Source."""

    core: CreditCore
    views: ViewStore
    today: Callable[[], date]
    sight: Sight = EVERYTHING  # What whoever asks for the export sees.
    left_out: int = field(default=0, init=False)  # Rows that stayed out of it so far.
    _watched: WatchedJournal = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Note from now on what personal data is opened."""
        self._watched = WatchedJournal(self.core.journal)

    def readings(self, source: str, purpose: str | None) -> Iterator[ReadPersonal]:
        """Yield what to record of the personal data that was opened since, by a tool."""
        return self._watched.readings(source, purpose)

    def institution(self) -> tuple[str, str]:
        """Return the institution's name and its currency."""
        settings = self.core.journal.settings()
        if settings is None:
            raise Unavailable("nothing is recorded yet: open the journal with log.open")
        return settings.institution, settings.currency

    def dates(self, in_effect_on: str | None, known_by: str | None) -> Dates:
        """Return the dates that texts name; None is today, and what is known now."""
        given = {"in_effect_on": in_effect_on, "known_by": known_by}
        query = {name: text for name, text in given.items() if text is not None}
        asked = read_query(TRIAL_BALANCE, query, self.core.journal, self.today())
        return Dates(day=asked.day, known_by=asked.known_by, named=in_effect_on is not None)

    def root(self) -> tuple[int, str]:
        """Return the size of the log and the root of its Merkle tree."""
        return self.core.journal.root()

    def ask(
        self, view: View, query: Mapping[str, str], dates: Dates
    ) -> Iterator[Mapping[str, Any]]:
        """Yield all rows of a view on the dates."""
        asked, sight = _dated(view, query, dates), self.sight
        for page in self.views.pages(view, asked, self._watched, dates.day, sight=sight):
            self.left_out += page.left_out
            yield from page.rows

    def require_whole(self, what: str) -> None:
        """Raise Refused where something stays out of sight: this is made whole or not at all."""
        self.sight.require_whole(what)

    def looked_at(self, view: View, query: Mapping[str, str], dates: Dates) -> Sequence[int]:
        """Return the indexes of the records that an answer is derived from, in order."""
        asked = _dated(view, query, dates)
        return self.views.looked_at(view, asked, self.core.journal, dates.day)

    def event(self, index: int) -> RecordedEvent:
        """Return the record at an index; Unknown where there is none."""
        for fact in self.core.journal.facts(index - 1, 1):
            return RecordedEvent(
                index=fact.index,
                recorded_at=fact.recorded_at,
                on=fact.on,
                event=fact.name,
                stream=fact.stream,
                version=fact.version,
                actor=fact.context.actor,
                branch=fact.context.branch,
                approval=fact.context.approval,
            )
        raise Unknown(f"there is no record {index}")

    def scope(self, asked: AuditRequest) -> Scope:
        """Return what is asked for; Unreadable for what is no day, time or log index."""
        begin = 0 if asked.begin is None else self._bound("--from", asked.begin, read_first)
        head = self.dates(asked.in_effect_on, asked.known_by).known_by
        until = head if asked.until is None else self._bound("--until", asked.until, read_last)
        if begin > min(until, head):
            raise Unreadable(("--from: nothing was recorded between it and --until",))
        return Scope(
            branch=asked.branch,
            customer_id=asked.customer,
            first=begin,
            last=min(until, head),
            personal=asked.discloses,
        )

    def _bound(self, option: str, text: str, read: Callable[[str, Any], int]) -> int:
        try:
            return read(text, self.core.journal)
        except ValueError as error:
            raise Unreadable((f"{option}: {error}",)) from error

    def part(self, scope: Scope, beside: Path) -> AbstractContextManager[Part]:
        """Give a part of the journal."""
        return part_of(self.core, self.views, scope, beside)


def _dated(view: View, query: Mapping[str, str], dates: Dates) -> dict[str, str]:
    known = {**query, "known_by": str(dates.known_by)}
    if view.every_day and not dates.named:
        return known
    return {**known, "in_effect_on": dates.day.isoformat()}
