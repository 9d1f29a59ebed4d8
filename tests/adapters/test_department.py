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
from domain.mandate import MANDATE
from domain.staff import STAFF
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
