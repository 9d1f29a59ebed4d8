"""What an investigation records: visits, checks, debts, judgement, sources of repayment."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from attrs import frozen

from domain.ids import Count, Months, Span, Text
from domain.money import Money

Division = Annotated[
    str,
    Text(
        r"^[0-9]{6}([0-9]{3}([0-9]{3})?)?$",
        12,
        "a division of GB/T 2260 in 6, 9 or 12 digits, like 130421",
    ),
]
Times = Annotated[int, Span(1, 480)]
Mark = Annotated[int, Span(1, 5)]  # 5 is the best.


class VisitWay(StrEnum):
    """How something was looked into."""

    FIELD_VISIT = "field_visit"  # 实地调查
    DESK_CHECK = "desk_check"  # 间接调查


class CheckItem(StrEnum):
    """What must be true of an application."""

    IDENTITY_GENUINE = "identity_genuine"  # Of who signs, with the authority to.
    APPLICATION_TRUE = "application_true"
    PURPOSE_GENUINE = "purpose_genuine"
    LICENCE_VALID = "licence_valid"
    TRADE_GENUINE = "trade_genuine"


class Verdict(StrEnum):
    """What came of a check."""

    PROVEN = "proven"
    DOUBTFUL = "doubtful"
    REFUTED = "refuted"


class DebtKind(StrEnum):
    """What is owed, or may come to be."""

    BANK_DEBT = "bank_debt"
    PRIVATE_DEBT = "private_debt"
    TRADE_DEBT = "trade_debt"
    UNPAID_DUES = "unpaid_dues"  # Wages, taxes, rent.
    GUARANTEE_GIVEN = "guarantee_given"  # Contingent: it may have to be paid.


@frozen(kw_only=True)
class Debt:
    """A debt, and what falls due of it in a year."""

    kind: DebtKind
    amount: Money
    each_year: Money
    declared: bool  # Stated by the customer; else hidden, and found.


class Factor(StrEnum):
    """What is judged by marks: the Cs, what figures do not say, operations and market."""

    CHARACTER = "character"
    CAPACITY = "repaying_capacity"
    OWN_CAPITAL = "own_capital"
    COLLATERAL_STRENGTH = "collateral_strength"
    ENVIRONMENT = "environment"
    CONTINUITY = "continuity"
    WILLINGNESS = "willingness"
    HISTORY_WITH_US = "history_with_us"
    INDUSTRY_OUTLOOK = "industry_outlook"
    MAIN_PRODUCT = "main_product"
    TECHNOLOGY = "technology"
    MARKET_SHARE = "market_share"
    MARKET_OUTLOOK = "market_outlook"


@frozen(kw_only=True)
class Assessed:
    """A factor with its mark, and why."""

    factor: Factor
    mark: Mark
    says: str  # Without personal data.


@frozen(kw_only=True)
class Flow:
    """What comes in or goes out in a year."""

    says: str  # What it is, without personal data.
    each_year: Money


class Rank(StrEnum):
    """Whether a source of repayment is the first, or the one to fall back on."""

    FIRST = "first_source"
    SECOND = "second_source"


@frozen(kw_only=True)
class RepaymentSource:
    """Money that repays: an amount from a day on, once or so many times, months apart."""

    rank: Rank
    says: str  # What it is, without personal data.
    amount: Money
    from_day: date
    times: Times = 1
    months_apart: Months = 1


@frozen(kw_only=True)
class SurveyForm:
    """The investigation form (贷款调查表): what stands beside the narrative, as fields."""

    main_business: str  # Without personal data, as all texts here.
    years_in_business: Count
    workers: Count
    workplace: str
    suppliers: str
    buyers: str
    monthly_turnover: Money
    peak_months: str  # When money comes in: "9, 10".


class Strength(StrEnum):
    """How strong one side of a loan is."""

    STRONG = "strong"
    ADEQUATE = "adequate"
    WEAK = "weak"


class LoanRisk(StrEnum):
    """The risk of a loan as it begins."""

    LOW = "low"
    MODERATE = "moderate"
    ELEVATED = "elevated"
    SEVERE = "severe"
