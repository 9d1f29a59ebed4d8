"""From when a customer's behaviour is a sign: what a bank decides for itself."""

from collections.abc import Mapping
from typing import Final

from domain.facts.parameters.parameter import Confidence, Decider, Measure, Parameter


def _own(zh: str, en: str, measure: Measure, setting: str) -> Parameter:
    return Parameter(
        zh=zh,
        en=en,
        measure=measure,
        setting=setting,
        source="editable default",
        confidence=Confidence.LOW,
        decided_by=Decider.BANK,
    )


_COUNT, _RATIO = Measure.COUNT, Measure.RATIO

PARAMETERS: Final[Mapping[str, Parameter]] = {
    "bank.behaviour.window_months": _own(
        "行为观察期", "months that signs look back", Measure.MONTHS, "12"
    ),
    "bank.behaviour.late_receipts_from": _own(
        "逾期还款次数提示", "late receipts from", _COUNT, "2"
    ),
    "bank.behaviour.late_days_from": _own(
        "逾期还款天数提示", "days of the latest receipt from", Measure.DAYS, "15"
    ),
    "bank.behaviour.part_payments_from": _own(
        "部分还款次数提示", "part payments from", _COUNT, "2"
    ),
    "bank.behaviour.complaints_from": _own("投诉次数提示", "complaints from", _COUNT, "2"),
    "bank.behaviour.prepayments_from": _own("提前还款次数提示", "prepayments from", _COUNT, "2"),
    "bank.behaviour.drawdowns_from": _own("用款次数提示", "drawdowns from", _COUNT, "3"),
    "bank.behaviour.use_of_limit_from": _own(
        "额度使用率提示", "use of limits from", _RATIO, "0.90"
    ),
    "bank.behaviour.turnover_fall_from": _own(
        "营业收入下降提示", "fall in turnover from", _RATIO, "0.20"
    ),
    "bank.behaviour.turnover_rise_from": _own(
        "营业收入上升提示", "rise in turnover from", _RATIO, "0.20"
    ),
    "bank.behaviour.cash_fall_from": _own(
        "月均货币资金下降提示", "fall in average cash from", _RATIO, "0.30"
    ),
    "bank.behaviour.deposits_fall_from": _own(
        "存款下降提示", "fall in deposits from", _RATIO, "0.30"
    ),
}
