"""Labels of what views on statements, ratings and investigations show."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

JUDGEMENT: Final[Mapping[str, Label]] = {
    "values": Label("各期数值", "by period"),
    "trend": Label("趋势", "trend"),
    "rising": Label("上升", "rising"),
    "falling": Label("下降", "falling"),
    "steady": Label("持平", "steady"),
    "unsteady": Label("波动", "unsteady"),
    "unknown": Label("不明", "unknown"),
    "not_defined": Label("无意义", "not defined"),
    "expense": Label("成本费用", "expense"),
    "stated_anew": Label("已重述", "stated anew"),
    "current": Label("现行有效", "current"),
    "grade_before": Label("调整前等级", "grade before"),
    "same_again": Label("重评一致", "the same again"),
    "other_version": Label("另一版本", "other version"),
    "other_points": Label("另一版本得分", "points under the other"),
    "grade_moves": Label("等级变动", "grade moves"),
    "other_grade": Label("另一版本等级", "grade under the other"),
    "investigating": Label("调查中", "being investigated"),
    "report_to_sign": Label("报告待签", "report to be signed"),
    "report_signed": Label("报告已签", "report signed"),
    "visits": Label("走访次数", "visits"),
    "missing_parts": Label("尚缺内容", "what is missing"),
    "unaltered": Label("全文未改动", "unaltered"),
}
