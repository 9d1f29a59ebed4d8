"""Labels of field packs."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "field_pack": Label("外勤包", "field pack"),
    "field_pack.issue": Label("发放外勤包", "issue a field pack"),
    "field_pack.record_sync": Label("登记外勤同步", "record a sync"),
    "field_pack.settle_entry": Label("处理外勤条目", "settle an entry"),
    "field_pack.issued": Label("外勤包已发放", "field pack issued"),
    "field_pack.synced": Label("外勤包已同步", "field pack synced"),
    "field_pack.entry_settled": Label("外勤条目已处理", "entry settled"),
    "pack_id": Label("外勤包编号", "pack number"),
    "customers": Label("客户", "customers"),
    "known": Label("所知截至序号", "known up to"),
    "officer": Label("外勤人员", "officer"),
    "results": Label("同步结果", "results"),
    "entry_no": Label("条目序号", "entry number"),
    "command": Label("业务指令", "command"),
    "captured_on": Label("采集日", "captured on"),
    "recorded": Label("已入账", "recorded"),
    "refused": Label("被拒绝", "refused"),
    "conflicting": Label("有冲突", "in conflict"),
    "settlement": Label("处理方式", "settlement"),
    "sent": Label("补录", "sent after all"),
    "dropped": Label("放弃", "dropped"),
    "settled_by": Label("处理人", "settled by"),
}
