"""Statements of an enterprise, year by year, and who spreads them."""

from datetime import date
from typing import Any, Final

from attrs import evolve

from domain.decider import Decider
from domain.facts.staff import Post
from domain.facts.statement import (
    BalanceSheet,
    CashFlow,
    IncomeStatement,
    Preparation,
    StatementLines,
)
from domain.financial_statement import FINANCIAL_STATEMENT
from domain.financial_statement.commands import (
    RecordFinancialStatement,
    RestateFinancialStatement,
)
from domain.kinds import CustomerKind
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.staffing import member
from tests.specs import Given, given

TODAY: Final = date(2026, 3, 2)
FIRM: Final = Party("E1", Standing.ACTIVE, CustomerKind.ENTERPRISE)
OFFICER: Final = member("wang", Post.RELATIONSHIP_MANAGER)
DIGEST: Final = "sha256:" + "1" * 64
OTHER_DIGEST: Final = "sha256:" + "2" * 64
DECIDER: Final[Decider[Any, Any, Any]] = FINANCIAL_STATEMENT


def yuan(amount: int) -> Money:
    """Return whole yuan."""
    return Money(100 * amount)


LINES: Final = StatementLines(
    balance_sheet=BalanceSheet(
        cash=yuan(200_000),
        receivables=yuan(300_000),
        inventory=yuan(500_000),
        current_assets=yuan(1_000_000),
        fixed_assets=yuan(1_000_000),
        total_assets=yuan(2_000_000),
        short_term_debts=yuan(400_000),
        payables=yuan(100_000),
        current_liabilities=yuan(500_000),
        long_term_debts=yuan(300_000),
        total_liabilities=yuan(800_000),
        paid_in_capital=yuan(1_000_000),
        retained_earnings=yuan(200_000),
        equity=yuan(1_200_000),
    ),
    income_statement=IncomeStatement(
        revenue=yuan(3_000_000),
        cost_of_sales=yuan(2_400_000),
        operating_expenses=yuan(250_000),
        interest_expense=yuan(50_000),
        profit_total=yuan(300_000),
        income_tax=yuan(75_000),
        net_profit=yuan(225_000),
    ),
    cash_flow=CashFlow(
        cash_opening=yuan(150_000),
        operating_inflow=yuan(3_100_000),
        operating_outflow=yuan(2_900_000),
        investing_net=yuan(-200_000),
        financing_net=yuan(50_000),
        cash_closing=yuan(200_000),
    ),
    average_cash=yuan(180_000),
    overdrafts=0,
)
SPREAD: Final = RecordFinancialStatement(
    customer_id="E1",
    period_start=date(2025, 1, 1),
    as_of=date(2025, 12, 31),
    prepared=Preparation.AUDITED,
    digest=DIGEST,
    statement_lines=LINES,
    party=FIRM,
    actor="wang",
    staff=OFFICER,
    book=None,
    today=TODAY,
)
RESTATE: Final = RestateFinancialStatement(
    customer_id="E1",
    period_start=date(2025, 1, 1),
    as_of=date(2025, 12, 31),
    prepared=Preparation.AUDITED,
    digest=OTHER_DIGEST,
    statement_lines=evolve(LINES, overdrafts=1),
    reason="the auditor corrected it",
    party=FIRM,
    actor="wang",
    staff=OFFICER,
    book=None,
    today=TODAY,
)


def of_year(year: int, lines: StatementLines = LINES) -> RecordFinancialStatement:
    """Return the statement of a year."""
    return evolve(
        SPREAD,
        period_start=date(year, 1, 1),
        as_of=date(year, 12, 31),
        statement_lines=lines,
        digest=f"sha256:{year:064d}",
    )


def sheet(**lines: Any) -> StatementLines:
    """Return the lines with some of the balance sheet changed."""
    return evolve(LINES, balance_sheet=evolve(LINES.balance_sheet, **lines))


def income(**lines: Any) -> StatementLines:
    """Return the lines with some of the income statement changed."""
    return evolve(LINES, income_statement=evolve(LINES.income_statement, **lines))


def after(*commands: Any) -> Given:
    """Return the history that commands lead to."""
    past: list[Any] = []
    for command in commands:
        past += DECIDER.decide(command, DECIDER.fold(past))
    return given(DECIDER, *past)
