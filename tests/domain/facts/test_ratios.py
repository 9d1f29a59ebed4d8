"""Ratios of statements: exact, and not defined where nothing can be divided."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from domain.facts.ratios import SAYS, Ratio, Trend, ratios_of, shown, trend
from domain.facts.statement import Preparation, Statement, StatementLines, Statements, months_of
from tests.domain.financial_statement.statements import LINES, income, sheet, yuan


def stated(lines: StatementLines, start: date, end: date) -> Statement:
    return Statement(
        period_start=start, as_of=end, prepared=Preparation.AUDITED, statement_lines=lines
    )


def of_years(*lines: StatementLines) -> Statements:
    first = 2026 - len(lines)
    years = enumerate(lines, first)
    return Statements(
        customer_id="E1",
        by_period=tuple(stated(s, date(y, 1, 1), date(y, 12, 31)) for y, s in years),
    )


def last_ratios(of: Statements) -> dict[Ratio, Fraction | None]:
    return dict(ratios_of(of.by_period[-1], of))


def test_ratios_of_one_year_are_those_of_the_textbook():
    ratios = last_ratios(of_years(LINES))
    assert ratios[Ratio.DEBT_TO_ASSET] == Fraction(800, 2000)
    assert ratios[Ratio.CURRENT_RATIO] == Fraction(1000, 500)
    assert ratios[Ratio.QUICK_RATIO] == Fraction(500, 500)
    assert ratios[Ratio.RECEIVABLES_TURNOVER] == Fraction(3000, 300)
    assert ratios[Ratio.RETURN_ON_SALES] == Fraction(300, 3000)
    assert ratios[Ratio.RETURN_ON_ASSETS] == Fraction(300, 2000)


def test_growth_needs_the_year_before_and_is_not_defined_over_a_loss():
    alone = last_ratios(of_years(LINES))
    growths = (
        Ratio.EQUITY_GROWTH,
        Ratio.INCOME_GROWTH,
        Ratio.EXPENSE_GROWTH,
        Ratio.PROFIT_GROWTH,
    )
    assert [alone[ratio] for ratio in growths] == [None] * 4
    before = income(revenue=yuan(2_500_000), profit_total=yuan(-200_000))
    grown = last_ratios(of_years(before, LINES))
    assert grown[Ratio.INCOME_GROWTH] == Fraction(1, 5)
    assert grown[Ratio.EQUITY_GROWTH] == grown[Ratio.EXPENSE_GROWTH] == 0
    assert grown[Ratio.PROFIT_GROWTH] is None


def test_turnover_is_over_the_mean_of_opening_and_closing_balance():
    before = sheet(receivables=yuan(100_000))
    ratios = last_ratios(of_years(before, LINES))
    assert ratios[Ratio.RECEIVABLES_TURNOVER] == Fraction(3000, 200)


def test_half_a_year_is_scaled_to_a_year():
    half = Statements(
        customer_id="E1", by_period=(stated(LINES, date(2025, 1, 1), date(2025, 6, 30)),)
    )
    ratios = last_ratios(half)
    assert ratios[Ratio.RETURN_ON_ASSETS] == Fraction(300 * 2, 2000)
    assert ratios[Ratio.RETURN_ON_SALES] == Fraction(1, 10)


def test_a_division_by_nought_is_not_defined():
    nothing = dict.fromkeys(
        ("receivables", "inventory", "cash", "fixed_assets", "short_term_debts", "payables"), None
    )
    bare = evolve(
        sheet(
            **nothing,
            current_assets=yuan(0),
            total_assets=yuan(0),
            current_liabilities=yuan(0),
            total_liabilities=yuan(0),
            equity=yuan(0),
        ),
        income_statement=income(revenue=yuan(0)).income_statement,
    )
    assert set(last_ratios(of_years(bare)).values()) == {None}


def test_a_ratio_is_shown_with_four_decimals_half_up():
    assert shown(Fraction(2, 3)) == "0.6667"
    assert shown(Fraction(1, 20_000)) == "0.0001"
    assert shown(Fraction(-1, 20_000)) == "-0.0001"
    assert shown(Fraction(-5, 4)) == "-1.2500"
    assert shown(Fraction(0)) == "0.0000"


def test_a_trend_is_named_and_passes_over_what_is_not_defined():
    one, two, three = (Fraction(n) for n in (1, 2, 3))
    assert trend([one, two, three]) is Trend.RISING
    assert trend([three, None, one]) is Trend.FALLING
    assert trend([one, one]) is Trend.STEADY
    assert trend([one, three, two]) is Trend.UNSTEADY
    assert trend([one, None]) is Trend.UNKNOWN


def test_every_ratio_says_how_it_is_reckoned():
    assert SAYS.keys() == {*Ratio}


def test_months_are_whole_or_none():
    assert months_of(date(2024, 12, 1), date(2025, 2, 28)) == 3
    assert months_of(date(2024, 12, 2), date(2025, 2, 28)) == 0
