"""A household's contract, mortgage and drawdown as officers send them, from approval to payment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from adapters.system import HandClock, System
from domain.rules import Rule
from tests.credit_file import CONCLUDE, PAPER, RATE, TERMS, bank_with_an_application, investigated
from tests.department import TODAY, person
from tests.specs import requiring
from tests.village import ZHANG

Fields = dict[str, Any]
A1: Final[Fields] = {"application_id": "A1"}
L1: Final[Fields] = {"contract_id": "L1"}
D1: Final[Fields] = {"drawdown_id": "D1"}
SECURED: Final[Fields] = {
    **TERMS,
    "security": ["mortgage"],
    "payment": "mixed_payment",
}
MANDATE: Final[Fields] = {
    "mandate_id": "MD1",
    "post": "approver",
    "unit_id": "CREDIT",
    "scope": {"amount_max": "500000.00"},
    "since": "2026-03-02",
    "until": "2026-12-31",
    "authority": "Board 2026-2",
    "document": PAPER,
}
CAPITAL: Final[Fields] = {
    "as_of": "2025-12-31",
    "net_capital": "80000000.00",
    "net_tier1": "70000000.00",
    "source": "Return of the year end",
}
LIMIT: Final[Fields] = {
    "facility_id": "C2",
    "limit": "60000.00",
    "since": "2026-03-02",
    "until": "2027-03-01",
    "mandate_id": "MD1",
}
REVIEW: Final[Fields] = {
    **A1,
    "verdict": "pass_on",
    "comment": "income and purpose are shown",
    "signed": PAPER,
}
INSURED: Final[Fields] = {
    "condition_id": "1",
    "kind": "precedent",
    "says": "the harvest is insured",
}
NO_OTHER: Final[Fields] = {
    "condition_id": "2",
    "kind": "negative_covenant",
    "says": "no other debt without our consent",
}
APPROVE: Final[Fields] = {
    **A1,
    "terms": SECURED,
    "conditions": [INSURED, NO_OTHER],
    "facility_id": "C2",
    "mandate_id": "MD1",
    "reason": "against a mortgage, and part of it to who sells the seed",
}
HOUSE: Final[tuple[tuple[str, str, Fields], ...]] = (
    (
        "wang",
        "collateral.register",
        {
            "collateral_id": "K1",
            "kind": "residential_property",
            "owner_id": "C1",
            "title": "clear",
            "says": "two rooms in the county town",
        },
    ),
    (
        "zhao",
        "collateral.record_valuation",
        {
            "collateral_id": "K1",
            "valuation_no": "V1",
            "appraiser": "internal",
            "method": "market",
            "valuation": "100000.00",
            "valued_on": "2026-03-02",
            "report": PAPER,
        },
    ),
)
BREACH: Final = [
    {"breach": "late_payment", "cure_days": 10, "remedies": ["penalty_interest", "call_in"]},
    {"breach": "misuse", "cure_days": 0, "remedies": ["penalty_interest", "stop_drawing"]},
]
DRAFT: Final[Fields] = {
    **L1,
    **A1,
    "terms": SECURED,
    "due_day": 20,
    "breach_terms": BREACH,
    "securities": ["collateral-K1"],
    "secured_by": ["M1"],
}
DRAFT_MORTGAGE: Final[Fields] = {
    "contract_id": "M1",
    **A1,
    "kind": "mortgage",
    "securities": ["collateral-K1"],
    "breach_terms": BREACH,
    "secures": ["L1"],
}
REGISTERED: Final[Fields] = {
    "collateral_id": "K1",
    "certificate_no": "QH-2026-17",
    "authority": "land registry of Qinghe",
    "lien_rank": 1,
    "registered_on": "2026-03-02",
    "digest": PAPER,
}
IN_VAULT: Final[Fields] = {
    "collateral_id": "K1",
    "list_no": "V-17",
    "items": [{"kind": "mortgage_certificate", "number": "QH-2026-17"}],
    "signed_list": PAPER,
    "second_id": "lu",
}
SELLER: Final[Fields] = {
    "payee_id": "1",
    "kind": "counterparty",
    "amount": "30000.00",
    "trade": PAPER,
    "name": "清河农资店",
    "account_no": "6228480000000000001",
    "bank_no": "103100000026",
    "bank_name": "农业银行清河支行",
}
GUARANTEE: Final[tuple[tuple[str, Fields], ...]] = (
    (
        "guarantor.assess",
        {
            "guarantor_id": "C1",
            "kind": "natural_person",
            "of_age": True,
            "net_assets": "100000.00",
            "yearly_income": "60000.00",
            "capacity": "50000.00",
            "valid_until": "2026-12-31",
            "evidence": PAPER,
        },
    ),
    (
        "guarantee.give",
        {
            "guarantee_id": "G1",
            "guarantor_id": "C1",
            "borrower_id": "C2",
            "amount": "20000.00",
            "mode": "joint",
            "clause": "agreed_period",
            "period_months": 36,
        },
    ),
)
REQUEST: Final[Fields] = {
    **D1,
    **L1,
    "loan_id": "N1",
    "amount": "40000.00",
    "payment": "mixed_payment",
    "payees": [SELLER],
    "evidence": PAPER,
}
MEET: Final[Fields] = {**D1, "condition_id": "1", "evidence": PAPER}
RELEASE: Final[Fields] = {**D1, "value_date": "2026-03-02", "reference": "PAY-1"}


def approved(system: System) -> None:
    """Conclude, review and approve the application, under a limit, against a house of C1's."""
    wang = system.bus("wang")
    investigated(wang)
    wang.run("rating.rate_customer", RATE)
    wang.run("investigation.conclude", CONCLUDE)
    (report,) = wang.read("investigation_report", A1).rows
    for one in ("wang", "wu"):
        signed = {**A1, "report": report["report"]}
        system.bus(one).run("investigation.sign_report", signed)
    system.bus("zhou").run("mandate.grant", MANDATE)
    system.bus("zhou").run("policy.record_capital", CAPITAL)
    system.bus("feng").run("facility.grant_maximum", LIMIT)
    system.bus("zheng").run("approval.review", REVIEW)
    system.bus("feng").run("approval.approve", APPROVE)
    wang.run("customer.register", ZHANG)
    for actor, name, fields in HOUSE:
        system.bus(actor).run(name, fields)
    for name, fields in person(("lu", "vault_keeper", "VAULT", "junior"), TODAY):
        system.bus("zhou").run(name, fields)


