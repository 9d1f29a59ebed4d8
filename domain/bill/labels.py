"""Labels of bills that we hold."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "bill.present": Label("提示付款", "present a bill for payment"),
    "bill.record_refusal": Label("登记拒付", "record that payment was refused"),
    "bill.claim_recourse": Label("登记追索", "record that recourse was taken"),
    "bill.take_up": Label("票据入库登记", "take a bill up"),
    "bill.give_up": Label("撤销票据登记", "give a bill up"),
    "bill.end": Label("票据了结", "end the holding of a bill"),
    "bill.reopen": Label("恢复持有票据", "hold a bill again"),
    "bill.taken_up": Label("票据已贴入", "bill taken up"),
    "bill.given_up": Label("票据登记已撤销", "bill given up"),
    "bill.presented": Label("已提示付款", "presented for payment"),
    "bill.refused": Label("已拒付", "payment refused"),
    "bill.recourse_claimed": Label("已追索", "recourse taken"),
    "bill.ended": Label("票据已了结", "bill paid or taken back"),
    "bill.reopened": Label("票据恢复持有", "bill held again"),
    "signatory": Label("追索对象", "on whom recourse is taken"),
    "presented_by": Label("提示付款经办人", "presented by"),
    "refusal_recorded_by": Label("拒付登记人", "refusal recorded by"),
    "claimed_by": Label("追索经办人", "claimed by"),
    "no_funds": Label("账户资金不足", "no funds"),
    "defective": Label("票据或背书瑕疵", "defect of the bill or of an endorsement"),
    "acceptor_disputes": Label("承兑人抗辩", "disputed by the acceptor"),
    "bankrupt": Label("承兑人破产", "acceptor bankrupt"),
}
