"""What has happened to a market note: the contract with history."""

from datetime import date

from attrs import frozen

from domain.ids import Digest, StaffId, UnitId
from domain.market_note.commands import Matter


@frozen(kw_only=True)
class MarketNoteRecorded:
    """Something was learned of the market."""

    unit_id: UnitId
    matter: Matter
    noted_on: date
    title: str
    says: str
    source: str
    evidence: Digest | None
    recorded_by: StaffId
