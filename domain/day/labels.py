"""Labels of the closing of a day."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "day.close": Label("日终", "close a day"),
    "day.closed": Label("已日终", "day closed"),
    "closing": Label("日终汇总", "closing"),
    "records": Label("记录数", "records"),
    "root": Label("日志树根", "root of the log"),
    "branches": Label("各机构汇总", "totals by branch"),
    "branch": Label("机构", "branch"),
    "streams": Label("记录流数", "streams"),
    "debits": Label("借方发生额", "debits"),
    "credits": Label("贷方发生额", "credits"),
    "heads": Label("各流末条摘要", "digest of the heads of streams"),
}
