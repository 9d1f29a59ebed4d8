"""Whether the lines of a statement add up, and what they warn of.

Source: 会计法 第13条; the rules of this folder, each with its own.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import attrs
from attrs import frozen

from domain.facts.policy import Setting
from domain.facts.statement import Statement, StatementLines
from domain.financial_statement.rules import (
    CASH_HOLDS,
    ITEMS_ADD_UP,
    LINES_ARE_NOT_NEGATIVE,
    LINES_HAVE_ONE_CURRENCY,
)
from domain.money import Money
from domain.origin import Finding


@frozen
class _Sum:
    """A line that is the sum of others, less some."""

    total: str
    of: tuple[str, ...]
    less: tuple[str, ...] = ()


_SUMS: Final = (
    _Sum("current_assets", ("cash", "receivables", "inventory", "other_current_assets")),
    _Sum("total_assets", ("current_assets", "fixed_assets", "other_assets")),
    _Sum(
        "current_liabilities",
        ("short_term_debts", "payables", "other_current_liabilities"),
    ),
    _Sum("total_liabilities", ("current_liabilities", "long_term_debts", "other_liabilities")),
    _Sum("total_assets", ("total_liabilities", "equity")),
    _Sum(
        "profit_total",
        ("revenue", "other_gains"),
        ("cost_of_sales", "operating_expenses", "interest_expense"),
    ),
    _Sum("net_profit", ("profit_total",), ("income_tax",)),
    _Sum(
        "cash_closing",
        ("cash_opening", "operating_inflow", "investing_net", "financing_net"),
        ("operating_outflow",),
    ),
)
_CAPITAL: Final = _Sum("equity", ("paid_in_capital", "retained_earnings"))
_SIGNED: Final = frozenset(
    (
        *("equity", "retained_earnings", "other_gains", "profit_total", "income_tax"),
        *("net_profit", "investing_net", "financing_net", "average_cash"),
    )
)


def require_lines(lines: StatementLines) -> None:
    """Raise Refused where lines are in several currencies, or less than nought."""
    stated = _by_name(lines)
    currencies = sorted({line.currency for line in stated.values()})
    LINES_HAVE_ONE_CURRENCY.require(len(currencies) == 1, currencies=", ".join(currencies))
    for name, line in stated.items():
        LINES_ARE_NOT_NEGATIVE.require(line.fen >= 0 or name in _SIGNED, item=name, amount=line)


def contradictions(lines: StatementLines) -> tuple[Finding, ...]:
    """Return each sum that is not that of its lines."""
    stated = _by_name(lines)
    split = any(name in stated for name in _CAPITAL.of)
    sums = [one for one in (*_SUMS, _CAPITAL) if one.total in stated and (one != _CAPITAL or split)]
    found = [_weighed(one, stated) for one in sums]
    cash = stated.get("cash", Money.zero(stated["total_assets"].currency))
    if (closing := stated.get("cash_closing")) not in (None, cash):
        found.append(_finding("cash", cash, closing))
    return tuple(finding for finding in found if finding)


def warnings(now: Statement, before: Statement | None, often: Setting) -> tuple[Finding, ...]:
    """Return a finding where average cash fell and accounts were often overdrawn.

    Source: Credit manual of the institution: trend of average cash (现金资产月均趋势).
    """
    average, overdrafts = now.statement_lines.average_cash, now.statement_lines.overdrafts or 0
    was = before.statement_lines.average_cash if before else None
    if average is None or was is None or average.currency != was.currency:
        return ()
    if average >= was or overdrafts < int(often.setting):
        return ()
    said = f"average_cash {average}, before {was}, overdrafts {overdrafts}"
    return (Finding(CASH_HOLDS.code, said),)


def _by_name(lines: StatementLines) -> Mapping[str, Money]:
    """Return the lines that are stated, by name."""
    sheets = (lines.balance_sheet, lines.income_statement, lines.cash_flow, lines)
    return {name: line for sheet in sheets if sheet for name, line in _stated(sheet)}


def _stated(sheet: attrs.AttrsInstance) -> Iterator[tuple[str, Money]]:
    for field in attrs.fields(type(sheet)):
        if isinstance(line := getattr(sheet, field.name), Money):
            yield field.name, line


def _weighed(one: _Sum, stated: Mapping[str, Money]) -> Finding | None:
    total = stated[one.total]
    nought = Money.zero(total.currency)
    plus = sum((stated.get(name, nought) for name in one.of), nought)
    summed = plus - sum((stated.get(name, nought) for name in one.less), nought)
    return None if summed == total else _finding(one.total, total, summed)


def _finding(item: str, stated: Money, summed: Money | None) -> Finding:
    return Finding(ITEMS_ADD_UP.code, f"item {item}, stated {stated}, sum {summed}")
