"""Loan pricing (贷款定价): a rate from term, rating, security and relationship, step by step.

Source: 贷款定价管理 of the institution, a dated table of its own; points are hundredths of a
percent, added to the base rate of the term, and the sum is kept within bounds.
"""

from collections.abc import Iterator

from attrs import frozen

from domain.facts.relationship import Tier
from domain.facts.terms import SecurityWay
from domain.ids import GradeName, Months, SpreadPoints
from domain.rate import Rate

POINT_E8 = 10_000  # A hundredth of a percent, in whole 1e-8 a year.


@frozen(kw_only=True)
class BaseRate:
    """The rate that a term of up to so many months starts from."""

    months_max: Months
    rate: Rate


@frozen(kw_only=True)
class GradePoints:
    """What a credit grade adds; less than nothing lowers the rate."""

    grade: GradeName
    adds: SpreadPoints


@frozen(kw_only=True)
class SecurityPoints:
    """What a way of security adds."""

    way: SecurityWay
    adds: SpreadPoints


@frozen(kw_only=True)
class TierPoints:
    """What a customer's tier adds."""

    tier: Tier
    adds: SpreadPoints


@frozen(kw_only=True)
class PricingTable:
    """How a product is priced; a grade, way or tier that is not named adds nothing."""

    base: tuple[BaseRate, ...]  # By months_max, the shortest first.
    by_grade: tuple[GradePoints, ...] = ()
    unrated_adds: SpreadPoints = 0
    by_security: tuple[SecurityPoints, ...] = ()
    by_tier: tuple[TierPoints, ...] = ()
    settles_here_adds: SpreadPoints = 0  # Whose settlement account is with us.
    rate_lowest: Rate
    rate_highest: Rate


@frozen(kw_only=True)
class PricedOn:
    """What a rate was found from."""

    months: Months
    grade: GradeName | None  # None: not rated, or no longer.
    security: tuple[SecurityWay, ...]
    tier: Tier | None
    settles_here: bool
    insider: bool  # Nobody connected with us is priced better than others.


@frozen(kw_only=True)
class Step:
    """One step of the pricing: what it is for, and the points that it adds."""

    item: str
    adds: SpreadPoints


@frozen(kw_only=True)
class Priced:
    """The rate that came out, and how."""

    base: Rate
    steps: tuple[Step, ...]
    rate_yearly: Rate  # The sum, within the bounds of the table.


def price(table: PricingTable, on: PricedOn) -> Priced | None:
    """Return the rate that a table gives; None for a term that is longer than it prices."""
    base = next((band.rate for band in table.base if on.months <= band.months_max), None)
    if base is None:
        return None
    steps = tuple(_steps(table, on))
    raw = base.e8 + POINT_E8 * sum(step.adds for step in steps)
    rate = Rate(min(max(raw, table.rate_lowest.e8), table.rate_highest.e8))
    return Priced(base=base, steps=steps, rate_yearly=rate)


def _steps(table: PricingTable, on: PricedOn) -> Iterator[Step]:
    grades = {one.grade: one.adds for one in table.by_grade}
    rated = table.unrated_adds if on.grade is None else grades.get(on.grade, 0)
    yield Step(item=f"grade {on.grade or 'none'}", adds=rated)
    ways = {one.way: one.adds for one in table.by_security}
    best = min(on.security or (SecurityWay.UNSECURED,), key=lambda way: ways.get(way, 0))
    yield Step(item=f"security {best.value}", adds=ways.get(best, 0))
    tiers = {one.tier: one.adds for one in table.by_tier}
    tier = tiers.get(on.tier, 0) if on.tier else 0
    yield _of_relationship(f"tier {on.tier.value if on.tier else 'none'}", tier, on)
    settles = table.settles_here_adds if on.settles_here else 0
    yield _of_relationship(f"settles here {'yes' if on.settles_here else 'no'}", settles, on)


def _of_relationship(item: str, adds: int, on: PricedOn) -> Step:
    """Return a step; what would make it cheaper for somebody connected with us adds nothing."""
    if on.insider and adds < 0:
        return Step(item=f"{item}, connected: no better than others", adds=0)
    return Step(item=item, adds=adds)
