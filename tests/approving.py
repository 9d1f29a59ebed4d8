"""The household's application on its way from the report to a decision."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from adapters.settings import Settings
from adapters.system import System
from tests import credit_file
from tests.credit_file import A1, CONCLUDE, PAPER, RATE, TERMS
from tests.department import DIGEST

YEAR: Final = {"since": "2026-03-02", "until": "2026-12-31"}
CAPITAL: Final = {
    "as_of": "2025-12-31",
    "net_capital": "800000000.00",
    "net_tier1": "700000000.00",
    "source": "Return of 2025 Q4",
}
ALONE: Final = {
    "mandate_id": "M1",
    "post": "approver",
    "unit_id": "CREDIT",
    "scope": {"amount_max": "80000.00"},
    "delegable": True,
    "authority": "Board 2026-2",
    "document": DIGEST,
    **YEAR,
}
TOGETHER: Final = {
    "mandate_id": "M9",
    "unit_id": "COMMITTEE",
    "scope": {"amount_max": "1000000.00"},
    "authority": "Board 2026-2",
    "document": DIGEST,
    **YEAR,
}
LIMIT: Final = {"facility_id": "C2", "limit": "80000.00", "mandate_id": "M1", **YEAR}
REVIEW: Final[dict[str, Any]] = {
    **A1,
    "verdict": "pass_on",
    "comment": "papers agree with the fields",
    "signed": PAPER,
}
PROPOSED: Final[dict[str, Any]] = {
    **A1,
    "terms": TERMS,
    "conditions": [{"condition_id": "1", "kind": "precedent", "says": "insure the crop"}],
    "facility_id": "C2",
}
APPROVE: Final = {**PROPOSED, "mandate_id": "M1"}
MOTION: Final = {**PROPOSED, "mandate_id": "M9", "committee_id": "COMMITTEE"}
DECIDING: Final = {**A1, "committee_id": "COMMITTEE"}
RESOLVE: Final = {**DECIDING, "mandate_id": "M9", "minutes": PAPER}


def empowered(system: System) -> None:
    """Record capital, grant the mandates and the customer's limit."""
    system.bus("zhou").run("policy.record_capital", CAPITAL)
    system.bus("sun").run("mandate.grant", ALONE)
    system.bus("sun").run("mandate.grant", TOGETHER)
    system.bus("feng").run("facility.grant_maximum", LIMIT)


def reported(system: System) -> None:
    """Investigate, rate, conclude and sign."""
    wang = system.bus("wang")
    credit_file.investigated(wang)
    wang.run("rating.rate_customer", RATE)
    wang.run("investigation.conclude", CONCLUDE)
    (report,) = wang.read("investigation_report", A1).rows
    for name in ("wang", "wu"):
        system.bus(name).run("investigation.sign_report", {**A1, "report": report["report"]})


@contextmanager
def bank_with_a_report(settings: Settings = credit_file.IN_MEMORY) -> Iterator[System]:
    """Yield a bank with the household's report signed, mandates granted and a limit open."""
    with credit_file.bank_with_an_application(settings) as system:
        reported(system)
        empowered(system)
        yield system


def approved(system: System) -> None:
    """Review the file and approve the credit."""
    system.bus("zheng").run("approval.review", REVIEW)
    system.bus("feng").run("approval.approve", APPROVE)
