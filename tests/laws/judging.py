"""Acts of those who investigate and rate: what histories of the laws begin with, and any others."""

from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from tests.credit_papers import SCORECARD, statement
from tests.department import DIGEST, person
from tests.laws.acts import act, days

By = tuple[str, str, dict[str, Any]]  # Who, what, with which fields.

_A1: Final = {"application_id": "A1"}
_STATED: Final = {**statement(2025), "customer_id": "C2"}
_VISIT: Final = {
    **_A1,
    "visit_id": "V1",
    "way": "desk_check",
    "on": "2026-07-01",
    "visitors": ["zhao"],
    "says": "books seen",
}
_DECLINE: Final = {**_A1, "lend": False, "proposed": None, "says": "income is not steady"}
_RATE: Final = {
    "customer_id": "C2",
    "scorecard_id": "farm-household",
    "judged": [{"characteristic": "overall", "points": 20, "reason": "keeps their word"}],
}
_CARD: Final = {**SCORECARD, "scorecard_id": "own"}


def judged_before(today: date) -> tuple[By, ...]:
    """Return the acts: who joins, statements, a rating, a scorecard and an investigation."""
    joins = person(("wu", "investigator", "B1", "junior"), today)
    return (
        *(("zhou", name, fields) for name, fields in joins),
        ("zhao", "financial_statement.record", _STATED),
        ("zhao", "rating.rate_customer", _RATE),
        ("zhou", "scorecard.define", _CARD),
        ("zhao", "investigation.open", {**_A1, "investigators": ["zhao", "qian", "wu"]}),
        ("zhao", "investigation.record_visit", _VISIT),
        ("qian", "investigation.conclude", _DECLINE),
    )


judging: Final = st.one_of(
    act(
        "investigation.record_check",
        **_A1,
        item=st.sampled_from(["purpose_genuine", "application_true"]),
        result=st.sampled_from(["proven", "doubtful"]),
        evidence=[DIGEST],
        says="seen",
        on=days,
    ),
    act("investigation.reopen", **_A1, reason="review asks for more"),
    act("investigation.conclude", **{**_DECLINE, "says": st.sampled_from(["one", "other"])}),
    act("rating.rate_customer", **_RATE),
    act("financial_statement.restate", **{**_STATED, "prepared": "audited", "reason": "audit"}),
)
