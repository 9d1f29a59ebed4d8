"""Ratings and statements through the whole core: a household by its card, a firm by ratios."""

from collections.abc import Iterator
from typing import Any

import pytest

from adapters.bus import Bus
from adapters.system import System
from domain.financial_statement.rules import CASH_HOLDS, ITEMS_ADD_UP
from domain.rating.rules import OVERRIDE_IS_LIMITED
from tests import credit_file, credit_papers
from tests.credit_file import RATE
from tests.specs import requiring

FIRM: dict[str, Any] = {
    "customer_id": "E1",
    "kind": "enterprise",
    "name": "清河米业有限公司",
    "document": {"kind": "unified_social_credit_code", "number": "91330106MA27XY1234"},
    "since": "2025-01-02",
}


@pytest.fixture
def system() -> Iterator[System]:
    """A bank with a household whose application was admitted."""
    with credit_file.bank_with_an_application() as opened:
        yield opened


def refused(bus: Bus, rule: Any, name: str, fields: dict[str, Any], **facts: Any) -> None:
    requiring(lambda: bus.run(name, fields)).then_refused(rule, **facts)


@pytest.mark.row("RL-01", shown_by="rating.rate_customer, rating.override_grade, views.ratings")
def test_a_customer_is_rated_and_authority_moves_the_grade(system):
    wang, zhou = system.bus("wang"), system.bus("zhou")
    wang.run("rating.rate_customer", RATE)
    far = {**credit_papers.OVERRIDE, "grade": "B"}
    refused(zhou, OVERRIDE_IS_LIMITED, "rating.override_grade", far, notches=2)
    zhou.run("rating.override_grade", credit_papers.OVERRIDE)
    made, moved = wang.read("ratings", {"customer_id": "C2"}).rows
    assert (made["grade"], made["points"], made["scored"]["overall"]) == ("AA", 84, 24)
    assert (made["measured"]["net_assets"], made["valid_until"]) == ("160000", "2027-03-01")
    assert (moved["grade"], moved["grade_before"], moved["actor"]) == ("A", "AA", "zhou")


@pytest.mark.row("RL-02", shown_by="scorecard.define, views.scorecards, views.rating_comparison")
def test_another_version_is_tried_on_the_whole_book_before_it_holds(system):
    wang, zhou = system.bus("wang"), system.bus("zhou")
    wang.run("rating.rate_customer", RATE)
    zhou.run("scorecard.define", credit_papers.SCORECARD)
    own = wang.read("scorecards", {"scorecard_id": "farm-household"}).rows
    assert [(row["version"], row["shipped"], row["in_force"]) for row in own] == [
        (0, True, True),
        (1, False, False),
    ]
    wang.run("rating.rate_customer", RATE)
    asked = {"scorecard_id": "farm-household"}
    (same,) = wang.read("rating_comparison", {**asked, "version": "0"}).rows
    assert (same["same_again"], same["other_points"], same["grade_moves"]) == (True, 84, False)
    (other,) = wang.read("rating_comparison", asked).rows
    assert (other["other_version"], other["same_again"]) == (1, True)
    assert (other["other_points"], other["other_grade"], other["grade_moves"]) == (100, "A", True)


def test_a_version_that_another_replaced_on_its_day_is_still_known_to_who_was_rated_with_it(system):
    wang, zhou = system.bus("wang"), system.bus("zhou")
    today = {**credit_papers.SCORECARD, "since": "2026-03-02"}
    zhou.run("scorecard.define", today)
    rate = {**RATE, "judged": []}
    wang.run("rating.rate_customer", rate)
    revised = {name: today[name] for name in ("scorecard_id", "characteristics", "grades", "since")}
    grades = [{"grade": "B", "points_min": 0}]
    zhou.run("scorecard.revise", {**revised, "grades": grades, "source": "Board 2026-4"})
    asked = {"scorecard_id": "farm-household"}
    (row,) = wang.read("rating_comparison", asked).rows
    assert (row["version"], row["same_again"], row["other_grade"]) == (1, True, "B")
    known = [row["version"] for row in wang.read("scorecards", asked).rows]
    assert known == [0, 1, 2]


def test_old_ratings_and_conclusions_come_out_the_same_under_their_own_rules(system):
    wang, zhou = system.bus("wang"), system.bus("zhou")
    credit_file.investigated(wang)
    wang.run("rating.rate_customer", RATE)
    zhou.run("rating.override_grade", credit_papers.OVERRIDE)
    wang.run("investigation.conclude", credit_file.CONCLUDE)
    zhou.run("scorecard.define", credit_papers.SCORECARD)
    rows = wang.read("judged_again", {}).rows
    assert {row["event"] for row in rows} == {
        "investigation.loan_risk_graded",
        "rating.customer_rated",
        "rating.grade_overridden",
        "investigation.concluded",
        "credit_application.admission_judged",
    }
    assert {row["under_own"] for row in rows} == {"same"}, rows
    later = wang.read("judged_again", {"about": "C2", "in_effect_on": "2026-07-01"}).rows
    assert [(row["under_own"], row["under_today"]) for row in later][:1] == [("same", "different")]
    (told,) = later[0]["today_differences"]
    assert "RATE-004" in told["after"]


@pytest.mark.row(
    "IV-07", "IV-08", "IV-09", "IV-10", "IV-11", "IV-12", "IV-13", "IV-14", "IV-15",
    shown_by="financial_statement.record, financial_statement.restate, views.financial_ratios",
)  # fmt: skip
def test_statements_stand_side_by_side_with_their_ratios_and_where_they_go(system):
    wang = system.bus("wang")
    wang.run("customer.register", {**FIRM, "document": None, "origin": credit_papers.ORIGIN})
    for year in (2024, 2025):
        wang.run("financial_statement.record", credit_papers.statement(year))
    wrong = credit_papers.statement(2023)
    wrong["statement_lines"]["balance_sheet"]["equity"] = "1.00"
    refused(wang, ITEMS_ADD_UP, "financial_statement.record", wrong)
    rows = wang.read("financial_ratios", {"customer_id": "E1"}).rows
    by_figure = {row["figure"]: row for row in rows}
    last = "2025-01-01/2025-12-31"
    assert {name: row["values"].get(last) for name, row in by_figure.items()} == {
        "prepared": "management",
        "stated_anew": "no",
        "findings": CASH_HOLDS.code,
        "total_assets": "2000000.00 CNY",
        "total_liabilities": "800000.00 CNY",
        "equity": "1200000.00 CNY",
        "revenue": "3000000.00 CNY",
        "expense": "2700000.00 CNY",
        "profit_total": "300000.00 CNY",
        "average_cash": "90000.00 CNY",
        "debt_to_asset": "0.4000",
        "current_ratio": "2.0000",
        "quick_ratio": "1.0000",
        "receivables_turnover": "10.0000",
        "return_on_sales": "0.1000",
        "return_on_assets": "0.1500",
        "equity_growth": "0.0000",
        "income_growth": "0.0000",
        "expense_growth": "0.0000",
        "profit_growth": "0.0000",
    }
    assert by_figure["average_cash"]["trend"] == "falling"
    assert by_figure["equity_growth"]["values"]["2024-01-01/2024-12-31"] == "not_defined"
    again = {**credit_papers.statement(2025), "digest": "sha256:" + "8" * 64, "reason": "audited"}
    wang.run("financial_statement.restate", {**again, "prepared": "audited"})
    rows = wang.read("financial_ratios", {"customer_id": "E1"}).rows
    assert rows[0]["values"][last] == "audited"
    assert rows[1]["values"][last] == "yes"
