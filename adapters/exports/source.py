"""What exports read: views on two pinned dates, and the records behind them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from adapters.evidence.heads import Head
from adapters.pinned import AuditRequest, Dates, OutRecord, RecordedEvent, Scope
from adapters.report import Progress
from domain.disclosure.commands import ReadPersonal
from projections.view import View


class Source(Protocol):
    """The views and the journal of one institution; nothing here writes."""

    @property
    def left_out(self) -> int:
        """How many rows stayed out of what was asked so far: whoever asks may not see them."""

    def require_whole(self, what: str) -> None:
        """Raise Refused where something stays out of sight: this is made whole or not at all."""

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

    def readings(self, source: str, purpose: str | None) -> Iterator[ReadPersonal]:
        """Yield what to record of the personal data that was opened since, by a tool."""

    def scope(self, asked: AuditRequest) -> Scope:
        """Return what is asked for; Unreadable for what is no day, time or log index."""

    def part(self, scope: Scope, beside: Path) -> AbstractContextManager["Part"]:
        """Give a part of the journal; beside is a file for views that are made meanwhile."""


class Part(Protocol):
    """A part of the journal that goes out, and the whole log around it."""

    @property
    def scope(self) -> Scope:
        """What is in it."""

    @property
    def size(self) -> int:
        """The size of the whole log."""

    def head(self) -> int:
        """Return the index of the last record of the whole log."""

    def digests(self, after: int, limit: int) -> Sequence[bytes]:
        """Return the digests of the whole log's records after an index, in order."""

    def ask(
        self, view: View, query: Mapping[str, str], dates: Dates
    ) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a view, derived from the records of the part."""

    def records(self, progress: Progress) -> Iterator[OutRecord]:
        """Yield the records of the part in order."""

    def heads(self) -> Iterator[tuple[str, Sequence[Head]]]:
        """Yield (name, heads) of the branches of the last closing of a day."""
