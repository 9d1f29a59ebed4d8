"""The trial balance: turnover and balance of each account, and both sides agree."""

from datetime import date

from attrs import evolve

from tests.domain.loan.loans import AGREE, DISBURSE, REPAY, STATED, TAKE_OVER, reversal
from tests.projections.asking import Books, shown


def balances(books: Books, **query: str) -> list[tuple[str, str, str, str]]:
    rows = books.rows("trial_balance", **query)
    return [shown(row, "account", "debit", "credit", "balance") for row in rows]


def test_an_empty_journal_has_no_accounts():
    assert balances(Books()) == []


def test_turnover_and_balance_of_each_account_and_the_total_of_both_sides():
    assert balances(Books().after(AGREE, DISBURSE, REPAY)) == [
        ("1011", "1060.00 CNY", "12000.00 CNY", "-10940.00 CNY"),
        ("1303", "12000.00 CNY", "1000.00 CNY", "11000.00 CNY"),
        ("6011.01", "0.00 CNY", "60.00 CNY", "-60.00 CNY"),
        ("", "13060.00 CNY", "13060.00 CNY", "0.00 CNY"),
    ]


def test_a_reversal_leaves_its_turnover_and_no_balance():
    books = Books().after(AGREE, DISBURSE, REPAY, reversal("R1"))
    assert balances(books)[2] == ("6011.01", "60.00 CNY", "60.00 CNY", "0.00 CNY")


def test_the_balance_of_a_past_day_is_that_day_as_known_by_then_or_now():
    books = Books().after(AGREE, DISBURSE, REPAY)
    total = ("", "12000.00 CNY", "12000.00 CNY", "0.00 CNY")
    assert balances(books, in_effect_on="2024-02-19")[-1] == total
    assert balances(books, known_by="1")[-1] == total
    assert balances(books, known_by="0") == []


def test_currencies_are_never_added_up():
    dollars = [
        evolve(row, principal=evolve(row.principal, currency="USD"), interest=zero, fee=zero)
        for row in STATED
        for zero in [evolve(row.fee, fen=0, currency="USD")]
    ]
    lent = evolve(
        TAKE_OVER,
        loan_id="L2",
        amount=evolve(TAKE_OVER.amount, currency="USD"),
        plan=tuple(dollars),
        granted_on=date(2024, 1, 1),
    )
    rows = balances(Books().after(TAKE_OVER, lent))
    assert [row for row in rows if row[0] == ""] == [
        ("", "300.00 CNY", "300.00 CNY", "0.00 CNY"),
        ("", "300.00 USD", "300.00 USD", "0.00 USD"),
    ]
