"""What exports read: views on two pinned dates, and the records behind them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from adapters.pinned import Dates, RecordedEvent
from projections.view import View


class Source(Protocol):
    """The views and the journal of one institution; nothing here writes."""

    def institution(self) -> tuple[str, str]:
        """Return the institution's name and its currency."""

    def dates(self, in_effect_on: str | None, known_by: str | None) -> Dates:
        """Return the dates that texts name; None is today, and what is known now."""

    def root(self) -> tuple[int, str]:
        """Return the size of the log and the root of its Merkle tree."""

    def ask(
        self, view: View, query: Mapping[str, str], dates: Dates
    ) -> Iterator[Mapping[str, Any]]:
        """Yield all rows of a view on the dates."""

    def looked_at(self, view: View, query: Mapping[str, str], dates: Dates) -> Sequence[int]:
        """Return the indexes of the records that an answer is derived from, in order."""

    def event(self, index: int) -> RecordedEvent:
        """Return the record at an index."""
