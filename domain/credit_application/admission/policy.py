"""The policy that one admission goes by: every setting asked for is kept, to be stored."""

from collections.abc import Sequence
from datetime import date

from attrs import define, field

from domain.facts.policy import PolicyBook, Setting
from domain.facts.standards import InForce
from domain.money import Money


@define
class Policy:
    """A policy book on a day, that remembers what it was asked."""

    book: PolicyBook
    day: date
    asked: dict[str, Setting] = field(factory=dict)

    def count(self, name: str) -> int:
        """Return a parameter that is a number."""
        return int(self._ask(name))

    def money(self, name: str, currency: str) -> Money:
        """Return a parameter that is an amount in whole yuan."""
        self._ask(name)
        return self.book.money(name, self.day, currency)

    def says_yes(self, name: str) -> bool:
        """Return a parameter that is yes or no."""
        return self._ask(name) == "true"

    def percent_of(self, name: str, amount: Money) -> Money:
        """Return a share of an amount, in whole fen, fractions cut off."""
        self._ask(name)
        share = self.book.share(name, self.day)
        return Money(amount.fen * share.numerator // share.denominator, amount.currency)

    @property
    def standards(self) -> Sequence[InForce]:
        """The credit standards in force."""
        return self.book.standards_on(self.day)

    def _ask(self, name: str) -> str:
        self.asked[name] = self.book.on(name, self.day)
        return self.asked[name].setting
