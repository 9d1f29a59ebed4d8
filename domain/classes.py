"""Classes that follow from what a loan is: nobody enters them, so they cannot contradict it.

Source: 贷款通则 第8条 (short up to a year, medium over one to five, long over five); forms of
repayment as the loan statistics tell them apart (分期, 非分期, 透支).
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from domain.calendar.months import months_after
from domain.kinds import RepaymentMethod
from domain.measures import MEDIUM_TERM_MONTHS, SHORT_TERM_MONTHS


class TermClass(StrEnum):
    """How long a loan runs."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class RepaymentForm(StrEnum):
    """In which form a loan comes back."""

    INSTALMENT = "instalment"
    SINGLE = "single"
    OVERDRAFT = "overdraft"


_FORMS: Final[Mapping[RepaymentMethod, RepaymentForm]] = {
    RepaymentMethod.SINGLE_PAYMENT: RepaymentForm.SINGLE,
    RepaymentMethod.INTEREST_ONLY: RepaymentForm.SINGLE,  # All principal with the last.
    RepaymentMethod.DISCOUNT: RepaymentForm.SINGLE,
    RepaymentMethod.REVOLVING: RepaymentForm.OVERDRAFT,
}


def term_class(months: int) -> TermClass:
    """Return the class of a loan contract of so many months."""
    if months <= SHORT_TERM_MONTHS:
        return TermClass.SHORT
    return TermClass.MEDIUM if months <= MEDIUM_TERM_MONTHS else TermClass.LONG


def term_class_between(start: date, maturity: date) -> TermClass:
    """Return the class of a loan from its first day to its last."""
    ends = [(months_after(start, most, start.day), kind) for most, kind in _BOUNDS]
    return next((kind for end, kind in ends if maturity <= end), TermClass.LONG)


def repayment_form(method: RepaymentMethod) -> RepaymentForm | None:
    """Return the form of a method; None for a plan that another system stated."""
    if method is RepaymentMethod.AS_STATED:
        return None
    return _FORMS.get(method, RepaymentForm.INSTALMENT)


_BOUNDS: Final = (
    (SHORT_TERM_MONTHS, TermClass.SHORT),
    (MEDIUM_TERM_MONTHS, TermClass.MEDIUM),
)
