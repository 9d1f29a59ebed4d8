"""What a credit file stands on: a firm's statements, a scorecard, and a house as collateral."""

from typing import Final

from tests.credit_file import A1, PAPER, Fields

ORIGIN: Final[Fields] = {"system": "former", "reference": "customers.csv:1"}
SCORECARD: Final[Fields] = {
    "scorecard_id": "farm-household",
    "title": "农户评分卡",
    "customer_kinds": ["farm_household"],
    "characteristics": [
        {
            "name": "net_income",
            "zh": "纯收入",
            "en": "net income",
            "points_max": 100,
            "looks_at": "net_income",
            "bands": [
                {"low": None, "high": "50000", "points": 0},
                {"low": "50000", "high": None, "points": 100},
            ],
        }
    ],
    "grades": [{"grade": "A", "points_min": 50}, {"grade": "B", "points_min": 0}],
    "since": "2026-07-01",
    "source": "Board 2026-3",
}
OVERRIDE: Final[Fields] = {
    "customer_id": "C2",
    "grade": "A",
    "reason": "flood this spring",
    "digest": PAPER,
}
# By whom, and what: one registers what another values.
COLLATERAL: Final[tuple[tuple[str, str, Fields], ...]] = (
    (
        "wang",
        "collateral.register",
        {
            "collateral_id": "K1",
            "kind": "residential_property",
            "owner_id": "C2",
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
            "valuation": "80000.00",
            "valued_on": "2026-03-02",
            "report": PAPER,
        },
    ),
)
SECURITY: Final[Fields] = {
    **A1,
    "stream": "collateral-K1",
    "eligible": True,
    "undisputed": True,
    "says": "owned by the household",
    "evidence": [PAPER],
    "on": "2026-03-02",
}


def statement(year: int) -> Fields:
    """Return what a firm's statement says of a year; its cash falls, and it overdraws."""
    return {
        "customer_id": "E1",
        "period_start": f"{year}-01-01",
        "as_of": f"{year}-12-31",
        "prepared": "management",
        "digest": PAPER,
        "statement_lines": {
            "balance_sheet": {
                "cash": "200000.00",
                "receivables": "300000.00",
                "inventory": "500000.00",
                "current_assets": "1000000.00",
                "fixed_assets": "1000000.00",
                "total_assets": "2000000.00",
                "short_term_debts": "500000.00",
                "current_liabilities": "500000.00",
                "long_term_debts": "300000.00",
                "total_liabilities": "800000.00",
                "equity": "1200000.00",
            },
            "income_statement": {
                "revenue": "3000000.00",
                "cost_of_sales": "2400000.00",
                "operating_expenses": "250000.00",
                "interest_expense": "50000.00",
                "profit_total": "300000.00",
                "income_tax": "75000.00",
                "net_profit": "225000.00",
            },
            "average_cash": "180000.00" if year < 2025 else "90000.00",
            "overdrafts": 0 if year < 2025 else 4,
        },
    }
