"""Labels of units, their right to lend and their committees."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "unit.register": Label("登记机构", "register a unit"),
    "unit.suspend_lending": Label("停牌", "suspend the right to lend"),
    "unit.restore_lending": Label("复牌", "restore the right to lend"),
    "unit.seat_committee": Label("任命委员会委员", "seat a committee"),
    "unit.record_meeting": Label("登记会议纪要", "record a meeting"),
    "unit.close": Label("撤销机构", "close a unit"),
    "unit.note_head": Label("登记信贷负责人", "note a head"),
    "unit.registered": Label("机构已登记", "unit registered"),
    "unit.lending_suspended": Label("已停牌", "right to lend suspended"),
    "unit.lending_restored": Label("已复牌", "right to lend restored"),
    "unit.committee_seated": Label("委员已任命", "committee seated"),
    "unit.meeting_recorded": Label("会议纪要已登记", "meeting recorded"),
    "unit.closed": Label("机构已撤销", "unit closed"),
    "unit.head_noted": Label("信贷负责人已登记", "head noted"),
    "parent_unit": Label("上级机构", "unit above"),
    "head_office_unit": Label("总行", "head office"),
    "above": Label("各级上级机构", "units above"),
    "office": Label("前中后台", "front, middle or back office"),
    "front_office": Label("前台", "front office"),
    "middle_office": Label("中台", "middle office"),
    "back_office": Label("后台", "back office"),
    "board": Label("董事会", "board"),
    "risk_management": Label("风险管理委员会", "risk management committee"),
    "credit_risk": Label("信用风险委员会", "credit risk committee"),
    "market_risk": Label("市场风险委员会", "market risk committee"),
    "operational_risk": Label("操作风险委员会", "operational risk committee"),
    "credit_policy": Label("信贷政策委员会", "credit policy committee"),
    "audit": Label("审计委员会", "audit committee"),
    "meeting_id": Label("会议编号", "meeting number"),
    "held_on": Label("会议日期", "held on"),
    "present": Label("出席人员", "present"),
    "quorate": Label("达到法定人数", "quorum was there"),
    "works_until": Label("最后工作日", "works until"),
}
