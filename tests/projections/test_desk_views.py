"""What a desk asks over all customers: few are found without looking at everybody."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.campaign.commands import Reply
from domain.lead.events import LeadCaptured, LeadConverted, LeadIdentified, LeadLost
from domain.loan.events import DisbursementReversed
from domain.responsibility.events import ResponsibilityAssigned, ResponsibilityMoved
from domain.staff.commands import Connection
from domain.staff.events import ConnectedDeclared
from projections import campaigns, leads
from tests.bench_views import event_of
from tests.domain.economic_file.test_record_sections import recorded
from tests.domain.relationship.test_service import ASKED
from tests.projections.asking import Books, shown
from tests.projections.market import AIMED, CAME, CAPTURED, CONTACTED, PLANNED, VISITED

FIRST = date(2026, 1, 5)
LATER = date(2028, 6, 1)
SECTIONS = evolve(recorded(), since=FIRST, refresh_due=date(2026, 3, 1))


def customers(*names: str) -> Books:
    books = Books()
    for name in names:
        books.sealed(f"customer-{name}", evolve(event_of(0, 0), since=FIRST))
    return books


@pytest.mark.row("CU-22", shown_by="views.dormant_customers")
@pytest.mark.parametrize(
    ("stream", "events", "name"),
    [
        ("lead-N1", (evolve(CAPTURED, found_on=LATER),), "lead.captured"),
        ("lead-N1", (CAPTURED, evolve(VISITED, visited_on=LATER)), "lead.visit_recorded"),
        (
            "lead-N1",
            (
                evolve(CAPTURED, customer_id=None),
                evolve(VISITED, visited_on=LATER),
                LeadIdentified(customer_id="C1"),
            ),
            "lead.visit_recorded",
        ),
        (
            "reception-B1@2028-06-01",
            (evolve(CAME, on=LATER, customer_id="C1"),),
            "reception.enquiry_registered",
        ),
        ("campaign-M1", (evolve(CONTACTED, contacted_on=LATER),), "campaign.contact_recorded"),
    ],
)
def test_whom_somebody_met_is_not_dormant(stream, events, name):
    day = (LATER + timedelta(days=30)).isoformat()
    alone = customers("C1", "C2")
    assert [r["customer_id"] for r in alone.rows("dormant_customers", in_effect_on=day)] == [
        "C1",
        "C2",
    ]
    met = customers("C1", "C2").with_events(stream, *events, day=FIRST)
    rows = met.rows("dormant_customers", in_effect_on=day)
    assert [row["customer_id"] for row in rows] == ["C2"]
    years = (LATER + timedelta(days=900)).isoformat()
    (row, _) = met.rows("dormant_customers", in_effect_on=years)
    assert shown(row, "last_activity", "activity") == (LATER.isoformat(), name)


@pytest.mark.parametrize(
    ("stream", "events"),
    [
        ("campaign-M1", (evolve(CONTACTED, contacted_on=LATER, reply=Reply.NOT_REACHED),)),
        ("lead-N1", (evolve(CAPTURED, found_on=FIRST), LeadLost(reason="silent", since=LATER))),
        ("reception-B1@2028-06-01", (evolve(CAME, on=LATER, customer_id=None),)),
    ],
)
def test_who_was_not_reached_or_was_given_up_is_dormant_all_the_same(stream, events):
    books = customers("C1").with_events(stream, *events, day=FIRST)
    (row,) = books.rows("dormant_customers", in_effect_on=(LATER + timedelta(days=9)).isoformat())
    assert row["last_activity"] < "2026-12-31"


def test_what_is_due_with_a_customer_or_an_officer_is_what_is_due_with_all_of_them():
    books = Books()
    for number in range(5):
        due = FIRST + timedelta(days=10 + 10 * number)
        books.sealed(f"economic_file-C{number}", evolve(SECTIONS, refresh_due=due))
        survey = evolve(ASKED, survey_id=f"V{number}", follow_up_due=FIRST + timedelta(days=3))
        books.sealed(f"relationship-C{number}", survey)
    books.sealed("economic_file-C1", evolve(SECTIONS, refresh_due=FIRST + timedelta(days=70)))
    whole = books.rows("refresh_due", until="2026-12-31")
    assert [row["what"] for row in whole] == [*5 * ["follow_up"], *5 * ["refresh"]]
    assert [row["customer_id"] for row in whole[5:]] == ["C0", "C2", "C3", "C4", "C1"]
    (actor,) = {row["done_by"] for row in whole}
    assert books.rows("refresh_due", done_by=actor, until="2026-12-31") == whole
    own = [row for row in whole if row["customer_id"] == "C1"]
    assert books.rows("refresh_due", customer_id="C1", until="2026-12-31") == own
    assert books.rows("refresh_due", customer_id="C1", until="2026-03-01") == own[:1]
    first = books.page("refresh_due", done_by=actor, until="2026-12-31", limit="3")
    rest = books.page("refresh_due", done_by=actor, until="2026-12-31", after=first.next or "")
    assert [*first.rows, *rest.rows] == list(whole)
    assert books.rows("refresh_due", done_by="nobody", until="2026-12-31") == []


def lead(books: Books, number: int, officer: str, *later: object) -> None:
    found: LeadCaptured = evolve(CAPTURED, captured_by=officer, customer_id=f"C{number}")
    books.with_events(f"lead-N{number}", found, *later)


def test_the_funnel_goes_from_officer_to_officer_and_leaves_nobody_out(monkeypatch):
    monkeypatch.setattr(leads, "LEADS_MAX", 3)
    books = Books()
    won = LeadConverted(
        application_id="A1", customer_id="C1", converted_by="wang", since=date(2026, 3, 9)
    )
    for number, officer in enumerate(("chen", "chen", "wang", "wang", "zhao", "zhao", "zhao")):
        lead(books, number, officer, *([won] if number == 2 else []))
    pages = [books.page("funnel")]
    while pages[-1].next:
        pages.append(books.page("funnel", after=pages[-1].next))
    rows = [shown(row, "captured_by", "find", "close") for page in pages for row in page.rows]
    assert rows == [("chen", 2, 0), ("wang", 2, 1), ("zhao", 3, 0)]
    assert [len(page.rows) for page in pages] == [1, 1, 1]
    assert [row["captured_by"] for row in books.rows("funnel", captured_by="wang")] == ["wang"]


def test_the_leads_of_a_customer_are_found_also_where_it_became_known_later():
    books = Books()
    lead(books, 1, "wang")
    lead(books, 2, "wang")
    books.with_events(
        "lead-N3", evolve(CAPTURED, customer_id=None), LeadIdentified(customer_id="C2")
    )
    assert [row["lead_id"] for row in books.rows("leads", customer_id="C2")] == ["N2", "N3"]
    assert books.rows("leads", customer_id="C9") == []


def test_visits_of_a_day_are_found():
    books = Books().with_events("lead-N1", CAPTURED, VISITED)
    day = VISITED.visited_on.isoformat()
    assert [row["visit_no"] for row in books.rows("visit_log", visited_on=day)] == ["V1"]
    assert books.rows("visit_log", visited_on="2020-01-01") == []


def test_what_was_paid_out_counts_for_who_answered_that_day_unless_it_was_undone():
    books = Books().with_events("sales_target-wang:2026-03", AIMED)
    begun = ResponsibilityAssigned(
        staff_id="wang", customer_id="C1", since=FIRST, reason="first contact"
    )
    moved = ResponsibilityMoved(
        from_id="wang", staff_id="zhao", handover_id="H1", since=date(2026, 3, 20)
    )
    books.with_events("responsibility-customer-C1", begun, moved)
    for number, day in enumerate((date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 25))):
        agreed, paid = event_of(number, 1), event_of(number, 2)
        agreed = evolve(agreed, customer_id="C1", signed_on=FIRST)
        books.with_events(f"loan-L{number}", agreed, evolve(paid, value_date=day))
    (row,) = books.rows("sales_results")
    assert shown(row, "loans_paid_out", "amount_paid_out") == (2, "24000.00 CNY")
    undone = DisbursementReversed(amount=paid.amount, value_date=date(2026, 3, 6), reference="D1")
    books.with_events("loan-L1", undone)
    (row,) = books.rows("sales_results")
    assert shown(row, "loans_paid_out", "amount_paid_out") == (1, "12000.00 CNY")


def test_related_parties_come_in_pages_and_the_last_has_their_sum():
    books = Books()
    for number in range(5):
        declared = ConnectedDeclared(customer_id=f"C{number}", connection=Connection.FIRM)
        books.with_events(f"staff-S{number}", declared)
    whole = books.rows("exposure", part="related")
    assert [row["name"] for row in whole] == ["C0", "C1", "C2", "C3", "C4", ""]
    assert whole[-1]["customers"] == ["C0", "C1", "C2", "C3", "C4"]
    first = books.page("exposure", part="related", limit="2")
    second = books.page("exposure", part="related", limit="2", after=first.next or "")
    third = books.page("exposure", part="related", limit="2", after=second.next or "")
    assert [*first.rows, *second.rows, *third.rows] == list(whole)
    assert third.next is None


def test_campaigns_come_in_pages_with_all_their_leads(monkeypatch):
    monkeypatch.setattr(campaigns, "LEADS_MAX", 3)
    books = Books()
    for name in ("M1", "M2", "M3"):
        books.with_events(f"campaign-{name}", PLANNED)
    won = LeadConverted(
        application_id="A1", customer_id="C1", converted_by="wang", since=date(2026, 3, 9)
    )
    for number, name in enumerate(("M1", "M1", "M2", "M2", "M2")):
        found = evolve(CAPTURED, campaign_id=name)
        books.with_events(f"lead-N{number}", found, *([won] if number == 3 else []))
    first = books.page("campaign_results")
    rest = books.page("campaign_results", after=first.next or "")
    counts = [shown(r, "campaign_id", "lead_count", "converted") for r in (*first.rows, *rest.rows)]
    assert counts == [("M1", 2, 0), ("M2", 3, 1), ("M3", 0, 0)]
    assert (len(first.rows), rest.next) == (1, None)
