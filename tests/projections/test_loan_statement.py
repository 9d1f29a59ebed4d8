"""The statement of a loan: every movement, the plan, and totals that agree with the account."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from adapters.problems import Unknown, Unreadable
from domain.loan.commands import RefundExcess, ReverseDisbursement
from tests.domain.loan.loans import (
    AGREE,
    DISBURSE,
    REPAY,
    TAKE_OVER,
    TODAY,
    receipt,
    reversal,
    yuan,
)
from tests.projections.asking import Books, shown

MOVED = ("on", "what", "reference", "reversed", "amount", "principal", "balance")


def lent() -> Books:
    return Books().after(AGREE, DISBURSE)


def part(books: Books, name: str, **query: str) -> list[Mapping[str, Any]]:
    rows = books.rows("loan_statement", loan_id="L1", **query)
    return [row for row in rows if row["part"] == name]


def moved(books: Books, **query: str) -> list[tuple[Any, ...]]:
    return [shown(row, *MOVED) for row in part(books, "movement", **query)]


def test_money_paid_out_and_received_with_the_principal_after_each():
    assert moved(lent().after(REPAY)) == [
        (
            "2024-01-20",
            "disbursement",
            "D1",
            False,
            "-12000.00 CNY",
            "-12000.00 CNY",
            "12000.00 CNY",
        ),
        ("2024-02-20", "repayment", "R1", False, "1060.00 CNY", "1000.00 CNY", "11000.00 CNY"),
    ]


def test_a_receipt_is_shown_with_its_split_and_who_recorded_it_when():
    row = part(lent().after(receipt("R1", "1061", date(2024, 2, 24))), "movement")[1]
    assert shown(row, "fee", "penalty", "interest", "principal", "excess") == (
        "0.00 CNY",
        "1.00 CNY",
        "60.00 CNY",
        "1000.00 CNY",
        "0.00 CNY",
    )
    assert shown(row, "index", "actor") == (2, "teller")
    assert row["recorded_at"].startswith("2026-01-01T")


def test_a_reversed_receipt_stays_marked_and_its_reversal_follows():
    books = lent().after(REPAY, reversal("R1"))
    assert moved(books)[1:] == [
        ("2024-02-20", "repayment", "R1", True, "1060.00 CNY", "1000.00 CNY", "11000.00 CNY"),
        (
            "2024-02-20",
            "repayment_reversed",
            "R1",
            False,
            "-1060.00 CNY",
            "-1000.00 CNY",
            "12000.00 CNY",
        ),
    ]
    assert moved(books, known_by="2")[1][3] is False


def test_a_reversed_payment_stays_marked_and_its_reversal_follows():
    books = lent().after(ReverseDisbursement(loan_id="L1", reference="D1"))
    assert [row[1:4] for row in moved(books)] == [
        ("disbursement", "D1", True),
        ("disbursement_reversed", "D1", False),
    ]
    assert part(books, "total")[0]["balance"] == "0.00 CNY"


def test_a_receipt_known_late_stands_on_its_day_and_the_difference_it_makes_on_the_later_day():
    books = lent().after(receipt("R2", "1061", date(2024, 2, 24)), REPAY)
    assert [
        shown(row, "on", "what", "reference", "interest") for row in part(books, "movement")
    ] == [
        ("2024-01-20", "disbursement", "D1", "0.00 CNY"),
        ("2024-02-20", "repayment", "R1", "60.00 CNY"),
        ("2024-02-24", "repayment", "R2", "60.00 CNY"),
        ("2024-02-24", "restated", "R2", "-52.67 CNY"),
    ]
    assert len(moved(books, in_effect_on="2024-02-23")) == 2
    assert [row[2] for row in moved(books, known_by="2")] == ["D1", "R2"]


def test_excess_that_went_back_leaves_the_principal_as_it_is():
    paid = receipt("R2", "12060", date(2024, 2, 20))
    back = RefundExcess(
        loan_id="L1",
        reference="F1",
        amount=yuan("1000"),
        value_date=date(2024, 3, 1),
        today=TODAY,
    )
    books = lent().after(paid, receipt("R1", "1000", date(2024, 1, 20)), back)
    last = part(books, "movement")[-1]
    assert shown(last, "what", "amount", "excess", "balance") == (
        "refund",
        "-1000.00 CNY",
        "-1000.00 CNY",
        "0.00 CNY",
    )


def test_the_plan_of_the_day_with_what_was_paid_and_what_is_open():
    plan = part(lent().after(REPAY), "instalment", in_effect_on="2024-02-20")
    assert len(plan) == 12
    wanted = ("no", "on", "amount", "paid", "outstanding")
    assert shown(plan[0], *wanted) == (1, "2024-02-20", "1060.00 CNY", "1060.00 CNY", "0.00 CNY")
    assert shown(plan[1], *wanted) == (2, "2024-03-20", "1055.00 CNY", "0.00 CNY", "1055.00 CNY")


def test_totals_agree_with_the_account_and_say_what_settles_the_loan():
    books = lent().after(REPAY, receipt("R2", "500", date(2024, 3, 25)))
    total, due, payoff = part(books, "total", in_effect_on="2024-03-25")
    register = books.row("loan_register", in_effect_on="2024-03-25")
    assert total["balance"] == register["principal"]
    assert shown(due, "interest", "principal") == shown(register, "interest_due", "principal_due")
    assert payoff["amount"] == register["payoff"]
    sums = sum(yuan(row["principal"]).fen for row in part(books, "movement"))
    assert total["principal"] == str(evolve(yuan("0"), fen=sums))
    assert total["balance"] == str(-yuan(total["principal"]))


def test_a_loan_kept_elsewhere_has_no_balance_of_ours():
    (row,) = part(Books().after(evolve(TAKE_OVER, plan=())), "movement")
    assert shown(row, "what", "reference", "balance") == ("taken_over", "loans.csv:7", None)


def test_an_unpaid_loan_has_nothing_but_totals():
    rows = Books().after(AGREE).rows("loan_statement", loan_id="L1")
    assert {row["part"] for row in rows} == {"total"}


def test_a_loan_that_is_not_there_on_the_day_is_unknown():
    with pytest.raises(Unknown, match="no loan 'L1' on 2024-01-14"):
        lent().rows("loan_statement", loan_id="L1", in_effect_on="2024-01-14")
    with pytest.raises(Unknown, match="no loan 'L9'"):
        lent().rows("loan_statement", loan_id="L9")


def test_a_statement_is_of_one_loan():
    with pytest.raises(Unreadable, match="required parameter missing: loan_id"):
        lent().rows("loan_statement")
