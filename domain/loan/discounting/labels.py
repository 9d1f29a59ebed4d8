"""Labels of discounted bills."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "bill": Label("票据", "bill"),
    "bill_no": Label("票据号码", "number of the bill"),
    "bill_kind": Label("票据种类", "kind of bill"),
    "commercial_acceptance": Label("商业承兑汇票", "commercial acceptance"),
    "drawer": Label("出票人", "drawer"),
    "acceptor": Label("承兑人", "acceptor"),
    "endorsers": Label("背书人（依次）", "endorsers, in order"),
    "issued_on": Label("出票日", "day of issue"),
    "matures_on": Label("票据到期日", "maturity of the bill"),
    "payable_on": Label("顺延付款日", "payable on, after a holiday"),
    "acceptor_elsewhere": Label("异地承兑（另加三天）", "acceptor elsewhere (three days more)"),
    "kept_back": Label("预扣贴现利息", "discount kept back"),
    "first_day": Label("计息首日", "first day of interest"),
    "interest_days": Label("计息天数", "days of interest"),
    "discounted": Label("票据贴现", "of a discounted bill"),
    "earned": Label("贴现利息收入确认", "discount earned, by day"),
    "paid_by": Label("付款人", "who paid"),
    "endorser": Label("背书人", "endorser"),
}
