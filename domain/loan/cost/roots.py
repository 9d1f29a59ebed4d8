"""How many rates solve an equation whose flows turn more than once.

An interval of rates is left aside once no rate in it can solve the equation, and understood once
the value only rises or only falls in it; else it is divided.  Both are told from bounds at its two
ends, since the worth of each direction falls as the rate rises.

Source: interval analysis (exclusion, monotony, division); nothing is left to a starting point.
"""

from typing import Final

from domain.loan.cost.equation import Bounds, Equation, NoRate, value, worth

INTERVALS_MAX: Final = 4_000
SHARES_MAX: Final = 400_000  # That are looked at in all intervals together: some seconds.
UNTOLD: Final = (
    "it cannot be shown that one rate alone solves them, since what is owed turns so often; add up"
    " the flows of a month, or state each part by itself"
)


def isolated(equation: Equation, low: int, high: int, bits: int) -> tuple[int, int]:
    """Return the rates, of proved signs, around the only solution between two rates.

    Raises NoRate where there are several, or where they are too near each other to be told apart.
    """
    found: list[tuple[int, int]] = []
    waiting, looked = [(low, high)], 0
    most = min(INTERVALS_MAX, SHARES_MAX // len(equation.shares))
    while waiting:
        start, end = waiting.pop()
        looked += 1
        if looked > most:
            raise NoRate(UNTOLD)
        if _range(equation, start, end, bits).sign:
            continue
        if _range(equation, start, end, bits, slope=True).sign:
            if value(equation, start, bits).sign != value(equation, end, bits).sign:
                found.append((start, end))
            continue
        middle = _between(equation, start, end, bits)
        waiting += [(start, middle), (middle, end)]
    if len(found) != 1:
        raise NoRate(
            f"{len(found)} rates solve them, since what is owed turns into a claim on the"
            " lender and back; no single rate can be stated"
        )
    return found[0]


def _range(equation: Equation, start: int, end: int, bits: int, *, slope: bool = False) -> Bounds:
    """Return bounds of the value, or of its fall, over all rates from start to end."""
    gets_most, pays_most = worth(equation, start, bits, slope=slope)
    gets_least, pays_least = worth(equation, end, bits, slope=slope)
    return Bounds(gets_least.low - pays_most.high, gets_most.high - pays_least.low)


def _between(equation: Equation, start: int, end: int, bits: int) -> int:
    """Return a rate near the middle that is proved not to solve the equation."""
    for part in range(7, 14):
        middle = start + (end - start) * part // 20
        if start < middle < end and value(equation, middle, bits).sign:
            return middle
    raise NoRate(UNTOLD)