def sign(system: System, contract_id: str, *parties: str) -> None:
    """Check, print and sign a contract that was drafted."""
    jiang, one = system.bus("jiang"), {"contract_id": contract_id}
    jiang.run("contract.check", one)
    jiang.run("contract.print", {**one, "copies": 3})
    (text,) = jiang.read("contract_text", one).rows
    signing = {
        **one,
        "signed_on": "2026-03-02",
        "text_digest": text["digest"],
        "way": "in_presence",
        "signatures": [
            {"customer_id": party, "kind": "fingerprint", "shown": PAPER} for party in parties
        ],
        "witnesses": ["jiang"],
    }
    system.bus("wang").run("contract.sign", signing)


def contracted(system: System) -> None:
    """Draft and sign the contract and the mortgage, and register and keep the house."""
    wang = system.bus("wang")
    wang.run("contract.draft_loan", DRAFT)
    wang.run("contract.draft_security", DRAFT_MORTGAGE)
    sign(system, "M1", "C1")
    sign(system, "L1", "C2")
    bound = {"collateral_id": "K1", "contract_id": "M1", "amount": "50000.00"}
    wang.run("collateral.bind", bound)
    wang.run("collateral.record_registration", REGISTERED)
    system.bus("han").run("collateral.put_in_vault", IN_VAULT)


def paid(system: System) -> None:
    """Request, check and pay a drawdown."""
    system.bus("wang").run("drawdown.request", REQUEST)
    system.bus("wang").run("drawdown.meet_condition", MEET)
    system.bus("shen").run("drawdown.check", D1)
    system.bus("shen").run("drawdown.release", RELEASE)


def guaranteed(system: System) -> None:
    """Assess C1 as a guarantor, and take a guarantee of theirs for C2."""
    for name, fields in GUARANTEE:
        system.bus("wang").run(name, fields)


@contextmanager
def bank_with_an_approval() -> Iterator[System]:
    """Yield a bank where a household's credit is approved against a mortgage."""
    with bank_with_an_application() as system:
        approved(system)
        yield system


def refused(bank: System, rule: Rule, actor: str, command: str, /, **fields: Any) -> dict[str, Any]:
    """Expect a refusal by a rule; return what it says was found."""
    facts: dict[str, Any] = {}

    def send() -> None:
        try:
            bank.bus(actor).run(command, fields)
        except Exception as refusal:
            facts.update(getattr(refusal, "facts", {}))
            raise

    requiring(send).then_refused(rule)
    return facts


def row(bank: System, view: str, **query: str) -> dict[str, Any]:
    """Return the only row of a view."""
    (found,) = bank.bus("wang").read(view, query).rows
    return dict(found)


def later(bank: System, day: int) -> None:
    """Let time pass until a day of March 2026."""
    assert isinstance(bank.clock, HandClock)
    bank.clock.set(datetime(2026, 3, day, 1, tzinfo=UTC))
