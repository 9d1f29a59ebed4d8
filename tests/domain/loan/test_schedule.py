"""Plans ask for exactly the principal that was lent, and for interest on what is left of it."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate, pairwise
from math import floor

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.calendar import day_of_month
from domain.kinds import RepaymentMethod
from domain.loan.annuity import level_payment
from domain.loan.contract import Contract
from domain.loan.schedule import first_due_date, make_plan
from domain.money import Money
from domain.rate import E8, Rate
from tests.domain.loan.strategies import contracts, principals, rates

LOAN = Contract(
    amount=Money(100_000_00),
    rate_yearly=Rate.parse("6%"),
    method=RepaymentMethod.EQUAL_INSTALMENT,
    instalments=12,
    due_day=20,
    paid_out_on=date(2024, 1, 20),
    plan=(),
)


def half_up(exact):
    return floor(exact + Fraction(1, 2))


def balances(contract):
    """Return the principal that is left before each instalment, and at the end."""
    paid = accumulate((row.principal.fen for row in contract.plan), initial=0)
    return [contract.amount.fen - sofar for sofar in paid]


def is_whole_month(contract):
    day = contract.paid_out_on
    return day == day_of_month(day.year, day.month, contract.due_day)


@given(contracts())
def test_principal_adds_up_to_the_loan_and_the_balance_is_never_negative(contract):
    left = balances(contract)
    assert left[-1] == 0
    assert min(left) == 0
    assert left == sorted(left, reverse=True)
    assert all(row.fee == Money(0) for row in contract.plan)


@given(contracts())
def test_instalments_are_numbered_and_fall_due_month_by_month(contract):
    days = [row.due_date for row in contract.plan]
    assert [row.no for row in contract.plan] == list(range(1, len(days) + 1))
    assert 1 <= len(days) <= contract.instalments
    for before, after in pairwise(days):
        assert 12 * (after.year - before.year) + after.month - before.month == 1
    assert days == [day_of_month(d.year, d.month, contract.due_day) for d in days]


@given(contracts())
def test_interest_of_a_month_is_a_twelfth_of_a_year_on_the_balance(contract):
    rate = Fraction(contract.rate_yearly.e8, E8)
    rows = list(zip(contract.plan, balances(contract), strict=False))
    for row, balance in rows if is_whole_month(contract) else rows[1:]:
        assert row.interest.fen == half_up(balance * rate / 12)


@given(contracts())
def test_a_first_period_that_is_no_month_bears_interest_by_days(contract):
    assume(not is_whole_month(contract))
    first, rate = contract.plan[0], Fraction(contract.rate_yearly.e8, E8)
    days = (first.due_date - contract.paid_out_on).days
    exact = contract.amount.fen * rate * days / contract.day_basis
    assert first.interest.fen == half_up(exact)


@given(contracts(method=RepaymentMethod.EQUAL_INSTALMENT))
def test_equal_instalments_are_equal_except_the_first_by_days_and_the_last(contract):
    rate, months = Fraction(contract.rate_yearly.e8, E8) / 12, contract.instalments
    principal = contract.amount.fen
    exact = principal * rate / (1 - (1 + rate) ** -months) if rate else Fraction(principal, months)
    rows = contract.plan if is_whole_month(contract) else contract.plan[1:]
    assert {(row.principal + row.interest).fen for row in rows[:-1]} <= {half_up(exact)}


@given(contracts(method=RepaymentMethod.EQUAL_PRINCIPAL))
def test_equal_principal_is_equal_except_the_last(contract):
    portion = half_up(Fraction(contract.amount.fen, contract.instalments))
    assert {row.principal.fen for row in contract.plan[:-1]} <= {portion}


@given(contracts(method=RepaymentMethod.INTEREST_ONLY))
def test_principal_comes_with_the_last_instalment_where_only_interest_is_paid(contract):
    assert len(contract.plan) == contract.instalments
    assert {row.principal.fen for row in contract.plan[:-1]} <= {0}
    assert contract.plan[-1].principal == contract.amount


@given(principals, st.integers(1, 480), rates)
def test_a_level_instalment_pays_the_interest_of_the_first_month(principal, months, rate):
    level = level_payment(principal, months, over=rate.e8, of=12 * E8)
    assert level >= half_up(Fraction(principal * rate.e8, 12 * E8))
    assert level_payment(principal, 1, over=rate.e8, of=12 * E8) == half_up(
        principal + Fraction(principal * rate.e8, 12 * E8)
    )


@pytest.mark.parametrize(
    ("paid_out_on", "due_day", "first"),
    [
        (date(2024, 3, 5), 20, date(2024, 4, 20)),
        (date(2024, 3, 20), 20, date(2024, 4, 20)),
        (date(2024, 4, 20), 5, date(2024, 5, 5)),  # 15 days: long enough.
        (date(2024, 4, 21), 5, date(2024, 6, 5)),  # 14 days: a month later.
        (date(2024, 1, 31), 31, date(2024, 2, 29)),
        (date(2023, 1, 30), 31, date(2023, 2, 28)),
        (date(2023, 12, 31), 1, date(2024, 2, 1)),
    ],
)
def test_the_first_instalment_leaves_at_least_fifteen_days(paid_out_on, due_day, first):
    assert first_due_date(paid_out_on, due_day) == first


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 31))
def test_the_first_instalment_is_due_within_two_months(paid_out_on, due_day):
    days = first_due_date(paid_out_on, due_day) - paid_out_on
    assert timedelta(15) <= days <= timedelta(62)


def test_due_days_fall_on_month_ends_where_a_month_is_short():
    plan = make_plan(evolve(LOAN, due_day=31, paid_out_on=date(2023, 10, 31), instalments=5))
    assert [row.due_date for row in plan] == [
        date(2023, 11, 30),
        date(2023, 12, 31),
        date(2024, 1, 31),
        date(2024, 2, 29),
        date(2024, 3, 31),
    ]
    assert plan[0].interest == Money(500_00)  # A whole month all the same.


def test_the_first_period_by_days_leaves_the_principal_as_it_is():
    month, odd = make_plan(LOAN), make_plan(evolve(LOAN, paid_out_on=date(2024, 1, 5)))
    assert [row.principal for row in odd] == [row.principal for row in month]
    assert month[0].interest == Money(500_00)
    assert odd[0].interest == Money(766_67)  # 46 days: 100,000 x 6 % x 46 / 360.


def test_the_last_instalment_shows_what_rounding_left():
    plan = make_plan(evolve(LOAN, method=RepaymentMethod.EQUAL_PRINCIPAL, instalments=7))
    assert [row.principal.fen for row in plan] == [*[14_285_71] * 6, 14_285_74]


def test_a_loan_without_interest_is_paid_back_in_equal_parts():
    plan = make_plan(evolve(LOAN, rate_yearly=Rate(0)))
    assert [row.principal.fen for row in plan] == [*[8_333_33] * 11, 8_333_37]
    assert {row.interest for row in plan} == {Money(0)}


def test_a_few_fen_are_paid_back_in_fewer_instalments():
    plan = make_plan(evolve(LOAN, amount=Money(7), method=RepaymentMethod.EQUAL_PRINCIPAL))
    assert [row.principal.fen for row in plan] == [1] * 7


def test_a_single_payment_asks_for_everything_after_all_the_months():
    (row,) = make_plan(evolve(LOAN, method=RepaymentMethod.SINGLE_PAYMENT))
    assert (row.due_date, row.principal) == (date(2025, 1, 20), LOAN.amount)
    assert row.interest == Money(6_000_00)  # Twelve whole months.
    odd = evolve(LOAN, method=RepaymentMethod.SINGLE_PAYMENT, paid_out_on=date(2024, 1, 25))
    (row,) = make_plan(odd)
    assert row.due_date == date(2025, 1, 20)
    assert row.interest == Money(6_016_67)  # 361 days on 360.
