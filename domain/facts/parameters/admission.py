"""Whom to admit, and when to ask for security: what an institution decides for itself."""

from collections.abc import Mapping
from typing import Final

from domain.facts.parameters.parameter import (
    Confidence,
    Decider,
    Measure,
    Parameter,
    Stricter,
)
from domain.labels import Label


def _own(says: Label, measure: Measure, setting: str, stricter: Stricter) -> Parameter:
    return Parameter(
        zh=says.zh,
        en=says.en,
        measure=measure,
        setting=setting,
        source="editable default; rural practice",
        confidence=Confidence.LOW,
        decided_by=Decider.BANK,
        stricter=stricter,
    )


_INCOME: Final = Label("稳定收入最短月数", "months of steady income")
_OVERDUE: Final = Label("准入时可容忍的逾期金额", "overdue that admission bears")
_REPORT: Final = Label("征信报告最长有效天数", "days that a credit report is used")
_EXPIRY: Final = Label("证照到期提前提醒天数", "days before its end that a paper is warned of")
_CHECK: Final = Label(
    "营业执照年检（年报）最长间隔月数", "months since the last annual check of a licence"
)
_ASSETS: Final = Label("保证人净资产与保证金额之比下限", "net assets of guarantors to the amount")
_UNSECURED: Final[Mapping[str, tuple[Label, str]]] = {
    "natural_person": (
        Label("自然人信用方式贷款上限", "most lent unsecured to a natural person"),
        "50000",
    ),
    "farm_household": (
        Label("农户信用方式贷款上限", "most lent unsecured to a farm household"),
        "100000",
    ),
    "sole_trader": (
        Label("个体工商户信用方式贷款上限", "most lent unsecured to a sole trader"),
        "100000",
    ),
    "enterprise": (Label("企业信用方式贷款上限", "most lent unsecured to an enterprise"), "0"),
}

PARAMETERS: Final[Mapping[str, Parameter]] = {
    "bank.admission.income_months_min": _own(_INCOME, Measure.MONTHS, "12", Stricter.HIGHER),
    "bank.admission.overdue_max": _own(_OVERDUE, Measure.YUAN, "0", Stricter.LOWER),
    "bank.admission.report_days_max": _own(_REPORT, Measure.DAYS, "30", Stricter.LOWER),
    "bank.admission.expiry_alarm_days": _own(_EXPIRY, Measure.DAYS, "30", Stricter.HIGHER),
    "bank.admission.annual_check_months_max": _own(_CHECK, Measure.MONTHS, "18", Stricter.LOWER),
    "bank.guarantor.assets_to_amount_min": _own(_ASSETS, Measure.RATIO, "1.00", Stricter.HIGHER),
    **{
        f"bank.unsecured.{kind}.amount_max": _own(says, Measure.YUAN, most, Stricter.LOWER)
        for kind, (says, most) in _UNSECURED.items()
    },
}
