"""What follows from defining a product, changing its terms, or withdrawing it."""

from collections.abc import Sequence
from typing import assert_never

from domain.dated import From
from domain.product.commands import (
    AnswerProductFeedback,
    ChangeTerms,
    DefineProduct,
    GiveProductFeedback,
    ProductCommand,
    WithdrawProduct,
)
from domain.product.events import ProductDefined, ProductEvent, ProductWithdrawn, TermsChanged
from domain.product.feedback import answer_feedback, give_feedback, require_waiting
from domain.product.rules import (
    NOT_BEFORE_DEFINITION,
    ONE_PRODUCT_A_NUMBER,
    PRODUCT_IS_DEFINED,
    PRODUCT_IS_NOT_WITHDRAWN,
)
from domain.product.sound import require_sound
from domain.product.state import Product


def decide(command: ProductCommand, product: Product) -> Sequence[ProductEvent]:
    """Return what follows from a command."""
    match command:
        case DefineProduct():
            return define_product(command, product)
        case ChangeTerms():
            return change_terms(command, product)
        case WithdrawProduct():
            return withdraw_product(command, product)
        case GiveProductFeedback():
            return give_feedback(command, product)
        case AnswerProductFeedback():
            return answer_feedback(command, product)
    assert_never(command)


def define_product(command: DefineProduct, product: Product) -> Sequence[ProductEvent]:
    """Define a product; () where it was defined with the same content."""
    defined = ProductDefined(
        title=command.title, terms=command.terms, since=command.since, source=command.source
    )
    if product.defined == defined:
        return ()
    ONE_PRODUCT_A_NUMBER.require(product.defined is None, product_id=command.product_id)
    require_sound(command.terms, command.since)
    return (defined,)


def change_terms(command: ChangeTerms, product: Product) -> Sequence[ProductEvent]:
    """Change the terms from a day on; () where that day has them from that source already."""
    _require_begun(command, product)
    require_sound(command.terms, command.since)
    PRODUCT_IS_NOT_WITHDRAWN.require(
        product.terms.on(command.since) is not None, since=command.since
    )
    changed = From(command.since, command.terms, command.source)
    if product.terms.entry(command.since) == changed:
        return ()
    require_waiting(command.closes, product)
    made = TermsChanged(
        terms=command.terms, since=command.since, source=command.source, closes=command.closes
    )
    return (made,)


def withdraw_product(command: WithdrawProduct, product: Product) -> Sequence[ProductEvent]:
    """Withdraw the product from a day on; () where it is withdrawn by then."""
    _require_begun(command, product)
    if product.terms.on(command.since) is None:
        return ()
    return (ProductWithdrawn(since=command.since, source=command.source),)


def _require_begun(command: ChangeTerms | WithdrawProduct, product: Product) -> None:
    PRODUCT_IS_DEFINED.require(product.defined is not None, product_id=command.product_id)
    assert product.defined is not None
    NOT_BEFORE_DEFINITION.require(
        product.defined.since <= command.since, begins=product.defined.since
    )
