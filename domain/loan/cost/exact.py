"""Whether a rate that can be written down solves an equation exactly.

It is asked only where a solution lies halfway between two printed digits, as the rate of a loan
that is paid back in one sum may do; bounds could be narrowed there for ever.

Source: x^m - s has no factors over the quotients where s > 0 is no p-th power for a prime p of m
(Vahlen, Capelli), so that 1, x, …, x^(m-1) are then independent.
"""

from fractions import Fraction

from domain.loan.cost.equation import NO_PART, Equation


def is_solved(equation: Equation, growth: Fraction, periods: int) -> bool:
    """Tell exactly whether money that grows by a factor in so many periods solves the equation.

    The growth g of one period is a root of that factor.  It is reduced until it is the power of
    no other quotient; then 1, g, g^2, … below the root's degree are independent of each other
    over the quotients (x^m - s has no factors), so the shares of each must add up to nothing.
    """
    factor, degree = growth, periods
    for prime in _primes(periods):
        while degree % prime == 0 and (root := _exact_root(factor, prime)):
            factor, degree = root, degree // prime
    sums: dict[int, Fraction] = {}
    for share in equation.shares:
        assert degree == 1 or share.part == NO_PART, "a part of a period has no root"
        place = share.whole % degree
        now = share.fen / (1 + share.part * (factor - 1)) / factor ** (share.whole // degree)
        sums[place] = sums.get(place, NO_PART) + now
    return not any(sums.values())


def _primes(number: int) -> list[int]:
    return [p for p in range(2, number + 1) if number % p == 0 and all(p % q for q in range(2, p))]


def _exact_root(number: Fraction, degree: int) -> Fraction | None:
    above, below = _whole_root(number.numerator, degree), _whole_root(number.denominator, degree)
    exact = above**degree == number.numerator and below**degree == number.denominator
    return Fraction(above, below) if exact and number != 1 else None


def _whole_root(number: int, degree: int) -> int:
    """Return the whole part of a root of a positive number, by halving."""
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle)
    return low
