"""What may be asked of a checklist: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.kinds import CustomerKind, DocumentKind


@frozen(kw_only=True)
class SetChecklist:
    """Set which documents the file of a kind of customer must hold from a day on."""

    kind: CustomerKind
    documents: tuple[DocumentKind, ...]
    since: date
    source: str


ChecklistCommand = SetChecklist
