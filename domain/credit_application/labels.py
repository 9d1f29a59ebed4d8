"""Labels of applications for credit and their admission."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

_NAMES: Final[Mapping[str, Label]] = {
    "credit_application": Label("信贷申请", "application for credit"),
    "credit_application.submit": Label("受理信贷申请", "take in an application"),
    "credit_application.return": Label("退回补件", "return an application for completion"),
    "credit_application.resubmit": Label("补件后重新受理", "take in a completed application"),
    "credit_application.withdraw": Label("撤回申请", "withdraw an application"),
    "credit_application.admit": Label("准入审核", "judge admission"),
    "credit_application.price": Label("测算贷款利率", "price an application"),
    "credit_application.priced": Label("贷款利率已测算", "application priced"),
    "credit_application.submitted": Label("申请已受理", "application taken in"),
    "credit_application.returned": Label("申请已退回补件", "application returned"),
    "credit_application.resubmitted": Label("申请已重新受理", "application taken in again"),
    "credit_application.withdrawn": Label("申请已撤回", "application withdrawn"),
    "credit_application.admission_judged": Label("准入已审核", "admission judged"),
}

_INTAKE: Final[Mapping[str, Label]] = {
    "walk_in": Label("客户上门", "walked in"),
    "phone_call": Label("电话", "by phone"),
    "online": Label("线上", "online"),
    "customer_referral": Label("客户转介", "referred by a customer"),
    "colleague_referral": Label("同事转介", "referred by a colleague"),
    "press": Label("媒体", "press"),
    "industry": Label("投向行业", "industry"),
    "waivers": Label("豁免", "waivers"),
    "subject": Label("卷宗对象", "what the file is about"),
    "declared_insider": Label("申请人声明为关系人", "declared to be connected with us"),
    "papers_missing": Label("资料缺失", "papers missing"),
    "papers_expired": Label("资料过期", "papers run out"),
    "form_incomplete": Label("申请书填写不全", "form incomplete"),
    "contradictory": Label("前后矛盾", "contradictory"),
    "terms_out_of_range": Label("申请条件超出产品范围", "terms out of the product's range"),
    "no_longer_needed": Label("不再需要", "no longer needed"),
    "lent_elsewhere": Label("已从他处融资", "lent to elsewhere"),
    "terms_not_accepted": Label("不接受条件", "terms not accepted"),
    "took_too_long": Label("办理时间过长", "took too long"),
    "not_completed": Label("未补齐资料", "not completed"),
    "entered_wrongly": Label("录入有误", "entered wrongly"),
    "lacking": Label("尚缺资料", "papers that lack"),
    "returned_by": Label("退回人", "returned by"),
    "papers": Label("资料", "papers"),
    "offered": Label("在办产品条款", "terms of the product offered"),
}

_STATED: Final[Mapping[str, Label]] = {
    "stated": Label("经办人陈述", "stated by the officer"),
    "lawful": Label("合法经营且用途合法", "business and purpose are lawful"),
    "income_months": Label("稳定收入月数", "months of steady income"),
    "income_yearly": Label("年收入", "yearly income"),
    "spending_yearly": Label("年支出（不含还债）", "yearly spending"),
    "debt_service_yearly": Label("年偿债支出", "due on debts in a year"),
    "overdue_now": Label("当前逾期金额", "overdue now"),
    "earlier_debts": Label("旧欠", "earlier debts"),
    "plan_document": Label("还款计划资料编号", "document of the plan"),
    "standards_against": Label("认定不符合的信贷标准", "standards that speak against it"),
    "guarantors": Label("拟定保证人", "proposed guarantors"),
    "own_assets": Label("保证人净资产", "assets of the guarantor, net"),
    "public_body": Label("机关或公益法人", "public body"),
}

_JUDGED: Final[Mapping[str, Label]] = {
    "inputs": Label("判断依据的数据", "inputs"),
    "required": Label("清单要求", "asked for by the checklist"),
    "income_net": Label("纯收入", "net income on file"),
    "file_complete": Label("经济档案齐全", "economic file complete"),
    "verdicts": Label("逐项结论", "verdicts"),
    "waived": Label("已豁免", "waived"),
    "judged_by": Label("准入审核人", "judged by"),
    "dealings": Label("往来情况", "dealings with the customer"),
    "guarantor_dealings": Label("保证人往来情况", "dealings with the guarantors"),
    "priced": Label("测算利率", "rate priced"),
    "steps": Label("测算步骤", "steps"),
    "table_since": Label("所用定价表生效日", "pricing table since"),
    "priced_by": Label("测算人", "priced by"),
    "economy": Label("经济状况", "economy"),
    "inquiries": Label("征信查询", "credit enquiries"),
}

LABELS: Final[Mapping[str, Label]] = {**_NAMES, **_INTAKE, **_STATED, **_JUDGED}
