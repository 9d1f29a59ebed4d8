"""The one rate that solves an equation, right to the last digit that is stated.

A rate is guessed quickly and then proved: the value has one sign just below and the other just
above.  Where the digits of the two differ, what lies between is tested exactly, or more bits are
taken; so the digit that is printed is never a matter of luck.

Source: bisection with false position (Illinois) for the guess; Descartes' rule of signs for the
case that flows turn once.  Rounding is half up, away from zero.
"""

from fractions import Fraction
from typing import Final

from domain.loan.cost.equation import Bounds, Equation, NoRate, near_value, value
from domain.loan.cost.exact import is_solved
from domain.loan.cost.owed import is_owed_throughout
from domain.loan.cost.roots import isolated
from domain.rate import half_up

BITS: Final = 192
BITS_MAX: Final = 192 * 64
PERIOD_RATE_MAX: Final = 1 << 12  # Beyond, nothing sensible is said of a period.
DIGITS: Final = 8  # Of a yearly rate as a fraction of one, as everywhere: 1e-8.


def yearly_rate(
    equation: Equation, *, periods: int, times: Fraction | int, digits: int = DIGITS
) -> int:
    """Return the yearly rate in 10^-digits, half up: times x ((1 + i)^periods - 1).

    That is the rate of so many periods, counted so many times a year without compounding: for an
    equation in months, 12 periods once give the effective rate, 1 period 12 times the nominal one.
    Raises NoRate where no rate, or more than one, solves the equation.
    """
    bits = BITS
    while bits <= BITS_MAX:
        below, above = (
            _stated(rate, periods, Fraction(times), bits) for rate in _proved(equation, bits)
        )
        low, high = (half_up(e * 10**digits, 1 << bits) for e in (below.low, above.high))
        if low == high:
            return low
        growth = 1 + Fraction(low + high, 2 * 10**digits) / times
        if high - low == 1 and growth > 0 and is_solved(equation, growth, periods):
            return half_up(low + high, 2)
        bits *= 2
    raise NoRate("the rate cannot be told apart from its neighbours")


def _proved(equation: Equation, bits: int) -> tuple[int, int]:
    """Return two rates of a period, in 2^-bits: the only solution is proved to lie between."""
    low, high = _around(equation, bits)
    below, above = _narrowed(equation, low, high, bits)
    if equation.turns == 1 or is_owed_throughout(equation, below, above, bits):
        return below, above
    return _narrowed(equation, *isolated(equation, low, high, bits), bits)


def _narrowed(equation: Equation, low: int, high: int, bits: int) -> tuple[int, int]:
    """Return rates near each other, of proved and different signs, between two such rates."""
    sign_low = value(equation, low, bits).sign
    guess, step = _guess(equation, low, high, bits), 1 << (bits // 3)
    while True:
        below, above = max(guess - step, low), min(guess + step, high)
        signs = value(equation, below, bits).sign, value(equation, above, bits).sign
        if signs == (sign_low, -sign_low):
            return below, above
        assert (below, above) != (low, high), "the ends have proved signs"
        step <<= 8


def _around(equation: Equation, bits: int) -> tuple[int, int]:
    """Return two rates around all solutions, where the signs are proved and differ.

    Raises NoRate where the flows cannot have a single one.
    """
    shares = equation.shares
    if equation.turns == 0:
        raise NoRate("all go one way; a rate needs money out and money back")
    if (shares[0].fen > 0) == (shares[-1].fen > 0):
        raise NoRate(
            "the first and the last go the same way, so that no rate, or more than one,"
            " solves them; state each part by itself"
        )
    if equation.turns > 1:
        return _lowest(equation, bits), _highest(equation, bits)
    total = sum(share.fen for share in shares)
    if total == 0:
        return -(1 << bits >> 20), 1 << bits >> 20
    if (total > 0) != (shares[0].fen > 0):
        return 0, _highest(equation, bits)
    return _lowest(equation, bits), 0


def _highest(equation: Equation, bits: int) -> int:
    """Return a rate from which on the first flow decides the sign."""
    rate = 1 << bits >> 20
    while not _outweighs(equation, rate, bits, at=0):
        if rate > PERIOD_RATE_MAX << bits:
            raise NoRate("the rate is beyond any that can be stated")
        rate *= 4
    return rate


def _lowest(equation: Equation, bits: int) -> int:
    """Return a rate, above -1, up to which the last flow decides the sign."""
    one = 1 << bits
    fall = one >> 20
    while not _outweighs(equation, -fall, bits, at=-1):
        if one - fall < one // PERIOD_RATE_MAX:
            raise NoRate("the rate is next to -100 %; nearly nothing is paid back")
        fall = min(4 * fall, (one + fall) // 2)
    return -fall


def _outweighs(equation: Equation, rate: int, bits: int, *, at: int) -> bool:
    """Tell whether the flow at one end outweighs all that go the other way.

    Where they turn once those are all, since the others only add to it; where they turn more
    often, what outweighs them at this rate does so at every rate beyond.
    """
    end = equation.shares[at]
    against = (share for share in equation.shares if (share.fen > 0) != (end.fen > 0))
    along = [end] if equation.turns > 1 else [s for s in equation.shares if s.fen * end.fen > 0]
    part = Equation.of([*along, *against])
    return value(part, rate, bits).sign == (1 if end.fen > 0 else -1)


def _guess(equation: Equation, low: int, high: int, bits: int) -> int:
    """Return a rate near the solution between two rates of different signs (Illinois)."""
    at_low, at_high = (near_value(equation, rate, bits) for rate in (low, high))
    near, kept, wide = low, 0, high - low
    for turn in range(4 * bits):
        if (at_low > 0) == (at_high > 0):
            break
        fresh = low + (high - low) * at_low // (at_low - at_high)
        if abs(fresh - near) <= 1 << (bits // 4):
            return fresh
        near = fresh
        if turn % 4 == 3:  # Where values differ by orders of magnitude, halving is quicker.
            fresh, wide = (low + high) // 2 if high - low > wide >> 4 else fresh, high - low
        at_fresh = near_value(equation, fresh, bits)
        # An end that stays twice in a row counts for half, so that the next guess crosses over.
        if (at_fresh > 0) == (at_low > 0):
            low, at_low, at_high, kept = fresh, at_fresh, at_high // (2 if kept > 0 else 1), 1
        else:
            high, at_high, at_low, kept = fresh, at_fresh, at_low // (2 if kept < 0 else 1), -1
    return (low + high) // 2


def _stated(rate: int, periods: int, times: Fraction, bits: int) -> Bounds:
    """Return bounds of times x ((1 + rate)^periods - 1), in 2^-bits."""
    one = 1 << bits
    grown = Bounds(one + rate, one + rate).power(periods, bits)
    over, of = times.numerator, times.denominator
    return Bounds((grown.low - one) * over // of, -(-(grown.high - one) * over // of))
