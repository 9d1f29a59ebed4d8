"""The loan register: one row a loan, on any day and as known by any record."""

from datetime import date

import pytest
from attrs import evolve

from adapters.problems import Unreadable
from domain.loan.commands import CancelLoan, RecordStatement
from domain.loan.values import CancelReason, StatedAmount, StatedDate
from domain.money import Money
from tests.domain.loan.loans import (
    AGREE,
    AGREED,
    DISBURSE,
    ORIGIN,
    REPAY,
    TAKE_OVER,
    TODAY,
    paid_out,
    receipt,
    reversal,
    yuan,
)
from tests.projections.asking import Books, shown

OWED = ("status", "principal", "interest_due", "penalty_due", "days_past_due", "next_due")


def lent() -> Books:
    return Books().after(AGREE, DISBURSE)


def stated(as_of: date, status: str, due: str) -> RecordStatement:
    return RecordStatement(
        loan_id="L1",
        as_of=as_of,
        status=status,
        amounts=(StatedAmount(name="due", amount=Money.parse(due)),),
        dates=(StatedDate(name="closed", day=date(2030, 1, 1)),),
        origin=ORIGIN,
        today=TODAY,
    )


def test_an_agreed_loan_is_in_the_register_from_the_day_of_signing():
    books = Books().after(AGREE)
    assert books.rows("loan_register", in_effect_on="2024-01-14") == []
    row = books.row("loan_register", in_effect_on="2024-01-15")
    assert shown(
        row, "loan_id", "customer_id", "product_id", "method", "amount", "rate_yearly"
    ) == (
        "L1",
        "C1",
        "P1",
        "equal_principal",
        "12000.00 CNY",
        "6.00%",
    )
    assert shown(row, "begun_on", "disbursed_on", "status") == ("2024-01-15", None, "agreed")


def test_a_loan_is_owed_from_the_day_of_paying_out():
    books = lent()
    before = books.row("loan_register", in_effect_on="2024-01-19")
    assert shown(before, "principal", "maturity", "disbursed_on") == ("0.00 CNY", None, None)
    row = books.row("loan_register", in_effect_on="2024-01-20")
    assert shown(row, *OWED) == ("active", "12000.00 CNY", "0.00 CNY", "0.00 CNY", 0, "2024-02-20")
    assert shown(row, "maturity", "disbursed_on") == ("2025-01-20", "2024-01-20")


def test_what_is_overdue_bears_penalty_interest_day_by_day():
    row = lent().row("loan_register", in_effect_on="2024-02-24")
    assert shown(row, *OWED) == (
        "overdue",
        "12000.00 CNY",
        "60.00 CNY",
        "1.00 CNY",
        4,
        "2024-03-20",
    )
    assert shown(row, "principal_due", "fee_due") == ("1000.00 CNY", "0.00 CNY")


def test_a_receipt_known_late_changes_the_day_it_counts_on_only_once_it_is_known():
    books = lent().after(REPAY)
    on = {"in_effect_on": "2024-02-20"}
    assert books.row("loan_register", **on)["principal"] == "11000.00 CNY"
    assert books.row("loan_register", **on, known_by="1")["principal"] == "12000.00 CNY"
    assert books.row("loan_register", in_effect_on="2024-02-19")["principal"] == "12000.00 CNY"


def test_a_reversed_receipt_counts_until_the_reversal_is_known():
    books = lent().after(REPAY, reversal("R1"))
    on = {"in_effect_on": "2024-02-20"}
    assert books.row("loan_register", **on, known_by="2")["principal"] == "11000.00 CNY"
    assert books.row("loan_register", **on)["principal"] == "12000.00 CNY"


def test_a_loan_kept_elsewhere_shows_what_was_stated_and_no_figures_of_ours():
    books = Books().after(
        evolve(TAKE_OVER, plan=()),
        stated(date(2025, 1, 31), "Repaying", "200.00"),
        stated(date(2025, 6, 30), "Fully Repaid", "0.00"),
    )
    first = books.row("loan_register", in_effect_on="2025-02-01")
    assert shown(first, "principal", "payoff", "days_past_due") == (None, None, None)
    assert first["stated"] == {
        "as_of": "2025-01-31",
        "status": "Repaying",
        "amounts": {"due": "200.00 CNY"},
        "dates": {"closed": "2030-01-01"},
        "origin": {"system": "old_core", "reference": "loans.csv:7"},
    }
    assert books.row("loan_register")["stated"]["status"] == "Fully Repaid"
    assert books.row("loan_register", known_by="1")["stated"]["status"] == "Repaying"
    assert books.row("loan_register", in_effect_on="2025-01-30")["stated"] is None


