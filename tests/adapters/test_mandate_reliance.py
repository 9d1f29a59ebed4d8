"""Real decisions beside the mandates that they relied on, as known then and as known now."""

from collections.abc import Iterator

import pytest

from adapters.system import System
from domain.approval.rules import DECIDED_UNDER_MANDATE_IN_FORCE, DECIDED_WITHIN_MANDATE
from tests.approving import APPROVE, REVIEW, approved, bank_with_a_report
from tests.credit_file import TERMS
from tests.department import DIGEST
from tests.specs import requiring

RULING = {"reason": "inspection", "authority": "Board 2026-4", "document": DIGEST}


@pytest.fixture
def system() -> Iterator[System]:
    """A bank with a household's report signed, and mandates granted."""
    with bank_with_a_report() as opened:
        yield opened


def relied(system: System, **query: str) -> list[tuple[object, ...]]:
    rows = system.bus("sun").read("mandate_reliance", {"mandate_id": "M1", **query}).rows
    asked = [row for row in rows if row["stream"] == "approval-A1"]
    return [(row["actor"], row["in_force_then"], row["in_force_now"]) for row in asked]


@pytest.mark.row("RL-11", shown_by="approval.approve, mandate.suspend")
def test_a_decision_needs_a_mandate_for_so_much_that_is_in_force(system):
    system.bus("zheng").run("approval.review", REVIEW)
    feng = system.bus("feng")
    much = {**APPROVE, "terms": {**TERMS, "amount": "90000.00"}, "reason": "more fields"}
    requiring(lambda: feng.run("approval.approve", much)).then_refused(DECIDED_WITHIN_MANDATE)
    system.bus("sun").run("mandate.suspend", {"mandate_id": "M1", **RULING})
    requiring(lambda: feng.run("approval.approve", APPROVE)).then_refused(
        DECIDED_UNDER_MANDATE_IN_FORCE
    )


@pytest.mark.row("AV-04", shown_by="mandate.correct, views.mandate_reliance")
def test_dates_that_are_corrected_back_flag_what_relied_on_them_and_change_nothing(system):
    approved(system)
    assert relied(system) == [("feng", True, True)]
    sun = system.bus("sun")
    (before,) = sun.read("approvals", {}).rows
    sun.run(
        "mandate.correct",
        {"mandate_id": "M1", "since": "2026-04-01", "until": "2026-12-31", **RULING},
    )
    assert relied(system) == [("feng", True, False)]
    assert relied(system, differs="yes") == [("feng", True, False)]
    assert relied(system, differs="no") == []
    (after,) = sun.read("approvals", {}).rows
    assert after == before


def test_what_is_suspended_after_a_decision_leaves_it_as_it_was(system):
    approved(system)
    system.bus("sun").run("mandate.suspend", {"mandate_id": "M1", **RULING})
    assert relied(system) == [("feng", True, True)]
