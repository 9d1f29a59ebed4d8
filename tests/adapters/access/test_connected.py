"""A connected person neither acts on nor sees the credit of who they are connected with."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from adapters.access.config import Access
from adapters.access.gate import make_gate
from adapters.door import Door, Kind
from adapters.problems import Forbidden
from adapters.settings import Settings
from adapters.whose import customer_of
from adapters.wiring import open_system
from adapters.worker import issue_key
from domain.facts.duty import CONNECTED_SEE_NOTHING
from tests.department import OPERATOR, TODAY, set_up
from tests.specs import requiring
from tests.village import AGREE, DISBURSE, LI, OPEN, PRODUCT, ZHANG, repay

CLOCK = datetime(2026, 3, 2, 1, tzinfo=UTC)
DECLARE = {"staff_id": "wang", "customer_id": "C1", "connection": "near_relative"}
LI_AGREES = {**AGREE, "loan_id": "L2", "customer_id": "C2"}


class Bank:
    """A bank with two borrowers, and the buses of people who call from outside."""

    def __init__(self, system):
        self.system, self.gate, self.keys = system, make_gate(system, Access()), 0

    def credential(self, caller: str, role: str) -> str:
        given = {"caller": caller, "roles": [role], "scope": ["*"], "until": "2026-06-01"}
        self.keys += 1
        number = f"k{self.keys}"
        return f"Bearer {issue_key(self.system.bus('custodian'), number, given)}"

    def bus(self, caller: str, role: str = "officer"):
        return self.gate.bus(self.credential(caller, role), None)


@pytest.fixture
def bank():
    with open_system(Settings(database=":memory:"), lambda: CLOCK) as system:
        system.bus(OPERATOR).run("log.open", OPEN)
        set_up(system.bus(OPERATOR), system.bus("zhou"), TODAY)
        teller = system.bus("teller")
        for name, fields in (
            ("customer.register", ZHANG),
            ("customer.register", LI),
            ("product.define", PRODUCT),
            ("loan.agree", AGREE),
            ("loan.agree", LI_AGREES),
            ("loan.disburse", DISBURSE),
        ):
            teller.run(name, fields)
        yield Bank(system)


def named(rows, column: str) -> set[str]:
    return {row[column] for row in rows}


def test_what_is_connected_is_not_in_the_lists_of_who_declared_it(bank):
    wang = bank.bus("wang")
    assert named(wang.read("customers", {}).rows, "customer_id") == {"C1", "C2"}
    wang.run("staff.declare_connected", DECLARE)
    zhao, seen = bank.bus("zhao"), bank.bus("wang", "auditor")
    assert named(seen.read("customers", {}).rows, "customer_id") == {"C2"}
    assert named(seen.read("loan_register", {}).rows, "loan_id") == {"L2"}
    streams = named(seen.read("audit_trail", {"limit": "1000"}).rows, "stream")
    assert not streams & {"customer-C1", "loan-L1"}
    assert streams >= {"customer-C2", "loan-L2"}
    assert named(zhao.read("loan_register", {}).rows, "loan_id") == {"L1", "L2"}


@pytest.mark.parametrize(
    ("view", "query"),
    [
        ("customer_card", {"customer_id": "C1"}),
        ("loan_statement", {"loan_id": "L1"}),
        ("archive", {"file_id": "loan-L1"}),
        ("archive", {"file_id": "customer-C1"}),
        ("audit_trail", {"stream": "loan-L1"}),
    ],
)
def test_what_is_connected_is_not_answered_for(bank, view, query):
    bank.bus("wang").run("staff.declare_connected", DECLARE)
    asking = requiring(lambda: bank.bus("wang", "auditor").read(view, query))
    asking.then_refused(CONNECTED_SEE_NOTHING)


def test_nothing_is_done_for_who_is_connected_not_even_by_queue(bank):
    bank.bus("wang").run("staff.declare_connected", DECLARE)
    paid = repay("R1", "500.00", "2026-02-02")
    door = Door(bank.system.bus("x"), entrance=bank.gate.bus)
    by_wang, by_zhao = (bank.credential(name, "officer") for name in ("wang", "zhao"))
    agree = {**AGREE, "loan_id": "L3"}
    assert door.run("loan.agree", agree, "m1", (by_wang, None)).kind is Kind.FORBIDDEN
    assert door.run("loan.record_repayment", paid, "m2", (by_wang, None)).kind is Kind.FORBIDDEN
    assert door.run("loan.record_repayment", paid, "m3", (by_zhao, None)).kind is Kind.DONE


def test_who_is_no_longer_connected_sees_again(bank):
    bank.bus("wang").run("staff.declare_connected", DECLARE)
    ended = {"staff_id": "wang", "customer_id": "C1", "reason": "no relative after all"}
    with pytest.raises(Forbidden):
        bank.bus("wang").run("staff.end_connection", ended)
    bank.system.bus("sun").run("staff.end_connection", ended)
    seen = bank.bus("wang", "auditor").read("customers", {}).rows
    assert named(seen, "customer_id") == {"C1", "C2"}


OF_THE_FILE = (
    *("credit_application-A1", "investigation-A1", "approval-A1", "contract-H1", "drawdown-D1"),
    *("customer-C2", "rating-C2", "archive-credit_application-A1", "archive-customer-C2"),
    *("loan-L1", "archive-loan-L1", "responsibility-loan-L1", "guarantee-G1", "collateral-K1"),
)
FIRST: dict[str, dict[str, Any]] = {
    "credit_application-A1": {"customer_id": "C2"},
    "contract-H1": {"customer_id": None, "application_id": "A1"},
    "drawdown-D1": {"contract_id": "H1"},
    "loan-L1": {"customer_id": "C2"},
    "guarantee-G1": {"guarantor_id": "C9", "borrower_id": "C2"},
    "collateral-K1": {"given_by": "C2"},
}


@pytest.mark.parametrize("stream", OF_THE_FILE)
def test_every_part_of_a_credit_file_is_known_to_be_its_customers(stream):
    def first(name):
        return SimpleNamespace(**FIRST[name]) if name in FIRST else None

    assert customer_of(stream, first) == "C2"


def test_what_is_about_no_customer_is_nobodys():
    for stream in ("product-P1", "unit-B1", "unknown-X", "log-main"):
        assert customer_of(stream, lambda _name: None) is None
