"""Acts of finding customers, for the histories of the laws."""

from typing import Any, Final

from hypothesis import strategies as st

from tests.department import DIGEST
from tests.laws.acts import act

By = tuple[str, str, dict[str, Any]]  # Who, what, with which fields.

_LEAD: Final = {"lead_id": "N1"}
FOUND: Final[tuple[By, ...]] = (
    (
        "zhao",
        "lead.capture",
        {
            **_LEAD,
            "unit_id": "B1",
            "channel": "visit",
            "found_on": "2025-03-01",
            "customer_id": "C2",
        },
    ),
    (
        "zhao",
        "lead.record_visit",
        {
            **_LEAD,
            "visit_no": "V1",
            "way": "on_site",
            "visited_on": "2025-03-02",
            "place": "market",
            "result": "interested",
        },
    ),
    (
        "zhao",
        "campaign.plan",
        {
            "campaign_id": "S1",
            "title": "Spring seed",
            "unit_id": "B1",
            "product_id": "P1",
            "segment": {"name": "any", "version": "1", "kinds": [], "lending": "open_loan"},
            "wordings": ["春耕贷款"],
            "since": "2026-07-01",
            "until": "2026-08-01",
        },
    ),
    (
        "zhao",
        "campaign.draw_targets",
        {"campaign_id": "S1", "targets": ["C1", "C2"], "drawn_on": "2025-03-01", "known_by": 12},
    ),
    ("zhou", "campaign.approve", {"campaign_id": "S1", "document": DIGEST}),
    (
        "zhao",
        "market_note.record",
        {
            "market_note_id": "I1",
            "unit_id": "B1",
            "matter": "competitor",
            "noted_on": "2025-04-01",
            "title": "Seed loans next door",
            "says": "4.2 percent",
            "source": "poster",
        },
    ),
    (
        "zhao",
        "reception.register_enquiry",
        {
            "reception_id": "B1@2026-07-01",
            "unit_id": "B1",
            "enquiry_id": "1",
            "concern": "new_loan",
            "settled": "became_a_lead",
        },
    ),
    (
        "zhou",
        "sales_target.set",
        {
            "target_id": "zhao:2026-07",
            "staff_id": "zhao",
            "month": "2026-07",
            "leads": 1,
            "loans": 1,
            "amount": "10000.00",
            "reason": "plan",
        },
    ),
)
finding: Final = st.one_of(
    act("lead.advance", lead_id="N1", stage=st.sampled_from(["know", "reach"]), reason="met"),
    act("lead.convert", lead_id="N1", application_id="A1"),
    act("lead.lose", lead_id="N1", reason="moved away"),
    act(
        "campaign.record_contact",
        campaign_id="S1",
        visit_no=st.sampled_from(["V1", "V2"]),
        customer_id=st.sampled_from(["C1", "C2"]),
        wording=1,
        contacted_on="2026-07-01",
        reply=st.sampled_from(["interested", "no_more"]),
    ),
)
