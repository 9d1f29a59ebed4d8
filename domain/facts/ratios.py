"""Ratios of financial statements, exactly; shown with four decimals, rounded half up.

A quotient over nought, or of a line that is not stated, is None: not defined.

Source: 财政部 企业经济效益评价指标体系（试行） (1995): profit on sales and on assets, debt to
assets, current and quick ratio, receivables turnover over the mean of opening and closing
balance.  Flows of less than a year are scaled to twelve months.  Growth is over the same months
a year earlier.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from attrs import frozen

from domain.claim import Rounding, rounded
from domain.facts.statement import BalanceSheet, Statement, StatementLines, Statements
from domain.money import Money

PLACES: Final = 4


class Ratio(StrEnum):
    """The ratios that a statement is read by."""

    DEBT_TO_ASSET = "debt_to_asset"
    CURRENT_RATIO = "current_ratio"
    QUICK_RATIO = "quick_ratio"
    RECEIVABLES_TURNOVER = "receivables_turnover"
    RETURN_ON_SALES = "return_on_sales"
    RETURN_ON_ASSETS = "return_on_assets"
    EQUITY_GROWTH = "equity_growth"
    INCOME_GROWTH = "income_growth"
    EXPENSE_GROWTH = "expense_growth"
    PROFIT_GROWTH = "profit_growth"


class Trend(StrEnum):
    """Where figures of several periods go."""

    RISING = "rising"
    FALLING = "falling"
    STEADY = "steady"
    UNSTEADY = "unsteady"  # Up and down.
    UNKNOWN = "unknown"  # Of fewer than two periods.


@frozen(kw_only=True)
class _Read:
    """A statement with what it is read against."""

    now: StatementLines
    yearly: Fraction  # What flows are multiplied by to be those of twelve months.
    opening: BalanceSheet | None
    before: StatementLines | None


def ratios_of(statement: Statement, of: Statements) -> Mapping[Ratio, Fraction | None]:
    """Return the ratios of a statement, read among the customer's others."""
    before = of.year_before(statement)
    read = _Read(
        now=statement.statement_lines,
        yearly=Fraction(12, statement.months or 12),
        opening=of.opening(statement),
        before=before.statement_lines if before else None,
    )
    return {ratio: _FORMULAE[ratio](read) for ratio in Ratio}


def trend(values: Sequence[Fraction | None]) -> Trend:
    """Return where values go, the oldest first; those not defined are passed over."""
    known = [value for value in values if value is not None]
    steps = {(b > a) - (b < a) for a, b in pairwise(known)}
    if not steps:
        return Trend.UNKNOWN
    if steps == {0}:
        return Trend.STEADY
    steps -= {0}
    if len(steps) > 1:
        return Trend.UNSTEADY
    return Trend.RISING if steps == {1} else Trend.FALLING


def shown(value: Fraction, places: int = PLACES) -> str:
    """Return a value with so many decimals, rounded half up."""
    whole = rounded(value.numerator * 10**places, value.denominator, Rounding.HALF_UP)
    sign, digits = "-" if whole < 0 else "", f"{abs(whole):0{places + 1}d}"
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def expense_of(lines: StatementLines) -> int:
    """Return all that a period cost before income tax, in fen."""
    income = lines.income_statement
    return fen(income.cost_of_sales) + fen(income.operating_expenses) + fen(income.interest_expense)


def fen(line: Money | None) -> int:
    """Return a line in fen; nought where it is not stated."""
    return line.fen if line else 0


def _over(over: Fraction | int, of: Fraction | int) -> Fraction | None:
    return Fraction(over) / of if of else None


def _mean(read: _Read, line: Callable[[BalanceSheet], int]) -> Fraction:
    closing = line(read.now.balance_sheet)
    return Fraction(closing + line(read.opening), 2) if read.opening else Fraction(closing)


def _growth(read: _Read, line: Callable[[StatementLines], int]) -> Fraction | None:
    """Return growth over the year before; None where that was nought or less."""
    if read.before is None or (was := line(read.before)) <= 0:
        return None
    return Fraction(line(read.now) - was, was)


def _quick_assets(sheet: BalanceSheet) -> int:
    return sheet.current_assets.fen - fen(sheet.inventory)


_FORMULAE: Final[Mapping[Ratio, Callable[[_Read], Fraction | None]]] = {
    Ratio.DEBT_TO_ASSET: lambda r: _over(
        r.now.balance_sheet.total_liabilities.fen, r.now.balance_sheet.total_assets.fen
    ),
    Ratio.CURRENT_RATIO: lambda r: _over(
        r.now.balance_sheet.current_assets.fen, r.now.balance_sheet.current_liabilities.fen
    ),
    Ratio.QUICK_RATIO: lambda r: _over(
        _quick_assets(r.now.balance_sheet), r.now.balance_sheet.current_liabilities.fen
    ),
    Ratio.RECEIVABLES_TURNOVER: lambda r: _over(
        r.now.income_statement.revenue.fen * r.yearly,
        _mean(r, lambda sheet: fen(sheet.receivables)),
    ),
    Ratio.RETURN_ON_SALES: lambda r: _over(
        r.now.income_statement.profit_total.fen, r.now.income_statement.revenue.fen
    ),
    Ratio.RETURN_ON_ASSETS: lambda r: _over(
        r.now.income_statement.profit_total.fen * r.yearly,
        _mean(r, lambda sheet: sheet.total_assets.fen),
    ),
    Ratio.EQUITY_GROWTH: lambda r: _growth(r, lambda f: f.balance_sheet.equity.fen),
    Ratio.INCOME_GROWTH: lambda r: _growth(r, lambda f: f.income_statement.revenue.fen),
    Ratio.EXPENSE_GROWTH: lambda r: _growth(r, expense_of),
    Ratio.PROFIT_GROWTH: lambda r: _growth(r, lambda f: f.income_statement.profit_total.fen),
}

# How each is reckoned, in words, beside its figures.
SAYS: Final[Mapping[Ratio, str]] = {
    Ratio.DEBT_TO_ASSET: "负债总额 ÷ 资产总额",
    Ratio.CURRENT_RATIO: "流动资产 ÷ 流动负债",
    Ratio.QUICK_RATIO: "（流动资产 − 存货） ÷ 流动负债",
    Ratio.RECEIVABLES_TURNOVER: "营业收入（折年） ÷ 应收账款平均余额",
    Ratio.RETURN_ON_SALES: "利润总额 ÷ 营业收入",
    Ratio.RETURN_ON_ASSETS: "利润总额（折年） ÷ 资产平均总额",
    Ratio.EQUITY_GROWTH: "（本期所有者权益 − 上年同期） ÷ 上年同期",
    Ratio.INCOME_GROWTH: "（本期营业收入 − 上年同期） ÷ 上年同期",
    Ratio.EXPENSE_GROWTH: "（本期成本费用 − 上年同期） ÷ 上年同期",
    Ratio.PROFIT_GROWTH: "（本期利润总额 − 上年同期） ÷ 上年同期",
}
SOURCE: Final = "财政部 企业经济效益评价指标体系（试行） (1995)"
