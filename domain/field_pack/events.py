"""What has happened to a field pack: the contract with history."""

from datetime import date

from attrs import frozen

from domain.field_pack.commands import EntryResult, Settlement
from domain.ids import Count, CustomerId, StaffId


@frozen(kw_only=True)
class FieldPackIssued:
    """An officer took a pack along."""

    officer: StaffId
    customers: tuple[CustomerId, ...]
    known: Count
    on: date


@frozen(kw_only=True)
class FieldPackSynced:
    """The pack came back, and entries were recorded, refused or found in conflict."""

    results: tuple[EntryResult, ...]  # Of entries whose outcome is new.
    on: date


@frozen(kw_only=True)
class EntrySettled:
    """Somebody decided about an entry."""

    entry_no: Count
    settlement: Settlement
    reason: str
    settled_by: StaffId
    on: date


PackEvent = FieldPackIssued | FieldPackSynced | EntrySettled
