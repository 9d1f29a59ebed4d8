"""What exports and the store both speak of: two pinned dates, and a record by its place."""

from datetime import date, datetime

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
