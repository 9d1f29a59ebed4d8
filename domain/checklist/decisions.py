"""What follows from setting a checklist."""

from collections.abc import Sequence

from domain.checklist.commands import ChecklistCommand
from domain.checklist.events import ChecklistEvent, ChecklistSet
from domain.checklist.rules import CHECKLIST_NAMES_ONCE
from domain.checklist.state import Checklist
from domain.dated import From


def decide(command: ChecklistCommand, checklist: Checklist) -> Sequence[ChecklistEvent]:
    """Set the documents from a day on; () where that day has them from that source already."""
    documents = command.documents
    CHECKLIST_NAMES_ONCE.require(len(documents) == len(set(documents)), kind=command.kind)
    if checklist.documents.entry(command.since) == From(command.since, documents, command.source):
        return ()
    return (ChecklistSet(documents=documents, since=command.since, source=command.source),)
