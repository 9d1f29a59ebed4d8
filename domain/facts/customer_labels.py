"""Labels of what aggregates may know of a customer's economy, relationship and enquiries."""

from collections.abc import Mapping
from typing import Final

from domain.facts.figure_labels import FIGURES
from domain.labels import Label

CUSTOMERS: Final[Mapping[str, Label]] = {
    "household_size": Label("人口（人）", "people"),
    "labour": Label("劳动力（人）", "people who can work"),
    "assets": Label("资产", "assets"),
    "debts": Label("负债", "debts"),
    "shares": Label("入股金额", "shares in this institution"),
    "net_income": Label("上年纯收入", "net income of last year"),
    "expected_income": Label("本年预计纯收入", "net income expected this year"),
    "spending": Label("年支出", "spending in a year"),
    "disposable": Label("年可支配现金流", "disposable in a year"),
    "opinion": Label("村评意见", "opinion of the village"),
    "good": Label("良好", "good"),
    "fair": Label("一般", "fair"),
    "poor": Label("较差", "poor"),
    "complete": Label("资料齐全", "complete"),
    "missing_items": Label("缺少项目", "missing items"),
    "refreshed_on": Label("更新日", "refreshed on"),
    "specimens": Label("预留印鉴", "specimen seals"),
    "kept": Label("留存", "kept"),
    "official_seal": Label("公章", "official seal"),
    "finance_seal": Label("财务专用章", "finance seal"),
    "representative_seal": Label("法定代表人章", "seal of the representative"),
    "signature": Label("签字", "signature"),
    "fingerprint": Label("指印", "fingerprint"),
    "settles_here": Label("在我行结算", "settles here"),
    "accepts_supervision": Label("接受信贷结算监督", "accepts supervision"),
    "tier": Label("客户级别", "tier"),
    "key": Label("重点", "key customer"),
    "valued": Label("优质", "valued customer"),
    "ordinary": Label("普通", "ordinary customer"),
    "restricted": Label("限制", "restricted customer"),
    "priority_until": Label("绿色通道至", "priority until"),
    "blacklisted": Label("黑名单", "blacklisted"),
    "asked_on": Label("查询日", "asked on"),
    "reported_on": Label("报告日", "reported on"),
    "open_loans": Label("未结清贷款笔数", "open loans"),
    "owed": Label("未还余额", "still owed"),
    "overdue_loans": Label("逾期笔数", "loans overdue"),
    "overdue_amount": Label("逾期金额", "amount overdue"),
    "guarantees": Label("对外担保笔数", "guarantees given"),
    "guaranteed": Label("对外担保金额", "amount guaranteed"),
    "consent_until": Label("授权有效至", "consent until"),
    **FIGURES,
}
