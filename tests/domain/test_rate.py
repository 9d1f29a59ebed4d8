"""Rates are whole 1e-8 a year, and a claim is rounded once, half up."""

import re
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.loan.interest import for_days
from domain.rate import E8, PATTERN, Rate, half_up

rates = st.builds(Rate, st.integers(0, 10 * E8 - 1))
bases = st.sampled_from((360, 365))


@given(rates)
def test_a_rate_is_read_as_it_was_written(rate):
    assert Rate.parse(str(rate)) == rate
    assert re.fullmatch(PATTERN, str(rate))


@pytest.mark.parametrize(
    ("text", "e8", "written"),
    [
        ("4.35%", 4_350_000, "4.35%"),
        ("0%", 0, "0.00%"),
        ("24%", 24_000_000, "24.00%"),
        ("0.000001%", 1, "0.000001%"),
        ("999.999999%", 999_999_999, "999.999999%"),
    ],
)
def test_a_rate_is_written_with_two_decimals_or_more(text, e8, written):
    assert Rate.parse(text) == Rate(e8)
    assert str(Rate(e8)) == written


@pytest.mark.parametrize("text", ["", "4.35", "-1%", "4.1234567%", "04%", "4,35%", "1e1%", "4% "])
def test_what_only_looks_like_a_rate_is_not_read(text):
    with pytest.raises(ValueError, match="a yearly rate like"):
        Rate.parse(text)


@given(st.integers(), st.integers(1))
def test_rounding_goes_to_the_nearest_and_halves_go_away_from_nought(numerator, denominator):
    exact = Fraction(numerator, denominator)
    size = floor(abs(exact) + Fraction(1, 2))
    assert half_up(numerator, denominator) == (size if exact >= 0 else -size)


@given(st.lists(st.tuples(st.integers(0, 10**12), st.integers(0, 400)), max_size=9), rates, bases)
def test_a_claim_is_the_exact_interest_rounded_once(spans, rate, basis):
    exact = sum(Fraction(fen * rate.e8 * days, E8 * basis) for fen, days in spans)
    product = sum(fen * days for fen, days in spans)
    assert for_days(product, rate, basis) == floor(exact + Fraction(1, 2))


def test_a_half_fen_is_claimed_whole():
    # 15.00 at 12 % for one day of 360 is exactly half a fen.
    assert for_days(15_00 * 1, Rate.parse("12%"), 360) == 1
    assert for_days(14_99 * 1, Rate.parse("12%"), 360) == 0
