"""Labels of rates, repricing and pauses."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "loan.change_rate": Label("调整利率", "change the rate"),
    "loan.reprice": Label("重定价", "reprice by the benchmark"),
    "loan.pause_interest": Label("停息", "pause interest"),
    "loan.end_pause": Label("恢复计息", "end a pause of interest"),
    "loan.rate_changed": Label("利率已调整", "rate changed"),
    "loan.repriced": Label("已重定价", "repriced"),
    "loan.interest_paused": Label("已停息", "interest paused"),
    "loan.pause_ended": Label("已恢复计息", "pause ended"),
    "rates": Label("重定价利率", "rates by repricing day"),
    "quoted": Label("基准报价利率", "quoted rate"),
    "pricing": Label("定价方式", "pricing"),
    "spread_points": Label("加点（基点）", "spread in basis points"),
    "repricing": Label("重定价方式", "repricing"),
    "cap": Label("利率上限", "cap"),
    "floor": Label("利率下限", "floor"),
    "repriced": Label("重定价", "repriced"),
}
