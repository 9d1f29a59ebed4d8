"""The rules of extension, restructuring and arrears that are spread anew."""

from typing import Final

from domain.rules import Rule

_EXTENSION: Final = "贷款通则 第12条: a loan is extended on request before it matures"
_MEASURES: Final = (
    "固定资产贷款、流动资金贷款、个人贷款管理办法 (2024); 贷款通则 第12条: terms of extension"
)
_CHANGE: Final = "民法典 第543条: what was agreed is changed by agreement"
_RESTRUCTURING: Final = "商业银行金融资产风险分类办法 (2023) 第18条"

EXTENSION_IS_TIMELY: Final = Rule(
    "LOAN-060", "An extension is agreed before the loan matures.", _EXTENSION
)
EXTENSION_IS_LATER: Final = Rule("LOAN-061", "An extension leads to a later maturity.", _EXTENSION)
EXTENSION_WITHIN_MEASURES: Final = Rule(
    "LOAN-062", "All extensions of a loan keep within what the measures allow.", _MEASURES
)
TERMS_ARE_NEW: Final = Rule(
    "LOAN-064",
    "A restructuring names at least one new term, of a kind that we calculate.",
    _RESTRUCTURING,
)
INSTALMENTS_ARE_AHEAD: Final = Rule(
    "LOAN-065", "What is planned anew is due after the day on which it is agreed.", _CHANGE
)
ARREARS_ARE_OWED: Final = Rule(
    "LOAN-066", "Arrears that are spread anew are owed, and instalments are to come.", _CHANGE
)
INTEREST_IS_UNPAID: Final = Rule(
    "LOAN-067", "Interest that becomes principal is owed and unpaid.", _CHANGE
)
