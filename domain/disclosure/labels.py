"""Labels of what is shown to others."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "disclosure": Label("对外提供与查阅", "disclosure"),
    "disclosure.issue_export": Label("记录对外提供", "record an export"),
    "disclosure.read_personal": Label("记录个人信息查阅", "record a reading"),
    "disclosure.refuse_reading": Label("记录拒绝查阅", "record a refused reading"),
    "disclosure.export_issued": Label("资料已对外提供", "export issued"),
    "disclosure.personal_data_read": Label("个人信息已查阅", "personal data read"),
    "disclosure.reading_refused": Label("查阅已被拒绝", "reading refused"),
    "disclosure_id": Label("提供或查阅编号", "disclosure number"),
    "recipient": Label("接收方", "recipient"),
    "purpose": Label("用途", "purpose"),
    "first": Label("起始日志序号", "first log index"),
    "personal": Label("含个人信息", "with personal data"),
    "size": Label("日志记录数", "size of the log"),
    "manifest": Label("清单摘要", "digest of the manifest"),
    "subjects": Label("所涉记录流", "whose data was read"),
    "fields": Label("所涉字段", "fields read"),
}
