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
    "program": Label("程序版本", "version of the program"),
    "plugins": Label("插件", "plugins"),
    "log_id": Label("日志编号", "journal"),
    "institution": Label("机构", "institution"),
    "log_name": Label("日志对外名称", "outside name of the journal"),
    "time_zone": Label("时区", "time zone"),
}
