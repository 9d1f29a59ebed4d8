"""The rules of bills that we hold."""

from typing import Final

from domain.rules import Rule

_RECOURSE: Final = "票据法 第61-71条: recourse"

HELD_FOR_ONE_LOAN: Final = Rule(
    "BILL-006",
    "A bill that we hold is not discounted again.",
    "票据法 第27条, 第33条: a bill is endorsed whole, by who holds it",
)
BILL_IS_HELD: Final = Rule(
    "BILL-007", "The bill is one that we discounted, and is neither paid nor taken back.", _RECOURSE
)
PRESENTED_WHILE_HELD: Final = Rule(
    "BILL-008",
    "A bill is presented on a day that has come, once and not before it was discounted.",
    "票据法 第53条",
)
PRESENTED_IN_TIME: Final = Rule(
    "BILL-009",
    "A bill is presented within ten days from its maturity; who endorsed it may answer no more "
    "where it is presented later.",
    "票据法 第53条; 支付结算办法: 提示付款期限",
)
REFUSED_ONCE_PRESENTED: Final = Rule(
    "BILL-010",
    "Payment is refused from maturity on, of a bill that was presented (bill.present), once; of a "
    "bankrupt acceptor also before.",
    "票据法 第61-64条",
)
RECOURSE_AFTER_REFUSAL: Final = Rule(
    "BILL-011",
    "Recourse is taken once payment was refused (bill.record_refusal), on a day that has come.",
    _RECOURSE,
)
RECOURSE_IS_ON_WHO_SIGNED: Final = Rule(
    "BILL-012",
    "Recourse is taken on who signed the bill: an endorser by one of the numbers that it names.",
    "票据法 第68条: all who signed answer together",
)
TOLD_IN_TIME: Final = Rule(
    "BILL-013",
    "Who signed is told within three days of the proof of refusal; for harm by lateness the holder "
    "answers.",
    "票据法 第66条",
)
ONE_CLAIM_A_REFERENCE: Final = Rule(
    "BILL-014", "A reference names one claim.", "会计基础工作规范 第51条: numbered once"
)
