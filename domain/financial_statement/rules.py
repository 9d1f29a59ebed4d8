"""The rules of financial statements."""

from typing import Final

from domain.rules import Rule

_ACCOUNTS: Final = "会计法 第13条, 企业会计准则第30号: statements are true, whole and add up"
_SPREADING: Final = "Credit manual of the institution: spreading of statements (财务报表录入)"

STATES_A_CUSTOMER: Final = Rule(
    "FINS-001", "Statements are recorded of a customer with whom business is done.", _SPREADING
)
PERIOD_IS_WHOLE_MONTHS: Final = Rule(
    "FINS-002",
    "A statement covers one to twelve whole months, the last of which has ended.",
    _ACCOUNTS,
)
ONE_STATEMENT_A_PERIOD: Final = Rule(
    "FINS-003", "A period is stated once; other lines for it are a restatement.", _SPREADING
)
PERIOD_WAS_STATED: Final = Rule(
    "FINS-004", "A period is restated that was stated before.", _SPREADING
)
ITEMS_ADD_UP: Final = Rule(
    "FINS-005",
    "Assets are debts and equity, and each sum is the sum of its lines; where the document itself"
    " contradicts, it is recorded as such.",
    _ACCOUNTS,
)
LINES_ARE_NOT_NEGATIVE: Final = Rule(
    "FINS-006", "What is owned, owed, sold or spent is not less than nought.", _ACCOUNTS
)
LINES_HAVE_ONE_CURRENCY: Final = Rule(
    "FINS-007", "All lines of a statement are in one currency.", _ACCOUNTS
)
CASH_HOLDS: Final = Rule(
    "FINS-008",
    "Average cash does not fall while accounts are often overdrawn.",
    "Credit manual of the institution: trend of average cash (现金资产月均趋势)",
)
