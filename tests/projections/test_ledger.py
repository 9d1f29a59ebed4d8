"""The ledger: what each event posts, at which day, and that it always balances."""

from collections import defaultdict
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.problems import Unreadable
from domain.loan.commands import RefundExcess, ReverseDisbursement
from domain.money import Money
from tests.domain.loan.loans import (
    AGREE,
    DISBURSE,
    ORIGIN,
    REPAY,
    TAKE_OVER,
    TODAY,
    receipt,
    reversal,
    yuan,
)
from tests.projections.asking import Books, shown


def posted(books: Books, **query: str) -> list[tuple[str, str, str]]:
    """Return what the ledger says, as (value date, account, amount)."""
    return [shown(row, "on", "account", "amount") for row in books.rows("ledger", **query)]


def lent() -> Books:
    return Books().after(AGREE, DISBURSE)


def test_agreeing_a_loan_moves_no_money():
    assert posted(Books().after(AGREE)) == []


def test_paying_out_is_a_loan_against_cash():
    books = lent()
    assert posted(books) == [
        ("2024-01-20", "1303", "12000.00 CNY"),
        ("2024-01-20", "1011", "-12000.00 CNY"),
    ]
    row = books.rows("ledger")[0]
    assert shown(row, "index", "line", "loan_id", "reference", "account_zh", "account_en") == (
        1,
        0,
        "L1",
        "D1",
        "贷款",
        "loans",
    )


def test_a_payment_that_did_not_take_place_is_taken_back_on_its_own_day():
    books = lent().after(ReverseDisbursement(loan_id="L1", reference="D1"))
    assert posted(books)[2:] == [
        ("2024-01-20", "1011", "12000.00 CNY"),
        ("2024-01-20", "1303", "-12000.00 CNY"),
    ]


def test_a_receipt_is_cash_against_income_and_the_loan():
    books = lent().after(receipt("R1", "1061", date(2024, 2, 24)))
    assert posted(books)[2:] == [
        ("2024-02-24", "1011", "1061.00 CNY"),
        ("2024-02-24", "6011.02", "-1.00 CNY"),
        ("2024-02-24", "6011.01", "-60.00 CNY"),
        ("2024-02-24", "1303", "-1000.00 CNY"),
    ]


def test_a_receipt_known_late_restates_the_later_one_at_its_own_value_date():
    """R2 paid penalty interest that was never owed: the instalment had been paid in time."""
    books = lent().after(receipt("R2", "1061", date(2024, 2, 24)), REPAY)
    assert posted(books)[6:] == [
        ("2024-02-20", "1011", "1060.00 CNY"),
        ("2024-02-20", "6011.01", "-60.00 CNY"),
        ("2024-02-20", "1303", "-1000.00 CNY"),
        ("2024-02-24", "6011.02", "1.00 CNY"),
        ("2024-02-24", "6011.01", "52.67 CNY"),
        ("2024-02-24", "1303", "-53.67 CNY"),
    ]


def test_a_reversed_receipt_is_taken_back_as_it_last_stood():
    books = lent().after(REPAY, reversal("R1"))
    assert posted(books)[5:] == [
        ("2024-02-20", "1011", "-1060.00 CNY"),
        ("2024-02-20", "6011.01", "60.00 CNY"),
        ("2024-02-20", "1303", "1000.00 CNY"),
    ]


def test_excess_is_owed_to_the_borrower_until_it_is_refunded():
    """Settled by R2 on the first due day; then R1 becomes known, and too much was received."""
    paid = receipt("R2", "12060", date(2024, 2, 20))
    back = RefundExcess(
        loan_id="L1",
        reference="F1",
        amount=yuan("1000"),
        value_date=date(2024, 3, 1),
        today=TODAY,
    )
    books = lent().after(paid, receipt("R1", "1000", date(2024, 1, 20)), back)
    held = posted(books, account="2241")
    assert held[-1] == ("2024-03-01", "2241", "1000.00 CNY")
    assert posted(books)[-1] == ("2024-03-01", "1011", "-1000.00 CNY")
    assert [amount.startswith("-") for _, _, amount in held] == [True, False]


def test_a_loan_taken_over_with_a_plan_is_posted_against_the_clearing_account():
    assert posted(Books().after(TAKE_OVER)) == [
        ("2024-01-01", "1303", "300.00 CNY"),
        ("2024-01-01", "3901", "-300.00 CNY"),
    ]


def test_a_loan_whose_balances_another_system_keeps_posts_nothing():
    assert posted(Books().after(evolve(TAKE_OVER, plan=()))) == []


def test_the_ledger_of_a_day_leaves_out_what_counts_later_or_was_known_later():
    books = lent().after(REPAY)
    assert len(posted(books, in_effect_on="2024-02-19")) == 2
    assert len(posted(books, known_by="1")) == 2
    assert len(posted(books)) == 5


def test_the_ledger_is_narrowed_by_account_and_by_loan():
    other = (evolve(AGREE, loan_id="L2"), evolve(DISBURSE, loan_id="L2"))
    books = lent().after(*other, REPAY)
    assert [row["loan_id"] for row in books.rows("ledger", account="1303")] == ["L1", "L2", "L1"]
    assert len(posted(books, loan_id="L2")) == 2
    assert posted(books, account="1303", loan_id="L2") == [("2024-01-20", "1303", "12000.00 CNY")]


def test_the_ledger_is_read_page_by_page_through_the_lines_of_one_event():
    books, after, seen = lent().after(REPAY), "", []
    for _ in range(3):
        page = books.page("ledger", limit="2", after=after)
        seen += [shown(row, "index", "line") for row in page.rows]
        after = page.next or ""
    assert page.next is None
    assert seen == [(1, 0), (1, 1), (2, 0), (2, 1), (2, 2)]


@pytest.mark.parametrize("cursor", ["x", "1", "1.x", "-1.0", "1.0.0", "²."])
def test_a_cursor_of_another_form_is_refused(cursor):
    with pytest.raises(Unreadable, match="is no place like"):
        lent().rows("ledger", after=cursor)


receipts = st.lists(
    st.tuples(st.integers(1, 900_000), st.integers(0, 300), st.booleans()), max_size=6
)


@settings(max_examples=40, deadline=None)
@given(receipts)
def test_every_event_balances_and_the_loan_account_is_the_principal_owed(moves):
    """The account 1303 agrees with the register on every day, whatever came late or was undone."""
    books = lent()
    for no, (fen, days, undone) in enumerate(moves):
        day = date.fromordinal(DISBURSE.value_date.toordinal() + days)
        came = receipt(f"R{no}", Money(fen).number, day, origin=ORIGIN)
        books.after(came, *([reversal(f"R{no}")] if undone else ()))
    sums: dict[int, int] = defaultdict(int)
    for fact_row in books.rows("ledger", limit="1000"):
        sums[fact_row["index"]] += yuan(fact_row["amount"]).fen
    assert set(sums.values()) <= {0}
    for on in ("2024-01-20", "2024-04-30", "2024-11-15", "2026-06-30"):
        balances = {row["account"]: row for row in books.rows("trial_balance", in_effect_on=on)}
        owed = books.row("loan_register", in_effect_on=on)["principal"]
        assert balances["1303"]["balance"] == owed
