"""Labels in Chinese and English for what several aggregates name.

Source: the field's standard terms; labels of one aggregate stand in its own folder.
"""

from collections.abc import Mapping
from typing import Final

from attrs import frozen


@frozen
class Label:
    """What a name of the catalogue is called on screens and in documents."""

    zh: str
    en: str


LABELS: Final[Mapping[str, Label]] = {
    "customer_id": Label("客户统一编号", "customer number"),
    "borrower": Label("借款人", "borrower"),
    "loan_id": Label("借据号", "loan number"),
    "product_id": Label("产品编号", "product number"),
    "benchmark_id": Label("定价基准编号", "benchmark number"),
    "tenor_months": Label("期限品种（月）", "tenor in months"),
    "rate_yearly": Label("年利率", "yearly rate"),
    "kind": Label("种类", "kind"),
    "name": Label("名称", "name"),
    "value": Label("内容", "value"),
    "title": Label("标题", "title"),
    "document": Label("证件或文件", "document"),
    "documents": Label("所需资料", "documents"),
    "since": Label("生效日", "in effect from"),
    "until": Label("截止日", "until"),
    "day": Label("日期", "day"),
    "on": Label("日期", "day"),
    "reason": Label("原因", "reason"),
    "source": Label("依据", "source"),
    "amount": Label("金额", "amount"),
    "value_date": Label("起息日", "value date"),
    "origin": Label("迁移来源", "taken over from"),
    "system": Label("来源系统", "system"),
    "reference": Label("凭证号", "reference"),
    "findings": Label("核查发现", "findings"),
    "rule": Label("规则", "rule"),
    "facts": Label("事实", "facts"),
    "actor": Label("操作人", "actor"),
    "today": Label("当日", "today"),
    "currency": Label("币种", "currency"),
    "terms": Label("条款", "terms"),
    "standing": Label("客户状态", "standing"),
    "active": Label("正常", "active"),
    "merged": Label("已合并", "merged"),
    "erased": Label("已删除", "erased"),
    "natural_person": Label("自然人", "natural person"),
    "farm_household": Label("农户", "farm household"),
    "sole_trader": Label("个体工商户", "sole trader"),
    "enterprise": Label("企业", "enterprise"),
    "working_capital": Label("流动资金", "working capital"),
    "equal_instalment": Label("等额本息", "equal instalment"),
    "equal_principal": Label("等额本金", "equal principal"),
    "interest_only": Label("按期付息到期还本", "interest by period, principal at the end"),
    "interest_first": Label("先息后本（先付息、后等额）", "interest first, then equal instalments"),
    "single_payment": Label("一次性还本付息（利随本清）", "single payment at maturity"),
    "balloon": Label("气球贷", "balloon"),
    "stepped": Label("阶梯还款", "stepped instalments"),
    "irregular": Label("不规则还款", "irregular, as agreed one by one"),
    "revolving": Label("随借随还", "revolving, drawn and repaid at will"),
    "flat": Label("等本等息", "flat interest"),
    "discount": Label("贴现", "discount"),
    "as_stated": Label("按原系统计划", "as stated by the former system"),
    "own_book": Label("自营", "own book"),
    "entrusted": Label("委托", "entrusted"),
    "draws_in": Label("引流型", "draws customers in"),
    "retains": Label("粘性型", "retains customers"),
    "earns": Label("利润型", "earns"),
    "fee": Label("费用", "fee"),
    "penalty": Label("罚息", "penalty interest"),
    "interest": Label("利息", "interest"),
    "principal": Label("本金", "principal"),
    "excess": Label("溢缴款", "excess"),
    "identity_document": Label("身份证明", "identity document"),
    "household_register": Label("户口簿", "household register"),
    "marriage_certificate": Label("婚姻证明", "marriage certificate"),
    "business_licence": Label("营业执照", "business licence"),
    "licence_annual_check": Label("营业执照年检（年报）", "annual check of the licence"),
    "special_permit": Label("特殊行业许可证", "special permit"),
    "articles_of_association": Label("公司章程", "articles of association"),
    "financial_statements": Label("财务报表", "financial statements"),
    "land_contract": Label("土地承包合同", "land contract"),
    "income_proof": Label("收入证明", "proof of income"),
    "credit_report_consent": Label("征信查询授权书", "consent to a credit report"),
    "loan_application": Label("借款申请书", "loan application"),
    "investigation_report": Label("调查报告", "investigation report"),
    "approval_record": Label("审批记录", "approval record"),
    "loan_contract": Label("借款合同", "loan contract"),
    "loan_note": Label("借据", "loan note"),
    "guarantee_contract": Label("担保合同", "guarantee contract"),
    "post_loan_report": Label("贷后检查报告", "post-loan report"),
    "other": Label("其他", "other"),
    "beside": Label("案卷外所查", "looked up beside the file"),
    "beside_digest": Label("案卷外所查摘要", "digest of what was looked up beside the file"),
}
