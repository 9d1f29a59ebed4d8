"""An exact quotient becomes a claim by one named rule, or stays as it is."""

from decimal import (
    ROUND_DOWN,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
    localcontext,
)
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.claim import BOOKS, EXACT, Policy, Rounding, claim, rounded
from domain.rate import half_up

DECIMAL = {
    Rounding.HALF_UP: ROUND_HALF_UP,
    Rounding.HALF_EVEN: ROUND_HALF_EVEN,
    Rounding.HALF_DOWN: ROUND_HALF_DOWN,
    Rounding.UP: ROUND_UP,
    Rounding.DOWN: ROUND_DOWN,
}
amounts = st.integers(-(10**15), 10**15)


@given(amounts, st.sampled_from([1, 2, 4, 5, 8, 10, 16, 100]), st.sampled_from(sorted(DECIMAL)))
def test_rounding_is_what_decimal_arithmetic_calls_by_the_same_name(over, of, rounding):
    with localcontext(prec=60):
        exact = (Decimal(over) / of).quantize(Decimal(1), DECIMAL[rounding])
    assert rounded(over, of, rounding) == exact
    assert rounded(Fraction(over, 7), of, rounding) == rounded(over, 7 * of, rounding)


@given(amounts, st.integers(1, 10**9))
def test_the_books_round_as_every_claim_always_was(over, of):
    assert BOOKS.of_interest(over, of) == BOOKS.of_payment(over, of) == half_up(over, of)


@given(amounts, st.integers(1, 10**9))
def test_what_is_exact_loses_nothing(over, of):
    assert EXACT.of_interest(over, of) * of == over
    assert EXACT.of_payment(over, of) * of == over
    assert isinstance(EXACT.of_payment(over, of), Fraction)


@given(amounts, st.integers(1, 999), st.integers(1, 1000), st.sampled_from(sorted(DECIMAL)))
def test_a_payment_in_whole_yuan_is_a_multiple_of_a_yuan(over, of, unit, rounding):
    payment = claim(over, of, rounding, unit=unit)
    assert payment % unit == 0
    assert abs(payment - Fraction(over, of)) < unit


def test_a_payment_may_be_lifted_to_whole_yuan():
    assert Policy(payment=Rounding.UP, payment_unit=100).of_payment(5307_27, 1) == 5308_00
    assert Policy(payment_unit=100).of_payment(5307_27, 1) == 5307_00


def test_what_is_exact_is_not_rounded():
    with pytest.raises(AssertionError):
        rounded(1, 3, Rounding.EXACT)
