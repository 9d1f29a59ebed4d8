"""Labels of drawdowns."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "drawdown.request": Label("申请提款", "request a drawdown"),
    "drawdown.meet_condition": Label("落实用信条件", "meet a condition"),
    "drawdown.check": Label("放款审核", "check a drawdown"),
    "drawdown.release": Label("放款支付", "pay a drawdown"),
    "drawdown.cancel": Label("取消提款", "cancel a drawdown"),
    "drawdown.reverse": Label("放款撤销", "reverse a drawdown"),
    "drawdown.delay_payment": Label("登记支付延迟", "delay a payment"),
    "drawdown.confirm_arrival": Label("确认到账", "confirm arrival"),
    "drawdown.record_use": Label("登记资金用途", "record use of funds"),
    "drawdown.requested": Label("提款已申请", "drawdown requested"),
    "drawdown.condition_met": Label("用信条件已落实", "condition met"),
    "drawdown.checked": Label("放款已审核", "drawdown checked"),
    "drawdown.released": Label("已放款", "drawdown paid"),
    "drawdown.cancelled": Label("提款已取消", "drawdown cancelled"),
    "drawdown.reversed": Label("放款已撤销", "drawdown reversed"),
    "drawdown.payment_delayed": Label("支付延迟已登记", "payment delayed"),
    "drawdown.funds_arrived": Label("资金已到账", "funds arrived"),
    "drawdown.use_recorded": Label("资金用途已登记", "use recorded"),
    "drawdown_id": Label("提款编号", "drawdown number"),
    "payees": Label("交易对手", "payees"),
    "payee.trade": Label("交易凭证", "evidence of the trade"),
    "payee_id": Label("交易对手序号", "number of the payee"),
    "payees_unknown": Label("无法事先确定交易对象", "payees not known beforehand"),
    "counterparty": Label("交易对手账户", "counterparty"),
    "own_account": Label("借款人账户", "account of the borrower"),
    "transit_account": Label("过渡户", "transit account"),
    "account_no": Label("账号", "account number"),
    "bank_no": Label("开户行行号", "number of the bank"),
    "bank_name": Label("开户行行名", "name of the bank"),
    "security_contracts": Label("担保合同状况", "security contracts"),
    "met_by": Label("落实人", "met by"),
    "released_by": Label("放款人", "paid by"),
    "recorded_on": Label("录入日", "entered on"),
    "complete_by": Label("应完成日", "to be completed by"),
    "requested_wrongly": Label("申请有误", "requested wrongly"),
    "returned_by_payee_bank": Label("收款行退回", "returned by the payee's bank"),
    "as_agreed": Label("符合约定用途", "as agreed"),
}
