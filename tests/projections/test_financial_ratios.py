"""Statements side by side, on two dates."""

from attrs import evolve

from tests.domain.financial_statement.statements import LINES, RESTATE, SPREAD, of_year, yuan
from tests.projections.asking import Books, shown

LAST = "2025-01-01/2025-12-31"


def values(books: Books, figure: str, **query: str) -> dict[str, str]:
    rows = books.rows("financial_ratios", customer_id="E1", **query)
    return next(row["values"] for row in rows if row["figure"] == figure)


def test_a_period_counts_from_its_last_day():
    books = Books().after(of_year(2024), SPREAD)
    assert list(values(books, "revenue", in_effect_on="2025-12-30")) == ["2024-01-01/2024-12-31"]
    assert list(values(books, "revenue")) == ["2024-01-01/2024-12-31", LAST]


def test_what_was_stated_before_a_restatement_is_shown_as_known_then():
    books = Books().after(SPREAD)
    then = books.last
    more = evolve(LINES, average_cash=yuan(190_000))
    books.after(evolve(RESTATE, statement_lines=more))
    assert values(books, "average_cash")[LAST] == "190000.00 CNY"
    assert values(books, "average_cash", known_by=then)[LAST] == "180000.00 CNY"
    assert values(books, "stated_anew")[LAST] == "yes"


def test_a_trend_is_over_periods_of_the_same_length():
    half = evolve(of_year(2023), as_of=of_year(2023).as_of.replace(month=6, day=30))
    richer = evolve(LINES, average_cash=yuan(900_000))
    books = Books().after(half, of_year(2024), of_year(2025, richer))
    rows = books.rows("financial_ratios", customer_id="E1")
    cash = next(row for row in rows if row["figure"] == "average_cash")
    assert shown(cash, "trend", "customer_id") == ("rising", "E1")
    assert len(cash["values"]) == 3


def test_who_has_no_statement_has_no_ratios():
    assert Books().rows("financial_ratios", customer_id="E1") == []
