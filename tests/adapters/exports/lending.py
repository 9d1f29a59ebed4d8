"""A village bank that lends, for exports: persons and an enterprise, in and out of order."""

from typing import Any, Final

from adapters.system import System
from tests.village import AGREE, DISBURSE, LI, PRODUCT, ZHANG, repay

FIRM: Final[dict[str, Any]] = {
    "customer_id": "C3",
    "kind": "enterprise",
    "name": "清河粮油有限公司",
    "document": {"kind": "unified_social_credit_code", "number": "91350211M000100Y46"},
    "phone": "0592-6666666",
    "since": "2025-01-02",
}
TERMS: Final = {
    **PRODUCT["terms"],
    "customer_kinds": ["natural_person", "farm_household", "enterprise"],
}


def lend_out(system: System) -> None:
    """Register three customers, lend to two of them, and receive a payment."""
    bus = system.bus("zhao", "B01")
    for customer in (ZHANG, LI, FIRM):
        bus.run("customer.register", customer)
    bus.run("product.define", {**PRODUCT, "terms": TERMS})
    for loan, borrower in (("L1", "C1"), ("L2", "C3")):
        bus.run("loan.agree", {**AGREE, "loan_id": loan, "customer_id": borrower})
        bus.run("loan.disburse", {**DISBURSE, "loan_id": loan, "reference": f"PAY-{loan}"})
    bus.run("loan.record_repayment", repay("R1", "1033.00", "2025-02-02"))
