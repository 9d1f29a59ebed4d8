"""Labels in Chinese and English for what views show beside the domain's own names."""

from collections.abc import Mapping
from typing import Final

import domain.catalogue
from domain.labels import Label
from projections.behaviour.labels import BEHAVIOUR
from projections.customer_labels import LOOKED_AFTER
from projections.decision_labels import DECISIONS
from projections.judgement_labels import JUDGEMENT
from projections.lending_labels import LENDING
from projections.marketing_labels import MARKETING
from projections.staff_labels import ORGANISATION

_QUESTIONS: Final[Mapping[str, Label]] = {
    "in_effect_on": Label("生效日期", "in effect on"),
    "known_by": Label("已知截至", "known by"),
    "limit": Label("每页行数", "rows a page"),
    "after": Label("续页位置", "after"),
    "from": Label("起始时间", "from"),
    "to": Label("截止时间", "to"),
}

_BOOKS: Final[Mapping[str, Label]] = {
    "index": Label("日志序号", "log index"),
    "line": Label("行号", "line"),
    "account": Label("科目代码", "account"),
    "account_zh": Label("科目名称", "account in Chinese"),
    "account_en": Label("科目英文名称", "account in English"),
    "debit": Label("借方", "debit"),
    "credit": Label("贷方", "credit"),
    "balance": Label("余额", "balance"),
}

_LOANS: Final[Mapping[str, Label]] = {
    "begun_on": Label("签订或发放日", "begun on"),
    "disbursed_on": Label("放款日", "paid out on"),
    "maturity": Label("到期日", "maturity"),
    "principal_due": Label("到期未还本金", "principal due"),
    "interest_due": Label("应还利息", "interest due"),
    "penalty_due": Label("应还罚息", "penalty interest due"),
    "fee_due": Label("应还费用", "fees due"),
    "principal_overdue": Label("逾期本金", "principal overdue"),
    "interest_overdue": Label("逾期利息", "interest overdue"),
    "interest_accrued": Label("应计未到期利息", "interest accrued and not due"),
    "matures": Label("到期", "matures"),
    "recovered": Label("核销后收回", "recovered"),
    "marks": Label("标志", "marks"),
    "taken_back": Label("已撤销", "taken back"),
    "stated": Label("原系统所述", "as stated elsewhere"),
    "part": Label("部分", "part"),
    "what": Label("事项", "what"),
    "reversed": Label("已冲正", "reversed"),
    "outstanding": Label("未还", "outstanding"),
    "movement": Label("变动", "movement"),
    "movements": Label("变动合计", "all movements"),
    "total": Label("合计", "total"),
    "corrected": Label("已更正", "corrected"),
    "then": Label("当时已知截至", "as known then"),
    "from_day": Label("起息日不早于", "value dates from"),
    "act": Label("业务", "act"),
    "figure": Label("指标", "figure"),
    "figure_then": Label("当时所示", "as known then"),
    "figure_now": Label("现在所示", "as known now"),
    "effect": Label("影响", "effect"),
    "taken_over": Label("接收存量", "taken over"),
    "disbursement": Label("放款", "paid out"),
    "disbursement_reversed": Label("放款冲正", "payment reversed"),
    "repayment": Label("还款", "repaid"),
    "repayment_reversed": Label("还款冲正", "repayment reversed"),
}

_CUSTOMERS: Final[Mapping[str, Label]] = {
    "merged_into": Label("已并入客户", "merged into"),
    "contacts": Label("联系人", "contacts"),
    "relations": Label("关联关系", "relations"),
    "holds": Label("保全", "holds"),
    "duplicates": Label("已并入的重复客户", "merged duplicates"),
    "erasure_requested_on": Label("申请删除日", "erasure asked for on"),
    "documents": Label("证件", "identity documents"),
    "loans": Label("借据", "loans"),
}

