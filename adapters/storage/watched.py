"""A journal that notes which sealed fields are opened for a reader, so that it can be recorded."""

import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from attrs import define, field

from adapters.bus import Page
from adapters.problems import Unavailable
from adapters.storage.journal import Journal
from adapters.storage.scribe import place_of
from domain.disclosure.commands import ReadPersonal, RefuseReading
from domain.facts.duty import CONNECTED_SEE_NOTHING
from domain.fields import ERASED
from domain.recorded import Fact
from projections.returns.writing import WITHHELD

SUBJECTS_MAX: Final = 500  # That one record names.


@define
class WatchedJournal:
    """A journal for the answers of views to one reader."""

    inner: Journal
    withheld: bool = False  # Nothing is opened.
    _subjects: set[str] = field(factory=set, init=False)  # Streams whose fields said something.
    _fields: set[str] = field(factory=set, init=False)

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return recorded events with an index greater than after, in order."""
        return self.inner.facts(after, limit, names)

    def head(self) -> int:
        """Return the index of the last record; -1 where there is none."""
        return self.inner.head()

    def index_at(self, moment: datetime) -> int:
        """Return the index of the last record made at a moment or before; -1 where none was."""
        return self.inner.index_at(moment)

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references say, and note those that say something."""
        if self.withheld:
            return dict.fromkeys(refs, WITHHELD)
        says = self.inner.open_refs(refs)
        for ref in (ref for ref, value in says.items() if value not in (None, ERASED)):
            stream, _, path = place_of(ref)
            self._subjects.add(stream)
            self._fields.add(path)
        return says

    def readings(self, source: str, purpose: str | None) -> Iterator[ReadPersonal]:
        """Yield what to record of the answers so far, and begin anew; nothing of none."""
        subjects, fields = sorted(self._subjects), tuple(sorted(self._fields))
        for start in range(0, len(subjects), SUBJECTS_MAX):
            yield ReadPersonal(
                disclosure_id=f"read-{secrets.token_hex(12)}",
                source=source,
                purpose=purpose,
                subjects=tuple(subjects[start : start + SUBJECTS_MAX]),
                fields=fields,
            )
        self._subjects, self._fields = set(), set()


def refused_reading(source: str, subjects: Iterable[str]) -> RefuseReading:
    """Return what to record where somebody asked for what is out of their sight."""
    return RefuseReading(
        disclosure_id=f"refused-{secrets.token_hex(12)}",
        source=source,
        rule=CONNECTED_SEE_NOTHING.code,
        subjects=tuple(sorted(set(subjects)))[:SUBJECTS_MAX],
    )


def watched_answer(
    ask: Callable[[WatchedJournal], Page],
    journal: Journal,
    note: Callable[[ReadPersonal], object],
    purpose: str | None,
) -> Page:
    """Return an answer once it is recorded what personal data is in it.

    Who may not leave a record of it is shown nothing personal.
    """
    watched = WatchedJournal(journal)
    page = ask(watched)
    try:
        for reading in watched.readings(page.view, purpose):
            note(reading)
    except Unavailable:
        return ask(WatchedJournal(journal, withheld=True))
    return page
