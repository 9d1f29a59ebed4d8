"""What every edge is handed: run a command, read a view.  No edge sees the store."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Any, Final, Protocol

from attrs import frozen

Turn = AbstractContextManager[Any]  # Within which one of several saves what it prepared.
AT_ONCE: Final[Turn] = nullcontext()


@frozen(kw_only=True)
class Outcome:
    """What a command led to; the index is the receipt that it is in the log."""

    command_id: str
    stream: str
    version: int  # Of the stream, after the command.
    events: tuple[str, ...]  # Names of what was recorded; () where there was nothing to do.
    # Of the last record in the log; None where nothing was recorded.  A server with many writers
    # gives it after the commit: where that takes long it is None too, until asked for again.
    index: int | None
    recorded_at: datetime | None
    repeated: bool = False  # The first answer to a command that was sent before.


@frozen(kw_only=True)
class Page:
    """An answer of a view: rows of plain values (text, int, bool, None, lists and maps)."""

    view: str
    in_effect_on: str  # ISO date.
    known_by: int  # Index of the last record counted; -1 when there is none.
    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, Any]]
    next: str | None = None  # Give it as `after` for the rows that follow.
    left_out: int = 0  # Rows, of them or within them, that stay out of the reader's sight.


@frozen
class Found:
    """Customers who were found, and how many more stay out of the reader's sight."""

    customers: Sequence[str]
    left_out: int = 0


@frozen(kw_only=True)
class Outgoing:
    """A recorded event as it goes out: JSON values, personal fields as references."""

    index: int
    log: str  # The journal's outside name.
    stream: str
    version: int
    name: str  # "loan.repayment_recorded".
    recorded_at: datetime
    command_id: str
    fields: Mapping[str, Any]


class Outbox(Protocol):
    """The journal as those see it who send its events elsewhere; each keeps a place by name."""

    @property
    def log(self) -> str:
        """The journal's outside name; "" before it is open."""

    def pending(self, name: str, limit: int) -> Sequence[Outgoing]:
        """Return what comes after the place of that name, in order."""

    def sent(self, name: str, index: int) -> None:
        """Keep the place: all up to this log index has arrived."""

    def waiting(self, name: str) -> int:
        """Return how many events come after the place of that name."""


class Bus(Protocol):
    """The core as the edges see it, on behalf of one actor."""

    def run(
        self,
        name: str,
        fields: Mapping[str, Any],
        *,
        key: str | None = None,
        expected: int | None = None,
    ) -> Outcome:
        """Run a command; fields are JSON values.

        key is the idempotency key (None: a fresh one); expected is the version that the caller
        saw (None: any).  Raises Unknown, Unreadable, Refused, Conflict, Stale or Unavailable;
        then nothing was recorded.
        """

    def read(self, view: str, query: Mapping[str, str], *, purpose: str | None = None) -> Page:
        """Answer a view.

        purpose says what personal data is read for, in the record of it (None: what the bus was
        given, if anything).  query holds the view's parameters as texts, and in_effect_on (ISO
        date), known_by (a log index or a time in ISO 8601), limit and after.  Raises Unknown or
        Unreadable.
        """
