"""A branch that looks after customers, through the bus."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from adapters.system import System
from domain.rules import Refused, Rule
from tests.department import PEOPLE, person, units
from tests.village import LI, ZHANG

TODAY = date(2025, 1, 2)
HERE = ("bai", "wang", "zhao", "wu", "jiang")
DIGEST = f"sha256:{7:064x}"
FIRM: dict[str, Any] = {
    "customer_id": "C3",
    "kind": "enterprise",
    "name": "清河粮油有限公司",
    "document": {"kind": "unified_social_credit_code", "number": "91110000600037341L"},
    "since": "2025-01-02",
}
TRADER: dict[str, Any] = {
    **ZHANG,
    "customer_id": "C4",
    "kind": "sole_trader",
    "document": {"kind": "passport", "number": "E12345678"},
}


def line(takings: str, outlay: str) -> dict[str, Any]:
    expected = {"expected_takings": takings, "expected_outlay": outlay}
    return {"kind": "planting", "takings": takings, "outlay": outlay, **expected}


HOUSEHOLD: dict[str, Any] = {
    "members": [
        {"kinship": "household_head", "name": "李四", "occupation": "farming", "can_work": True},
        {"kinship": "parent", "name": "李老", "occupation": "none", "can_work": False},
    ],
    "rights": [{"kind": "contracted_land", "area": 850}],
    "assets": [{"kind": "house", "value": "90000.00"}],
    "debts": [],
    "business_lines": [line("50000.00", "20000.00")],
    "spending": [{"kind": "living", "amount": "12000.00"}],
    "insurance": [],
    "village_opinion": {"opinion": "good", "given_by": "村主任王五"},
}


class Office:
    """A branch of the village bank, with four customers."""

    def __init__(self, system: System) -> None:
        """Set it up."""
        self.system = system
        for name, fields in (*units()[:5], *person(PEOPLE[0], TODAY)):
            system.bus("set-up").run(name, fields)
        for place in PEOPLE:
            if place[0] in HERE:
                for name, fields in person(place, TODAY):
                    system.bus("zhou").run(name, fields)
        for customer in (ZHANG, LI, FIRM, TRADER):
            system.bus("wang").run("customer.register", customer)

    def does(self, name: str, who: str = "wang", /, **fields: Any) -> None:
        """Run a command of an officer about the household, or the customer named."""
        about = {} if "request_id" in fields else {"customer_id": "C2"}
        self.system.bus(who).run(name, {**about, **fields})

    def refuses(self, rule: Rule, name: str, who: str = "wang", /, **fields: Any) -> None:
        """Run a command that a rule forbids."""
        with pytest.raises(Refused) as refusal:
            self.does(name, who, **fields)
        assert refusal.value.rule is rule

    def rows(self, view: str, who: str = "wang", /, **query: str) -> Sequence[Mapping[str, Any]]:
        """Ask a view."""
        return self.system.bus(who).read(view, query).rows

    def row(self, view: str, who: str = "wang", /, **query: str) -> Mapping[str, Any]:
        """Ask a view about the household, or the customer named."""
        (row,) = self.rows(view, who, **{"customer_id": "C2", **query})
        return row


def recorded(office: Office, customer_id: str = "C2", **sections: Any) -> Mapping[str, Any]:
    office.does(
        "economic_file.record_sections",
        customer_id=customer_id,
        sections=sections,
        since="2025-01-02",
        investigators=["wang", "wu"],
    )
    return office.row("economic_file", customer_id=customer_id)


FIRM_SECTIONS: dict[str, Any] = {
    "registration": {
        "business_scope": "grain",
        "capital": "500000.00",
        "employees": 12,
        "owns_premises": True,
    },
    "owners": [{"role": "legal_representative", "name": "赵六"}],
    "business_lines": [line("50000.00", "20000.00")],
}
