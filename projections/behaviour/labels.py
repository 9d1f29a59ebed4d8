"""Labels of the figures and signs of a customer's behaviour."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

BEHAVIOUR: Final[Mapping[str, Label]] = {
    "period_length": Label("统计周期", "length of the periods"),
    "period": Label("期间", "period"),
    "quarter": Label("季度", "quarter"),
    "receipts_early": Label("提前还款笔数", "receipts before anything was due"),
    "receipts_on_time": Label("按期还款笔数", "receipts on time"),
    "receipts_late": Label("逾期还款笔数", "late receipts"),
    "days_late": Label("最长逾期天数", "most days late"),
    "part_payments": Label("部分还款笔数", "part payments"),
    "prepayments": Label("超额与提前结清笔数", "prepayments"),
    "drawdown_count": Label("用款笔数", "drawdowns"),
    "amount_drawn": Label("用款金额", "amount drawn"),
    "use_of_limit": Label("额度使用率", "use of limits"),
    "contact_count": Label("拜访与联系次数", "visits and contacts"),
    "request_count": Label("服务需求件数", "requests"),
    "complaint_count": Label("投诉件数", "complaints"),
    "channels_used": Label("使用渠道", "channels used"),
    "deposits_stated": Label("所报存款", "deposits as stated"),
    "net_income_stated": Label("所报纯收入", "net income as stated"),
    "repays_late": Label("多次逾期还款", "repays late"),
    "repays_very_late": Label("长时间逾期还款", "repays very late"),
    "pays_in_parts": Label("多次部分还款", "pays in parts"),
    "complains_often": Label("多次投诉", "complains often"),
    "turnover_falls": Label("营业收入下降", "turnover falls"),
    "cash_falls": Label("月均货币资金下降", "average cash falls"),
    "deposits_fall": Label("存款下降", "deposits fall"),
    "limit_strained": Label("额度紧张且有逾期", "limits strained"),
    "limit_short": Label("额度不足", "limits short"),
    "pays_ahead": Label("常提前还款", "pays ahead"),
    "draws_often": Label("频繁用款", "draws often"),
    "turnover_rises": Label("营业收入上升", "turnover rises"),
}
