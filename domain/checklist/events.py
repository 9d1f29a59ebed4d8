"""What has happened to a checklist: the contract with history."""

from datetime import date

from attrs import frozen

from domain.kinds import DocumentKind


@frozen(kw_only=True)
class ChecklistSet:
    """The file of this kind of customer must hold these documents from a day on."""

    documents: tuple[DocumentKind, ...]
    since: date
    source: str


ChecklistEvent = ChecklistSet
