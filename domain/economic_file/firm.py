"""What a firm is: its licence, who stands behind it, and turnover that others have counted.

Source: forms of rural institutions for farm households, sole traders and enterprises.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from attrs import frozen

from domain.fields import personal
from domain.ids import Count, Span
from domain.money import Money

Percent = Annotated[int, Span(0, 100)]
Year = Annotated[int, Span(1990, 2199)]


class OwnerRole(StrEnum):
    """Who stands behind a firm."""

    LEGAL_REPRESENTATIVE = "legal_representative"
    ACTUAL_CONTROLLER = "actual_controller"
    SHAREHOLDER = "shareholder"
    PROPRIETOR = "proprietor"  # 经营者 of a sole trader.


class FlowKind(StrEnum):
    """Turnover that somebody else has counted."""

    BANK_FLOW = "bank_flow"
    PAYMENT_CODE_FLOW = "payment_code_flow"
    TAX_PAID = "tax_paid"
    ELECTRICITY_PAID = "electricity_paid"


@frozen(kw_only=True)
class Registration:
    """What a firm is, by its licence."""

    business_scope: str  # Without personal data.
    capital: Money
    employees: Count
    owns_premises: bool
    borrows_as_firm: bool = True  # A sole trader may borrow in the person's name.
    permits_until: date | None = None  # The first of its special permits to run out.


@frozen(kw_only=True)
class Owner:
    """Somebody who owns or controls a firm."""

    role: OwnerRole
    name: str = personal()
    number: str | None = personal(default=None)
    share: Percent | None = None


@frozen(kw_only=True)
class Flow:
    """Turnover of a year."""

    kind: FlowKind
    year: Year
    amount: Money
