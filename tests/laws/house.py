"""Acts of the organisation: mandates, who answers for files, and how those are handed over."""

from typing import Any, Final

from hypothesis import strategies as st

from tests.department import DIGEST
from tests.laws.acts import act

By = tuple[str, str, dict[str, Any]]  # Who, what, with which fields.

_TERM: Final = {"since": "2026-07-01", "until": "2026-12-31"}
ORDER: Final[tuple[By, ...]] = (
    (
        "zhou",
        "mandate.grant",
        {
            "mandate_id": "M1",
            "post": "relationship_manager",
            "unit_id": "B1",
            "scope": {"amount_max": "50000.00"},
            "authority": "Board 1",
            "document": DIGEST,
            **_TERM,
        },
    ),
    (
        "zhou",
        "mandate.correct",
        {
            "mandate_id": "M1",
            "since": "2026-06-01",
            "until": "2026-12-31",
            "reason": "keyed wrongly",
            "authority": "Board 1",
            "document": DIGEST,
        },
    ),
    *(
        (
            "zhao",
            "responsibility.assign",
            {"file_id": f"customer-{number}", "staff_id": "zhao", "reason": "new customer"},
        )
        for number in ("C1", "C2")
    ),
    (
        "zhao",
        "handover.propose",
        {
            "handover_id": "H1",
            "from_id": "zhao",
            "to_id": "qian",
            "file_ids": ["customer-C1", "customer-C2"],
            "moves_on": "2026-07-01",
            "reason": "moves to another branch",
            "document": DIGEST,
        },
    ),
)

_file: Final = st.sampled_from(["customer-C1", "customer-C2"])
handing_over: Final = st.one_of(
    act("handover.accept_files", handover_id="H1", file_ids=st.lists(_file, max_size=2)),
    act("handover.object_to_file", handover_id="H1", file_id=_file, reason="overdue"),
    act("handover.sign", handover_id="H1", document=DIGEST),
    act("handover.withdraw", handover_id="H1", reason="stays after all"),
    act(
        "staff.declare_connected",
        staff_id="zhao",
        customer_id=st.sampled_from(["C1", "C2"]),
        connection="firm",
    ),
)
