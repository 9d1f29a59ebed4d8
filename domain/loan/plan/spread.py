"""How a balance is spread over periods: the core of every plan.

    kept(balance, rates, pays)               what stays the same: the level payment, or principal
    spread(balance, spans, pays, keeping=…)  one Portion for each Span, the last takes all

Give `keeping` to keep the instalment (the term shortens or the last portion absorbs), leave it
out to solve it anew over the spans.  A Span is a period's rate over/of; `spans_of(rates)` makes
them.  Amounts are fen: whole under a policy that rounds, Fractions under EXACT.

Source: 等额本息 A = P i (1+i)^n / ((1+i)^n - 1), 等额本金 P / n; the interest of a period is that
on what is left, rounded once; the last instalment takes what is left over.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from domain.claim import BOOKS, EXACT, Number, Policy
from domain.loan.annuity import level_payment, level_payment_over

Ratio = tuple[int, int]  # A quotient of whole numbers, over/of (of > 0), unreduced.


class Pays(StrEnum):
    """What an instalment is made of, beside the interest."""

    LEVEL = "level"  # Principal fills the interest up to the same instalment.
    PRINCIPAL = "principal"  # The same principal, and the interest on top.
    NOTHING = "nothing"  # No principal.


class Span(NamedTuple):
    """A period as interest sees it."""

    over: int  # Interest is balance * over / of.
    of: int
    extra: Number = 0  # Interest on other than the opening balance, times of.
    drawn: int = 0  # Fen paid out within the period: owed from its end on as the rest is.
    split: Ratio | None = None  # The rate that a level payment is split by, where it is another.


class Portion(NamedTuple):
    """What one period asks for, in fen; the instalment is interest and principal."""

    interest: Number
    principal: Number
    balance: Number  # What is left after it.


def spans_of(rates: Iterable[Ratio]) -> list[Span]:
    """Return plain spans for the rates of periods."""
    return [Span(over, of) for over, of in rates]


def kept(
    balance: Number,
    rates: Sequence[Ratio],
    pays: Pays,
    *,
    policy: Policy = BOOKS,
    leaving: Number = 0,
) -> Number:
    """Return what stays the same over periods with these rates (at least one).

    The level payment, the level principal, or nothing.  `leaving` stays after the last.  Where
    precision is carried it is exact, unless it is asked for in a unit of its own.
    """
    if pays is Pays.NOTHING:
        return 0
    if policy.carries and policy.payment_unit == 1:
        policy = EXACT
    if pays is Pays.PRINCIPAL:
        return policy.of_payment(balance - leaving, len(rates))
    over, of = rates[0]
    if not leaving and all(rate == rates[0] for rate in rates):
        return level_payment(balance, len(rates), over=over, of=of, policy=policy)
    return level_payment_over(balance, rates, policy=policy, leaving=leaving)


def ask(
    balance: Number,
    span: Span,
    pays: Pays,
    keeping: Number,
    *,
    policy: Policy = BOOKS,
    takes_all: bool = False,
    may_grow: bool = False,
) -> Portion:
    """Return what a period asks for, given what stays the same.

    It never asks for more principal than is owed.  Where the instalment does not cover the
    interest, no principal is asked for; with may_grow the difference is added to the balance.
    """
    if policy.carries:
        return _carried(balance, span, pays, keeping, policy=policy, takes_all=takes_all)
    interest = policy.of_interest(balance * span.over + span.extra, span.of)
    if takes_all:
        return Portion(interest, balance + span.drawn, 0)
    wanted = keeping
    if pays is Pays.LEVEL:
        by = span.split
        wanted -= policy.of_interest(balance * by[0], by[1]) if by else interest
    principal = min(wanted if may_grow else max(wanted, 0), balance)
    return Portion(interest, principal, balance - principal + span.drawn)


def _carried(
    balance: Number,
    span: Span,
    pays: Pays,
    keeping: Number,
    *,
    policy: Policy,
    takes_all: bool,
) -> Portion:
    """Ask in amounts that are rounded where they are shown; the balance keeps its precision.

    Source: the convention of spreadsheets, and of Actual/360 loans in the United States (Fannie
    Mae Multifamily Guide).
    """
    exact = Fraction(balance * span.over + span.extra) / span.of
    interest = policy.of_interest(exact, 1)
    wanted = keeping - exact if pays is Pays.LEVEL else keeping
    if takes_all:
        balance += span.drawn
    if takes_all or wanted >= balance:
        # A payment that was given is settled as one amount, one that was solved in its parts.
        given = pays is Pays.LEVEL and isinstance(keeping, int)
        whole = policy.of_payment(balance + exact, 1) - interest
        principal = whole if given else policy.of_interest(balance, 1)
        return Portion(interest, principal, 0 if takes_all else span.drawn)
    asked = policy.of_payment(keeping, 1)
    principal = asked - interest if pays is Pays.LEVEL else asked
    return Portion(interest, principal, balance - wanted + span.drawn)


def spread(
    balance: Number,
    spans: Sequence[Span],
    pays: Pays,
    *,
    keeping: Number | None = None,
    policy: Policy = BOOKS,
) -> list[Portion]:
    """Return what each period asks for to pay a balance back, the last takes all that is left.

    At most one portion a span: fewer where nothing is left before.  Without `keeping` it is
    solved anew over these spans.
    """
    if keeping is None:
        keeping = kept(balance, [(span.over, span.of) for span in spans], pays, policy=policy)
    portions: list[Portion] = []
    for left in range(len(spans) - 1, -1, -1):
        span = spans[len(portions)]
        row = ask(balance, span, pays, keeping, policy=policy, takes_all=left == 0)
        portions.append(row)
        balance = row.balance
        if balance == 0:
            break
    return portions
