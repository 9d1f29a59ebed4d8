"""The credit department through the whole core: set up, mandates, handover, on record."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.settings import Settings
from adapters.system import HandClock
from adapters.wiring import open_system
from domain.facts.duty import (
    ACTOR_HOLDS_THE_POST,
    ACTOR_IS_STAFF,
)
from domain.handover.rules import DECIDED_ABOVE, SETTLED_BEFORE_SIGNED
from domain.mandate import MANDATE
from domain.staff import STAFF
from domain.staff.rules import TRAINING_SUFFICES
from domain.unit.rules import RULED_FROM_ABOVE
from tests.department import DIGEST, OPERATOR, TODAY, set_up
from tests.specs import requiring
from tests.village import LI, OPEN, PRODUCT, ZHANG

START = datetime(2026, 3, 2, 1, tzinfo=UTC)
RULING: dict[str, Any] = {"reason": "inspection", "authority": "Board 2026-4", "document": DIGEST}
MANDATE_OF_BAI: dict[str, Any] = {
    "mandate_id": "M1",
    "post": "branch_head",
    "unit_id": "B1",
    "scope": {"amount_max": "500000.00", "products": ["P1"]},
    "since": "2026-03-02",
    "until": "2026-12-31",
    "delegable": True,
    "authority": "Board 2026-2",
    "document": DIGEST,
}


class House:
    """A bank whose credit department is set up; run(actor, command, **fields)."""

    def __init__(self, system, clock):
        self.system, self.clock = system, clock

    def run(self, actor: str, name: str, **fields):
        return self.system.bus(actor).run(name, fields)

    def refused(self, rule, actor: str, name: str, **fields):
        requiring(lambda: self.run(actor, name, **fields)).then_refused(rule)

    def rows(self, view: str, **query):
        return self.system.bus("sun").read(view, query).rows

    def mandate(self, name: str):
        return MANDATE.fact(name, self.system.core.journal.state_of(MANDATE, name))

    def member(self, name: str):
        return STAFF.fact(name, self.system.core.journal.state_of(STAFF, name))


@pytest.fixture
def house():
    clock = HandClock(START)
    with open_system(Settings(database=":memory:"), clock) as system:
        system.bus(OPERATOR).run("log.open", OPEN)
        set_up(system.bus(OPERATOR), system.bus("zhou"), TODAY)
        system.bus("wang").run("customer.register", ZHANG)
        system.bus("wang").run("customer.register", LI)
        system.bus("wang").run("product.define", PRODUCT)
        yield House(system, clock)


def test_the_operator_sets_up_until_somebody_leads(house):
    new = {"staff_id": "yang"}
    house.refused(ACTOR_IS_STAFF, OPERATOR, "staff.register", **new)
    house.refused(ACTOR_HOLDS_THE_POST, "wang", "staff.register", **new)
    house.run("sun", "staff.leave", staff_id="zhou", left_on="2026-03-01")
    house.run("sun", "staff.register", **new)
    house.refused(ACTOR_HOLDS_THE_POST, "zhou", "staff.register", staff_id="qin")


def test_a_mandate_falls_with_the_one_that_it_was_delegated_from(house):
    house.run("sun", "mandate.grant", **MANDATE_OF_BAI)
    on = {
        "scope": {"amount_max": "100000.00", "products": ["P1"]},
        "since": "2026-03-02",
        "until": "2026-06-30",
        "document": DIGEST,
    }
    first = {"mandate_id": "M2", "parent_id": "M1", "staff_id": "zhao", "delegable": True, **on}
    house.run("bai", "mandate.delegate", **first)
    second = {"mandate_id": "M3", "parent_id": "M2", "staff_id": "wang", **on}
    house.run("zhao", "mandate.delegate", **second)
    house.run("sun", "mandate.suspend", mandate_id="M1", **RULING)
    assert [house.mandate(name).on(TODAY) for name in ("M1", "M2", "M3")] == [False] * 3
    house.run("sun", "mandate.restore", mandate_id="M1", **RULING)
    days = (TODAY, TODAY + timedelta(days=1))
    for name in ("M1", "M2", "M3"):
        assert [house.mandate(name).on(day) for day in days] == [False, True]
    house.run(
        "sun", "mandate.correct", mandate_id="M1", since="2026-03-02", until="2026-05-31", **RULING
    )
    assert {str(house.mandate(name).until) for name in ("M1", "M2", "M3")} == {"2026-05-31"}


@pytest.mark.row("RO-02", "RO-03", "RO-05", shown_by="staff.appoint, views.staff_list")
def test_the_list_of_staff_shows_posts_and_lines(house):
    post = {"unit_id": "B1", "since": "2026-03-02"}
    house.run("sun", "staff.register", staff_id="yang")
    house.run("sun", "staff.appoint", staff_id="yang", post="lobby_manager", line="retail", **post)
    (yang,) = house.rows("staff_list", post="lobby_manager")
    assert [held["line"] for held in yang["posts"]] == ["retail"]
    assert (yang["staff_id"], yang["alarm"]) == ("yang", "unlicensed")
    for step, who in (("investigator", "wu"), ("reviewer", "zheng"), ("approver", "feng")):
        assert [row["staff_id"] for row in house.rows("staff_list", post=step)] == [who]


@pytest.mark.row("RO-10", "RO-14", shown_by="staff.renew_licence, views.staff_list")
def test_licences_that_run_out_are_warned_of_until_they_are_renewed(house):
    assert not house.rows("staff_list", alarm="runs_out")
    day = {"in_effect_on": "2028-01-15"}
    (row,) = house.rows("staff_list", staff_id="wang", **day)
    assert (row["licensed_until"], row["alarm"]) == ("2028-01-31", "runs_out")
    renewal = {"staff_id": "wang", "grade": "middle", "until": "2029-12-31"}
    house.refused(TRAINING_SUFFICES, "zhou", "staff.renew_licence", **renewal)
    training = {
        "staff_id": "wang",
        "training_id": "T1",
        "title": "农户贷款",
        "completed_on": "2026-03-01",
        "hours": 24,
        "document": DIGEST,
    }
    house.run("zhou", "staff.record_training", **training)
    house.run("zhou", "staff.renew_licence", **renewal)
    (row,) = house.rows("staff_list", staff_id="wang")
    assert (row["training_hours"], row["licensed_until"]) == (24, "2028-01-31")
    (row,) = house.rows("staff_list", staff_id="wang", in_effect_on="2029-01-15")
    assert (row["licensed_until"], row["alarm"]) == ("2029-12-31", None)


@pytest.mark.row("RO-06", shown_by="unit.seat_committee, unit.record_meeting, views.organisation")
def test_a_committee_has_members_and_minutes(house):
    met = {
        "unit_id": "COMMITTEE",
        "meeting_id": "M1",
        "held_on": "2026-03-02",
        "present": ["chen", "wei"],
        "minutes": DIGEST,
    }
    house.run("chen", "unit.record_meeting", **met)
    (body,) = [row for row in house.rows("organisation") if row["unit_id"] == "COMMITTEE"]
    assert body["committee"] == "credit_risk"
    assert body["seats"]["members"] == ["chen", "chu", "wei"]
    assert [meeting["quorate"] for meeting in body["meetings"]] == [True]


@pytest.mark.row("RO-07", "PL-16", shown_by="unit.suspend_lending, views.organisation")
def test_a_unit_is_suspended_and_restored_in_the_sight_of_all(house):
    rows = house.rows("organisation")
    assert [row["unit_id"] for row in rows][:2] == ["head-office", "B1"]
    assert {row["unit_id"]: row["office"] for row in rows}["CREDIT"] == "middle_office"
    house.refused(RULED_FROM_ABOVE, "bai", "unit.suspend_lending", unit_id="B1", **RULING)
    house.run("bai", "unit.suspend_lending", unit_id="B1-1", **RULING)
    house.clock.set(START + timedelta(days=3))
    house.run("zhou", "unit.restore_lending", unit_id="B1-1", **RULING)

    def lends(day: str) -> Any:
        asked = house.rows("organisation", in_effect_on=day)
        return {row["unit_id"]: row["may_lend"] for row in asked}["B1-1"]

    days = ("2026-03-02", "2026-03-05", "2026-03-06")
    assert [lends(day) for day in days] == [False, False, True]


def handing(house) -> dict[str, Any]:
    """Return a handover of two files from wang to zhao, who objects to one of them."""
    for file_id in ("customer-C1", "customer-C2"):
        house.run(
            "wang", "responsibility.assign", file_id=file_id, staff_id="wang", reason="taken in"
        )
    number = {"handover_id": "H1"}
    house.clock.set(START + timedelta(days=10))
    house.run(
        "wang",
        "handover.propose",
        **number,
        from_id="wang",
        to_id="zhao",
        file_ids=["customer-C1", "customer-C2"],
        moves_on="2026-03-15",
        reason="wang moves to B2",
        document=DIGEST,
    )
    house.run("zhao", "handover.accept_files", **number, file_ids=["customer-C1"])
    house.run("zhao", "handover.object_to_file", **number, file_id="customer-C2", reason="overdue")
    return number


@pytest.mark.row(
    *("CU-23", "RO-08", "RO-09"),
    shown_by="handover.decide_objection, handover.sign, views.responsibility, views.portfolio",
)
def test_responsibility_moves_when_an_objection_is_decided_and_both_have_signed(house):
    number = handing(house)
    ruling = {
        "file_id": "customer-C2",
        "moves": False,
        "unit_id": "COMMITTEE",
        "reason": "wang settles the arrears first",
        "minutes": DIGEST,
    }
    house.refused(SETTLED_BEFORE_SIGNED, "wang", "handover.sign", **number, document=DIGEST)
    house.refused(DECIDED_ABOVE, "zhao", "handover.decide_objection", **number, **ruling)
    house.run("chen", "handover.decide_objection", **number, **ruling)
    house.run("wang", "handover.sign", **number, document=DIGEST)
    assert len(house.rows("responsibility", file_id="customer-C1")) == 1
    house.run("zhao", "handover.sign", **number, document=DIGEST)
    periods = house.rows("responsibility", file_id="customer-C1")
    assert [(row["staff_id"], row["since"], row["until"]) for row in periods] == [
        ("wang", "2026-03-02", "2026-03-14"),
        ("zhao", "2026-03-15", None),
    ]
    for staff_id, kept in (("wang", "customer-C2"), ("zhao", "customer-C1")):
        files = house.rows("portfolio", staff_id=staff_id, in_effect_on="2026-03-15")
        assert [row["file_id"] for row in files] == [kept]
    (row,) = house.rows("handovers", staff_id="zhao")
    assert (row["state"], [item["state"] for item in row["file_states"]]) == (
        "completed",
        ["accepted", "stays"],
    )


@pytest.mark.row("LA-06", shown_by="handover.sign, views.audit_trail")
def test_both_sides_leave_a_receipt(house):
    number = handing(house)
    house.run(
        "bai",
        "handover.decide_objection",
        **number,
        file_id="customer-C2",
        moves=True,
        unit_id="B1",
        reason="the arrears are paid",
        minutes=DIGEST,
    )
    for name in ("wang", "zhao"):
        house.run(name, "handover.sign", **number, document=DIGEST)
    trail = house.rows("audit_trail", stream="handover-H1")
    signed = [row["actor"] for row in trail if row["event"] == "handover.signed"]
    assert signed == ["wang", "zhao"]
    assert len(house.rows("portfolio", staff_id="zhao", in_effect_on="2026-03-15")) == 2


@pytest.mark.row("RO-04", "AV-04", shown_by="mandate.delegate, views.mandates")
def test_who_may_decide_on_how_much_is_seen_by_day(house):
    house.run("sun", "mandate.grant", **MANDATE_OF_BAI)
    part = {
        "mandate_id": "M2",
        "parent_id": "M1",
        "staff_id": "zhao",
        "scope": {"amount_max": "100000.00", "products": ["P1"]},
        "since": "2026-03-02",
        "until": "2026-06-30",
        "document": DIGEST,
    }
    house.run("bai", "mandate.delegate", **part)
    of_bai, of_zhao = (house.rows("mandates", staff_id=name) for name in ("bai", "zhao"))
    assert [(row["mandate_id"], row["amount_max"]) for row in of_bai] == [("M1", "500000.00 CNY")]
    assert [(row["mandate_id"], row["state"]) for row in of_zhao] == [("M2", "in_force")]
    house.run("sun", "mandate.suspend", mandate_id="M1", **RULING)
    assert [row["state"] for row in house.rows("mandates")] == ["suspended", "suspended"]
    later = house.rows("mandates", in_effect_on="2026-07-01", state="over")
    assert [row["mandate_id"] for row in later] == ["M2"]
