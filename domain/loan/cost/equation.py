"""The equation that a rate of return solves, and its value between two bounds.

A share is worth fen / ((1 + part i) (1 + i)^whole) today, at a rate of i for each period; the
equation asks for the i at which all shares together are worth nothing.  Values are whole numbers
of 2^-bits and are always given as two bounds, so that a sign is either proved or not known.

Source: 12 CFR 1026 Appendix J (b)(8) (the general equation, with simple interest in the fraction
of a period); without fractions it is the equation of an internal rate of return.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from operator import sub
from typing import Final

from attrs import frozen

NO_PART: Final = Fraction(0)


class NoRate(Exception):
    """No rate can be stated for these flows; the sentence says why and what to look at."""


@frozen(order=True)
class Share:
    """An amount and when it moves: after whole periods and a part (0 to below 1) of one."""

    whole: int
    part: Fraction
    fen: int  # Towards the borrower positive, from the borrower negative; never nothing.


@frozen
class Equation:
    """The shares of a loan in order of time, one for each moment."""

    shares: tuple[Share, ...]

    @classmethod
    def of(cls, shares: Iterable[Share]) -> "Equation":
        """Return the equation of shares in any order; those of one moment are added up."""
        total: dict[tuple[int, Fraction], int] = {}
        for share in shares:
            moment = share.whole, share.part
            total[moment] = total.get(moment, 0) + share.fen
        kept = (Share(*moment, fen) for moment, fen in sorted(total.items()) if fen)
        return cls(tuple(kept))

    @property
    def turns(self) -> int:
        """How often the direction of the flows changes over time."""
        ups = [share.fen > 0 for share in self.shares]
        return sum(one != later for one, later in pairwise(ups))


@frozen
class Bounds:
    """What lies between two whole numbers of 2^-bits; both may be met."""

    low: int
    high: int

    @property
    def sign(self) -> int:
        """1 or -1 where that is proved, else 0."""
        return (self.low > 0) - (self.high < 0)

    def __neg__(self) -> "Bounds":
        return Bounds(-self.high, -self.low)

    def __add__(self, other: "Bounds") -> "Bounds":
        return Bounds(self.low + other.low, self.high + other.high)

    def times(self, other: "Bounds", bits: int) -> "Bounds":
        """Return the product; neither side may be negative."""
        return Bounds(self.low * other.low >> bits, -(-self.high * other.high >> bits))

    def power(self, exponent: int, bits: int) -> "Bounds":
        """Return a power of what is not negative, by squaring."""
        result, square = Bounds(1 << bits, 1 << bits), self
        while exponent:
            if exponent & 1:
                result = result.times(square, bits)
            exponent >>= 1
            square = square.times(square, bits) if exponent else square
        return result


def quotient(over: int, under: int) -> Bounds:
    """Return bounds of over / under (both positive), as whole numbers."""
    return Bounds(over // under, -(-over // under))


def worth(
    equation: Equation, rate: int, bits: int, *, slope: bool = False
) -> tuple[Bounds, Bounds]:
    """Return today's worth of what the borrower gets, and of what the borrower pays.

    rate is that of a period, above -1, in 2^-bits.  Both are positive and fall as the rate rises.
    With slope: how fast each of them falls, as the rate rises by one.
    """
    factors = _factors(equation, rate, bits)
    gets_low = gets_high = pays_low = pays_high = 0
    for share, (low, high) in zip(reversed(equation.shares), factors, strict=True):
        at = _at_start_of_period(share, rate, bits)
        if slope:
            at = at.times(_fall(share, rate, bits), bits)
        if share.fen > 0:
            gets_low, gets_high = gets_low + at.low, gets_high + at.high
        else:
            pays_low, pays_high = pays_low + at.low, pays_high + at.high
        gets_low, pays_low = gets_low * low >> bits, pays_low * low >> bits
        gets_high, pays_high = -(-gets_high * high >> bits), -(-pays_high * high >> bits)
    return Bounds(gets_low, gets_high), Bounds(pays_low, pays_high)


def near_value(equation: Equation, rate: int, bits: int) -> int:
    """Return the worth of all shares together without proof: quick, and nearly right."""
    total = 0
    factors = _factors(equation, rate, bits)
    for share, (low, _) in zip(reversed(equation.shares), factors, strict=True):
        above, below = share.part.numerator, share.part.denominator
        if above:
            total += (share.fen * below << 2 * bits) // ((below << bits) + above * rate)
        else:
            total += share.fen << bits
        total = total * low >> bits
    return total


def _factors(equation: Equation, rate: int, bits: int) -> Iterator[tuple[int, int]]:
    """Yield bounds of the discount from each share's period, the last first, to the one before."""
    discount = quotient(1 << 2 * bits, (1 << bits) + rate)
    known: dict[int, tuple[int, int]] = {}
    starts = [share.whole for share in equation.shares]
    for gap in map(sub, reversed(starts), reversed([0, *starts[:-1]])):
        if gap not in known:
            power = discount.power(gap, bits)
            known[gap] = power.low, power.high
        yield known[gap]


def value(equation: Equation, rate: int, bits: int) -> Bounds:
    """Return the worth of all shares together at a rate of 2^-bits a period."""
    gets, pays = worth(equation, rate, bits)
    return gets + -pays


def _at_start_of_period(share: Share, rate: int, bits: int) -> Bounds:
    """Return |fen| / (1 + part x rate)."""
    above, below = share.part.numerator, share.part.denominator
    if above == 0:
        return Bounds(abs(share.fen) << bits, abs(share.fen) << bits)
    return quotient(abs(share.fen) * below << 2 * bits, (below << bits) + above * rate)


def _fall(share: Share, rate: int, bits: int) -> Bounds:
    """Return the relative fall of a share's worth: whole / (1 + i) + part / (1 + part i)."""
    above, below = share.part.numerator, share.part.denominator
    by_periods = quotient(share.whole << (2 * bits), (1 << bits) + rate)
    return by_periods + quotient(above << (2 * bits), (below << bits) + above * rate)
