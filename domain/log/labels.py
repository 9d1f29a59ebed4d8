"""Labels of the journal itself."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "log": Label("日志", "journal"),
    "log.open": Label("启用日志", "open the journal"),
    "log.opened": Label("日志已启用", "journal opened"),
    "log.note_plugins": Label("登记插件", "note the plugins"),
    "log.plugins_noted": Label("插件已登记", "plugins noted"),
    "log.record_segment": Label("登记日志分段", "record a segment"),
    "log.segment_recorded": Label("日志分段已登记", "segment recorded"),
    "closed_on": Label("日终日期", "closed day"),
    "first_index": Label("首条序号", "index of the first record"),
    "counted": Label("日终记录数", "records counted by the closing"),
    "files": Label("文件", "files"),
    "rows": Label("行数", "rows"),
    "program": Label("程序版本", "version of the program"),
    "plugins": Label("插件", "plugins"),
    "log_id": Label("日志编号", "journal"),
    "institution": Label("机构", "institution"),
    "log_name": Label("日志对外名称", "outside name of the journal"),
    "time_zone": Label("时区", "time zone"),
}
