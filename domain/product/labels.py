"""Labels of products and their terms."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "product": Label("贷款产品", "product"),
    "product.define": Label("设立产品", "define a product"),
    "product.change_terms": Label("变更产品条款", "change the terms of a product"),
    "product.withdraw": Label("停办产品", "withdraw a product"),
    "product.defined": Label("产品已设立", "product defined"),
    "product.terms_changed": Label("产品条款已变更", "terms changed"),
    "product.withdrawn": Label("产品已停办", "product withdrawn"),
    "amount_min": Label("最低金额", "least amount"),
    "amount_max": Label("最高金额", "largest amount"),
    "instalments_max": Label("最长期数（月）", "most instalments (months)"),
    "rate_min": Label("最低年利率", "lowest yearly rate"),
    "rate_max": Label("最高年利率", "highest yearly rate"),
    "methods": Label("还款方式", "repayment methods"),
    "customer_kinds": Label("适用客户类型", "kinds of customer"),
    "day_basis": Label("计息天数基础", "days that a year counts"),
    "penalty_percent": Label(
        "罚息利率（合同利率的百分比）", "penalty rate in percent of the contract rate"
    ),
    "grace_days": Label("宽限期（天）", "days of grace"),
    "allocation": Label("还款顺序", "order of payment"),
}
