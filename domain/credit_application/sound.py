"""Whether what is asked for can be taken in at all; whether it fits is for admission to say."""

from datetime import date

from domain.credit_application.rules import (
    AMOUNT_IS_ASKED_FOR,
    APPLIED_FOR_IS_OFFERED,
    ENTRUSTED_AS_THE_PRODUCT,
    ENTRUSTED_BY_A_CUSTOMER,
    ENTRUSTING_IS_RESOLVED,
    INDUSTRY_IS_IN_ITS_SECTION,
)
from domain.dated import Dated
from domain.facts.entrusting import Entrusting
from domain.facts.terms import CreditTerms
from domain.ids import IndustryCode
from domain.industry import is_industry
from domain.kinds import CustomerKind, Funding
from domain.party import Party, Standing
from domain.terms import Terms


def require_asked(
    terms: CreditTerms,
    product: Dated[Terms | None] | None,
    industry: IndustryCode | None,
    day: date,
    *,
    entrusted: bool,
) -> None:
    """Raise Refused where the product is not lent, or amount or industry make no sense."""
    offered = product.on(day) if product else None
    APPLIED_FOR_IS_OFFERED.require(offered is not None, product_id=terms.product_id, day=day)
    assert offered is not None
    ENTRUSTED_AS_THE_PRODUCT.require(
        entrusted == (offered.funding is Funding.ENTRUSTED), product_id=terms.product_id
    )
    AMOUNT_IS_ASKED_FOR.require(
        terms.amount.fen > 0 and terms.amount.currency == offered.amount_min.currency,
        amount=terms.amount,
    )
    INDUSTRY_IS_IN_ITS_SECTION.require(industry is None or is_industry(industry), industry=industry)


def require_entrusting(entrusting: Entrusting, borrower: Party, entruster: Party | None) -> None:
    """Raise Refused where who entrusts is no fit customer, or a resolution lacks.

    Source: 商业银行委托贷款管理办法 (银监发〔2018〕2号) 第7条.
    """
    active = entruster is not None and entruster.standing is Standing.ACTIVE
    ENTRUSTED_BY_A_CUSTOMER.require(
        active and entrusting.entrusted_by != borrower.customer_id,
        entrusted_by=entrusting.entrusted_by,
    )
    assert entruster is not None
    pairs = (
        (entruster, entrusting.entruster_resolution),
        (borrower, entrusting.borrower_resolution),
    )
    lacking = [
        who.customer_id
        for who, resolution in pairs
        if who.kind is CustomerKind.ENTERPRISE and resolution is None
    ]
    ENTRUSTING_IS_RESOLVED.require(not lacking, lacking=", ".join(lacking))
