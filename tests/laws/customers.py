"""Acts around a customer beside loans: economic files, relationships, requests, enquiries."""

from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from domain.facts.unit import HEAD_OFFICE
from tests.department import person
from tests.laws.acts import Act, act, amounts, days

TODAY: Final = date(2026, 7, 1)
DIGEST: Final = "sha256:" + "0" * 64
DEBT: Final = {"creditor": "supplier", "balance": "900.00", "yearly": "900.00"}
HEAD: Final = {
    "kinship": "household_head",
    "name": "李四",
    "occupation": "farming",
    "can_work": True,
}


def officer(name: str, today: date = TODAY) -> list[Act]:
    """Return acts that make somebody an officer from today on."""
    place = (name, "senior_relationship_manager", HEAD_OFFICE, "senior")
    return person(place, today)


def found(sections: dict[str, Any]) -> dict[str, Any]:
    """Return sections that somebody found in the end of February."""
    return {"sections": sections, "since": "2025-02-28", "investigators": ["zhao"]}


# Acts that give every view of customers something to show, by zhao.
_ABOUT: Final = {"customer_id": "C1"}
MINDED: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = tuple(
    ("zhao", name, {**_ABOUT, **fields})
    for name, fields in (
        ("economic_file.record_sections", found({"members": [HEAD], "debts": [DEBT]})),
        ("relationship.record_survey", {"survey_id": "V1", "score": 3, "on": "2025-02-01"}),
        (
            "service_request.receive",
            {
                "request_id": "Q1",
                "kind": "complaint",
                "about": "loan",
                "remarks": "慢",
                "on": "2025-02-01",
            },
        ),
        (
            "credit_inquiry.give_consent",
            {
                "consent_id": "K1",
                "scopes": ["personal_report"],
                "purposes": ["loan_approval"],
                "signed_on": "2026-06-01",
                "until": "2026-12-31",
                "digest": DIGEST,
            },
        ),
        (
            "credit_inquiry.make",
            {"inquiry_id": "I1", "report_scope": "personal_report", "purpose": "loan_approval"},
        ),
    )
)


_customer = st.sampled_from(("C1", "C2"))
minding: Final = st.one_of(
    act(
        "economic_file.record_sections",
        customer_id=_customer,
        sections=st.fixed_dictionaries(
            {"debts": st.lists(amounts.map(lambda amount: {**DEBT, "balance": amount}), max_size=2)}
        ),
        since=days,
        investigators=["qian"],
    ),
    act(
        "relationship.set_stage",
        customer_id=_customer,
        life_stage=st.sampled_from(["growing", "lost"]),
        reason="seen",
        since=days,
    ),
    act(
        "relationship.record_note",
        customer_id=_customer,
        note_id="N1",
        topic="private_circle",
        remarks="勤快",
        heard_from="neighbour",
        on=days,
    ),
    act("relationship.follow_up_survey", customer_id="C1", survey_id="V1", remarks="已办", on=days),
    act("service_request.answer", request_id="Q1", remarks="已办", on=days),
    act("credit_inquiry.withdraw_consent", customer_id="C1", consent_id="K1", on=days),
)

# A command with a personal field that is accepted in January 2025, the field left out.
_C1: Final = {"customer_id": "C1"}
_DAY: Final = "2025-01-02"
_FOUND: Final = {
    "sections": {"members": [{k: v for k, v in HEAD.items() if k != "name"}]},
    "since": _DAY,
}
TOLD: Final[dict[str, dict[str, Any]]] = {
    "economic_file.record_sections": {**_C1, **_FOUND, "investigators": ["qian"]},
    "economic_file.take_over": {
        **_C1,
        **_FOUND,
        "origin": {"system": "former", "reference": "files.csv:1"},
    },
    "relationship.name_key_person": {**_C1, "person_id": "K1", "role": "clerk", "since": _DAY},
    "relationship.record_note": {
        **_C1,
        "note_id": "N1",
        "topic": "private_circle",
        "heard_from": "neighbour",
        "on": _DAY,
    },
    "relationship.link_account": {
        **_C1,
        "account_id": "A1",
        "kind": "basic_account",
        "ours": False,
        "since": _DAY,
    },
    "relationship.record_survey": {**_C1, "survey_id": "V1", "score": 3, "on": _DAY},
    "relationship.follow_up_survey": {**_C1, "survey_id": "V1", "on": _DAY},
    "service_request.receive": {
        **_C1,
        "request_id": "Q1",
        "kind": "complaint",
        "about": "loan",
        "on": _DAY,
    },
    "service_request.answer": {"request_id": "Q1", "on": _DAY},
}
# What must have happened before such a command is accepted.
BEFORE: Final[dict[str, tuple[Act, ...]]] = {
    "relationship.follow_up_survey": (
        ("relationship.record_survey", TOLD["relationship.record_survey"]),
    ),
    "service_request.answer": (
        ("service_request.receive", {**TOLD["service_request.receive"], "remarks": "慢"}),
    ),
}
