"""The kind of credit business (信贷业务种类), as tables 501, 503 and 504 name it.

It follows from whose money is lent, the product's class by the three measures of 2024, and the
purpose.  Where nobody placed the product in a class, or a consumer loan names no purpose, it is
not known.

Source: EAST 5.0, field XDYWZL; 固定资产贷款、流动资金贷款、个人贷款管理办法 (2024).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from domain.facts.terms import LoanPurpose
from domain.kinds import Funding, LoanClass, RepaymentMethod
from domain.product.state import Product, evolve
from domain.terms import Terms
from projections.history import histories
from projections.view import Reader

ENTRUSTED: Final = "委托贷款"
BILLS: Final = "票据贴现"
_OF_CLASS: Final[Mapping[LoanClass, str]] = {
    LoanClass.WORKING_CAPITAL: "流动资金贷款",
    LoanClass.FIXED_ASSET: "一般固定资产贷款",
    LoanClass.PERSONAL_BUSINESS: "个人经营性贷款",
}
_CONSUMED: Final[Mapping[LoanPurpose, str]] = {
    LoanPurpose.HOUSING: "住房按揭贷款",
    LoanPurpose.EDUCATION: "助学贷款",
}


def business_of(
    offered: Terms | None, method: RepaymentMethod, purpose: LoanPurpose | None
) -> str | None:
    """Return the kind of business of a loan on a product's terms; None where it is not known."""
    if offered is not None and offered.funding is Funding.ENTRUSTED:
        return ENTRUSTED
    if method is RepaymentMethod.DISCOUNT:
        return BILLS
    if offered is None or offered.loan_class is None:
        return None
    if offered.loan_class is not LoanClass.PERSONAL_CONSUMPTION:
        return _OF_CLASS[offered.loan_class]
    return _CONSUMED.get(purpose, "消费贷款") if purpose else None


def offered_on(reader: Reader, asked: Sequence[tuple[str, date]]) -> Mapping[str, Terms | None]:
    """Return the terms of products, each on a day, as they are known."""
    known = histories(reader, [f"product-{name}" for name, _ in asked])
    found = {}
    for name, day in asked:
        events: list[Any] = [line.row.event for line in known[f"product-{name}"]]
        product: Product = reduce(evolve, events, Product())
        found[name] = product.terms.on(day)
    return found
