"""Whether what is asked for can be taken in at all; whether it fits is for admission to say."""

from datetime import date

from domain.credit_application.rules import (
    AMOUNT_IS_ASKED_FOR,
    APPLIED_FOR_IS_OFFERED,
    INDUSTRY_IS_IN_ITS_SECTION,
)
from domain.dated import Dated
from domain.facts.terms import CreditTerms
from domain.ids import IndustryCode
from domain.industry import is_industry
from domain.terms import Terms


def require_asked(
    terms: CreditTerms,
    product: Dated[Terms | None] | None,
    industry: IndustryCode | None,
    day: date,
) -> None:
    """Raise Refused where the product is not lent, or amount or industry make no sense."""
    offered = product.on(day) if product else None
    APPLIED_FOR_IS_OFFERED.require(offered is not None, product_id=terms.product_id, day=day)
    assert offered is not None
    AMOUNT_IS_ASKED_FOR.require(
        terms.amount.fen > 0 and terms.amount.currency == offered.amount_min.currency,
        amount=terms.amount,
    )
    INDUSTRY_IS_IN_ITS_SECTION.require(industry is None or is_industry(industry), industry=industry)
