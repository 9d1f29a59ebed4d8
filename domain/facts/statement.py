"""What is known of a customer's financial statements, period by period.

Source: 企业会计准则第30号 (balance sheet, income statement, cash flow), cut down to the lines that
credit work reads; a trader's simple accounts fill the few lines that they have.
"""

from datetime import date, timedelta
from enum import StrEnum

from attrs import frozen

from domain.ids import Count, CustomerId
from domain.money import Money


class Preparation(StrEnum):
    """Who stands for a statement."""

    AUDITED = "audited"
    MANAGEMENT = "management"  # As the customer keeps it.
    ESTIMATED = "estimated"  # By who investigates, from stock, flows and bills.


@frozen(kw_only=True)
class BalanceSheet:
    """What is owned and owed at the end of a period; a line that is None is nought."""

    cash: Money | None = None
    receivables: Money | None = None
    inventory: Money | None = None
    other_current_assets: Money | None = None
    current_assets: Money
    fixed_assets: Money | None = None
    other_assets: Money | None = None
    total_assets: Money
    short_term_debts: Money | None = None
    payables: Money | None = None
    other_current_liabilities: Money | None = None
    current_liabilities: Money
    long_term_debts: Money | None = None
    other_liabilities: Money | None = None
    total_liabilities: Money
    paid_in_capital: Money | None = None
    retained_earnings: Money | None = None
    equity: Money


@frozen(kw_only=True)
class IncomeStatement:
    """What a period brought in and cost; a line that is None is nought."""

    revenue: Money
    cost_of_sales: Money | None = None
    operating_expenses: Money | None = None  # Selling, administration, and taxes on sales.
    interest_expense: Money | None = None
    other_gains: Money | None = None  # Less than nought: losses.
    profit_total: Money  # Before income tax.
    income_tax: Money | None = None
    net_profit: Money


@frozen(kw_only=True)
class CashFlow:
    """Where cash came from in a period; less than nought: where it went."""

    cash_opening: Money
    operating_inflow: Money
    operating_outflow: Money
    investing_net: Money | None = None
    financing_net: Money | None = None
    cash_closing: Money


@frozen(kw_only=True)
class StatementLines:
    """The lines of a statement, all in one currency."""

    balance_sheet: BalanceSheet
    income_statement: IncomeStatement
    cash_flow: CashFlow | None = None
    average_cash: Money | None = None  # The mean of the months' average balances of accounts.
    overdrafts: Count | None = None  # Times that an account was overdrawn in the period.


@frozen(kw_only=True)
class Statement:
    """What is stated of a period, its first and last day included."""

    period_start: date
    as_of: date
    prepared: Preparation
    statement_lines: StatementLines

    @property
    def months(self) -> int:
        """The whole months of the period."""
        return months_of(self.period_start, self.as_of)


@frozen(kw_only=True)
class Statements:
    """The statements of a customer as they stand now, by their last day."""

    customer_id: CustomerId
    by_period: tuple[Statement, ...]

    @property
    def newest(self) -> Statement | None:
        """The last statement of a whole year, else the last of all; None without any."""
        years = [one for one in self.by_period if one.months == 12]
        return next(iter([*years[::-1], *self.by_period[::-1]]), None)

    def year_before(self, of: Statement) -> Statement | None:
        """Return the statement of the same months a year earlier; None where there is none."""
        return next(
            (
                one
                for one in self.by_period
                if one.months == of.months
                and (one.as_of.year + 1, one.as_of.month) == (of.as_of.year, of.as_of.month)
            ),
            None,
        )

    def opening(self, of: Statement) -> BalanceSheet | None:
        """Return the balance sheet of the day before a period; None where none is stated."""
        eve = of.period_start - timedelta(days=1)
        return next(
            (s.statement_lines.balance_sheet for s in self.by_period if s.as_of == eve), None
        )


def months_of(start: date, end: date) -> int:
    """Return the months from the first day of one to the last day of another; 0 for other days."""
    after = end + timedelta(days=1)
    whole = start.day == 1 and after.day == 1
    return 12 * (after.year - start.year) + after.month - start.month if whole else 0
