"""Labels of loans, their plans, receipts and what another system stated about them."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label
from domain.loan.charges import labels as charges
from domain.loan.discounting import labels as discounting
from domain.loan.entrusted import labels as entrusted
from domain.loan.loss import labels as loss
from domain.loan.pricing import labels as pricing
from domain.loan.rescheduling import labels as rescheduling

_ACTS: Final[Mapping[str, Label]] = {
    "loan": Label("贷款", "loan"),
    "loan.agree": Label("签订借款", "agree a loan"),
    "loan.take_over": Label("接收存量贷款", "take over a running loan"),
    "loan.record_statement": Label("登记原系统余额", "record a statement of another system"),
    "loan.cancel": Label("撤销借款", "cancel a loan"),
    "loan.disburse": Label("放款", "pay out a loan"),
    "loan.reverse_disbursement": Label("放款冲正", "reverse a payment"),
    "loan.record_repayment": Label("登记还款", "record a repayment"),
    "loan.reverse_repayment": Label("还款冲正", "reverse a repayment"),
    "loan.refund_excess": Label("退还溢缴款", "refund excess"),
    "loan.take_back": Label("撤销业务", "take a fact back"),
    "loan.pay_off_by": Label("以新借据偿还", "pay off by a new loan"),
    "loan.lend_under_contract": Label("凭合同放款", "lend under a contract"),
    "loan.undo_lending": Label("撤销凭合同放款", "undo lending under a contract"),
    "loan.confirm_ended": Label("确认借款已终结", "confirm that a loan has ended"),
    "loan.undo_pay_off": Label("撤销以新借据偿还", "take back the money of a new loan"),
}

_FACTS: Final[Mapping[str, Label]] = {
    "loan.agreed": Label("借款已签订", "loan agreed"),
    "loan.taken_over": Label("存量贷款已接收", "loan taken over"),
    "loan.statement_recorded": Label("原系统余额已登记", "statement recorded"),
    "loan.cancelled": Label("借款已撤销", "loan cancelled"),
    "loan.disbursed": Label("已放款", "loan paid out"),
    "loan.disbursement_reversed": Label("放款已冲正", "payment reversed"),
    "loan.repayment_recorded": Label("还款已登记", "repayment recorded"),
    "loan.repayment_reversed": Label("还款已冲正", "repayment reversed"),
    "loan.settled": Label("贷款已结清", "loan settled"),
    "loan.reopened": Label("贷款恢复未结清", "loan open again"),
    "loan.excess_refunded": Label("溢缴款已退还", "excess refunded"),
    "loan.fact_taken_back": Label("业务已撤销", "fact taken back"),
}

_FIELDS: Final[Mapping[str, Label]] = {
    "method": Label("还款方式", "repayment method"),
    "instalments": Label("期数", "number of instalments"),
    "due_day": Label("还款日", "due day of the month"),
    "signed_on": Label("签订日", "day of signing"),
    "granted_on": Label("发放日", "day of granting"),
    "terms_source": Label("条款依据", "source of the terms"),
    "plan": Label("还款计划", "plan"),
    "no": Label("期次", "instalment number"),
    "due_date": Label("应还日", "due date"),
    "as_of": Label("余额日期", "as of"),
    "status": Label("状态", "status"),
    "amounts": Label("各项金额", "amounts"),
    "dates": Label("各项日期", "dates"),
    "receipt_no": Label("回单号", "receipt number"),
    "paid": Label("还款分配", "discharged"),
    "undone": Label("冲回分配", "undone"),
    "restated": Label("重算的其他业务", "what other facts now move"),
    "shape": Label("计划形式", "shape of the plan"),
    "grace_principal": Label("还本宽限期（期）", "instalments without principal"),
    "amortised_over": Label("气球贷摊还期数", "instalments that a balloon loan is solved over"),
    "stages": Label("阶梯", "stages"),
    "periods": Label("期数", "periods"),
    "pays": Label("该阶段还款方式", "how the stage pays"),
    "level": Label("等额", "level"),
    "nothing": Label("只付息", "no principal"),
    "principals": Label("各期本金", "principal of each instalment"),
    "lending": Label("贷款发放方式", "way of lending"),
    "new": Label("新增", "new"),
    "renewal": Label("无还本续贷", "renewal without repayment"),
    "start": Label("首次放款时的计划", "plan at the start"),
    "replaces": Label("所偿还的旧借据", "loan that it replaces"),
    "by_loan": Label("新借据", "new loan whose money it is"),
    "moved": Label("账务变动", "moved on the books"),
    "off_books": Label("账外本金（已核销）", "principal off the books"),
    "before": Label("重算前", "before"),
    "after": Label("重算后", "after"),
}

_VALUES: Final[Mapping[str, Label]] = {
    "keyed_wrong": Label("录入错误", "keyed wrongly"),
    "wrong_loan": Label("记错借据", "wrong loan"),
    "returned_by_payer_bank": Label("付款行退回", "returned by the payer's bank"),
    "sent_twice": Label("重复发送", "sent twice"),
    "borrower_withdrew": Label("借款人撤回", "the borrower withdrew"),
    "conditions_not_met": Label("放款条件未满足", "conditions not met"),
    "agreed_in_error": Label("误签", "agreed in error"),
    "revoked": Label("已撤销", "revoked"),
    "disproved": Label("查无此事", "disproved"),
    "as_due": Label("正常还款", "as due"),
    "prepay_keep_instalment": Label("提前还款缩期", "prepaid to shorten the term"),
    "prepay_keep_term": Label("提前还款减额", "prepaid to lower the instalments"),
    "settle": Label("提前结清", "settled early"),
    "refinancing": Label("借新还旧", "refinancing"),
    "recovery": Label("核销后收回", "recovered after write-off"),
    "drawdown": Label("放款", "drawdown"),
    "receipt": Label("还款", "receipt"),
    "rate": Label("利率变更", "change of rate"),
    "pause": Label("停息", "interest pause"),
    "extension": Label("展期", "extension"),
    "restructuring": Label("重组", "restructuring"),
    "respreading": Label("欠款重新分摊", "arrears spread anew"),
    "capitalisation": Label("利息转本金", "capitalised interest"),
    "waiver": Label("减免", "waiver"),
    "write_off": Label("核销", "write-off"),
    "refund": Label("退还溢缴款", "excess refunded"),
    "agreed": Label("已约定", "agreed"),
    "overdue": Label("逾期", "overdue"),
    "extended": Label("已展期", "extended"),
    "restructured": Label("已重组", "restructured"),
    "written_off": Label("已核销", "written off"),
    "misused": Label("挪用", "misused"),
    "paused": Label("停息", "interest paused"),
    "refinanced": Label("被新借据偿还", "paid off by a new loan"),
    "settled": Label("已结清", "settled"),
    "cancelled": Label("已撤销", "cancelled"),
}

_READINGS: Final[Mapping[str, Label]] = {
    "due": Label("应还未还", "due and unpaid"),
    "payoff": Label("结清金额", "payoff"),
    "oldest_unpaid": Label("最早逾期日", "oldest due date unpaid"),
    "days_past_due": Label("逾期天数", "days past due"),
    "next_due": Label("下一还款日", "next due date"),
    "settled_on": Label("结清日", "settled on"),
    "instalment": Label("分期", "instalment"),
    "receipts": Label("还款记录", "receipts"),
}

LABELS: Final[Mapping[str, Label]] = {
    **_ACTS,
    **_FACTS,
    **_FIELDS,
    **_VALUES,
    **_READINGS,
    **pricing.LABELS,
    **charges.LABELS,
    **discounting.LABELS,
    **entrusted.LABELS,
    **rescheduling.LABELS,
    **loss.LABELS,
}
