"""The kind of business by whose money, class and purpose; guarantors of a guarantee contract."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.contract import ContractKind
from domain.facts.terms import LoanPurpose
from domain.kinds import Funding, LoanClass, RepaymentMethod
from domain.money import Money
from projections.returns.business import business_of
from tests.domain.contract.deeds import DAY, SIGNED_MORTGAGE
from tests.domain.customer.people import REGISTERED
from tests.domain.guarantee.promises import ASSESSED
from tests.domain.loan.loans import TERMS
from tests.projections.returns.test_contract_tables import bank, table

PLAIN = RepaymentMethod.EQUAL_INSTALMENT


@pytest.mark.parametrize(
    ("loan_class", "purpose", "said"),
    [
        (LoanClass.WORKING_CAPITAL, LoanPurpose.TRADE, "流动资金贷款"),
        (LoanClass.FIXED_ASSET, LoanPurpose.FIXED_ASSETS, "一般固定资产贷款"),
        (LoanClass.PERSONAL_BUSINESS, None, "个人经营性贷款"),
        (LoanClass.PERSONAL_CONSUMPTION, LoanPurpose.HOUSING, "住房按揭贷款"),
        (LoanClass.PERSONAL_CONSUMPTION, LoanPurpose.EDUCATION, "助学贷款"),
        (LoanClass.PERSONAL_CONSUMPTION, LoanPurpose.MEDICAL, "消费贷款"),
        (LoanClass.PERSONAL_CONSUMPTION, None, None),
        (None, LoanPurpose.TRADE, None),
    ],
)
def test_the_kind_of_business_follows_from_class_and_purpose(loan_class, purpose, said):
    terms = evolve(TERMS, loan_class=loan_class)
    assert business_of(terms, PLAIN, purpose) == said
    assert business_of(terms, RepaymentMethod.DISCOUNT, purpose) == "票据贴现"
    for_others = evolve(terms, funding=Funding.ENTRUSTED)
    assert business_of(for_others, PLAIN, purpose) == "委托贷款"


def test_a_guarantor_is_reported_with_what_they_own():
    drafted: Any = SIGNED_MORTGAGE[0]
    guarantee = evolve(
        drafted, kind=ContractKind.GUARANTEE, securities=("guarantee-G1",), givers=("C7",)
    )
    books = bank().sealed("customer-C7", evolve(REGISTERED, name="李四"))
    books = books.with_events("contract-G1", guarantee, *SIGNED_MORTGAGE[1:], day=DAY)
    (row,) = table("602", books.with_events("guarantor-C7", ASSESSED, day=DAY))
    assert (row["DBHTH"], row["BZRMC"], row["BZRLB"]) == ("G1", "四", "自然人")
    assert (row["DBRJZC"], row["DBRJZCBZ"], row["DBHTZT"]) == ("300000.00", "CNY", "有效")
    richer = evolve(ASSESSED, net_assets=Money(40_000_000))
    again = books.with_events("guarantor-C7", ASSESSED, richer, day=date(2026, 3, 3))
    assert table("602", again)[0]["DBRJZC"] == "400000.00"
    (securing, *_) = table("601", books)
    assert securing["BDBYWLX"] == "贷款"
