"""The most that rating and capacity allow: two readings, and the lower one counts."""

from datetime import date
from fractions import Fraction

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.facility.ceiling import (
    Capacity,
    by_leverage,
    by_repayment,
    capacity_of,
    ceiling,
    grade_qualifies,
)
from domain.facts.policy import SHIPPED
from domain.facts.statement import (
    BalanceSheet,
    IncomeStatement,
    Preparation,
    Statement,
    StatementLines,
    Statements,
)
from domain.kinds import CustomerKind
from domain.money import Money
from tests.domain.facility.limits import ECONOMY, TODAY, yuan

amounts = st.integers(0, 10**12).map(Money)
shares = st.integers(1, 99).map(lambda percent: Fraction(percent, 100))


def test_a_household_of_grade_a_may_owe_three_years_of_its_share_of_the_surplus():
    capacity = capacity_of(CustomerKind.FARM_HOUSEHOLD, ECONOMY, None)
    assert capacity == Capacity(yuan(800_000), yuan(100_000), yuan(220_000))
    assert ceiling(SHIPPED, TODAY, "A", capacity) == yuan(396_000)
    assert by_leverage(yuan(800_000), yuan(100_000), Fraction(3, 5)) == yuan(1_100_000)


def test_a_firm_can_carry_what_its_statement_of_a_whole_year_says():
    sheet = BalanceSheet(
        current_assets=yuan(9),
        total_assets=yuan(2_000_000),
        current_liabilities=yuan(5),
        total_liabilities=yuan(800_000),
        equity=yuan(1_200_000),
    )
    income = IncomeStatement(
        revenue=yuan(3_000_000), profit_total=yuan(300_000), net_profit=yuan(225_000)
    )
    year = Statement(
        period_start=date(2025, 1, 1),
        as_of=date(2025, 12, 31),
        prepared=Preparation.AUDITED,
        statement_lines=StatementLines(balance_sheet=sheet, income_statement=income),
    )
    firm = CustomerKind.ENTERPRISE
    stated = Statements(customer_id="E1", by_period=(year,))
    expected = Capacity(yuan(1_200_000), yuan(800_000), yuan(225_000))
    assert capacity_of(firm, None, stated) == expected
    half = evolve(year, period_start=date(2025, 7, 1))
    assert capacity_of(firm, None, Statements(customer_id="E1", by_period=(half,))) is None
    assert capacity_of(firm, ECONOMY, None) == capacity_of(None, ECONOMY, stated)
    assert capacity_of(CustomerKind.FARM_HOUSEHOLD, None, stated) is None


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
