"""What may be asked of a product: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.ids import ProductId
from domain.terms import Terms


@frozen(kw_only=True)
class DefineProduct:
    """Define a product and the terms it starts with."""

    product_id: ProductId
    title: str
    terms: Terms
    since: date
    source: str  # The decision or circular that the terms come from.


@frozen(kw_only=True)
class ChangeTerms:
    """Change a product's terms from a day on; loans agreed before keep theirs."""

    product_id: ProductId
    terms: Terms
    since: date
    source: str


@frozen(kw_only=True)
class WithdrawProduct:
    """Withdraw a product: nothing is lent on it from a day on."""

    product_id: ProductId
    since: date
    source: str


ProductCommand = DefineProduct | ChangeTerms | WithdrawProduct
