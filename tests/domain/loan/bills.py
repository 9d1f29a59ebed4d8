"""A bill of 100,000.00 that is discounted at 3 % for 184 days, and its loan.

Issued on 2 March 2026, discounted that day and due on 2 September: 1,533.33 are kept back.
"""

from datetime import date

from attrs import evolve

from domain.dated import Dated
from domain.facts.bill import Bill, BillKind
from domain.kinds import RepaymentMethod
from domain.rate import Rate
from domain.terms import Terms
from tests.domain.loan.loans import AGREE, TERMS, yuan

DAY = date(2026, 3, 2)
DUE = date(2026, 9, 2)
TODAY = date(2027, 1, 4)
BILL = Bill(
    bill_no="B100",
    bill_kind=BillKind.BANK_ACCEPTANCE,
    drawer="县粮油加工厂",
    acceptor="清河农商银行",
    endorsers=("91130421MA07QK3L11", "C1"),
    face=yuan("100000"),
    issued_on=DAY,
    matures_on=DUE,
)
DISCOUNTING = evolve(TERMS, methods=(RepaymentMethod.DISCOUNT,), amount_max=yuan("500000"))
LENT = Dated[Terms | None]().with_value(date(2023, 1, 1), DISCOUNTING, "Decision 2026-3")
DISCOUNT = evolve(
    AGREE,
    amount=yuan("100000"),
    rate_yearly=Rate.parse("3%"),
    method=RepaymentMethod.DISCOUNT,
    instalments=6,
    signed_on=DAY,
    terms=LENT,
    bill=BILL,
    today=TODAY,
)
