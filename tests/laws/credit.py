"""Acts of the credit department: those that histories of the laws begin with, and any others."""

from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from tests.department import DIGEST, OPERATOR, person
from tests.laws.acts import act, days
from tests.laws.judging import judged_before

TODAY: Final = date(2026, 7, 1)  # When the histories are played.
By = tuple[str, str, dict[str, Any]]  # Who, what, with which fields.

STAFF: Final = (
    ("zhou", "credit_head", "CREDIT", "head"),
    ("zhao", "senior_relationship_manager", "B1", "senior"),
    ("qian", "relationship_manager", "B1", "middle"),
)
ASKED: Final = {
    "product_id": "P1",
    "amount": "20000.00",
    "months": 12,
    "rate_yearly": None,
    "method": "equal_instalment",
    "loan_purpose": "planting",
    "use": "Seed and fertiliser",
    "security": ["unsecured"],
    "payment": "self_payment",
}


def _unit(unit_id: str, kind: str, parent_id: str | None, **more: str) -> By:
    fields = {"unit_id": unit_id, "kind": kind, "title": unit_id, "parent_id": parent_id, **more}
    return OPERATOR, "unit.register", fields


def _people() -> list[By]:
    by = {"zhou": OPERATOR}
    return [
        (by.get(one[0], "zhou"), name, fields)
        for one in STAFF
        for name, fields in person(one, TODAY)
    ]


DEPARTMENT: Final[tuple[By, ...]] = (
    _unit("head-office", "head_office", None),
    _unit("CREDIT", "department", "head-office", office="middle_office"),
    _unit("B1", "branch", "head-office"),
    *_people(),
)
POLICY: Final[tuple[By, ...]] = (
    (
        "zhou",
        "policy.issue_text",
        {
            "text_id": "farm-loans",
            "version": "2026",
            "title": "农户贷款管理办法实施细则",
            "digest": DIGEST,
            "since": "2025-01-01",
            "authority": "Board",
        },
    ),
    (
        "zhou",
        "policy.record_capital",
        {
            "as_of": "2025-03-31",
            "net_capital": "800000000.00",
            "net_tier1": "700000000.00",
            "source": "Return of 2025 Q1",
        },
    ),
    (
        "zhou",
        "policy.set_parameter",
        {
            "parameter": "dual_investigators.min",
            "setting": "3",
            "since": TODAY.isoformat(),
            "source": "Minutes 2026-7",
            "authority": "Risk committee",
        },
    ),
)
PRICING: Final = {
    "base": [{"months_max": 36, "rate": "5%"}],
    "unrated_adds": 50,
    "rate_lowest": "4%",
    "rate_highest": "9%",
}
PRICES: Final[tuple[By, ...]] = tuple(
    (
        "zhou",
        name,
        {**fields, "since": TODAY.isoformat(), "source": "Minutes", "authority": "Board"},
    )
    for name, fields in (
        ("policy.set_pricing", {"product_id": "P1", "table": PRICING}),
        (
            "policy.set_fees",
            {"fees": [{"fee_id": "survey", "title": "评估费", "amount_max": "500.00"}]},
        ),
    )
)
APPLICATIONS: Final[tuple[By, ...]] = (
    (
        "zhao",
        "credit_application.submit",
        {
            "application_id": "A1",
            "customer_id": "C2",
            "unit_id": "B1",
            "channel": "visit",
            "applied_on": "2025-03-01",
            "terms": ASKED,
            "industry": "A0111",
        },
    ),
    (
        "zhao",
        "archive.file_document",
        {
            "file_id": "credit_application-A1",
            "document_id": "D1",
            "kind": "loan_application",
            "digest": DIGEST,
            "title": "借款申请书",
            "dated": "2025-03-01",
            "valid_until": "2026-08-01",
        },
    ),
    (
        "zhao",
        "credit_application.admit",
        {"application_id": "A1", "stated": {"lawful": True, "evidence": DIGEST}},
    ),
    (
        "zhou",
        "approval.attach_expert_opinion",
        {
            "application_id": "A1",
            "expert": "agronomy station of the county",
            "advice": "advises_for",
            "document_digest": DIGEST,
            "dated": "2026-06-30",
        },
    ),
    ("zhao", "credit_application.price", {"application_id": "A1"}),
    (
        "zhao",
        "product.give_feedback",
        {"product_id": "P1", "feedback_id": "F1", "says": "Longer terms for orchards."},
    ),
)

BEFORE: Final = (*DEPARTMENT, *POLICY, *PRICES, *APPLICATIONS, *judged_before(TODAY))

_file: Final = st.sampled_from(["A1", "A2"])
applying: Final = st.one_of(
    act(
        "credit_application.submit",
        application_id=_file,
        customer_id=st.sampled_from(["C1", "C2"]),
        unit_id="B1",
        channel=st.sampled_from(["walk_in", "online"]),
        applied_on=days,
        terms=st.sampled_from([ASKED, {**ASKED, "amount": "600000.00"}]),
    ),
    act(
        "credit_application.return",
        application_id=_file,
        reasons=st.sampled_from([["papers_missing"], ["form_incomplete"]]),
        says="Bring what lacks.",
    ),
    act("credit_application.resubmit", application_id=_file),
    act("credit_application.withdraw", application_id=_file, reason="no_longer_needed"),
    act(
        "credit_application.admit",
        application_id=_file,
        stated=st.sampled_from([True, False]).map(
            lambda lawful: {
                "lawful": lawful,
                "income_months": 24,
                "income_yearly": "50000.00",
                "evidence": DIGEST,
            }
        ),
    ),
)
