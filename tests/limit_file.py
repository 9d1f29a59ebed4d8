"""Limits of a household as its officers grant and use them, up to money paid out."""

from typing import Any, Final

from attrs import frozen

from adapters.bus import Outcome, Page
from adapters.system import System
from tests import credit_file
from tests.credit_file import A1, CONCLUDE, PAPER, RATE, TERMS
from tests.village import LI, NUMBERS

Fields = dict[str, Any]
LETTER: Final = {"authority": "Board 2026-1", "document": PAPER}
TERM: Final = {"since": "2026-03-02", "until": "2028-03-01"}
# The second household, before it asks for anything.
NEIGHBOUR: Final[Fields] = {
    **LI,
    "customer_id": "C4",
    "document": {**LI["document"], "number": NUMBERS[0]},
}
CAPITAL: Final[Fields] = {
    "as_of": "2025-12-31",
    "net_capital": "1000000.00",
    "net_tier1": "900000.00",
    "source": "Return of 2025 Q4",
}
MAXIMUM: Final[Fields] = {"facility_id": "C2", "limit": "60000.00", "mandate_id": "M1", **TERM}
SPECIMEN: Final[Fields] = {
    "customer_id": "C2",
    "seal": "fingerprint",
    "digest": PAPER,
    "since": "2026-03-02",
}
DRAFT: Final[Fields] = {
    "contract_id": "K1",
    "application_id": "A1",
    "terms": TERMS,
    "due_day": 20,
    "breach_terms": [{"breach": "late_payment", "cure_days": 10, "remedies": ["call_in"]}],
}
REQUEST: Final[Fields] = {
    "drawdown_id": "D1",
    "contract_id": "K1",
    "loan_id": "L1",
    "amount": "50000.00",
    "payment": "self_payment",
    "payees": [],
    "evidence": PAPER,
}
RELEASE: Final = {"drawdown_id": "D1", "value_date": "2026-03-02", "reference": "PAY-1"}


def may_grant(system: Any) -> None:
    """Record the capital, and give the approvers a mandate; rate the household."""
    system.bus("zhou").run("policy.record_capital", CAPITAL)
    mandate = {"mandate_id": "M1", "post": "approver", "unit_id": "CREDIT", **LETTER, **TERM}
    scope = {"amount_max": "500000.00"}
    system.bus("sun").run("mandate.grant", {**mandate, "scope": scope})
    system.bus("wang").run("rating.rate_customer", RATE)


def concluded(system: Any) -> None:
    """Investigate the application and sign the report."""
    wang = system.bus("wang")
    credit_file.investigated(wang)
    wang.run("investigation.conclude", CONCLUDE)
    (report,) = wang.read("investigation_report", A1).rows
    for investigator in ("wang", "wu"):
        signed = {**A1, "report": report["report"]}
        system.bus(investigator).run("investigation.sign_report", signed)


def approved(system: Any) -> None:
    """Review the application and approve it under the household's limit."""
    review = {**A1, "verdict": "pass_on", "comment": "in order", "signed": PAPER}
    system.bus("zheng").run("approval.review", review)
    approve = {**A1, "mandate_id": "M1", "terms": TERMS, "facility_id": "C2"}
    system.bus("feng").run("approval.approve", approve)


def signed(system: Any) -> None:
    """Draft, check, print and sign the contract."""
    wang, jiang = system.bus("wang"), system.bus("jiang")
    wang.run("relationship.keep_specimen", SPECIMEN)
    wang.run("contract.draft_loan", DRAFT)
    jiang.run("contract.check", {"contract_id": "K1"})
    jiang.run("contract.print", {"contract_id": "K1", "copies": 2})
    (row,) = wang.read("contracts", {"contract_id": "K1"}).rows
    sign = {
        "contract_id": "K1",
        "signed_on": "2026-03-02",
        "text_digest": row["digest"],
        "way": "in_presence",
        "signatures": [{"customer_id": "C2", "kind": "fingerprint", "shown": PAPER}],
        "witnesses": ["wang", "jiang"],
    }
    wang.run("contract.sign", sign)


def paid_out(system: Any) -> None:
    """Ask for the money, check and pay it out."""
    system.bus("wang").run("drawdown.request", REQUEST)
    system.bus("shen").run("drawdown.check", {"drawdown_id": "D1"})
    system.bus("shen").run("drawdown.release", RELEASE)


# A second household with a file of its own: what its things are called.
RENAMED: Final = {"A1": "A2", "C2": "C4", "K1": "K2", "D1": "D2", "L1": "L2", "PAY-1": "PAY-2"}


@frozen
class Neighbour:
    """The bank as its officers use it for the second household: the same, under other numbers."""

    system: System
    actor: str = ""

    def bus(self, actor: str) -> "Neighbour":
        """Return the bus of an officer."""
        return Neighbour(self.system, actor)

    def run(self, name: str, fields: Fields) -> Outcome:
        """Run a command on the second household's things."""
        return self.system.bus(self.actor).run(name, renamed(fields))

    def read(self, view: str, query: Fields) -> Page:
        """Ask about the second household's things."""
        return self.system.bus(self.actor).read(view, renamed(query))


def renamed(value: Any) -> Any:
    """Return a value with the second household's numbers in it."""
    if isinstance(value, dict):
        return {name: renamed(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [renamed(inner) for inner in value]
    return RENAMED.get(value, value) if isinstance(value, str) else value
