"""The rules of loans of another's money."""

from typing import Final

from domain.rules import Rule

_ENTRUSTED: Final = "商业银行委托贷款管理办法 (银监发〔2018〕2号)"

ONLY_AN_ENTRUSTED_PRODUCT: Final = Rule(
    "LOAN-095", "Another's money is lent on a product that is for entrusted loans.", _ENTRUSTED
)
ENTRUSTER_IS_A_CUSTOMER: Final = Rule(
    "LOAN-096",
    "Who entrusts money is a registered customer, and not the borrower.",
    _ENTRUSTED + ": the lender checks who entrusts",
)
ENTRUSTED_ONCE: Final = Rule(
    "LOAN-097", "Whose money a loan is does not change, nor once it is paid out.", _ENTRUSTED
)
ENTRUSTER_IS_NAMED: Final = Rule(
    "LOAN-098",
    "An entrusted loan is paid out once it is named whose money it is (loan.entrust).",
    _ENTRUSTED + ": no lending of our own money for others",
)
