"""The most that rating and capacity allow: two readings, and the lower one counts."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.facility.ceiling import by_leverage, by_repayment, ceiling, grade_qualifies
from domain.facts.policy import SHIPPED
from domain.money import Money
from tests.domain.facility.limits import TODAY, yuan

amounts = st.integers(0, 10**12).map(Money)
shares = st.integers(1, 99).map(lambda percent: Fraction(percent, 100))


def test_a_household_of_grade_a_may_owe_three_years_of_its_share_of_the_surplus():
    most = ceiling(
        SHIPPED,
        TODAY,
        "A",
        net_assets=yuan(800_000),
        debts=yuan(100_000),
        disposable=yuan(220_000),
    )
    assert most == yuan(396_000)
    assert by_leverage(yuan(800_000), yuan(100_000), Fraction(3, 5)) == yuan(1_100_000)


@settings(max_examples=25)
@given(amounts, amounts, shares)
def test_a_limit_fully_drawn_never_leads_above_the_debt_ratio_and_a_fen_more_does(own, owed, ratio):
    limit = by_leverage(own, owed, ratio).fen

    def debt_ratio(drawn):
        return Fraction(owed.fen + drawn, own.fen + owed.fen + drawn)

    if limit:
        assert debt_ratio(limit) <= ratio
    if own.fen:
        assert debt_ratio(limit + 1) > ratio


@settings(max_examples=25)
@given(amounts, shares, st.integers(1, 120))
def test_a_limit_is_paid_back_by_the_share_of_the_surplus_in_the_months(surplus, share, months):
    limit = by_repayment(surplus, share, months).fen
    assert limit * 12 <= surplus.fen * share * months < (limit + 1) * 12


def test_who_lives_at_a_loss_or_owes_more_than_they_own_has_no_limit():
    assert by_repayment(Money(-1), Fraction(1, 2), 36) == Money(0)
    assert by_leverage(Money(-1), Money(0), Fraction(1, 2)) == Money(0)


def test_only_grades_that_the_bank_names_have_a_limit():
    assert grade_qualifies("AAA")
    assert not grade_qualifies("D")
