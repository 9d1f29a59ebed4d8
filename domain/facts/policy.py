"""What is known of the credit policy: parameters by day, shipped or set by the institution."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.facts.parameters import PARAMETERS
from domain.facts.pricing import PricingTable
from domain.facts.pricing_policy import FeeCap
from domain.facts.standards import SHIPPED_STANDARDS, InForce, Standard
from domain.money import Money


@frozen(kw_only=True)
class Setting:
    """A parameter as it held for a decision; recorded with it."""

    parameter: str  # "dual_investigators.min".
    setting: str  # As text: "2", "0.10", "true", "10000000".
    since: date | None  # None: shipped, in force as long as anyone remembers.
    source: str


@frozen(kw_only=True)
class Capital:
    """What an institution's limits are counted against (资本净额, 一级资本净额)."""

    net_capital: Money
    net_tier1: Money


@frozen
class PolicyBook:
    """What the institution has set; where it set nothing, what ships with the program."""

    entries: Mapping[str, Dated[str]] = attrs.field(factory=dict)
    capital: Dated[Capital] = attrs.field(factory=Dated)  # By the quarter end that it is of.
    standards: Mapping[str, Dated[Standard | None]] = attrs.field(factory=dict)
    pricing: Mapping[str, Dated[PricingTable]] = attrs.field(factory=dict)  # By product.
    fees: Dated[tuple[FeeCap, ...]] = attrs.field(factory=Dated)  # The schedule of fees.

    def on(self, name: str, day: date) -> Setting:
        """Return what holds for a parameter on a day; KeyError for an unknown name."""
        known, entry = PARAMETERS[name], self.entries.get(name, Dated()).entry(day)
        if entry is None:
            return Setting(
                parameter=name, setting=known.setting, since=known.since, source=known.source
            )
        return Setting(parameter=name, setting=entry.value, since=entry.day, source=entry.source)

    def count(self, name: str, day: date) -> int:
        """Return a parameter that is a number of days, months, years or persons."""
        return int(self.on(name, day).setting)

    def share(self, name: str, day: date) -> Fraction:
        """Return a parameter that is a ratio, exactly."""
        return Fraction(self.on(name, day).setting)

    def money(self, name: str, day: date, currency: str) -> Money:
        """Return a parameter that is an amount in whole yuan."""
        return Money(100 * int(self.on(name, day).setting), currency)

    def says_yes(self, name: str, day: date) -> bool:
        """Return a parameter that is yes or no."""
        return self.on(name, day).setting == "true"

    def standards_on(self, day: date) -> Sequence[InForce]:
        """Return the credit standards in force on a day, in order of their numbers."""
        shipped = {k: one for k, one in SHIPPED_STANDARDS.items() if not self._ruled(k, day)}
        own = {
            name: InForce(
                standard_id=name, standard=entry.value, since=entry.day, source=entry.source
            )
            for name, dated in self.standards.items()
            if (entry := dated.entry(day)) and entry.value
        }
        return [one for _, one in sorted({**shipped, **own}.items())]

    def _ruled(self, standard_id: str, day: date) -> bool:
        return standard_id in self.standards and self.standards[standard_id].entry(day) is not None


SHIPPED: Final = PolicyBook()
