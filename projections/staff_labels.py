"""Labels of what views of the organisation, its staff and their files show."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

ORGANISATION: Final[Mapping[str, Label]] = {
    "depth": Label("层级", "level"),
    "path": Label("所属路径", "path from the head office"),
    "may_lend": Label("可放贷", "may lend"),
    "suspension": Label("停牌情况", "suspension"),
    "meetings": Label("会议", "meetings"),
    "licensed_until": Label("资格有效至", "licensed until"),
    "alarm": Label("资格提醒", "alarm"),
    "training_hours": Label("近一年培训学时", "hours of training in a year"),
    "connected_count": Label("关系人户数", "number of connected customers"),
    "runs_out": Label("即将到期", "runs out"),
    "ran_out": Label("已到期", "ran out"),
    "unlicensed": Label("无上岗资格", "unlicensed"),
    "in_force_then": Label("当时有效", "in force as known then"),
    "in_force_now": Label("现认定有效", "in force as known now"),
    "corrections": Label("其后更正", "corrections since"),
    "ahead": Label("尚未生效", "ahead"),
    "over": Label("已到期", "over"),
    "under_way": Label("办理中", "under way"),
    "all_answered": Label("已逐项答复", "answered file by file"),
    "completed": Label("已完成", "completed"),
    "objected": Label("有异议", "objected to"),
    "stays": Label("不移交", "stays"),
    "officer_in_charge": Label("当时经办责任人", "officer in charge that day"),
    "file_states": Label("移交明细", "files one by one"),
    "objection": Label("异议理由", "objection"),
}
