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

from domain.facts.parameters import PARAMETERS
from domain.facts.policy import PolicyBook
from domain.money import Money


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


def ceiling(
    book: PolicyBook, day: date, grade: str, *, net_assets: Money, debts: Money, disposable: Money
) -> Money:
    """Return the lower of both readings by the bank's parameters of a day.

    The grade must qualify; amounts are of one currency.
    """
    debt_ratio = book.share(f"bank.ceiling.debt_ratio_max.{grade}", day)
    share = book.share(f"bank.ceiling.surplus_share_max.{grade}", day)
    months = book.count("bank.ceiling.months", day)
    return min(by_leverage(net_assets, debts, debt_ratio), by_repayment(disposable, share, months))
