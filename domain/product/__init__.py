"""A product: defined once, its terms changed from day to day, and withdrawn.

Loans read its terms on the day they are signed and keep them for life.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.product import labels, rules
from domain.product.commands import ProductCommand
from domain.product.decisions import decide
from domain.product.events import ProductEvent
from domain.product.state import Product, evolve, fact

PRODUCT: Final[Decider[ProductCommand, Product, ProductEvent]] = Decider(
    category="product",
    identity="product_id",
    initial=Product(),
    decide=decide,
    evolve=evolve,
    commands=get_args(ProductCommand),
    events=get_args(ProductEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
