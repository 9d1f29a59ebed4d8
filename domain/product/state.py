"""A product by the terms that it is lent on, from day to day."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.product.events import (
    ProductDefined,
    ProductEvent,
    ProductFeedbackAnswered,
    ProductFeedbackGiven,
    ProductWithdrawn,
    TermsChanged,
)
from domain.terms import Terms


@frozen(kw_only=True)
class Feedback:
    """A suggestion, its answer, and the first day of the terms that took it up."""

    given: ProductFeedbackGiven
    answered: ProductFeedbackAnswered | None = None
    closed_since: date | None = None

    @property
    def waits_for_terms(self) -> bool:
        """Whether it was accepted, and no version of the terms has taken it up."""
        accepted = self.answered is not None and self.answered.accepted
        return accepted and self.closed_since is None


@frozen
class Product:
    """A product as it was defined, None before, and its terms; None from its withdrawal on."""

    defined: ProductDefined | None = None
    terms: Dated[Terms | None] = attrs.field(factory=Dated)
    feedback: Mapping[str, Feedback] = attrs.field(factory=dict)


def evolve(product: Product, event: ProductEvent) -> Product:
    """Return the product after an event; a withdrawal ends whatever terms were to follow."""
    match event:
        case ProductDefined():
            return Product(
                event, Dated[Terms | None]().with_value(event.since, event.terms, event.source)
            )
        case TermsChanged():
            terms = product.terms.with_value(event.since, event.terms, event.source)
            closed = {
                name: attrs.evolve(product.feedback[name], closed_since=event.since)
                for name in event.closes
            }
            return attrs.evolve(product, terms=terms, feedback={**product.feedback, **closed})
        case ProductWithdrawn():
            before = tuple(entry for entry in product.terms.values if entry.day < event.since)
            terms = Dated(before).with_value(event.since, None, event.source)
            return attrs.evolve(product, terms=terms)
        case ProductFeedbackGiven():
            said = Feedback(given=event)
            return attrs.evolve(product, feedback={**product.feedback, event.feedback_id: said})
        case ProductFeedbackAnswered():
            answered = attrs.evolve(product.feedback[event.feedback_id], answered=event)
            return attrs.evolve(product, feedback={**product.feedback, event.feedback_id: answered})
    assert_never(event)


def fact(_product_id: str, product: Product) -> Dated[Terms | None] | None:
    """Return the terms that others may lend on; None before the product is defined."""
    return product.terms if product.defined else None
