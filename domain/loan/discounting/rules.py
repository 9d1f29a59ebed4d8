"""The rules of discounted bills, beside those of all loans."""

from typing import Final

from domain.rules import Rule

_DISCOUNT: Final = "支付结算办法: discount of bills; 商业汇票承兑、贴现与再贴现管理办法 (2022)"

BILL_KEEPS_ITS_TERMS: Final = Rule(
    "LOAN-100",
    "A discounted bill keeps its rate and its days, for which interest was kept back; what it "
    "leaves unpaid is paid off by a new loan (lending refinancing) and not arranged anew.",
    _DISCOUNT,
)
BILL_IS_TAKEN_BACK_WHOLE: Final = Rule(
    "LOAN-101",
    "Before a bill matures it is taken back whole, for its face less the interest not earned: "
    "the payoff of that day in loan_statement.",
    _DISCOUNT + "; Civil Code of the PRC, Art. 677: interest for the actual period",
)
PAID_BY_IS_OF_A_BILL: Final = Rule(
    "LOAN-109",
    "Who paid (paid_by) is said of a discounted bill; what others pay on a loan names nobody.",
    "票据法 第68条: all who signed a bill answer for it",
)
BILL_IS_DUE: Final = Rule(
    "LOAN-102",
    "What is owed on a bill is waived, written off or refinanced once the bill is due.",
    "票据法 第61条: recourse once payment at maturity was refused",
)
