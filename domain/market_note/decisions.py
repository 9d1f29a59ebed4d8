"""What follows from recording a market note."""

from collections.abc import Sequence

from domain.facts.duty import require_post
from domain.facts.staff import MARKETING
from domain.market_note.commands import RecordMarketNote
from domain.market_note.events import MarketNoteRecorded
from domain.market_note.rules import NOTED_ONCE
from domain.market_note.state import Note


def decide(command: RecordMarketNote, note: Note) -> Sequence[MarketNoteRecorded]:
    """Record a note; () where the same is on record."""
    recorded = MarketNoteRecorded(
        unit_id=command.unit_id,
        matter=command.matter,
        noted_on=command.noted_on,
        title=command.title,
        says=command.says,
        source=command.source,
        evidence=command.evidence,
        recorded_by=command.actor,
    )
    if note.recorded == recorded:
        return ()
    require_post(command.staff, command.today, MARKETING)
    NOTED_ONCE.require(
        note.recorded is None and command.noted_on <= command.today,
        market_note_id=command.market_note_id,
    )
    return (recorded,)
