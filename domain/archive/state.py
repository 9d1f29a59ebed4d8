"""What stands in a credit file, and what stood in it."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import frozen

from domain.archive.events import ArchiveEvent, DocumentFiled, DocumentRemoved


@frozen
class File:
    """A credit file: every document ever filed, by its number, and what was removed."""

    filed: Mapping[str, DocumentFiled] = attrs.field(factory=dict)
    removed: Mapping[str, DocumentRemoved] = attrs.field(factory=dict)


def evolve(file: File, event: ArchiveEvent) -> File:
    """Return the file after an event."""
    match event:
        case DocumentFiled():
            return attrs.evolve(file, filed={**file.filed, event.document_id: event})
        case DocumentRemoved():
            return attrs.evolve(file, removed={**file.removed, event.document_id: event})
    assert_never(event)
