"""How customers are looked after: what a bank decides for itself."""

from collections.abc import Mapping
from typing import Final

from domain.facts.parameters.parameter import Confidence, Decider, Measure, Parameter


def _own(zh: str, en: str, measure: Measure, setting: str, *, source: str = "") -> Parameter:
    return Parameter(
        zh=zh,
        en=en,
        measure=measure,
        setting=setting,
        source=f"editable default{source and f'; {source}'}",
        confidence=Confidence.MEDIUM if source else Confidence.LOW,
        decided_by=Decider.BANK,
    )


_MONTHS, _DAYS, _RATIO = Measure.MONTHS, Measure.DAYS, Measure.RATIO
_FARM: Final = "农户贷款管理办法 (2012): files are kept up to date"
_COMPLAINTS: Final = "银行业保险业消费投诉处理管理办法 (2020)"

PARAMETERS: Final[Mapping[str, Parameter]] = {
    "bank.economic_file.refresh_months.natural_person": _own(
        "个人经济档案更新周期", "months between refreshes, natural person", _MONTHS, "24"
    ),
    "bank.economic_file.refresh_months.farm_household": _own(
        "农户经济档案更新周期",
        "months between refreshes, farm household",
        _MONTHS,
        "12",
        source=_FARM,
    ),
    "bank.economic_file.refresh_months.sole_trader": _own(
        "个体工商户经济档案更新周期", "months between refreshes, sole trader", _MONTHS, "12"
    ),
    "bank.economic_file.refresh_months.enterprise": _own(
        "企业经济档案更新周期", "months between refreshes, enterprise", _MONTHS, "6"
    ),
    "bank.monitoring.net_income_fall_from": _own(
        "纯收入下降提示", "fall in net income from", _RATIO, "0.20"
    ),
    "bank.monitoring.assets_fall_from": _own("资产下降提示", "fall in assets from", _RATIO, "0.20"),
    "bank.monitoring.debts_rise_from": _own("负债上升提示", "rise in debts from", _RATIO, "0.30"),
    "bank.monitoring.contingent_debts_rise_from": _own(
        "或有负债上升提示", "rise in contingent debts from", _RATIO, "0.30"
    ),
    "bank.relationship.contact_months.prospect": _own(
        "潜在客户联系周期", "months between contacts, prospect", _MONTHS, "1"
    ),
    "bank.relationship.contact_months.growing": _own(
        "成长期客户联系周期", "months between contacts, growing", _MONTHS, "2"
    ),
    "bank.relationship.contact_months.mature": _own(
        "成熟期客户联系周期", "months between contacts, mature", _MONTHS, "3"
    ),
    "bank.relationship.contact_months.declining": _own(
        "衰退期客户联系周期", "months between contacts, declining", _MONTHS, "1"
    ),
    "bank.relationship.contact_months.lost": _own(
        "流失客户联系周期", "months between contacts, lost", _MONTHS, "6"
    ),
    "bank.relationship.dormant_months": _own(
        "休眠客户认定", "months without activity: dormant", _MONTHS, "6"
    ),
    "bank.relationship.lost_months": _own(
        "流失客户认定", "months without activity: lost", _MONTHS, "18"
    ),
    "bank.priority_lane.days_max": _own(
        "绿色通道最长期限", "days of a priority lane", _DAYS, "365"
    ),
    "bank.survey.follow_up_below": _own(
        "满意度回访线", "score that is followed up below", Measure.CODE, "6"
    ),
    "bank.survey.follow_up_days": _own("满意度回访时限", "days to follow up", _DAYS, "10"),
    "bank.service_request.answer_days": _own(
        "需求答复时限", "days to answer a request", _DAYS, "5"
    ),
    "bank.complaint.answer_days": _own(
        "投诉答复时限", "days to answer a complaint", _DAYS, "15", source=_COMPLAINTS
    ),
    "bank.complaint.extended_days": _own(
        "投诉延长后时限", "days to answer a complaint, extended", _DAYS, "30", source=_COMPLAINTS
    ),
}
