"""Whether what is owed keeps its direction from the first flow to the last.

Then no other rate can solve the equation.  Above a rate, weigh the balances after each flow, at
that rate, by how much more each later flow is discounted: where all but the last have one sign,
the weighted sum changes its sign once.  Below a rate the same holds of what is still to come.

Source: Abel's summation by parts; Norstrom's criterion is its case at a rate of nought.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from domain.loan.cost.equation import Bounds, Equation, quotient


def is_owed_throughout(equation: Equation, below: int, above: int, bits: int) -> bool:
    """Tell whether it is proved that no rate but one between these two solves the equation.

    The value has proved, different signs at the two.  Parts of a period are not looked at: then
    nothing is proved.
    """
    shares = equation.shares
    if any(share.part for share in shares):
        return False
    one = 1 << bits
    gaps = [later.whole - share.whole for share, later in pairwise(shares)]
    amounts = [share.fen << bits for share in shares]
    growth = Bounds(one + below, one + below)
    discount = quotient(one << bits, one + above)
    to_come = _keeps_sign(amounts[:0:-1], gaps[:0:-1], discount, bits)
    return to_come and _keeps_sign(amounts[:-1], gaps[:-1], growth, bits)


def _keeps_sign(amounts: Sequence[int], gaps: Iterable[int], factor: Bounds, bits: int) -> bool:
    """Tell whether a balance that takes amounts in, and grows by the factor, never turns."""
    sign = 1 if amounts[0] > 0 else -1
    balance = Bounds(sign * amounts[0], sign * amounts[0])
    powers: dict[int, Bounds] = {}
    for gap, amount in zip(gaps, amounts[1:], strict=True):
        if gap not in powers:
            powers[gap] = factor.power(gap, bits)
        balance = balance.times(powers[gap], bits) + Bounds(sign * amount, sign * amount)
        if balance.sign <= 0:
            return False
    return True
