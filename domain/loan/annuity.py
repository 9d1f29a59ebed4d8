"""The level payment: the same amount at the end (or the start) of every period.

A period's rate is a quotient over/of of whole numbers: 4.9 % a year by the month is
4,900,000 / (12 x 1e8), a period of 31 days on A/360 is 4,900,000 x 31 / (360 x 1e8).

Source: annuity formula A = P i (1+i)^n / ((1+i)^n - 1), 等额本息还款法; over unequal periods
A = P / sum_k prod_(j<=k) 1/(1 + r y_j), which is also the annuity of ACTUS 1.1 (ANN).
"""

from collections.abc import Iterable
from typing import Final

from domain.claim import BOOKS, Number, Policy, Rounding

_BITS: Final = 160
_ONE: Final = 1 << _BITS


def level_payment(
    principal: Number, count: int, *, over: int, of: int, policy: Policy = BOOKS
) -> Number:
    """Return the level payment at the end of `count` (> 0) equal periods at the rate over/of.

    Fen, rounded once by the policy's payment rule; principal / count where the rate is nought.
    Bounds of it are tried first: where both are rounded to one amount, the exact one is too.
    Else it is computed in whole numbers of any size.
    """
    if over == 0:
        return policy.of_payment(principal, count)
    if over > 0 and policy.payment is not Rounding.EXACT:
        worth = _worth_below(count, over=over, of=of)
        lent = principal * over * _ONE
        most = _ONE - worth - 3 * count
        if most > 0 and (low := policy.of_payment(lent, of * (_ONE - worth))) == (
            policy.of_payment(lent, of * most)
        ):
            return low
    grown, plain = (of + over) ** count, of**count
    return policy.of_payment(principal * abs(over) * grown, of * abs(grown - plain))


def _worth_below(count: int, *, over: int, of: int) -> int:
    """Return today's worth of one paid after `count` periods, in parts of _ONE.

    At most 3 x count parts too low: each product is cut by less than a part, and factors are
    below one, so that errors add.
    """
    once, worth = of * _ONE // (of + over), _ONE
    for bit in f"{count:b}":
        worth = worth * worth >> _BITS
        if bit == "1":
            worth = worth * once >> _BITS
    return worth


def level_payment_over(
    principal: Number,
    rates: Iterable[tuple[int, int]],
    *,
    policy: Policy = BOOKS,
    leaving: Number = 0,
    in_advance: bool = False,
) -> Number:
    """Return the level payment over periods that may differ, each with its rate (over, of).

    Fen.  `leaving` is the balance that stays after the last period (a balloon paid beside the
    last payment).  In advance, payments fall on the first day of each period (annuity-due).
    Rates are greater than -1; the sum that divides is never nought then.
    """
    # Today's worth of one paid in each period, and of one paid after the last, over `whole`.
    worth, end, whole = 0, 1, 1
    for over, of in reversed(list(rates)):
        growth = of + over
        worth = worth * of + whole * growth if in_advance else (worth + whole) * of
        end, whole = end * of, whole * growth
    return policy.of_payment(principal * whole - leaving * end, worth)
