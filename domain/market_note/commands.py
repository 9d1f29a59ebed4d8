"""What may be asked of a market note: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import Digest, MarketNoteId, UnitId


class Matter(StrEnum):
    """What a note is about."""

    COMPETITOR = "competitor"
    INTEREST_RATES = "interest_rates"
    INDUSTRY = "industry_news"
    CROPS_AND_PRICES = "crops_and_prices"
    POLICY = "public_policy"
    OTHER = "other"


@frozen(kw_only=True)
class RecordMarketNote:
    """Record what was learned of the market or a competitor, without personal data."""

    market_note_id: MarketNoteId
    unit_id: UnitId
    matter: Matter
    noted_on: date
    title: str
    says: str
    source: str
    evidence: Digest | None = None
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
