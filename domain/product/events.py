"""What has happened to a product: the contract with history."""

from datetime import date

from attrs import frozen

from domain.terms import Terms


@frozen(kw_only=True)
class ProductDefined:
    """A product can be lent from a day on."""

    title: str
    terms: Terms
    since: date
    source: str


@frozen(kw_only=True)
class TermsChanged:
    """Other terms hold from a day on."""

    terms: Terms
    since: date
    source: str


@frozen(kw_only=True)
class ProductWithdrawn:
    """Nothing is lent on the product from a day on."""

    since: date
    source: str


ProductEvent = ProductDefined | TermsChanged | ProductWithdrawn
