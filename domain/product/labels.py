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
    "product.give_feedback": Label("提出产品建议", "suggest something about a product"),
    "product.answer_feedback": Label("答复产品建议", "answer a suggestion"),
    "product.feedback_given": Label("产品建议已提出", "suggestion made"),
    "product.feedback_answered": Label("产品建议已答复", "suggestion answered"),
    "feedback_id": Label("建议编号", "number of the suggestion"),
    "closes": Label("落实的建议", "suggestions taken up"),
    "accepted": Label("采纳", "accepted"),
    "version_since": Label("所涉条款生效日", "about the terms since"),
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
    "loan_class": Label("贷款类别（三个办法）", "class of loan by the measures"),
    "drawdowns_max": Label("最多放款次数", "most drawdowns"),
    "misuse_percent": Label(
        "挪用罚息利率（合同利率的百分比）", "penalty rate of misuse in percent of the contract rate"
    ),
    "compound": Label("复利规则", "compound interest"),
    "penalty_compounds": Label("罚息计复利", "penalty interest compounds"),
    "grace": Label("宽限期后起算", "reading of the days of grace"),
    "allocation_ahead": Label("未到期款项的还款顺序", "order of paying what is not yet due"),
    "prepayment": Label("提前还款后的计划", "plan after a prepayment"),
    "prepayment_fee": Label("提前还款手续费（每笔）", "fee for each prepayment"),
    "prepayment_fee_rate": Label(
        "提前还款手续费率（按提前本金）", "fee rate on the principal prepaid"
    ),
    "prepayment_fee_months": Label(
        "收取提前还款手续费的月数", "months in which a prepayment bears a fee"
    ),
    "late_fee": Label("逾期手续费（每期）", "fee for a late instalment"),
    "early_days": Label("可提前归还当期的天数", "days that an instalment can be paid early"),
    "months_between": Label("期间隔（月）", "months between instalments"),
    "settled_through": Label("结息日", "interest is settled through"),
    "day_count": Label("计息方式", "day count"),
    "payment_unit": Label("每期金额取整单位（分）", "unit of a level instalment in fen"),
    "by_instalment": Label("按期逐期还款", "instalment by instalment"),
    "A/A ISDA": Label("实际天数/实际天数", "A/A ISDA"),
    "A/360": Label("实际天数/360", "A/360"),
    "A/365": Label("实际天数/365", "A/365"),
    "30E/360": Label("30/360（欧式）", "30E/360"),
    "30E/360 ISDA": Label("每月30天（ISDA）", "30E/360 ISDA"),
    "28E/336": Label("每月28天/每年336天", "28E/336"),
    "months and days": Label("逐笔（整月加零头天数）", "months and days"),
    "funding": Label("资金来源（自营或委托）", "whose money is lent"),
    "product_role": Label("产品定位", "role of the product"),
    "application_documents": Label("申请所需资料", "documents of an application"),
    "repricings": Label("可选重定价方式", "ways of repricing"),
    "fixed_asset": Label("固定资产贷款", "fixed-asset loan"),
    "personal_consumption": Label("个人消费贷款", "personal consumption loan"),
    "personal_business": Label("个人经营贷款", "personal business loan"),
    "anniversary": Label("对年对月对日", "on each anniversary of paying out"),
    "new_year": Label("每年1月1日", "on 1 January"),
    "quarterly": Label("每季首日", "on the first day of each quarter"),
    "monthly": Label("每月首日", "on the first day of each month"),
    "off": Label("不计复利", "none"),
    "contract_then_penalty": Label(
        "到期前按合同利率、到期后按罚息利率", "contract rate, then the penalty rate from maturity"
    ),
    "penalty_rate": Label("按罚息利率", "penalty rate"),
    "from_due_date": Label("自应还日起", "from the due date"),
    "from_end_of_grace": Label("自宽限期满起", "from the end of grace"),
    "keep_instalment": Label("缩短期限", "keep the instalment, shorten the term"),
    "keep_term": Label("减少月供", "keep the term, lower the instalment"),
}
