"""One table of the views' file, as those read it who decide: what it holds, and up to where."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import Final, Generic

from attrs import frozen

from adapters.problems import Unavailable
from adapters.storage.view_feed import Journal
from adapters.storage.views import ViewStore
from projections.view import FOREVER, Line, Lines, Row
from projections.walk import Walk

FAR: Final = 1_000  # Records that a process reads for itself, before it has the table take them in.


@frozen
class KeptLines(Generic[Row]):
    """A table that is caught up where much is missing, and may fail without anything being lost."""

    views: ViewStore
    journal: Journal
    table: Lines[Row]

    def known_by(self) -> int:
        """Return the index of the last record that the table has taken in; -1 for none."""
        with suppress(Unavailable):
            if self.journal.head() - self.views.position(self.table, self.journal) > FAR:
                self.views.catch_up(self.journal, [self.table.name])
        with suppress(Unavailable):
            return self.views.position(self.table, self.journal)
        return -1

    def walked(
        self, known_by: int, starts: Collection[str], walk: Walk
    ) -> Sequence[Line[Row]] | None:
        """Return the lines that lead on from some texts, whatever day they count from.

        None where the table does not stand at that record any more: it is being built again.
        """
        with suppress(Unavailable), self.views.reading((self.table,), FOREVER, known_by) as reader:
            return reader.walked(self.table, starts, walk)
        return None
