"""How a customer behaves: each figure counted from records, and the signs in them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.statement import Preparation
from domain.financial_statement.events import FinancialStatementRecorded
from domain.money import Money
from domain.policy.events import PolicyParameterSet
from domain.service_request.values import RequestKind
from tests.domain.economic_file.files import RECORD
from tests.domain.facility.limits import MAXIMUM, RESERVE, USE, after
from tests.domain.financial_statement.statements import DIGEST, LINES
from tests.domain.loan.loans import AGREED, history, paid_out, receipt, reversal
from tests.domain.service_request.test_service_request import RECEIVED
from tests.projections.asking import Books
from tests.projections.market import MARKET

DAY = "2024-06-10"
LATE = history(AGREED, paid_out(), then=[receipt("R9", "1000", date(2026, 6, 1))])[2:]
REPAID = (
    receipt("R1", "1060", date(2024, 2, 20)),
    receipt("R2", "500", date(2024, 4, 5)),
    receipt("R3", "600", date(2024, 4, 5)),
    receipt("R4", "3000", date(2024, 4, 20)),
    receipt("R5", "100", date(2024, 5, 2)),
)


def lent(*then: Any) -> Books:
    return Books().with_events("loan-L1", *history(AGREED, paid_out(), then=then))


def behaviour(books: Books, part: str, **asked: str) -> dict[str, Mapping[str, Any]]:
    """Return the newest row of each figure or sign of a part."""
    asked = {"customer_id": "C1", "in_effect_on": DAY, **asked}
    return {r["figure"]: r for r in books.rows("behaviour", **asked) if r["part"] == part}


def said(row: Mapping[str, Any]) -> tuple[str, list[str]]:
    return row["value"], row["records"]


@pytest.mark.row("CU-17", shown_by="views.behaviour")
def test_each_receipt_is_held_against_what_was_due_on_its_day():
    figures = behaviour(lent(*REPAID), "figure", period_length="year")
    assert {name: said(row) for name, row in figures.items()} == {
        "receipts_early": ("1", ["loan-L1@7"]),
        "receipts_on_time": ("2", ["loan-L1@3", "loan-L1@6"]),
        "receipts_late": ("2", ["loan-L1@4", "loan-L1@5"]),
        "days_late": ("21", ["loan-L1@7", "loan-L1@4", "loan-L1@5"]),
        "part_payments": ("1", ["loan-L1@4"]),
        "prepayments": ("3", ["loan-L1@5", "loan-L1@6", "loan-L1@7"]),
        "drawdown_count": ("1", ["loan-L1@2"]),
        "amount_drawn": ("12000.00 CNY", ["loan-L1@2"]),
    }
    assert all(row["says"] and row["setting"] is None for row in figures.values())


@pytest.mark.row("CU-17", shown_by="views.behaviour")
def test_warnings_and_needs_name_their_figure_their_parameter_and_their_records():
    books = lent(*REPAID)
    warnings, needs = behaviour(books, "warning"), behaviour(books, "need")
    assert warnings.keys() == {"repays_late", "repays_very_late"}
    late = warnings["repays_late"]
    assert (late["period"], late["says"]) == ("2023-06-11/2024-06-10", "2 receipts came late")
    assert (late["setting"], late["source"]) == (
        "bank.behaviour.late_receipts_from 2",
        "editable default",
    )
    assert said(late) == ("2", ["loan-L1@4", "loan-L1@5"])
    assert warnings["repays_very_late"]["says"] == "what was due stayed unpaid for 21 days"
    assert needs.keys() == {"pays_ahead"}


def test_the_bank_says_from_when_a_figure_is_a_sign():
    set_to_three = PolicyParameterSet(
        parameter="bank.behaviour.late_receipts_from",
        setting="3",
        since=date(2024, 6, 1),
        source="Board 2024-3",
        authority="Board",
        findings=(),
    )
    books = lent(*REPAID).with_events("policy-book", set_to_three)
    assert "repays_late" not in behaviour(books, "warning")
    assert "repays_late" in behaviour(books, "warning", in_effect_on="2024-05-31")


def test_periods_follow_one_another_and_the_last_ends_with_the_day():
    asked = {"customer_id": "C1", "in_effect_on": DAY, "period_length": "month"}
    rows = lent(*REPAID).rows("behaviour", **asked)
    late = [(r["period"], r["value"]) for r in rows if r["figure"] == "receipts_late"]
    assert late == [
        ("2024-01-01/2024-01-31", "0"),
        ("2024-02-01/2024-02-29", "0"),
        ("2024-03-01/2024-03-31", "0"),
        ("2024-04-01/2024-04-30", "2"),
        ("2024-05-01/2024-05-31", "0"),
        ("2024-06-01/2024-06-10", "0"),
    ]


def test_what_was_known_then_is_shown_as_then_and_what_was_taken_back_is_gone():
    undone = lent(*REPAID[:2], reversal("R2"))
    assert said(behaviour(undone, "figure", known_by="3")["receipts_late"])[0] == "1"
    assert "receipts_late" not in behaviour(undone, "figure")
    assert behaviour(undone, "figure", in_effect_on="2024-01-19") == {}
    assert Books().rows("behaviour", customer_id="nobody") == []


def statement(year: int, revenue: int, cash: int, months: int = 12) -> FinancialStatementRecorded:
    income = evolve(LINES.income_statement, revenue=Money(100 * revenue))
    return FinancialStatementRecorded(
        period_start=date(year, 13 - months, 1),
        as_of=date(year, 12, 31),
        prepared=Preparation.AUDITED,
        statement_lines=evolve(LINES, income_statement=income, average_cash=Money(100 * cash)),
        digest=DIGEST,
        findings=(),
        settings=(),
    )


def test_turnover_and_cash_are_held_against_the_period_before_of_the_same_length():
    stated = (statement(2021, 900, 100), statement(2022, 600, 60), statement(2023, 100, 90, 3))
    books = Books().with_events("financial_statement-C1", *stated[:2])
    warnings = behaviour(books, "warning")
    assert said(warnings["turnover_falls"]) == (
        "0.3333",
        ["financial_statement-C1@1", "financial_statement-C1@2"],
    )
    assert warnings["cash_falls"]["says"] == (
        "it fell from 100.00 CNY on 2021-12-31 to 60.00 CNY on 2022-12-31"
    )
    books.with_events("financial_statement-C1", stated[2])
    assert behaviour(books, "warning") == {}
    books.with_events("financial_statement-C1", statement(2023, 900, 60))
    assert behaviour(books, "need").keys() == {"turnover_rises"}
    assert behaviour(books, "figure")["revenue"]["value"] == "900.00 CNY"
    books.with_events("financial_statement-C1", statement(2022, 880, 60))
    assert behaviour(books, "need") == {}


def test_contacts_requests_and_complaints_are_counted_with_the_channel_used():
    asked = evolve(RECEIVED, kind=RequestKind.REQUEST)
    books = Books().sealed("service_request-Q1", RECEIVED).sealed("service_request-Q2", RECEIVED)
    books.sealed("service_request-Q3", asked)
    for stream, events in MARKET.items():
        books.with_events(stream, *events)
    on = {"in_effect_on": "2026-12-31", "period_length": "year"}
    found = behaviour(books, "figure", **on)
    assert said(found["complaint_count"]) == ("2", ["service_request-Q1@1", "service_request-Q2@1"])
    assert said(found["request_count"]) == ("1", ["service_request-Q3@1"])
    assert behaviour(books, "warning", **on)["complains_often"]["value"] == "2"


def test_the_economic_file_tells_of_deposits_and_income():
    books = Books().after(RECORD)
    found = behaviour(books, "figure", in_effect_on="2026-12-31", period_length="year")
    assert found["net_income_stated"]["value"].endswith(" CNY")
    assert found["net_income_stated"]["records"] == ["economic_file-C1@1"]


def test_limits_that_are_used_up_are_a_need_or_a_warning():
    most = Money(28_000_000)
    taken = after(MAXIMUM, evolve(RESERVE, amount=most), evolve(USE, amount=most))
    on = {"in_effect_on": "2026-06-30"}
    books = Books().with_events("facility-C1", *taken, day=date(2026, 3, 2))
    books.with_events("loan-L1", *history(AGREED, paid_out()))
    assert said(behaviour(books, "figure", **on)["use_of_limit"]) == ("0.9333", ["facility-C1@3"])
    assert behaviour(books, "need", **on).keys() == {"limit_short"}
    late = {**on, "known_by": books.last}
    books.with_events("loan-L1", *LATE)
    assert "limit_strained" in behaviour(books, "warning", **on)
    assert "limit_strained" not in behaviour(books, "warning", **late)
