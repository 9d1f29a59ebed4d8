"""The rules of loan notes under a contract."""

from typing import Final

from domain.rules import Rule

CONTRACT_IS_REQUIRED: Final = Rule(
    "LOAN-090",
    "Where the policy asks for contracts, a loan is lent by a drawdown under one.",
    "Credit policy of the institution: bank.lending.contract_required",
)
PAID_BY_ITS_DRAWDOWN: Final = Rule(
    "LOAN-091",
    "A note under a contract is paid out, and taken back, by drawdown.release and "
    "drawdown.reverse.",
    "固定资产贷款管理办法, 流动资金贷款管理办法, 个人贷款管理办法 (2024): 发放与支付",
)
WITHIN_ITS_CONTRACT: Final = Rule(
    "LOAN-092",
    "A note lends no more than its contract, and the contract is within the product's terms.",
    "Civil Code of the PRC, Art. 671: the loan is provided as agreed",
)
LOAN_HAS_ENDED: Final = Rule(
    "LOAN-093",
    "A contract ends once its notes are settled or cancelled.",
    "Civil Code of the PRC, Art. 557: obligations end by discharge",
)
