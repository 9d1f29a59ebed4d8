"""A household's credit file as its officers send it, up to the report."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from adapters.bus import Bus
from adapters.settings import Settings
from adapters.system import HandClock, System
from adapters.wiring import open_system
from tests.department import OPERATOR, TODAY, set_up
from tests.village import LI, OPEN, PRODUCT

PAPER: Final = "sha256:" + "7" * 64
Fields = dict[str, Any]

# What is found out about the household C2 of the village.
ECONOMY: Final[Fields] = {
    "customer_id": "C2",
    "since": "2026-03-02",
    "investigators": ["wang", "wu"],
    "sections": {
        "members": [
            {
                "kinship": "household_head",
                "name": "李四",
                "occupation": "farming",
                "can_work": True,
            },
            {"kinship": "spouse", "name": "王五", "occupation": "farming", "can_work": True},
            {"kinship": "child", "name": "李六", "occupation": "study", "can_work": False},
        ],
        "assets": [{"kind": "house", "value": "180000.00"}],
        "debts": [
            {"creditor": "other_institution", "balance": "20000.00", "yearly": "6000.00"},
        ],
        "business_lines": [
            {
                "kind": "planting",
                "takings": "120000.00",
                "outlay": "40000.00",
                "expected_takings": "130000.00",
                "expected_outlay": "40000.00",
            }
        ],
        "spending": [{"kind": "living", "amount": "24000.00"}],
        "village_opinion": {"opinion": "good"},
    },
}
CONSENT: Final[Fields] = {
    "customer_id": "C2",
    "consent_id": "S1",
    "scopes": ["personal_report"],
    "purposes": ["loan_approval"],
    "signed_on": "2026-03-02",
    "until": "2026-12-31",
    "digest": PAPER,
}
INQUIRY: Final[Fields] = {
    "customer_id": "C2",
    "inquiry_id": "Q1",
    "report_scope": "personal_report",
    "purpose": "loan_approval",
}
REPORT: Final[Fields] = {
    "customer_id": "C2",
    "inquiry_id": "Q1",
    "report": {
        "digest": PAPER,
        "reported_on": "2026-03-02",
        "open_loans": 1,
        "owed": "20000.00",
        "overdue_loans": 0,
        "overdue_amount": "0.00",
        "guarantees": 0,
        "guaranteed": "0.00",
    },
}
TERMS: Final[Fields] = {
    "product_id": "P1",
    "amount": "50000.00",
    "months": 12,
    "rate_yearly": "6%",
    "method": "equal_instalment",
    "loan_purpose": "planting",
    "use": "seed and fertiliser",
    "security": ["unsecured"],
    "payment": "self_payment",
}
SUBMIT: Final[Fields] = {
    "application_id": "A1",
    "customer_id": "C2",
    "unit_id": "B1",
    "channel": "walk_in",
    "applied_on": "2026-03-02",
    "terms": TERMS,
    "industry": "A01",
}
ADMIT: Final[Fields] = {
    "application_id": "A1",
    "stated": {"lawful": True, "income_months": 36, "evidence": PAPER},
}
A1: Final[Fields] = {"application_id": "A1"}
VISIT: Final[Fields] = {
    **A1,
    "visit_id": "V1",
    "way": "field_visit",
    "on": "2026-03-02",
    "division": "330106001002",
    "visitors": ["wang", "wu"],
    "says": "fields of two hectares, in good order",
    "photos": [PAPER],
}
FACTORS: Final = (
    *("character", "repaying_capacity", "own_capital", "collateral_strength", "environment"),
    *("continuity", "willingness", "history_with_us"),
)
FOUND: Final[tuple[tuple[str, Fields], ...]] = (
    ("investigation.record_visit", VISIT),
    *(
        (
            "investigation.record_check",
            {
                **A1,
                "item": item,
                "result": "proven",
                "evidence": [PAPER],
                "says": "seen in the original",
                "on": "2026-03-02",
            },
        )
        for item in ("identity_genuine", "application_true", "purpose_genuine")
    ),
    (
        "investigation.survey_debts",
        {
            **A1,
            "on": "2026-03-02",
            "debts": [
                {
                    "kind": "bank_debt",
                    "amount": "20000.00",
                    "each_year": "6000.00",
                    "declared": True,
                }
            ],
        },
    ),
    (
        "investigation.record_interview",
        {
            **A1,
            "on": "2026-03-02",
            "by_video": False,
            "evidence": PAPER,
            "says": "knows what is owed",
        },
    ),
    (
        "investigation.assess_factors",
        {**A1, "assessed": [{"factor": f, "mark": 4, "says": "good"} for f in FACTORS]},
    ),
    (
        "investigation.complete_form",
        {
            **A1,
            "form": {
                "main_business": "rice",
                "years_in_business": 12,
                "workers": 2,
                "workplace": "own fields",
                "suppliers": "the cooperative",
                "buyers": "the mill",
                "monthly_turnover": "10000.00",
                "peak_months": "9, 10",
            },
        },
    ),
    (
        "investigation.estimate_cash_flow",
        {
            **A1,
            "incomes": [{"says": "rice", "each_year": "120000.00"}],
            "expenses": [{"says": "living and inputs", "each_year": "34000.00"}],
        },
    ),
    (
        "investigation.match_repayment",
        {
            **A1,
            "sources": [
                {
                    "rank": "first_source",
                    "says": "sales through the year",
                    "amount": "5000.00",
                    "from_day": "2026-03-02",
                    "times": 12,
                }
            ],
        },
    ),
    ("investigation.grade_loan_risk", A1),
)
RATE: Final[Fields] = {
    "customer_id": "C2",
    "scorecard_id": "farm-household",
    "judged": [{"characteristic": "overall", "points": 24, "reason": "keeps their word"}],
}
CONCLUDE: Final[Fields] = {
    **A1,
    "lend": True,
    "proposed": TERMS,
    "says": "steady income, little debt",
}


def applied(officer: Bus) -> None:
    """Bring the household's application as far as admission."""
    officer.run("economic_file.record_sections", ECONOMY)
    officer.run("credit_inquiry.give_consent", CONSENT)
    officer.run("credit_inquiry.make", INQUIRY)
    officer.run("credit_inquiry.record_report", REPORT)
    officer.run("credit_application.submit", SUBMIT)
    officer.run("credit_application.admit", ADMIT)


def investigated(officer: Bus) -> None:
    """Open the investigation of the application and record all that is found."""
    officer.run("investigation.open", {**A1, "investigators": ["wang", "wu"]})
    for name, fields in FOUND:
        officer.run(name, fields)


IN_MEMORY = Settings(database=":memory:")


@contextmanager
def bank_with_an_application(settings: Settings = IN_MEMORY) -> Iterator[System]:
    """Yield a bank whose department is set up, with a household's application admitted."""
    clock = HandClock(datetime(2026, 3, 2, 1, tzinfo=UTC))
    with open_system(settings, clock) as system:
        system.bus(OPERATOR).run("log.open", OPEN)
        set_up(system.bus(OPERATOR), system.bus("zhou"), TODAY)
        officer = system.bus("wang")
        officer.run("customer.register", LI)
        officer.run("product.define", PRODUCT)
        applied(officer)
        yield system
