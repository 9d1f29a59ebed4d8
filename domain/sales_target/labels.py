"""Labels of sales targets."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "sales_target": Label("营销目标", "sales target"),
    "sales_target.set": Label("下达营销目标", "set a sales target"),
    "target_id": Label("目标编号", "number of the target"),
    "month": Label("月份", "month"),
    "leads": Label("转化线索数", "leads converted"),
    "set_by": Label("下达人", "set by"),
}
