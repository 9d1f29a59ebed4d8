"""The most that a customer's rating and capacity allow to be lent (最高授信额度).

Two readings of capacity are taken, and the lower one counts:

- by leverage: with the limit fully drawn, debts are at most the share r of assets, so with net
  assets N and debts D the limit is N * r / (1 - r) - D;
- by repayment: of a year's surplus S the share s goes into debts over m months, so the limit is
  S * s * m / 12.  S is already net of what falls due on other debts.

Source: 商业银行授信工作尽职指引 (2004): credit by rating and repayment ability; shares and
months are the institution's own (bank.ceiling.…).
"""

from datetime import date
from fractions import Fraction
from math import floor

from attrs import frozen

from domain.facts.economy import Economy
from domain.facts.parameters import PARAMETERS
from domain.facts.policy import PolicyBook
from domain.facts.statement import Statements
from domain.kinds import CustomerKind
from domain.money import Money


@frozen
class Capacity:
    """What a customer owns net of debts, owes, and has over in a year."""

    net_assets: Money
    debts: Money
    disposable: Money

    @property
    def currencies(self) -> set[str]:
        """The currencies that the figures are in."""
        return {self.net_assets.currency, self.debts.currency, self.disposable.currency}


def grade_qualifies(grade: str) -> bool:
    """Say whether a grade may have a limit at all: the bank has shares for it."""
    return f"bank.ceiling.debt_ratio_max.{grade}" in PARAMETERS


def by_leverage(net_assets: Money, debts: Money, debt_ratio: Fraction) -> Money:
    """Return the limit that leads to a debt ratio (below 1) when it is drawn; never below zero."""
    most = net_assets.fen * debt_ratio / (1 - debt_ratio) - debts.fen
    return Money(max(floor(most), 0), net_assets.currency)


def by_repayment(disposable: Money, share: Fraction, months: int) -> Money:
    """Return what a share of a year's surplus pays back in so many months; never below zero."""
    most = disposable.fen * share * months / 12
    return Money(max(floor(most), 0), disposable.currency)


def capacity_of(
    kind: CustomerKind | None, economy: Economy | None, statements: Statements | None
) -> Capacity | None:
    """Return what a customer can carry: a firm by its statement of a year, others by their file.

    A firm without one is taken by its economic file as well.  None where a figure is missing.
    """
    newest = statements.newest if statements and kind is CustomerKind.ENTERPRISE else None
    if newest is not None and newest.months == 12:
        sheet = newest.statement_lines.balance_sheet
        surplus = newest.statement_lines.income_statement.net_profit
        return Capacity(sheet.equity, sheet.total_liabilities, surplus)
    if economy is None or economy.net_assets is None:
        return None
    if economy.debts is None or economy.disposable is None:
        return None
    return Capacity(economy.net_assets, economy.debts, economy.disposable)


def ceiling(book: PolicyBook, day: date, grade: str, capacity: Capacity) -> Money:
    """Return the lower of both readings by the bank's parameters of a day.

    The grade must qualify; amounts are of one currency.
    """
    debt_ratio = book.share(f"bank.ceiling.debt_ratio_max.{grade}", day)
    share = book.share(f"bank.ceiling.surplus_share_max.{grade}", day)
    months = book.count("bank.ceiling.months", day)
    return min(
        by_leverage(capacity.net_assets, capacity.debts, debt_ratio),
        by_repayment(capacity.disposable, share, months),
    )
