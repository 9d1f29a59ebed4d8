"""Money is whole fen of one currency, and its text says exactly what it is."""

import re
from operator import add, ge, gt, le, lt, sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import FEN_MAX, PATTERN, MixedCurrencies, Money

fen = st.integers(-FEN_MAX, FEN_MAX)
amounts = st.builds(Money, fen, st.sampled_from(("CNY", "CZK", "USD")))


@given(amounts)
def test_an_amount_is_read_as_it_was_written(amount):
    assert Money.parse(str(amount)) == amount
    assert Money.parse(amount.number, amount.currency) == amount
    assert re.fullmatch(PATTERN, str(amount))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120", 120_00),
        ("120.5", 120_50),
        ("0.05 CNY", 5),
        ("-0.05", -5),
        ("9999999999999.99", FEN_MAX),
    ],
)
def test_decimals_that_are_left_out_are_nought(text, expected):
    assert Money.parse(text) == Money(expected)


LOOKS_ALIKE = (
    "",
    "1,000.00",
    "1.005",
    "1e3",
    ".50",
    "1.",
    "01.00",
    "+1.00",
    "1.00 cny",
    "1.00  CNY",
    "1.00 CNY\n",
    "１.00",
    "10000000000000.00",
    "NaN",
)


@pytest.mark.parametrize("text", LOOKS_ALIKE)
def test_what_only_looks_like_an_amount_is_not_read(text):
    with pytest.raises(ValueError, match="an amount like"):
        Money.parse(text)


def test_a_part_of_a_fen_is_no_amount():
    with pytest.raises(TypeError):
        Money(1.5)  # type: ignore[arg-type]


@given(fen, fen)
def test_amounts_of_one_currency_add_and_compare_as_their_fen_do(one, other):
    assert Money(one) + Money(other) == Money(one + other)
    assert Money(one) - Money(other) == Money(one) + -Money(other) == Money(one - other)
    for compare in (lt, le, gt, ge):
        assert compare(Money(one), Money(other)) is compare(one, other)


@pytest.mark.parametrize("operation", [add, sub, lt, le, gt, ge])
def test_currencies_are_never_mixed(operation):
    with pytest.raises(MixedCurrencies, match="CNY and USD"):
        operation(Money(1), Money(1, "USD"))
    assert Money.zero("USD") != Money.zero()


@pytest.mark.parametrize("text", ["10000000000000", "-10000000000000.00 CNY", "1" + "0" * 40])
def test_an_amount_that_is_too_much_is_told_how_much_there_can_be(text):
    with pytest.raises(ValueError, match=r"at most 9999999999999\.99"):
        Money.parse(text)
