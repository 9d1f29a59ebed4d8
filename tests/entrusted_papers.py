"""An entrusted loan as officers send it: C1 entrusts money, and C2's household borrows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from adapters.settings import Settings
from adapters.system import HandClock, System
from adapters.wiring import open_system
from tests.contract_papers import BREACH, MANDATE, sign
from tests.credit_file import PAPER
from tests.department import OPERATOR, TODAY, set_up
from tests.village import LI, OPEN, PRODUCT, ZHANG

Fields = dict[str, Any]
A1: Final[Fields] = {"application_id": "A1"}
ENTRUSTED: Final[Fields] = {
    **PRODUCT,
    "product_id": "E1",
    "title": "委托贷款",
    "terms": {**PRODUCT["terms"], "funding": "entrusted"},
}
TERMS: Final[Fields] = {
    "product_id": "E1",
    "amount": "60000.00",
    "months": 12,
    "rate_yearly": "5%",
    "method": "equal_principal",
    "loan_purpose": "planting",
    "use": "seedlings and their planting",
    "security": ["unsecured"],
    "payment": "self_payment",
}
ENTRUSTING: Final[Fields] = {"entrusted_by": "C1", "agreement": PAPER}
SUBMIT: Final[Fields] = {
    **A1,
    "customer_id": "C2",
    "unit_id": "B1",
    "channel": "walk_in",
    "applied_on": "2026-03-02",
    "terms": TERMS,
    "industry": "A01",
    "entrusting": ENTRUSTING,
}
ADMIT: Final[Fields] = {**A1, "stated": {"lawful": True, "evidence": PAPER}}
FOUND: Final[Fields] = {"source": "own_funds", "evidence": PAPER, "use": "permitted"}
ACCEPT: Final[Fields] = {
    **A1,
    "found": FOUND,
    "terms": TERMS,
    "service_fee": "300.00",
    "mandate_id": "MD1",
}
DRAFT: Final[Fields] = {
    "contract_id": "W1",
    **A1,
    "terms": TERMS,
    "due_day": 2,
    "breach_terms": BREACH,
}
DEPOSIT: Final[Fields] = {
    **A1,
    "reference": "IN-1",
    "paid_by": "C1",
    "amount": "50000.00",
    "value_date": "2026-03-02",
}
REQUEST: Final[Fields] = {
    "drawdown_id": "D1",
    "contract_id": "W1",
    "loan_id": "N1",
    "amount": "48000.00",
    "payment": "self_payment",
    "payees": [],
    "evidence": PAPER,
}
RELEASE: Final[Fields] = {"drawdown_id": "D1", "value_date": "2026-03-02", "reference": "PAY-1"}
FEE: Final[Fields] = {
    **A1,
    "reference": "FEE-1",
    "paid_by": "C1",
    "amount": "300.00",
    "value_date": "2026-03-02",
}


def accepted(bank: System) -> None:
    """Admit the application, and accept to serve the loan."""
    bank.bus("wang").run("credit_application.admit", ADMIT)
    bank.bus("zhou").run("mandate.grant", MANDATE)
    bank.bus("feng").run("entrustment.accept", ACCEPT)


def signed(bank: System) -> None:
    """Draft the contract of three parties, and have all three sign it."""
    bank.bus("wang").run("contract.draft_loan", DRAFT)
    sign(bank, "W1", "C2", "C1")


def lent(bank: System) -> None:
    """Take the money in, and pay it out to the borrower."""
    bank.bus("shen").run("entrustment.deposit_funds", DEPOSIT)
    bank.bus("wang").run("drawdown.request", REQUEST)
    bank.bus("shen").run("drawdown.check", {"drawdown_id": "D1"})
    bank.bus("shen").run("drawdown.release", RELEASE)


@contextmanager
def bank_with_an_entrusted_application() -> Iterator[System]:
    """Yield a bank where C1 and C2 applied for a loan of C1's money."""
    clock = HandClock(datetime(2026, 3, 2, 1, tzinfo=UTC))
    with open_system(Settings(database=":memory:"), clock) as system:
        system.bus(OPERATOR).run("log.open", OPEN)
        set_up(system.bus(OPERATOR), system.bus("zhou"), TODAY)
        officer = system.bus("wang")
        for name, fields in (
            ("customer.register", LI),
            ("customer.register", ZHANG),
            ("product.define", PRODUCT),
            ("product.define", ENTRUSTED),
            ("credit_application.submit", SUBMIT),
        ):
            officer.run(name, fields)
        yield system
