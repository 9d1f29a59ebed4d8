"""A policy book as its tests tell of it."""

from datetime import date
from typing import Any

from domain.facts.staff import Post
from domain.facts.standards import Stance, Standard
from domain.money import Money
from domain.policy.commands import (
    CorrectCapital,
    CorrectPolicyParameter,
    EndPolicyStandard,
    IssuePolicyText,
    RecordCapital,
    RepealPolicyText,
    SetPolicyParameter,
    SetPolicyStandard,
)
from tests.domain.staffing import member

TODAY = date(2026, 3, 2)
LATER = date(2026, 4, 1)
HEAD = member("sun", Post.CREDIT_HEAD)
_BY: dict[str, Any] = {"actor": "sun", "staff": HEAD, "today": TODAY}

SET = SetPolicyParameter(
    parameter="dual_investigators.min",
    setting="3",
    since=LATER,
    source="Minutes 2026-7",
    authority="Risk committee",
    **_BY,
)
CORRECT = CorrectPolicyParameter(
    parameter="dual_investigators.min",
    since=LATER,
    setting="2",
    source="Minutes 2026-7",
    authority="Risk committee",
    reason="Keyed wrong",
    **_BY,
)
ISSUE = IssuePolicyText(
    text_id="farm-loans",
    version="2026",
    title="农户贷款管理办法实施细则",
    digest=f"sha256:{'b2' * 32}",
    since=LATER,
    authority="Board",
    **_BY,
)
REPEAL = RepealPolicyText(text_id="farm-loans", until=date(2026, 12, 31), authority="Board", **_BY)
NO_FLATS = Standard(stance=Stance.DO_NOT_LEND, says="No money for developers.", industries=("K70",))
SET_STANDARD = SetPolicyStandard(
    standard_id="developers",
    standard=NO_FLATS,
    since=LATER,
    source="Minutes 2026-7",
    authority="Board",
    **_BY,
)
END_STANDARD = EndPolicyStandard(
    standard_id="overcapacity", since=LATER, source="Minutes 2026-7", authority="Board", **_BY
)
CAPITAL = RecordCapital(
    as_of=date(2025, 12, 31),
    net_capital=Money.parse("800000000"),
    net_tier1=Money.parse("700000000"),
    source="Return of 2025 Q4",
    **_BY,
)
CORRECT_CAPITAL = CorrectCapital(
    as_of=date(2025, 12, 31),
    net_capital=Money.parse("790000000"),
    net_tier1=Money.parse("700000000"),
    source="Audited report of 2025",
    reason="Audit",
    **_BY,
)
