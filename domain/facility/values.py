"""The values that a facility's commands and events share."""

from enum import StrEnum

from attrs import frozen

from domain.facts.policy import Setting
from domain.ids import ApplicationId, Digest, LoanId
from domain.money import Money


class SpecialUse(StrEnum):
    """What a special-purpose limit is kept for."""

    PROJECT = "project"
    COMMITMENT = "commitment"
    BILL_DISCOUNT = "bill_discount"
    BOND = "bond"
    DERIVATIVE = "derivative"


class FreezeReason(StrEnum):
    """Why nothing more may be taken from a limit."""

    OVERDUE_DEBT = "overdue_debt"
    EARLY_WARNING = "early_warning"
    LITIGATION = "litigation"
    MISUSE = "misuse"
    REVIEW = "review"
    BY_ORDER = "by_order"


class ReviewOutcome(StrEnum):
    """What a periodic review came to; a lower limit and a stop are orders of their own."""

    KEEP = "keep"
    CUT = "cut"
    FREEZE = "freeze"
    NO_RENEWAL = "no_renewal"


@frozen(kw_only=True)
class CashCover:
    """Cash margin, pledged deposits and treasury bonds: what related parties' credit is net of."""

    amount: Money
    document: Digest  # Of the pledge or the margin agreement.


@frozen(kw_only=True)
class Ceiling:
    """The most that a customer's rating and capacity allow, and what it was computed from."""

    amount: Money
    grade: str
    scorecard: str  # Number and version.
    net_assets: Money
    debts: Money
    disposable: Money  # A year's surplus.


@frozen(kw_only=True)
class Cap:
    """A limit counted against capital, as it held for a decision."""

    setting: Setting
    capital: Money
    most: Money  # The share of the capital, rounded down to the fen.


@frozen(kw_only=True)
class Reservation:
    """What is reserved for an approval."""

    application_id: ApplicationId
    amount: Money


@frozen(kw_only=True)
class Usage:
    """What a loan took, and how much of it is paid back."""

    loan_id: LoanId
    amount: Money
    paid_back: Money
