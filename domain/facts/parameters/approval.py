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


PARAMETERS: Final[Mapping[str, Parameter]] = {
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
