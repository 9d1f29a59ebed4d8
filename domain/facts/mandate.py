"""What is known of a mandate: who may decide on what, from when to when."""

from datetime import date

from attrs import frozen

from domain.dated import Dated
from domain.facts.staff import Post
from domain.facts.terms import CreditTerms, SecurityWay
from domain.ids import MandateId, ProductId, StaffId, UnitId
from domain.money import Money


@frozen(kw_only=True)
class Scope:
    """What a mandate covers; an empty tuple is any."""

    amount_max: Money  # For all that one customer may owe with the credit that is decided on.
    products: tuple[ProductId, ...] = ()
    grades: tuple[str, ...] = ()  # Credit grades of the customer.
    units: tuple[UnitId, ...] = ()  # Of the applications.
    securities: tuple[SecurityWay, ...] = ()  # Ways of security, all of which must be covered.

    def within(self, other: "Scope") -> bool:
        """Say whether all that this covers is covered by another."""
        pairs = (
            (self.products, other.products),
            (self.grades, other.grades),
            (self.units, other.units),
            (self.securities, other.securities),
        )
        return (
            self.amount_max.currency == other.amount_max.currency
            and self.amount_max.fen <= other.amount_max.fen
            and all(not wide or (narrow and set(narrow) <= set(wide)) for narrow, wide in pairs)
        )

    def covers(
        self, terms: CreditTerms, grade: str | None, unit_id: UnitId, besides: Money | None = None
    ) -> bool:
        """Say whether a credit to a customer of a grade, applied for at a unit, is covered.

        besides is what the customer owes or may draw already; what is kept in another currency
        cannot be added, and is then not covered.
        """
        amounts = [amount for amount in (terms.amount, besides) if amount and amount.fen]
        return (
            {amount.currency for amount in amounts} <= {self.amount_max.currency}
            and sum(amount.fen for amount in amounts) <= self.amount_max.fen
            and (not self.products or terms.product_id in self.products)
            and (not self.grades or grade in self.grades)
            and (not self.units or unit_id in self.units)
            and (not self.securities or set(terms.security) <= set(self.securities))
        )


@frozen(kw_only=True)
class Mandate:
    """A mandate of a post at a unit, a person or a committee, and the days it is in force."""

    mandate_id: MandateId
    post: Post | None  # With unit_id: whoever holds the post there.
    unit_id: UnitId | None  # Without a post: the committee itself.
    staff_id: StaffId | None  # A person, by delegation.
    parent_id: MandateId | None  # The mandate that it was delegated from.
    scope: Scope
    in_force: Dated[bool]  # Granted, suspended, restored, revoked; as known now.
    since: date | None = None
    until: date | None = None  # The last day.
    delegable: bool = False  # Whether its holder may delegate it further.

    def on(self, day: date) -> bool:
        """Say whether the mandate is in force on a day."""
        return bool(self.in_force.on(day))

    def spans(self, since: date, until: date) -> bool:
        """Say whether these days, the last included, are within its own."""
        if self.since is None or self.until is None:
            return False
        return self.since <= since <= until <= self.until
