"""Which documents a file must hold, by the day from which they are asked for."""

import attrs
from attrs import frozen

from domain.checklist.events import ChecklistEvent
from domain.dated import Dated
from domain.kinds import DocumentKind


@frozen
class Checklist:
    """The documents that the file of one kind of customer must hold; none before the first day."""

    documents: Dated[tuple[DocumentKind, ...]] = attrs.field(factory=Dated)


def fact(_kind: str, checklist: Checklist) -> Dated[tuple[DocumentKind, ...]]:
    """Return what the file must hold from day to day, for who checks an application."""
    return checklist.documents


def evolve(checklist: Checklist, event: ChecklistEvent) -> Checklist:
    """Return the checklist after an event."""
    return Checklist(checklist.documents.with_value(event.since, event.documents, event.source))
