"""Every kind of decision: what it was made on is shown for ever, and judged again the same."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

from adapters.system import HandClock, System
from domain.catalogue import EVENT_NAMES
from projections.judged_again import ASKED
from tests import contract_papers as papers
from tests.approving import DECIDING, MOTION, RESOLVE, REVIEW, bank_with_a_report
from tests.contract_papers import contracted, later, paid
from tests.credit_file import A1, PAPER

OVERRIDE = {"customer_id": "C2", "grade": "A", "reason": "one buyer alone", "digest": PAPER}
LATE = {
    "document_id": "D9",
    "kind": "other",
    "digest": PAPER,
    "title": "迟到的材料",
    "dated": "2026-03-01",
}
REVALUED = {
    "collateral_id": "K1",
    "valuation_no": "V2",
    "appraiser": "external",
    "method": "market",
    "valuation": "10000.00",
    "valued_on": "2026-03-02",
    "report": PAPER,
}
SHORTER = {
    "parameter": "bank.approval.valid_days",
    "setting": "90",
    "since": "2026-03-03",
    "source": "Minutes 2026-9",
    "authority": "Board",
}
RULING = {"reason": "losses in the county", "authority": "Board", "document": PAPER}
PHONE = {"customer_id": "C2", "since": "2026-03-01", "phone": "13700137000"}
LATER = (
    ("wang", "archive.file_document", {"file_id": "customer-C2", **LATE}),
    ("wang", "archive.file_document", {"file_id": "credit_application-A1", **LATE}),
    ("wang", "customer.change_particulars", PHONE),
    ("sun", "mandate.suspend", {"mandate_id": "MD1", **RULING}),
    ("zhou", "policy.set_parameter", SHORTER),
    ("wang", "collateral.record_valuation", {**REVALUED, "valuation_no": "V3"}),
)


@pytest.fixture(scope="module")
def bank() -> Iterator[System]:
    """A bank where a household was paid out on a contract, and then much else was recorded."""
    with papers.bank_with_an_approval() as system:
        contracted(system)
        paid(system)
        system.bus("zhou").run("rating.override_grade", OVERRIDE)
        yield system


@pytest.fixture(scope="module")
def committee() -> Iterator[System]:
    """A bank where a committee decided on a file that was taken up."""
    with bank_with_a_report() as system:
        system.bus("zheng").run("approval.review", REVIEW)
        up = {**A1, "mandate_id": "M9", "reason": "two harvests in one loan"}
        system.bus("feng").run("approval.escalate", up)
        system.bus("zheng").run("approval.put_motion", MOTION)
        for member in ("chen", "wei"):
            system.bus(member).run("approval.vote", {**DECIDING, "choice": "in_favour"})
        system.bus("wei").run("approval.resolve", RESOLVE)
        yield system


def decisions(system: System) -> list[dict[str, Any]]:
    """Return every decision on record, as it is judged again."""
    return [dict(row) for row in system.bus("zhou").read("judged_again", {"limit": "1000"}).rows]


def event_of(system: System, record: str) -> Any:
    """Return the event of a record like "approval-A1@2"."""
    stream, _, version = record.partition("@")
    (fact,) = [f for f in system.core.journal.facts(-1, 10_000) if f.stream == stream][
        int(version) - 1 : int(version)
    ]
    return fact.event


def digest(system: System, rows: Any) -> str:
    """Return the digest that sha256sum gives of the lines of the last records."""
    lines = []
    for stream, row in {row["stream"]: row for row in rows}.items():
        ((_, stored),) = system.core.store.records(row["index"] - 1, 1)
        lines.append(
            f"{stream} {row['version']} sha256:{hashlib.sha256(stored.state).hexdigest()}\n"
        )
    return "sha256:" + hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()


def seen(system: System, row: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """Return the acts of the file that a decision saw, and what it looked up beside it."""
    event, record = event_of(system, row["record"]), row["record"]
    about = event.seen.parts[0].stream.partition("-")[2] if event.seen.parts else row["about"]
    asked = {"application_id": about, "as_seen_by": record, "beside": "shown", "limit": "1000"}
    rows = system.bus("zhou").read("credit_file", asked).rows
    return [one for one in rows if not one["beside"]], [one for one in rows if one["beside"]]


@pytest.mark.row(
    "AV-13", shown_by="views.credit_file, views.judged_again, contract.check, "
    "drawdown.release, facility.grant_maximum, rating.override_grade"
)  # fmt: skip
def test_what_each_decision_saw_stays_and_its_digests_are_computed_again(bank):
    before = {row["record"]: seen(bank, row) for row in decisions(bank)}
    assert {row["event"] for row in decisions(bank)} >= {
        "credit_application.admission_judged",
        "investigation.loan_risk_graded",
        "investigation.concluded",
        "rating.customer_rated",
        "rating.grade_overridden",
        "facility.granted",
        "approval.application_reviewed",
        "approval.credit_approved",
        "contract.checked",
        "drawdown.requested",
        "drawdown.checked",
        "drawdown.released",
    }
    later(bank, 3)
    for actor, name, fields in LATER:
        bank.bus(actor).run(name, fields)
    for row in decisions(bank):
        file, beside = seen(bank, row)
        event = event_of(bank, row["record"])
        assert (file, beside) == before[row["record"]]
        assert digest(bank, file) == event.seen.digest
        assert digest(bank, beside) == event.seen.beside_digest


def test_each_decision_comes_out_the_same_under_its_own_rules(bank, committee):
    for system in (bank, committee):
        for row in decisions(system):
            assert (row["record"], row["own_differences"]) == (row["record"], [])


def test_a_committees_decisions_are_judged_again_too(committee):
    assert {row["event"] for row in decisions(committee)} >= {
        "approval.application_reviewed",
        "approval.escalated",
        "approval.motion_put",
        "approval.vote_cast",
        "approval.credit_approved",
    }
    for row in decisions(committee):
        file, beside = seen(committee, row)
        event = event_of(committee, row["record"])
        assert (digest(committee, file), digest(committee, beside)) == (
            event.seen.digest,
            event.seen.beside_digest,
        )


def test_whatever_is_decided_on_authority_holds_what_was_seen_and_is_judged_again():
    for kind, name in EVENT_NAMES.items():
        fields = {field.name for field in attrs.fields(kind)}
        if kind in ASKED or fields & {"mandate_id", "waiver", "waivers", "seen"}:
            assert "seen" in fields, name
            assert kind in ASKED, name


def test_an_erased_person_changes_nothing_of_what_was_seen():
    with bank_with_a_report() as system:
        system.bus("zheng").run("approval.review", REVIEW)
        no = {**A1, "mandate_id": "M1", "reasons": ["the mill closed"]}
        system.bus("feng").run("approval.decline", no)
        before = {row["record"]: seen(system, row) for row in decisions(system)}
        assert isinstance(system.clock, HandClock)
        system.clock.set(datetime(2040, 1, 2, 1, tzinfo=UTC))
        request = {"customer_id": "C2", "basis": "request_of_the_person"}
        system.bus("wang").run("customer.request_erasure", request)
        system.bus("zhao").run("customer.erase", {"customer_id": "C2"})
        for row in decisions(system):
            (file, beside), event = seen(system, row), event_of(system, row["record"])
            assert digest(system, file) == event.seen.digest
            assert digest(system, beside) == event.seen.beside_digest
            assert [one["index"] for one in file] == [
                one["index"] for one in before[row["record"]][0]
            ]
            assert (row["record"], row["own_differences"]) == (row["record"], [])
        assert "李四" not in str([seen(system, row) for row in decisions(system)])