_FILES: Final[Mapping[str, Label]] = {
    "state": Label("在卷状态", "state in the file"),
    "required": Label("必备", "required"),
    "removed_since": Label("移出日", "removed since"),
    "filed": Label("在卷", "in the file"),
    "removed": Label("已移出", "removed"),
    "missing": Label("缺失", "missing"),
    "offered": Label("在办", "offered"),
}

_SECURITY: Final[Mapping[str, Label]] = {
    "secured": Label("已担保债权", "secures"),
    "overdue": Label("已逾期", "overdue"),
    "ended_on": Label("终止日", "ended on"),
    "inside": Label("在库", "in the vault"),
    "received": Label("收入", "received"),
    "given": Label("付出", "given out"),
    "guarantees": Label("所作保证", "guarantees"),
}

_LIMITS: Final[Mapping[str, Label]] = {
    "chain": Label("上级额度", "limits above"),
    "headroom": Label("本级可用额度", "own headroom"),
    "available": Label("实际可用额度", "available in the chain"),
    "last_review": Label("最近审查结论", "outcome of the last review"),
    "open": Label("可用", "open"),
    "expired": Label("已到期", "expired"),
    "review_late": Label("逾期未审查", "review is late"),
    "distance": Label("层级", "links between"),
    "ways": Label("关联路径", "ways"),
    "from_record": Label("起始记录号", "from record"),
    "to_record": Label("截止记录号", "to record"),
    "exposure": Label("风险暴露", "exposure"),
    "customers": Label("客户", "customers"),
    "share": Label("占资本净额", "share of net capital"),
    "share_tier1": Label("占一级资本净额", "share of net tier-1 capital"),
    "within": Label("未超限", "within the cap"),
    "top_ten": Label("最大十户", "ten largest"),
    "large": Label("大额风险暴露", "large exposures"),
}

_TRAIL: Final[Mapping[str, Label]] = {
    "recorded_at": Label("记录时间", "recorded at"),
    "event": Label("事件", "event"),
    "stream": Label("记录流", "stream"),
    "version": Label("流内版本", "version"),
    "command_id": Label("指令号", "command number"),
    "cause": Label("起因", "cause"),
    "approval": Label("审批人", "approved by"),
    "policy": Label("适用政策", "policies"),
    "changes": Label("变更内容", "changes"),
    "field": Label("字段", "field"),
    "before": Label("变更前", "before"),
}

_POLICY: Final[Mapping[str, Label]] = {
    "term_class": Label("期限类别", "class of term"),
    "form": Label("还款形式", "form of repayment"),
    "forms": Label("还款形式", "forms of repayment"),
    "answer": Label("答复", "answer"),
    "closed_since": Label("落实于条款生效日", "taken up by the terms since"),
    "measure": Label("计量单位", "measure"),
    "title_en": Label("英文名称", "title in English"),
    "own": Label("本行设定", "set by the institution"),
    "shipped": Label("默认取值", "setting that ships"),
    "confidence": Label("可信度", "confidence"),
    "days": Label("停留天数", "days at this stage"),
    "days_left": Label("剩余天数", "days left"),
    "judged_on": Label("准入审核日", "judged on"),
    "again": Label("按现行政策复核结论", "judged again"),
    "again_says": Label("复核说明", "judged again, why"),
    "differs": Label("结论不同", "differs"),
    "criterion": Label("准入标准", "criterion"),
    "stricter": Label("从严方向", "which way is stricter"),
}

# What views say comes first: some words mean another thing in a command.
LABELS: Final[Mapping[str, Label]] = {
    **domain.catalogue.LABELS,
    **_QUESTIONS,
    **_BOOKS,
    **_LOANS,
    **_CUSTOMERS,
    **_FILES,
    **_SECURITY,
    **_LIMITS,
    **_TRAIL,
    **_POLICY,
    **DECISIONS,
    **JUDGEMENT,
    **LENDING,
    **ORGANISATION,
    **MARKETING,
    **LOOKED_AFTER,
    **BEHAVIOUR,
}
