"""A note on the market or a competitor (市场与竞争情报), without personal data."""

from typing import Final

from domain.decider import Decider
from domain.market_note import labels, rules
from domain.market_note.commands import RecordMarketNote
from domain.market_note.decisions import decide
from domain.market_note.events import MarketNoteRecorded
from domain.market_note.state import Note, evolve

__all__ = ["MARKET_NOTE", "Note"]

MARKET_NOTE: Final[Decider[RecordMarketNote, Note, MarketNoteRecorded]] = Decider(
    category="market_note",
    identity="market_note_id",
    initial=Note(),
    decide=decide,
    evolve=evolve,
    commands=(RecordMarketNote,),
    events=(MarketNoteRecorded,),
    rules=(rules,),
    labels=labels,
)
