"""Review and approval through the whole core: who decides, under what, and on which file."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.bus import Bus
from adapters.problems import Unknown
from adapters.system import HandClock, System
from domain.approval.rules import (
    APPROVED_PRODUCT_IS_OFFERED,
    CHANGED_TERMS_HAVE_A_REASON,
    DECIDED_UNDER_MANDATE_IN_FORCE,
    DECIDED_WITHIN_MANDATE,
    MEMBER_VOTES,
    NOBODY_BELOW_DECIDES,
    QUORUM_IS_MET,
    REVIEW_CAME_FIRST,
)
from domain.facts.duty import ACTOR_HOLDS_THE_POST, ROLES_ARE_APART, UNIT_MAY_LEND
from domain.facts.seen import FILE_IS_AS_READ
from tests import credit_papers
from tests.approving import (
    APPROVE,
    DECIDING,
    MOTION,
    RESOLVE,
    REVIEW,
    approved,
    bank_with_a_report,
)
from tests.credit_file import A1, CONCLUDE, PAPER, TERMS
from tests.department import DIGEST
from tests.specs import requiring

RULING = {"reason": "losses in the county", "authority": "Board", "document": DIGEST}


@pytest.fixture
def system() -> Iterator[System]:
    """A bank with a household's report signed."""
    with bank_with_a_report() as opened:
        yield opened


def refused(bus: Bus, rule: Any, name: str, fields: dict[str, Any], **facts: Any) -> None:
    requiring(lambda: bus.run(name, fields)).then_refused(rule, **facts)


def route(system: System) -> list[tuple[str, bool]]:
    rows = system.bus("zhou").read("approval_route", A1).rows
    return [(row["mandate_id"], row["alone"]) for row in rows]


def record(system: System) -> Any:
    (row,) = system.bus("zhou").read("approval_record", A1).rows
    return row


@pytest.mark.row("AV-01", shown_by="approval.review, approval.approve")
def test_nobody_takes_two_parts_on_one_file(system):
    both = {"staff_id": "wang", "post": "reviewer", "unit_id": "B1", "since": "2026-03-02"}
    system.bus("zhou").run("staff.appoint", both)
    refused(system.bus("wang"), ROLES_ARE_APART, "approval.review", REVIEW)
    refused(system.bus("wu"), ACTOR_HOLDS_THE_POST, "approval.review", REVIEW)
    system.bus("zheng").run("approval.review", REVIEW)
    decides = {"staff_id": "zheng", "post": "approver", "unit_id": "CREDIT", "since": "2026-03-02"}
    system.bus("zhou").run("staff.appoint", decides)
    refused(system.bus("zheng"), ROLES_ARE_APART, "approval.approve", APPROVE)


@pytest.mark.row("AV-02", shown_by="approval.review, views.approval_record")
def test_a_review_returns_a_file_and_passes_it_on_with_a_new_report(system):
    back = {**REVIEW, "verdict": "send_back", "problems": ["the mill closed"], "signed": DIGEST}
    refused(system.bus("feng"), REVIEW_CAME_FIRST, "approval.approve", APPROVE)
    system.bus("zheng").run("approval.review", back)
    wang = system.bus("wang")
    wang.run("investigation.reopen", {**A1, "reason": "the mill closed"})
    wang.run("investigation.conclude", {**CONCLUDE, "says": "sold to the cooperative now"})
    (*_, report) = wang.read("investigation_report", A1).rows
    for name in ("wang", "wu"):
        system.bus(name).run("investigation.sign_report", {**A1, "report": report["report"]})
    system.bus("zheng").run("approval.review", REVIEW)
    assert [one["verdict"] for one in record(system)["reviews"]] == ["send_back", "pass_on"]
    assert record(system)["reviews"][0]["problems"] == ["the mill closed"]


@pytest.mark.row("AV-07", "AV-03", shown_by="approval.approve, views.approvals")
def test_an_approval_has_terms_and_conditions_and_reserves_headroom(system):
    approved(system)
    (row,) = system.bus("zhou").read("approvals", {"outcome": "approved"}).rows
    assert (row["amount"], row["conditions"], row["mandate_id"]) == ("50000.00 CNY", 1, "M1")
    assert row["valid_until"] == "2026-08-29"
    (limit,) = system.bus("zhou").read("facilities", {"customer_id": "C2"}).rows
    assert (limit["reserved"], limit["headroom"]) == ("50000.00 CNY", "30000.00 CNY")


