"""Labels of what the views of contracts and drawdowns show beside the domain's own names."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LENDING: Final[Mapping[str, Label]] = {
    "funds_deposited": Label("到账委托资金", "funds deposited"),
    "funds_lent": Label("已放委托资金", "funds lent"),
    "funds_returned": Label("已退委托资金", "funds returned"),
    "funds_held": Label("待放委托资金", "funds held"),
    "fee_collected": Label("已收手续费", "fee collected"),
    "undrawn": Label("未提款金额", "not drawn yet"),
    "in_custody": Label("在库份数", "copies in custody"),
    "custody": Label("出入库记录", "moves of copies"),
    "same": Label("一致", "the same"),
    "text": Label("冻结文本", "text as frozen"),
    "as_printed": Label("打印文本", "text with the parties named"),
    "as_approved": Label("批复内容", "as approved"),
    "as_drafted": Label("合同内容", "as drafted"),
    "blanks": Label("空格项目", "blanks"),
    "own_part": Label("自主支付金额", "paid to the borrower"),
    "discounted_on": Label("贴现日", "discounted on"),
    "present_by": Label("提示付款截止日", "to be presented by"),
    "presented_on": Label("提示付款日", "presented on"),
    "refused_on": Label("拒付日", "refused on"),
    "claims": Label("追索记录", "recourse taken"),
    "recourse_until": Label("对前手追索截止日", "recourse on endorsers until"),
    "rights_until": Label("票据权利截止日", "rights on acceptor and drawer until"),
    "presented": Label("已提示付款", "presented"),
    "payment_refused": Label("被拒付", "payment refused"),
    "recourse": Label("追索中", "recourse taken"),
    "unmet": Label("未落实条件", "conditions not met"),
    "days_late": Label("录入延迟天数", "days entered late"),
    "arrived_on": Label("到账日", "arrived on"),
    "requested": Label("已申请", "requested"),
    "released": Label("已放款", "paid out"),
    "trades": Label("交易凭证", "evidence of the trades"),
    "uses": Label("用途记录", "uses found"),
    "deviating": Label("偏离约定用途", "not as agreed"),
    "not_shown": Label("尚无凭证", "not shown yet"),
}
