"""How long an approval holds, how soon a review follows, and how long each step may take."""

from collections.abc import Mapping
from typing import Final

from domain.facts.parameters.parameter import Confidence, Decider, Measure, Parameter

_OWN: Final = "editable default of this program; no rule names a figure"


def _own(zh: str, en: str, measure: Measure, setting: str) -> Parameter:
    return Parameter(
        zh=zh,
        en=en,
        measure=measure,
        setting=setting,
        source=_OWN,
        confidence=Confidence.LOW,
        decided_by=Decider.BANK,
    )


# How many working days a step may take, unless its event names the last day.
_STEPS: Final[Mapping[str, tuple[str, str, int]]] = {
    "admit": ("准入判断", "admission", 2),
    "complete_application": ("客户补件", "completing an application", 10),
    "accept_entrustment": ("受理委托贷款", "accepting an entrustment", 3),
    "assign_investigators": ("指派调查人", "assigning investigators", 1),
    "investigate": ("贷前调查", "investigation", 7),
    "sign_report": ("调查报告签字", "signing the report", 1),
    "review": ("贷时审查", "review", 3),
    "decide": ("审批", "decision", 3),
    "resolve": ("委员会审议", "decision of a committee", 7),
    "notify_customer": ("通知客户", "telling the customer", 3),
    "draft_contract": ("填制合同", "drafting the contract", 5),
    "check_contract": ("合同复核", "checking the contract", 1),
    "sign_contract": ("签订合同", "signing the contract", 10),
    "check_drawdown": ("放款审核", "checking a drawdown", 2),
    "release_drawdown": ("放款", "paying out", 1),
    "follow_up_lead": ("商机跟进", "following a lead up", 5),
    "decide_objection": ("移交异议处理", "deciding an objection", 5),
}

PARAMETERS: Final[Mapping[str, Parameter]] = {
    **{
        f"bank.work.{step}.working_days": _own(
            f"{zh}时限（工作日）", f"working days for {en}", Measure.WORKING_DAYS, str(days)
        )
        for step, (zh, en, days) in _STEPS.items()
    },
    "bank.approval.valid_days": _own(
        "批复有效期（天）", "days that an approval holds", Measure.DAYS, "180"
    ),
    "bank.approval.fast_track.review_working_days": _own(
        "特事特办事后审查期限（工作日）",
        "working days to the review after a fast track",
        Measure.WORKING_DAYS,
        "10",
    ),
}
