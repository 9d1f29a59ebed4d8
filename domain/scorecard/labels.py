"""Labels of scorecards."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "scorecard.define": Label("设立评分卡", "define a scorecard"),
    "scorecard.revise": Label("修订评分卡", "revise a scorecard"),
    "scorecard.withdraw": Label("停用评分卡", "withdraw a scorecard"),
    "scorecard.defined": Label("评分卡已设立", "scorecard defined"),
    "scorecard.revised": Label("评分卡已修订", "scorecard revised"),
    "scorecard.withdrawn": Label("评分卡已停用", "scorecard withdrawn"),
}
