"""What may be asked of the log itself: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.fields import looked_up
from domain.ids import Count, CurrencyCode, Name, ZoneName
from domain.log.values import SegmentFile


@frozen(kw_only=True)
class OpenLog:
    """Open the journal of an institution; the first record of all."""

    log_id: Name  # Always "main": one journal an institution.
    institution: str
    log_name: str  # Names the log to outsiders, as in "bank.example/audit".
    time_zone: ZoneName
    currency: CurrencyCode


@frozen(kw_only=True)
class NotePlugins:
    """Note which plugins a process works with, where they are others than before."""

    log_id: Name
    program: str  # Its version.
    plugins: tuple[str, ...]  # Each with its distribution and version, in order of names.


@frozen(kw_only=True)
class RecordSegment:
    """Record the files that hold the journal from where the last segment ended to a closing."""

    log_id: Name
    closed_on: date  # The day that was closed.
    first_index: Count  # Index of the segment's first record.
    records: Count  # One more than the index of its last record.
    files: tuple[SegmentFile, ...]
    counted: int | None = looked_up("day", by="closed_on")  # Records, by the closing of the day.


LogCommand = OpenLog | NotePlugins | RecordSegment
