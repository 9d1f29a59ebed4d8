"""The library's mapper, with names from our catalogue and bytes stored as they were hashed."""

from typing import Any

from attrs import frozen
from eventsourcing.persistence import Mapper, StoredEvent

from adapters.storage.scribe import Entry


@frozen
class Recorded:
    """A record with its place in its stream; the first two names are those the library asks for."""

    originator_id: str
    originator_version: int
    entry: Entry

    @classmethod
    def of(cls, entry: Entry) -> "Recorded":
        """Return the record of an entry, at its place."""
        stored = entry.stored
        return cls(str(stored.originator_id), stored.originator_version, entry)


class EventMapper(Mapper[str]):
    """Passes records through: they are canonical bytes already, and are stored as hashed."""

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        """Return the row of a record."""
        stored: StoredEvent = domain_event.entry.stored
        return stored

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        """Return the record of a row."""
        return Recorded(
            str(stored_event.originator_id), stored_event.originator_version, Entry(stored_event)
        )
