"""A market note as known."""

from attrs import frozen

from domain.market_note.events import MarketNoteRecorded


@frozen
class Note:
    """A note; recorded is None before there is one."""

    recorded: MarketNoteRecorded | None = None


def evolve(_note: Note, event: MarketNoteRecorded) -> Note:
    """Return the note after an event."""
    return Note(event)