def test_a_stated_balance_corrected_later_is_the_former_one_as_known_before():
    books = Books().after(
        evolve(TAKE_OVER, plan=()),
        stated(date(2025, 1, 31), "Repaying", "200.00"),
        stated(date(2025, 1, 31), "Repaying", "210.00"),
    )
    assert books.row("loan_register")["stated"]["amounts"] == {"due": "210.00 CNY"}
    known = books.row("loan_register", known_by="1")
    assert known["stated"]["amounts"] == {"due": "200.00 CNY"}


def test_findings_of_a_taken_over_loan_are_counted():
    books = Books().after(
        evolve(TAKE_OVER, amount=yuan("310")),
        receipt("R1", "55", date(2024, 2, 1), origin=ORIGIN),
    )
    assert books.row("loan_register", in_effect_on="2024-01-31")["findings"] == 1
    assert books.row("loan_register")["findings"] == 2


def several() -> Books:
    """L1 settled, L2 cancelled, L3 agreed, L4 active, L5 overdue on 2024-02-24."""
    books = Books()
    for n in range(1, 6):
        books.after(evolve(AGREE, loan_id=f"L{n}", customer_id=f"C{n % 2}"))
    for n in (1, 4, 5):
        books.after(evolve(DISBURSE, loan_id=f"L{n}", reference=f"D{n}"))
    why = CancelReason.BORROWER_WITHDREW
    books.after(
        CancelLoan(loan_id="L2", reason=why, on=date(2024, 2, 1), today=TODAY),
        receipt("R1", "12000", date(2024, 1, 20)),
        evolve(REPAY, loan_id="L4"),
    )
    return books


@pytest.mark.parametrize(
    ("status", "loans"),
    [
        ("settled", ["L1"]),
        ("cancelled", ["L2"]),
        ("agreed", ["L3"]),
        ("active", ["L4"]),
        ("overdue", ["L5"]),
    ],
)
def test_the_register_is_narrowed_by_status_on_the_day(status, loans):
    rows = several().rows("loan_register", status=status, in_effect_on="2024-02-24")
    assert [row["loan_id"] for row in rows] == loans


def test_a_settled_loan_that_is_open_again_is_no_longer_found_as_settled():
    books = several().after(reversal("R1"))
    on = {"in_effect_on": "2024-02-24", "status": "settled"}
    assert books.rows("loan_register", **on) == []
    last = str(books.journal.head() - 2)  # Before the reversal and the reopening.
    assert [row["loan_id"] for row in books.rows("loan_register", **on, known_by=last)] == ["L1"]


def test_the_register_is_narrowed_by_customer_and_by_loan():
    books = several()
    assert [row["loan_id"] for row in books.rows("loan_register", customer_id="C0")] == ["L2", "L4"]
    assert [row["loan_id"] for row in books.rows("loan_register", loan_id="L4")] == ["L4"]
    assert books.rows("loan_register", loan_id="L4", customer_id="C1") == []


def test_the_register_is_read_page_by_page():
    books, seen, after = several(), [], ""
    for _ in range(3):
        page = books.page("loan_register", limit="2", after=after)
        seen.append([row["loan_id"] for row in page.rows])
        after = page.next or ""
    assert seen == [["L1", "L2"], ["L3", "L4"], ["L5"]]
    assert page.next is None


def test_a_page_of_found_loans_goes_on_after_the_last_one_shown():
    books = Books()
    for n in range(1, 4):
        books.after(evolve(AGREE, loan_id=f"L{n}"))
    first = books.page("loan_register", status="agreed", limit="1")
    rest = books.page("loan_register", status="agreed", after=str(first.next))
    assert [row["loan_id"] for row in (*first.rows, *rest.rows)] == ["L1", "L2", "L3"]


def test_a_page_narrowed_by_status_may_be_short_and_says_that_there_is_more():
    """It looks at a thousand loans; the only overdue one comes after."""
    books = Books()
    for n in range(1001):
        books.journal.add(f"loan-L{n:04d}", AGREED)
    books.journal.add("loan-L1000", paid_out())
    first = books.page("loan_register", status="overdue")
    assert (list(first.rows), first.next) == ([], "L0999")
    rest = books.page("loan_register", status="overdue", after="L0999")
    assert [row["loan_id"] for row in rest.rows] == ["L1000"]
    assert rest.next is None


def test_a_status_that_no_loan_can_have_is_refused_with_those_there_are():
    with pytest.raises(Unreadable, match="status: expected one of agreed, active"):
        Books().rows("loan_register", status="sleeping")
