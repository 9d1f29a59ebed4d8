"""What exports and the store both speak of: two pinned dates, and a record by its place."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen


@frozen(kw_only=True)
class Dates:
    """The two dates of an export, the same for all that is in it."""

    day: date
    known_by: int
    named: bool  # The day was asked for; else it is today, and what counts from any day is whole.


@frozen(kw_only=True)
class RecordedEvent:
    """One record, as a list of sources names it."""

    index: int
    recorded_at: datetime
    on: date
    event: str
    stream: str
    version: int
    actor: str
    branch: str | None
    approval: tuple[str, ...]


@frozen(kw_only=True)
class Scope:
    """What of the journal goes out: one branch or all, one customer or all, from when to when."""

    branch: str | None = None
    customer_id: str | None = None
    first: int = 0  # Index of the first record wanted.
    last: int  # Of the last.
    personal: bool = False  # With what sealed fields say.

    @property
    def whole(self) -> bool:
        """Every stream is in it."""
        return self.branch is None and self.customer_id is None


@frozen
class Opened:
    """What a sealed field of a record says, with the salt that its digest is made with."""

    path: str
    digest: str
    disclosure: str  # The JSON text [salt, path, value], as it was hashed.


@frozen(kw_only=True)
class OutRecord:
    """A record on its way out."""

    index: int
    recorded_at: str
    content: bytes  # As they were hashed.
    fields: Mapping[str, Any]  # What the bytes say.
    opened: tuple[Opened, ...]


@frozen(kw_only=True)
class AuditRequest:
    """What of the journal an auditor asks for, and what for; None asks for all, and for now."""

    branch: str | None = None
    customer: str | None = None
    begin: str | None = None  # A day, a time or a log index.
    until: str | None = None
    in_effect_on: str | None = None
    known_by: str | None = None
    recipient: str | None = None
    purpose: str | None = None
    redact: bool = False

    @property
    def discloses(self) -> bool:
        """Personal data goes out: recipient and purpose are named, and it is not redacted."""
        return self.recipient is not None and self.purpose is not None and not self.redact
