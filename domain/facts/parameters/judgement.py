"""How a customer is investigated and rated: what the institution decides for itself."""

from collections.abc import Mapping
from typing import Final

from domain.facts.parameters.parameter import Confidence, Decider, Measure, Parameter


def _own(zh: str, en: str, measure: Measure, setting: str) -> Parameter:
    return Parameter(
        zh=zh,
        en=en,
        measure=measure,
        setting=setting,
        source="editable default; no rule names a figure",
        confidence=Confidence.LOW,
        decided_by=Decider.BANK,
    )


PARAMETERS: Final[Mapping[str, Parameter]] = {
    "bank.investigation.simplified.amount_max": _own(
        "可单人简化调查的金额上限",
        "largest credit that one person may investigate in a simplified way",
        Measure.YUAN,
        "0",  # Nothing is, until the institution sets it.
    ),
    "bank.investigation.credit_report.days_max": _own(
        "征信报告有效天数", "days that a credit report is relied on", Measure.DAYS, "90"
    ),
    "bank.investigation.debt_service.share_max": _own(
        "可支配收入用于偿债的最高比例",
        "most of what is disposable that may go into instalments",
        Measure.RATIO,
        "0.70",
    ),
    "bank.loan_risk.debt_service.percent_strong": _own(
        "还款能力强的偿债保障（%）",
        "cover of instalments that is strong, in percent",
        Measure.COUNT,
        "150",
    ),
    "bank.loan_risk.security.percent_strong": _own(
        "担保充足的覆盖率（%）",
        "cover by security that is strong, in percent",
        Measure.COUNT,
        "100",
    ),
    "bank.statement.overdrafts.warning_min": _own(
        "现金下降时预警的透支次数",
        "overdrafts that warn while cash falls",
        Measure.COUNT,
        "3",
    ),
    "bank.rating.valid.months": _own(
        "信用评级有效月数", "months that a rating holds", Measure.MONTHS, "12"
    ),
    "bank.rating.figures.months_max": _own(
        "评级所用数据的最长月数",
        "months that figures are rated from",
        Measure.MONTHS,
        "18",
    ),
    "bank.rating.override.notches_max": _own(
        "人工调整的最多级数", "grades that an override may move", Measure.COUNT, "1"
    ),
}
