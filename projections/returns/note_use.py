"""What a note is lent for, and of which kind of business it is.

Source: EAST 5.0, fields JJDKYT and XDYWZL.
"""

from domain.facts.terms import LoanPurpose
from domain.loan.events import LoanAgreed
from projections.labels import LABELS
from projections.returns.business import business_of
from projections.returns.notes import Note


def business(note: Note) -> str | None:
    """Return the kind of business; None where another system lent, or it is not known."""
    begun = note.begun
    if not isinstance(begun, LoanAgreed):
        return None
    return business_of(begun.terms, begun.method, _purpose(note))


def _purpose(note: Note) -> LoanPurpose | None:
    if note.credit:
        return note.credit.loan_purpose
    return note.begun.loan_purpose if isinstance(note.begun, LoanAgreed) else None


def use_of(note: Note) -> str | None:
    """Return what a note is for: the purpose, and what exactly where a contract says it."""
    purpose = _purpose(note)
    if purpose is None:
        return None
    exactly = f"：{note.credit.use}" if note.credit else ""
    return f"{LABELS[purpose.value].zh}{exactly}"
