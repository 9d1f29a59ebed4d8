"""Officers of a village bank at work on an application, through the bus."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.settings import Settings
from adapters.system import System
from adapters.wiring import open_system
from domain.rules import Refused
from tests.department import DIGEST, OPERATOR, TODAY, set_up
from tests.village import LI, OPEN, PRODUCT, ZHANG

ASKED: dict[str, Any] = {
    "product_id": "P1",
    "amount": "50000.00",
    "months": 12,
    "rate_yearly": None,
    "method": "equal_instalment",
    "loan_purpose": "planting",
    "use": "Seed and fertiliser for 30 mu of rice",
    "security": ["unsecured"],
    "payment": "self_payment",
}
SUBMIT = {
    "application_id": "A1",
    "customer_id": "C2",
    "unit_id": "B1",
    "channel": "visit",
    "applied_on": "2026-03-01",
    "terms": ASKED,
    "industry": "A0111",
}
STATED: dict[str, Any] = {
    "lawful": True,
    "income_months": 36,
    "income_yearly": "60000.00",
    "spending_yearly": "20000.00",
    "overdue_now": "0.00",
    "evidence": DIGEST,
}
MEASURE = {"source": "Minutes 2026-7", "authority": "Board"}


def open_bank() -> Iterator[System]:
    """A village bank with a department, a product, checklists and customers."""
    start = datetime(TODAY.year, TODAY.month, TODAY.day, 2, tzinfo=UTC)
    ticks = iter(start + timedelta(seconds=n) for n in range(10_000))
    with open_system(Settings(database=":memory:"), lambda: next(ticks)) as system:
        bus = system.bus(OPERATOR)
        bus.run("log.open", OPEN)
        set_up(bus, system.bus("zhou"), TODAY)
        terms = {
            **PRODUCT["terms"],
            "customer_kinds": ["natural_person", "farm_household", "sole_trader"],
            "application_documents": ["land_contract"],
        }
        bus.run("product.define", {**PRODUCT, "terms": terms})
        for kind in ("farm_household", "sole_trader"):
            listed = {"kind": kind, "documents": ["identity_document"], "since": "2025-01-01"}
            bus.run("checklist.set", {**listed, "source": "Manual"})
        bus.run("customer.register", ZHANG)
        bus.run("customer.register", LI)
        yield system


def send(bank: System, actor: str, command: str, /, **fields: Any) -> None:
    """Send a command as somebody."""
    bank.bus(actor).run(command, fields)


def refused(bank: System, actor: str, command: str, /, **fields: Any) -> str:
    """Return the code of the rule that refuses a command."""
    with pytest.raises(Refused) as refusal:
        send(bank, actor, command, **fields)
    return refusal.value.rule.code


def rows(bank: System, view: str, **query: str) -> Any:
    """Return what a view answers."""
    return bank.bus("zhou").read(view, query).rows


def file(bank: System, document_id: str, kind: str, **more: Any) -> None:
    """Hand in a document of the application."""
    filed = {"kind": kind, "digest": DIGEST, "title": "材料", "dated": "2026-03-01", **more}
    named = {"file_id": "credit_application-A1", "document_id": document_id}
    send(bank, "wang", "archive.file_document", **named, **filed)


def states(bank: System) -> dict[str, str]:
    """Return how each paper of the application stands."""
    return {
        row["kind"]: row["state"] for row in rows(bank, "application_file", application_id="A1")
    }


def complete(bank: System) -> None:
    """Take in the application with its papers."""
    send(bank, "wang", "credit_application.submit", **SUBMIT)
    for number, kind in enumerate(("loan_application", "land_contract", "identity_document"), 1):
        file(bank, f"D{number}", kind)
