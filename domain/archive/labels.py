"""Labels of credit archives."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "archive": Label("信贷档案", "credit archive"),
    "archive.file_document": Label("立卷归档", "file a document"),
    "archive.remove_document": Label("移出档案", "remove a document"),
    "archive.document_filed": Label("资料已归档", "document filed"),
    "archive.document_removed": Label("资料已移出", "document removed"),
    "file_id": Label("卷宗编号", "file number"),
    "document_id": Label("资料编号", "document number"),
    "digest": Label("文件摘要", "digest of the file"),
    "dated": Label("资料日期", "date on the document"),
    "party": Label("档案当事人", "subject of the file"),
    "superseded": Label("已被替换", "superseded"),
    "filed_in_error": Label("误归档", "filed in error"),
    "returned_to_owner": Label("已退还所有人", "returned to its owner"),
}