@pytest.mark.row("AV-03", "AV-08", shown_by="views.approval_route, approval.escalate")
def test_the_amount_says_who_decides_and_a_file_goes_up(system):
    system.bus("zheng").run("approval.review", REVIEW)
    much = {**APPROVE, "terms": {**TERMS, "amount": "90000.00"}, "reason": "more fields"}
    refused(system.bus("feng"), DECIDED_WITHIN_MANDATE, "approval.approve", much)
    assert route(system) == [("M1", True), ("M9", False)]
    up = {**A1, "mandate_id": "M9", "reason": "two harvests in one loan"}
    system.bus("feng").run("approval.escalate", up)
    assert route(system) == [("M9", False)]
    refused(system.bus("feng"), NOBODY_BELOW_DECIDES, "approval.approve", APPROVE)
    (row,) = system.bus("zhou").read("worklist", {"staff_id": "chen"}).rows
    assert (row["step"], row["unit_id"]) == ("decide", "COMMITTEE")


@pytest.mark.row("AV-05", "AV-06", shown_by="approval.vote, approval.resolve")
def test_a_committee_changes_the_terms_and_votes(system):
    system.bus("zheng").run("approval.review", REVIEW)
    system.bus("zheng").run("approval.put_motion", MOTION)
    vote = {**DECIDING, "choice": "in_favour"}
    system.bus("chen").run("approval.vote", vote)
    covenant = {"condition_id": "2", "kind": "negative_covenant", "says": "no new debts"}
    less = {**MOTION, "terms": {**TERMS, "amount": "40000.00"}, "conditions": [covenant]}
    refused(system.bus("chen"), CHANGED_TERMS_HAVE_A_REASON, "approval.put_motion", less)
    system.bus("chen").run("approval.put_motion", {**less, "reason": "a field is leased out"})
    system.bus("chen").run("approval.vote", vote)
    refused(system.bus("chen"), QUORUM_IS_MET, "approval.resolve", RESOLVE, votes=1)
    refused(system.bus("feng"), MEMBER_VOTES, "approval.vote", vote)
    system.bus("wei").run("approval.vote", vote)
    system.bus("wei").run("approval.resolve", RESOLVE)
    row = record(system)
    assert row["outcome"] == "approved"
    assert row["decision"]["ballot"]["absent"] == ["chu"]
    assert row["decision"]["conditions"] == [covenant]
    assert [one["item"] for one in row["decision"]["differences"]] == ["amount"]
    assert [one["terms"]["amount"] for one in row["motions"]] == ["50000.00 CNY", "40000.00 CNY"]


@pytest.mark.row("AV-03", "AV-05", shown_by="approval.resolve")
def test_votes_are_counted_on_the_product_and_the_mandate_of_that_day(system):
    system.bus("zheng").run("approval.review", REVIEW)
    system.bus("zheng").run("approval.put_motion", MOTION)
    for member in ("chen", "wei"):
        system.bus(member).run("approval.vote", {**DECIDING, "choice": "in_favour"})
    gone = {"product_id": TERMS["product_id"], "since": "2026-03-02", "source": "Board 2026-9"}
    system.bus("zhou").run("product.withdraw", gone)
    refused(system.bus("wei"), APPROVED_PRODUCT_IS_OFFERED, "approval.resolve", RESOLVE)
    system.bus("sun").run("mandate.suspend", {"mandate_id": "M9", **RULING})
    refused(system.bus("wei"), DECIDED_UNDER_MANDATE_IN_FORCE, "approval.resolve", RESOLVE)
    assert record(system)["outcome"] == "pending"


def test_a_route_is_asked_for_an_application_that_is_there(system):
    with pytest.raises(Unknown, match="no application"):
        system.bus("zhou").read("approval_route", {"application_id": "A9"})


def test_a_mandate_not_in_force_at_that_moment_decides_nothing(system):
    system.bus("zheng").run("approval.review", REVIEW)
    system.bus("sun").run("mandate.suspend", {"mandate_id": "M1", **RULING})
    feng = system.bus("feng")
    refused(feng, DECIDED_UNDER_MANDATE_IN_FORCE, "approval.approve", APPROVE)
    dated = {**APPROVE, "decided_on": "2026-03-01"}
    with pytest.raises(Exception, match="decided_on"):
        feng.run("approval.approve", dated)


def test_a_suspended_unit_gets_nothing_approved(system):
    system.bus("zheng").run("approval.review", REVIEW)
    system.bus("sun").run("unit.suspend_lending", {"unit_id": "B1", **RULING})
    refused(system.bus("feng"), UNIT_MAY_LEND, "approval.approve", APPROVE)


@pytest.mark.row(
    "AV-10", "AV-11", shown_by="approval.attach_expert_opinion, approval.notify_customer"
)
def test_an_expert_is_heard_and_the_customer_is_told(system):
    opinion = {
        **A1,
        "expert": "agronomy station",
        "advice": "advises_against",
        "document_digest": DIGEST,
        "dated": "2026-03-02",
    }
    system.bus("zheng").run("approval.attach_expert_opinion", opinion)
    approved(system)
    told = {**A1, "letter": PAPER, "delivery": "handed_over", "on": "2026-03-02"}
    system.bus("wang").run("approval.notify_customer", told)
    row = record(system)
    assert row["expert_opinions"][0]["advice"] == "advises_against"
    assert (row["outcome"], row["notices"][0]["told_by"]) == ("approved", "wang")


