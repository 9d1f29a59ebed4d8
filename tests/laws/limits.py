"""Acts on limits and on who hangs together."""

from typing import Any, Final

from hypothesis import strategies as st

from tests.department import DIGEST, person
from tests.laws.acts import act, days
from tests.laws.credit import TODAY

By = tuple[str, str, dict[str, Any]]  # Who, what, with which fields.

_TERM: Final = {"since": TODAY.isoformat(), "until": "2027-06-30"}
_ALL: Final = {"facility_id": "related-parties"}
_GROUP: Final = {"group_id": "G1", "why": "control", "members": ["C1", "C3"]}

LIMITS: Final[tuple[By, ...]] = (
    *(
        ("zhou", name, fields)
        for name, fields in person(("sun", "president", "head-office", "head"), TODAY)
    ),
    (
        "sun",
        "mandate.grant",
        {
            "mandate_id": "M2",
            "post": "credit_head",
            "unit_id": "CREDIT",
            "scope": {"amount_max": "90000.00"},
            "authority": "Board 2",
            "document": DIGEST,
            **_TERM,
        },
    ),
    ("qian", "customer_group.form", {**_GROUP, "since": "2025-02-01"}),
    (
        "zhou",
        "facility.grant_related_parties_limit",
        {**_ALL, "limit": "50000.00", "mandate_id": "M2", **_TERM},
    ),
    (
        "zhou",
        "facility.grant_group_limit",
        {"facility_id": "G1", "limit": "60000.00", "mandate_id": "M2", **_TERM},
    ),
    ("zhou", "facility.freeze", {**_ALL, "reason": "by_order"}),
    ("sun", "facility.unfreeze", _ALL),
    ("sun", "facility.cut_limit", {**_ALL, "limit": "40000.00", "reason": "Capital fell"}),
    ("sun", "facility.record_review", {**_ALL, "outcome": "cut", "report": DIGEST}),
    (
        "qian",
        "customer.relate",
        {"customer_id": "C2", "other_id": "C1", "relation": "spouse", "since": "2025-01-02"},
    ),
)

_member: Final = st.sampled_from(["C1", "C2", "C3"])
grouping: Final = st.one_of(
    act(
        "customer_group.form",
        group_id="G2",
        why="joint_liability",
        members=st.sampled_from([["C1", "C2"], ["C2", "C3"]]),
        since=days,
    ),
    act("customer_group.add_member", group_id="G1", customer_id=_member, since=days),
    act("customer_group.end_membership", group_id="G1", customer_id=_member, until=days),
)
