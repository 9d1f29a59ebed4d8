"""What is known of a scorecard: what it looks at, in which bands, for which points and grades."""

from enum import StrEnum
from typing import Annotated

from attrs import frozen

from domain.dated import Dated
from domain.ids import Name, ScorecardId, Span, Text
from domain.kinds import CustomerKind

Points = Annotated[int, Span(0, 100)]
Bound = Annotated[
    str, Text(r"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$", 23, "a number like 0.75, as text")
]
GradeName = Annotated[
    str, Text(r"^[A-Z][A-Za-z0-9+-]{0,7}$", 8, "a grade like A or BB+, beginning with A to Z")
]


class Figure(StrEnum):
    """What a scorecard may measure, as looked up; amounts in yuan, ratios as such."""

    HOUSEHOLD_SIZE = "household_size"
    LABOUR = "labour"
    ASSETS = "assets"
    NET_ASSETS = "net_assets"
    SHARES = "shares"
    NET_INCOME = "net_income"
    EXPECTED_INCOME = "expected_income"
    DISPOSABLE = "disposable"
    OPINION = "opinion"  # 3 good, 2 fair, 1 poor.
    OPEN_LOANS = "open_loans"
    OVERDUE_LOANS = "overdue_loans"
    GUARANTEES = "guarantees"
    REVENUE = "revenue"
    DEBT_TO_ASSET = "debt_to_asset"
    CURRENT_RATIO = "current_ratio"
    QUICK_RATIO = "quick_ratio"
    RECEIVABLES_TURNOVER = "receivables_turnover"
    RETURN_ON_SALES = "return_on_sales"
    RETURN_ON_ASSETS = "return_on_assets"
    EQUITY_GROWTH = "equity_growth"
    INCOME_GROWTH = "income_growth"
    PROFIT_GROWTH = "profit_growth"


@frozen(kw_only=True)
class Band:
    """Points for a figure from low (included) up to high (not included)."""

    low: Bound | None  # None: however low.
    high: Bound | None  # None: however high.
    points: Points


@frozen(kw_only=True)
class Characteristic:
    """One line of a scorecard: a figure in bands, or what people judge."""

    name: Name
    zh: str
    en: str
    points_max: Points
    looks_at: Figure | None  # None: judged, with a reason.
    bands: tuple[Band, ...] = ()
    points_unknown: Points = 0  # Where the figure is not on record, or not defined.


@frozen(kw_only=True)
class GradeFrom:
    """A grade, and the points from which it is given."""

    grade: GradeName
    points_min: Points


@frozen(kw_only=True)
class Card:
    """A version of a scorecard."""

    version: int  # From 1; 0 is what ships with the program.
    characteristics: tuple[Characteristic, ...]
    grades: tuple[GradeFrom, ...]  # The best first.


@frozen(kw_only=True)
class Scorecard:
    """A scorecard, and its versions by the day from which they hold; None from its end on."""

    scorecard_id: ScorecardId
    customer_kinds: tuple[CustomerKind, ...]
    versions: Dated[Card | None]
