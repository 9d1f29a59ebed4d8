"""Number policies: how an exact quotient becomes an amount that is claimed.

One engine works under two policies.  BOOKS rounds each claim once, to whole fen, half up.
EXACT rounds nothing: the same formulae give Fractions, as published standards state them.
What lies between (half even, payments rounded up or to whole yuan, precision that is carried
from row to row and rounded only where it is shown) is the same Policy with other settings.

Source: Circular PBOC 2005-129 (claims are settled to the fen); ISO 80000-1, Annex B (rounding).
"""

from enum import StrEnum
from fractions import Fraction
from typing import Final

from attrs import field, frozen, validators

Number = int | Fraction  # Fen, or parts of one under EXACT.


class Rounding(StrEnum):
    """What happens to the part of an amount that is less than its unit."""

    HALF_UP = "half_up"  # To the nearest; halves away from nought.
    HALF_EVEN = "half_even"  # To the nearest; halves to the even neighbour.
    HALF_DOWN = "half_down"  # To the nearest; halves towards nought.
    UP = "up"  # Away from nought.
    DOWN = "down"  # Towards nought.
    EXACT = "exact"  # It stays.


def rounded(over: Number, of: int, rounding: Rounding = Rounding.HALF_UP, unit: int = 1) -> int:
    """Return over/of (of > 0) as a whole number, a multiple of unit; EXACT is not a rounding."""
    size, parts = (over if over >= 0 else -over), of * unit
    whole = int(size // parts)
    rest = size - whole * parts
    match rounding:
        case Rounding.HALF_UP:
            more = 2 * rest >= parts
        case Rounding.HALF_EVEN:
            more = 2 * rest > parts or (2 * rest == parts and whole % 2 == 1)
        case Rounding.HALF_DOWN:
            more = 2 * rest > parts
        case Rounding.UP:
            more = rest > 0
        case Rounding.DOWN:
            more = False
        case Rounding.EXACT:
            raise AssertionError("what is exact is not rounded")
    amount = (whole + more) * unit
    return amount if over >= 0 else -amount


def claim(over: Number, of: int, rounding: Rounding = Rounding.HALF_UP, *, unit: int = 1) -> Number:
    """Return the quotient over/of (of > 0) as it is claimed: rounded once, or an exact Fraction.

    Rounded amounts are multiples of unit (fen), which an exact one disregards.
    """
    if rounding is Rounding.EXACT:
        return Fraction(over) / of
    return rounded(over, of, rounding, unit)


@frozen(kw_only=True)
class Policy:
    """How the amounts of one plan are rounded."""

    interest: Rounding = Rounding.HALF_UP
    payment: Rounding = Rounding.HALF_UP  # Of a level payment, and of level principal.
    payment_unit: int = field(default=1, validator=validators.ge(1))  # Fen; 100: whole yuan.
    carries: bool = False  # The balance keeps its full precision; only what is shown is rounded.

    @property
    def is_exact(self) -> bool:
        """Whether amounts are Fractions that nobody rounded."""
        return self.interest is Rounding.EXACT

    def of_interest(self, over: Number, of: int) -> Number:
        """Return an amount of interest as it is claimed."""
        return claim(over, of, self.interest)

    def of_payment(self, over: Number, of: int) -> Number:
        """Return a level payment, or a level portion of principal, as it is asked for."""
        return claim(over, of, self.payment, unit=self.payment_unit)


BOOKS: Final = Policy()
EXACT: Final = Policy(interest=Rounding.EXACT, payment=Rounding.EXACT)