def test_an_approval_not_used_in_time_gives_its_headroom_back(system):
    approved(system)
    assert isinstance(system.clock, HandClock)
    system.clock.set(datetime(2026, 9, 1, 1, tzinfo=UTC))
    system.bus("wang").run("approval.lapse", A1)
    (limit,) = system.bus("zhou").read("facilities", {"customer_id": "C2"}).rows
    assert limit["reserved"] == "0.00 CNY"


def test_a_decision_is_made_on_the_file_as_it_was_read(system):
    system.bus("zheng").run("approval.review", REVIEW)
    refused(system.bus("feng"), FILE_IS_AS_READ, "approval.approve", {**APPROVE, "read": DIGEST})


def heads(system: System, rows: Any) -> str:
    """Return the digest that sha256sum gives of the lines of the last records."""
    last = {row["stream"]: row for row in rows}
    store = system.core.store
    lines = []
    for stream, row in last.items():
        ((_, stored),) = store.records(row["index"] - 1, 1)
        said = hashlib.sha256(stored.state).hexdigest()
        lines.append(f"{stream} {row['version']} sha256:{said}\n")
    return "sha256:" + hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()


@pytest.mark.row("AV-13", shown_by="views.credit_file, views.approver_responsibility")
def test_the_file_that_the_approver_saw_has_the_digest_of_the_decision_for_ever(system):
    approved(system)
    asked = {**A1, "as_seen_by": "approval-A1@2", "limit": "1000"}
    before = system.bus("zhou").read("credit_file", asked).rows
    assert heads(system, before) == record(system)["seen"]
    late = {
        "file_id": "customer-C2",
        "document_id": "D9",
        "kind": "other",
        "digest": DIGEST,
        "title": "迟到的材料",
        "dated": "2026-03-01",
    }
    system.bus("wang").run("archive.file_document", late)
    system.bus("wang").run(
        "customer.change_particulars",
        {
            "customer_id": "C2",
            "since": "2026-03-01",
            "phone": "13700137000",
        },
    )
    assert system.bus("zhou").read("credit_file", asked).rows == before
    (own,) = system.bus("zhou").read("approver_responsibility", {"staff_id": "feng"}).rows
    assert (own["record"], own["seen"]) == ("approval-A1@2", record(system)["seen"])


def judged(system: System, **asked: str) -> Any:
    return system.bus("zhou").read("judged_again", {"about": "A1", **asked}).rows


def test_an_old_case_comes_out_the_same_under_its_own_rules(system):
    approved(system)
    (row,) = [row for row in judged(system) if row["record"] == "approval-A1@2"]
    assert (row["under_own"], row["own_differences"]) == ("same", [])
    assert row["under_today"] == "same"


def test_admission_and_rating_come_out_the_same_and_another_scorecard_differs(system):
    names = {row["event"]: row for row in judged(system)}
    assert names["credit_application.admission_judged"]["under_own"] == "same"
    (rating,) = judged(system, about="C2", record="rating-C2@1")
    assert (rating["event"], rating["under_own"]) == ("rating.customer_rated", "same")
    system.bus("zhou").run("scorecard.define", credit_papers.SCORECARD)
    later = credit_papers.SCORECARD["since"]
    (rating,) = judged(system, about="C2", record="rating-C2@1", in_effect_on=later)
    assert (rating["under_own"], rating["under_today"]) == ("same", "different")
    (other,) = rating["today_differences"]
    assert (other["field"], other["after"][:5]) == ("outcome", "RATE-")


def test_under_other_rules_it_is_said_what_would_differ(system):
    approved(system)
    shorter = {
        "parameter": "bank.approval.valid_days",
        "setting": "90",
        "since": "2026-06-01",
        "source": "Minutes 2026-9",
        "authority": "Board",
    }
    system.bus("zhou").run("policy.set_parameter", shorter)
    head = system.core.journal.head()
    (row,) = [
        row for row in judged(system, in_effect_on="2026-06-01") if row["record"] == "approval-A1@2"
    ]
    assert row["under_own"] == "same"
    changed = {one["field"]: (one["before"], one["after"]) for one in row["today_differences"]}
    assert changed["valid_until"] == ("2026-08-29", "2026-05-31")
    assert system.core.journal.head() == head


def test_a_mandate_corrected_later_flags_what_relied_on_it(system):
    approved(system)
    assert isinstance(system.clock, HandClock)
    system.clock.set(system.clock.at + timedelta(days=3))
    ends = {"mandate_id": "M1", "since": "2026-02-01", "until": "2026-03-01", **RULING}
    system.bus("sun").run("mandate.correct", ends)
    (row,) = [row for row in judged(system) if row["record"] == "approval-A1@2"]
    assert (row["under_own"], row["under_today"]) == ("same", "different")
    assert "APPR-010" in row["today_differences"][0]["after"]
