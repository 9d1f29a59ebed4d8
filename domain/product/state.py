"""A product by the terms that it is lent on, from day to day."""

from typing import assert_never

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.product.events import ProductDefined, ProductEvent, ProductWithdrawn, TermsChanged
from domain.terms import Terms


@frozen
class Product:
    """A product as it was defined, None before, and its terms; None from its withdrawal on."""

    defined: ProductDefined | None = None
    terms: Dated[Terms | None] = attrs.field(factory=Dated)


def evolve(product: Product, event: ProductEvent) -> Product:
    """Return the product after an event; a withdrawal ends whatever terms were to follow."""
    match event:
        case ProductDefined():
            return Product(
                event, Dated[Terms | None]().with_value(event.since, event.terms, event.source)
            )
        case TermsChanged():
            terms = product.terms.with_value(event.since, event.terms, event.source)
            return Product(product.defined, terms)
        case ProductWithdrawn():
            before = tuple(entry for entry in product.terms.values if entry.day < event.since)
            terms = Dated(before).with_value(event.since, None, event.source)
            return Product(product.defined, terms)
    assert_never(event)


def fact(_product_id: str, product: Product) -> Dated[Terms | None] | None:
    """Return the terms that others may lend on; None before the product is defined."""
    return product.terms if product.defined else None
