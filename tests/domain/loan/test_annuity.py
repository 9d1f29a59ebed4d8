"""The level payment pays the loan back, whatever its periods are."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from domain.claim import BOOKS, EXACT
from domain.loan.annuity import level_payment, level_payment_over

principals = st.integers(1, 10**14)
rates = st.tuples(st.integers(-4_000_000, 20_000_000), st.just(12 * 10**8))
many_rates = st.lists(rates, min_size=1, max_size=40)


def after(balance, payment, periods, in_advance=False):
    """Return what is left of a balance, period by period, in exact fractions."""
    for over, of in periods:
        growth = 1 + Fraction(over, of)
        balance = (balance - payment) * growth if in_advance else balance * growth - payment
    return balance


@given(principals, many_rates, st.booleans(), st.integers(0, 10**12))
def test_exact_payments_leave_exactly_what_they_are_to_leave(principal, periods, early, leaving):
    payment = level_payment_over(
        principal, periods, policy=EXACT, leaving=leaving, in_advance=early
    )
    assert after(Fraction(principal), payment, periods, early) == leaving


@given(principals, rates, st.integers(1, 480))
def test_equal_periods_are_unequal_ones_that_happen_to_be_equal(principal, rate, count):
    over, of = rate
    exact = level_payment(principal, count, over=over, of=of, policy=EXACT)
    assert exact == level_payment_over(principal, [rate] * count, policy=EXACT)
    assert level_payment(principal, count, over=over, of=of) == BOOKS.of_payment(exact, 1)


@given(principals, rates, st.integers(1, 60))
def test_a_payment_in_advance_is_worth_one_period_less(principal, rate, count):
    over, of = rate
    late = level_payment(principal, count, over=over, of=of, policy=EXACT)
    early = level_payment_over(principal, [rate] * count, policy=EXACT, in_advance=True)
    assert early * (of + over) == late * of


def test_without_interest_the_principal_is_divided():
    assert level_payment(1000, 3, over=0, of=12) == 333
    assert level_payment_over(1000, [(0, 12)] * 3) == 333
    assert level_payment_over(1000, [(0, 12)] * 3, leaving=100) == 300
