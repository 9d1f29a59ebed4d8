"""The rules of loans that pay off other loans."""

from typing import Final

from domain.rules import Rule

_REFINANCING: Final = "民法典担保制度司法解释 第16条: a new loan pays off an old one"
_RENEWAL: Final = "金规〔2024〕13号: renewal without repayment for small firms and farmers"

OLD_LOAN_IS_NAMED: Final = Rule(
    "LOAN-080",
    "A loan that pays off another names it, and no other loan names one.",
    _REFINANCING,
)
RENEWAL_IS_FOR_BUSINESS: Final = Rule(
    "LOAN-081",
    "A renewal is lent to farm households, sole traders and enterprises for their business.",
    _RENEWAL,
)
MONEY_IS_OF_THE_SAME_OWNER: Final = Rule(
    "LOAN-099",
    "The institution's money pays off no entrusted loan, and an entrusted loan none of its own.",
    "商业银行委托贷款管理办法 (银监发〔2018〕2号) 第19条, 第20条",
)
OLD_INTEREST_IS_PAID: Final = Rule(
    "LOAN-082",
    "Interest and fees of the old loan are paid by the borrower before a new loan replaces it.",
    _REFINANCING,
)
WITHIN_OLD_PRINCIPAL: Final = Rule(
    "LOAN-083", "A new loan pays off no more than the principal of the old one.", _REFINANCING
)
RENEWED_LOAN_IS_SOUND: Final = Rule(
    "LOAN-084",
    "A loan is renewed by its maturity, while nothing is overdue, misused or written off.",
    _RENEWAL,
)
UNDONE_BY_ITS_LOAN: Final = Rule(
    "LOAN-085",
    "The money of a new loan is recorded, and taken back, with that loan's payment.",
    _REFINANCING,
)
