"""Exact rationals that stay quick when they grow.

A Fraction is reduced after every step.  Where payments feed balances and balances feed payments,
as in an annuity whose rate is reset, numbers come to have tens of thousands of digits, and
reducing them takes longer than all else.  An Exact reduces while it is small, and later leaves
its parts as they come: nothing is rounded in either case.

Source: elementary arithmetic of quotients; reduced parts are not needed for equality or order.
"""

from fractions import Fraction
from math import gcd
from typing import Final, Union

SMALL: Final = 512  # Bits of a denominator up to which reducing costs next to nothing.
Value = Union["Exact", Fraction, int]


class Exact:
    """A quotient of whole numbers, over/of with of > 0; it never changes."""

    __slots__ = ("of", "over")

    def __init__(self, over: int, of: int = 1) -> None:
        assert of > 0
        if of != 1 and of.bit_length() <= SMALL:
            common = gcd(over, of)
            over, of = over // common, of // common
        self.over, self.of = over, of

    def __add__(self, other: Value) -> "Exact":
        over, of = _parts(other)
        times, rest = divmod(self.of, of) if self.of >= of else divmod(of, self.of)
        if rest:  # Large denominators have most in common, so that is found in a few steps.
            common = gcd(self.of, of)
            left, right = of // common, self.of // common
            return Exact(self.over * left + over * right, self.of * left)
        if self.of >= of:
            return Exact(self.over + over * times, self.of)
        return Exact(self.over * times + over, of)

    def __sub__(self, other: Value) -> "Exact":
        return self + -other

    def __mul__(self, other: Value) -> "Exact":
        over, of = _parts(other)
        if over == 0:
            return Exact(0)
        return Exact(self.over * over, self.of * of)

    def __truediv__(self, other: Value) -> "Exact":
        over, of = _parts(other)
        if over == 0:
            raise ZeroDivisionError("division by nought")
        sign = -1 if over < 0 else 1
        return Exact(sign * self.over * of, self.of * abs(over))

    def __neg__(self) -> "Exact":
        return Exact(-self.over, self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Exact | Fraction | int) and (self - other).over == 0

    def __lt__(self, other: Value) -> bool:
        return (self - other).over < 0

    def __gt__(self, other: Value) -> bool:
        return (self - other).over > 0

    def __hash__(self) -> int:
        return hash(self.fraction)

    def __repr__(self) -> str:
        return f"Exact({self.fraction})"

    @property
    def fraction(self) -> Fraction:
        """The same as a Fraction; slow for what is large."""
        return Fraction(self.over, self.of)

    def beside(self, other: "Exact") -> "Exact":
        """Return it over the other's denominator where that is a multiple of its own.

        What meets a growing number again and again stays quick to add when it grows along.
        """
        times, rest = divmod(other.of, self.of)
        return self if rest else Exact(self.over * times, other.of)

    def scaled(self, places: int) -> int:
        """Return it in whole units of 10**-places, half up: what is shown, never calculated on."""
        unit: int = 10**places
        return (2 * self.over * unit + self.of) // (2 * self.of)


def exact(value: Value) -> Exact:
    """Return any exact number as an Exact."""
    return value if isinstance(value, Exact) else Exact(*_parts(value))


def _parts(value: Value) -> tuple[int, int]:
    if isinstance(value, Exact):
        return value.over, value.of
    return value.numerator, value.denominator
