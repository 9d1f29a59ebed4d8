"""The rules of fees and misuse."""

from typing import Final

from domain.rules import Rule

_FEES: Final = "商业银行服务价格管理办法 第8条, 第15条: no fee that was not agreed and published"
_MISUSE: Final = "关于人民币贷款利率有关问题的通知 (银发〔2003〕251号) 第3条; 民法典 第673条"

FEE_IS_DUE_AFTER_IT_IS_OWED: Final = Rule(
    "LOAN-050", "A fee is due on or after the day from which it is owed.", _FEES
)
MISUSE_WITHIN_PRINCIPAL: Final = Rule(
    "LOAN-051", "No more is misused than the principal owed on the day.", _MISUSE
)
