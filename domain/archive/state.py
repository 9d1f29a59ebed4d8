"""What stands in a credit file, and what stood in it."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import frozen

from domain.archive.events import ArchiveEvent, DocumentFiled, DocumentRemoved
from domain.facts.papers import Paper


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


def fact(_file_id: str, file: File) -> tuple[Paper, ...]:
    """Return the papers that stand in the file, those filed first, first."""
    return tuple(
        Paper(
            document_id=one.document_id,
            kind=one.kind,
            digest=one.digest,
            dated=one.dated,
            valid_until=one.valid_until,
        )
        for one in file.filed.values()
        if one.document_id not in file.removed
    )
