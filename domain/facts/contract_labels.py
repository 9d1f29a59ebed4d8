"""Labels of what contracts and drawdowns say, also in the text of a contract."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

CONTRACTS: Final[Mapping[str, Label]] = {
    "pledge_of_rights": Label("权利质押", "pledge of rights"),
    "maximum_amount_mortgage": Label("最高额抵押", "maximum-amount mortgage"),
    "entrusted_loan": Label("委托贷款", "entrusted loan"),
    "drafted": Label("已填制", "drafted"),
    "checked": Label("已复核", "checked"),
    "signed": Label("已签署", "signed"),
    "ended": Label("已终止", "ended"),
    "voided": Label("已作废", "voided"),
    "secures_up_to": Label("最高担保额", "secures up to"),
    "drawn": Label("已提款", "drawn"),
    "breach_terms": Label("违约条款", "terms of breach"),
    "breach": Label("违约情形", "breach"),
    "cure_days": Label("纠正期（天）", "days to put it right"),
    "remedies": Label("救济措施", "remedies"),
    "late_payment": Label("未按期偿还本息", "late payment"),
    "misuse": Label("挪用", "misuse"),
    "untrue_statement": Label("提供虚假资料或陈述", "untrue statement"),
    "covenant_broken": Label("违反承诺事项", "covenant broken"),
    "security_impaired": Label("担保物价值减损或保证能力下降", "security impaired"),
    "cross_default": Label("对其他债权人违约", "default to others"),
    "penalty_interest": Label("计收罚息", "penalty interest"),
    "stop_drawing": Label("停止发放尚未提取的借款", "no further drawing"),
    "call_in": Label("宣布借款提前到期", "call in the loan"),
    "more_security": Label("要求补充担保", "ask for more security"),
    "realise_security": Label("实现担保权", "realise the security"),
    "damages": Label("赔偿损失与费用", "damages and costs"),
    "secured_by": Label("担保合同编号", "security contracts"),
    "secures": Label("被担保合同编号", "contracts that it secures"),
    "givers": Label("担保人客户编号", "who gives the security"),
    "contract_terms": Label("合同要素", "terms of the contract"),
}
