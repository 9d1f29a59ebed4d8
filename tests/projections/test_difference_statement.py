"""Why a figure as known now is not what it was as known then."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from adapters.problems import Unknown, Unreadable
from domain.money import Money
from projections.chart import INTEREST_INCOME
from tests.domain.loan.loans import AGREE, DISBURSE, REPAY, receipt, reversal
from tests.projections.asking import Books, shown

MARCH = {"in_effect_on": "2024-03-31"}


def books() -> Books:
    """A report was made after R2 (index 2); R1, which came before it, was keyed in later."""
    lent = Books().after(AGREE, DISBURSE, receipt("R2", "1055", date(2024, 3, 20)))
    return lent.after(REPAY, receipt("R3", "500", date(2024, 4, 2)))


def differences(asked: Books, **query: str) -> tuple[list[Mapping[str, Any]], ...]:
    """Return the totals and the acts of a difference statement."""
    rows = asked.rows("difference_statement", then="2", **query)
    return [r for r in rows if r["part"] == "total"], [r for r in rows if r["part"] == "act"]


def test_a_late_receipt_explains_why_less_is_owed_than_the_report_said():
    totals, acts = differences(books(), loan_id="L1", **MARCH)
    (payoff,) = [row for row in totals if row["figure"] == "payoff"]
    (act,) = [row for row in acts if row["figure"] == "payoff"]
    assert shown(act, "event", "reference", "on", "actor") == (
        "loan.repayment_recorded",
        "R1",
        "2024-02-20",
        "teller",
    )
    assert shown(act, "figure_then", "figure_now", "effect") == shown(
        payoff, "figure_then", "figure_now", "effect"
    )


def test_the_figures_are_those_of_the_register_on_the_same_two_dates():
    asked = books()
    totals, _ = differences(asked, loan_id="L1", **MARCH)
    then = asked.row("loan_register", known_by="2", **MARCH)
    now = asked.row("loan_register", **MARCH)
    for row in totals:
        assert row["figure_then"] == then[row["figure"]]
        assert row["figure_now"] == now[row["figure"]]
    same = {"principal", "principal_due", "interest_due", "penalty_due", "fee_due", "payoff"}
    for figure in same - {row["figure"] for row in totals}:
        assert then[figure] == now[figure]


def test_the_effects_of_the_acts_add_up_to_the_difference():
    totals, acts = differences(books().after(reversal("R2")), loan_id="L1", **MARCH)
    assert totals
    for total in totals:
        own = [row for row in acts if row["figure"] == total["figure"]]
        assert sum(Money.parse(row["effect"]).fen for row in own) == fen(total)


def test_what_counts_after_the_day_explains_nothing_about_it():
    _, acts = differences(books(), loan_id="L1", **MARCH)
    assert {row["reference"] for row in acts} == {"R1"}


def test_the_interest_of_a_month_is_explained_by_what_was_posted_to_it_since():
    asked = books()
    (total,), acts = differences(
        asked, account=INTEREST_INCOME.code, from_day="2024-03-01", **MARCH
    )
    assert [shown(row, "loan_id", "reference", "effect") for row in acts] == [
        ("L1", "R2", shown(total, "effect")[0])
    ]
    assert fen(total) == sum(Money.parse(row["effect"]).fen for row in acts) != 0
    (whole,), _ = differences(asked, account=INTEREST_INCOME.code, **MARCH)
    for figure, dates in (("figure_then", {"known_by": "2", **MARCH}), ("figure_now", MARCH)):
        balance = [
            row["balance"]
            for row in asked.rows("trial_balance", **dates)
            if row["account"] == INTEREST_INCOME.code
        ]
        assert [whole[figure]] == balance


def test_nothing_is_listed_where_nothing_became_known():
    assert books().rows("difference_statement", then="4", loan_id="L1") == []


def test_a_difference_is_asked_of_a_loan_or_of_an_account():
    with pytest.raises(Unreadable, match="either a loan or an account"):
        books().rows("difference_statement", then="2")
    with pytest.raises(Unreadable, match="either a loan or an account"):
        books().rows("difference_statement", then="2", loan_id="L1", account="1303")
    with pytest.raises(Unknown, match="no loan 'L9'"):
        books().rows("difference_statement", then="2", loan_id="L9")


def fen(row: Mapping[str, Any]) -> int:
    return Money.parse(row["effect"]).fen
