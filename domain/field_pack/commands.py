"""What may be asked of a field pack: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import Count, CustomerId, PackId


class EntryOutcome(StrEnum):
    """What became of an entry when the pack came back."""

    RECORDED = "recorded"
    REFUSED = "refused"  # By a rule; it stays in the pack.
    CONFLICTING = "conflicting"  # Others wrote to the same meanwhile; somebody decides.


class Settlement(StrEnum):
    """What somebody decided about an entry that was not recorded by itself."""

    SENT = "sent"  # Recorded after all, on what others wrote.
    DROPPED = "dropped"


@frozen(kw_only=True)
class EntryResult:
    """An entry of a pack and what became of it; what it says is in the pack alone."""

    entry_no: Count  # From 1, in the order of capture.
    command: str  # "economic_file.record_section".
    captured_on: date
    outcome: EntryOutcome
    rule: str | None = None  # That refused, by its code.
    others: tuple[Count, ...] = ()  # Log indexes of what others wrote meanwhile.


@frozen(kw_only=True)
class IssueFieldPack:
    """Issue a pack to an officer who goes where there is no network."""

    pack_id: PackId
    customers: tuple[CustomerId, ...]  # Whose files are in it.
    known: Count  # Log index of the last record in it.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class RecordSync:
    """Record what became of the entries of a pack that came back."""

    pack_id: PackId
    results: tuple[EntryResult, ...]
    actor: str = stamped("actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class SettleEntry:
    """Settle an entry that was not recorded by itself."""

    pack_id: PackId
    entry_no: Count
    settlement: Settlement
    reason: str  # Without personal data.
    actor: str = stamped("actor")
    today: date = stamped("today")


PackCommand = IssueFieldPack | RecordSync | SettleEntry
