"""Commands as callers send them, for a village bank with one product."""

from typing import Any, Final

from adapters.bus import Bus

OPEN: Final[dict[str, Any]] = {
    "log_id": "main",
    "institution": "Qinghe Village Bank",
    "log_name": "qinghe.example/audit",
    "time_zone": "Asia/Shanghai",
    "currency": "CNY",
}
NUMBERS: Final = ("11010519491231002X", "440524188001010014", "110105198001010010")
ZHANG: Final[dict[str, Any]] = {
    "customer_id": "C1",
    "kind": "natural_person",
    "name": "张三",
    "document": {"kind": "resident_identity_card", "number": NUMBERS[0]},
    "phone": "13800138000",
    "address": "清河村一组",
    "since": "2025-01-02",
}
LI: Final[dict[str, Any]] = {
    "customer_id": "C2",
    "kind": "farm_household",
    "name": "李四",
    "document": {"kind": "resident_identity_card", "number": NUMBERS[1]},
    "phone": "13900139000",
    "since": "2025-01-02",
}
PRODUCT: Final[dict[str, Any]] = {
    "product_id": "P1",
    "title": "农户小额贷款",
    "terms": {
        "amount_min": "1000.00",
        "amount_max": "500000.00",
        "instalments_max": 36,
        "rate_min": "3%",
        "rate_max": "12%",
        "methods": ["equal_instalment", "equal_principal", "interest_only"],
        "customer_kinds": ["natural_person", "farm_household"],
        "documents": ["loan_contract"],
    },
    "since": "2025-01-01",
    "source": "Loan committee 2025-1",
}
AGREE: Final[dict[str, Any]] = {
    "loan_id": "L1",
    "customer_id": "C1",
    "product_id": "P1",
    "amount": "12000.00",
    "rate_yearly": "6%",
    "method": "equal_instalment",
    "instalments": 12,
    "due_day": 2,
    "signed_on": "2025-01-02",
}
DISBURSE: Final[dict[str, Any]] = {
    "loan_id": "L1",
    "amount": "12000.00",
    "value_date": "2025-01-02",
    "reference": "PAY-1",
}
QUOTE: Final[dict[str, Any]] = {
    "benchmark_id": "LPR",
    "tenor_months": 12,
    "published_on": "2024-12-20",
    "rate_yearly": "3.10%",
    "source": "National Interbank Funding Center",
}


def repay(no: str, amount: str, value_date: str) -> dict[str, Any]:
    """Return a receipt for the loan."""
    return {"loan_id": "L1", "receipt_no": no, "amount": amount, "value_date": value_date}


def lend(bus: Bus) -> None:
    """Register a customer and lend 12,000.00 yuan for a year."""
    bus.run("customer.register", ZHANG)
    bus.run("product.define", PRODUCT)
    bus.run("loan.agree", AGREE)
    bus.run("loan.disburse", DISBURSE)
