"""A loan of another's money from application to repayment, as the department sends it."""

from collections.abc import Iterator

import pytest

from adapters.sight import Sight
from adapters.system import System
from domain.approval.rules import OWN_MONEY_IS_DECIDED_ON
from domain.credit_application.rules import ACCEPTED_IS_NOT_WITHDRAWN
from domain.drawdown.rules import ENTRUSTED_FUNDS_ARE_IN
from domain.entrustment.rules import (
    ENDS_WITH_NOTHING_HELD,
    FEE_IS_AGREED,
    FUNDS_ARE_THE_ENTRUSTERS,
    RISK_STAYS_WITH_THEM,
    WITHIN_FUNDS_HELD,
)
from domain.money import Money
from tests.contract_papers import REVIEW, later, refused, row
from tests.entrusted_papers import (
    A1,
    ACCEPT,
    ADMIT,
    DEPOSIT,
    FEE,
    FOUND,
    RELEASE,
    REQUEST,
    accepted,
    bank_with_an_entrusted_application,
    lent,
    signed,
)


@pytest.fixture
def bank() -> Iterator[System]:
    with bank_with_an_entrusted_application() as made:
        yield made


def balances(bank: System) -> dict[str, int]:
    """Return what stands in each account, debit > 0, in fen."""
    rows = bank.bus("wang").read("trial_balance", {}).rows
    return {each["account"]: Money.parse(each["balance"]).fen for each in rows if each["account"]}


@pytest.mark.row(
    "PR-03",
    shown_by="credit_application.submit, credit_application.admit, entrustment.accept,"
    " contract.draft_loan, entrustment.deposit_funds, drawdown.release, views.entrusted_loans,"
    " views.entrustments, views.loan_register",
)
def test_another_s_money_is_lent_under_a_contract_of_three_parties(bank):
    accepted(bank)
    signed(bank)
    lent(bank)
    note = row(bank, "entrusted_loans", entrusted_by="C1")
    assert (note["loan_id"], note["contract_id"], note["principal"]) == (
        "N1",
        "W1",
        "48000.00 CNY",
    )
    assert row(bank, "entrusted_loans", customer_id="C2") == note
    assert not bank.bus("wang").read("entrusted_loans", {"customer_id": "C1"}).rows
    held = row(bank, "entrustments")
    assert (held["funds_deposited"], held["funds_lent"], held["funds_held"]) == (
        "50000.00 CNY",
        "48000.00 CNY",
        "2000.00 CNY",
    )
    assert (held["contract_id"], held["loans"]) == ("W1", ["N1"])


def test_it_stands_in_no_register_exposure_or_result_of_our_own(bank):
    accepted(bank)
    signed(bank)
    lent(bank)
    wang = bank.bus("wang")
    assert not wang.read("loan_register", {}).rows
    assert not wang.read("loan_register", {"loan_id": "N1"}).rows
    for part in ("customer", "top_ten", "industry", "large"):
        rows = wang.read("exposure", {"part": part}).rows
        assert {each["exposure"] for each in rows} <= {"0.00 CNY"}
    assert wang.read("loan_statement", {"loan_id": "N1"}).rows
    (loan,) = row(bank, "customer_card", customer_id="C2")["loans"]
    assert loan["entrusted"] is True


def test_who_is_connected_with_who_entrusts_sees_neither_money_nor_loan(bank):
    accepted(bank)
    signed(bank)
    lent(bank)
    kin = Sight(frozenset({"customer-C1"}), lambda _stream: None)
    for view in ("entrusted_loans", "entrustments"):
        rows = bank.bus("wang").read(view, {}).rows
        assert kin.seen(rows) == ([], len(rows))
        assert rows


def test_what_is_lent_and_what_is_owed_for_it_are_booked_apart_and_neither_is_set_off(bank):
    accepted(bank)
    signed(bank)
    lent(bank)
    bank.bus("shen").run("entrustment.collect_fee", FEE)
    # 50,000 came in and 48,000 went out, beside a fee of 300 that is ours.
    assert balances(bank) == {
        "1011": 50_000_00 - 48_000_00 + 300_00,
        "1321.01": 48_000_00,
        "2314.01": -48_000_00,
        "2314.04": -2_000_00,
        "6021": -300_00,
    }
    later(bank, 31)
    paid = {"loan_id": "N1", "receipt_no": "R1", "amount": "48193.33", "value_date": "2026-03-31"}
    bank.bus("wang").run("loan.record_repayment", {**paid, "purpose": "settle"})
    # 48,000 at 5 % for 29 of 360 days are 193.33: all of it is theirs, and none of it our income.
    after = balances(bank)
    assert after["1321.01"] == 0
    assert (after["2314.01"], after["2314.02"]) == (193_33, -193_33)
    assert "6011.01" not in after
    assert after["6021"] == -300_00


def test_nothing_is_lent_that_was_not_deposited_first(bank):
    accepted(bank)
    signed(bank)
    refused(bank, ENTRUSTED_FUNDS_ARE_IN, "wang", "drawdown.request", **REQUEST)
    ours = {**DEPOSIT, "paid_by": "C2"}
    refused(bank, FUNDS_ARE_THE_ENTRUSTERS, "shen", "entrustment.deposit_funds", **ours)
    bank.bus("shen").run("entrustment.deposit_funds", DEPOSIT)
    bank.bus("wang").run("drawdown.request", REQUEST)
    second = {**REQUEST, "drawdown_id": "D2", "loan_id": "N2", "amount": "12000.00"}
    bank.bus("wang").run("drawdown.request", second)
    for number in ("D1", "D2"):
        bank.bus("shen").run("drawdown.check", {"drawdown_id": number})
    bank.bus("shen").run("drawdown.release", RELEASE)
    again = {**RELEASE, "drawdown_id": "D2", "reference": "PAY-2"}
    left = refused(bank, WITHIN_FUNDS_HELD, "shen", "drawdown.release", **again)
    assert left["held"] == Money(2_000_00)
    assert not bank.bus("wang").read("entrusted_loans", {"loan_id": "N2"}).rows


def test_a_payment_that_did_not_take_place_gives_the_money_back(bank):
    accepted(bank)
    signed(bank)
    lent(bank)
    undo = {"drawdown_id": "D1", "reason": "returned_by_payee_bank"}
    bank.bus("shen").run("drawdown.reverse", undo)
    assert row(bank, "entrustments")["funds_held"] == "50000.00 CNY"
    assert balances(bank) == {
        "1011": 50_000_00,
        "1321.01": 0,
        "2314.01": 0,
        "2314.04": -50_000_00,
    }
    money = {**A1, "reference": "OUT-1", "amount": "50000.00", "value_date": "2026-03-02"}
    bank.bus("shen").run("entrustment.return_funds", money)
    ending = {**A1, "ending": "served"}
    refused(bank, ENDS_WITH_NOTHING_HELD, "feng", "entrustment.end", **ending)
    over = {"contract_id": "W1", "reason": "rescinded", "on": "2026-03-02"}
    bank.bus("jiang").run("contract.end", over)
    bank.bus("feng").run("entrustment.end", ending)
    assert row(bank, "entrustments")["ending"] == "served"


def test_the_lender_decides_on_no_credit_and_takes_no_risk(bank):
    bank.bus("wang").run("credit_application.admit", ADMIT)
    mine = {"staff_id": "feng"}
    waiting = [each["step"] for each in bank.bus("feng").read("worklist", mine).rows]
    assert waiting == ["accept_entrustment"]
    refused(bank, OWN_MONEY_IS_DECIDED_ON, "zheng", "approval.review", **REVIEW)
    guaranteed = {**FOUND, "undertakings": ["guarantee_repayment"]}
    asked = {**ACCEPT, "found": guaranteed}
    refused(bank, RISK_STAYS_WITH_THEM, "feng", "entrustment.accept", **asked)
    accepted(bank)
    assert not bank.bus("feng").read("worklist", mine).rows
    withdrawing = {**A1, "reason": "no_longer_needed"}
    refused(bank, ACCEPTED_IS_NOT_WITHDRAWN, "wang", "credit_application.withdraw", **withdrawing)
    borrower = {**FEE, "paid_by": "C2"}
    refused(bank, FEE_IS_AGREED, "shen", "entrustment.collect_fee", **borrower)
    bank.bus("feng").run("entrustment.end", {**A1, "ending": "called_off"})
    bank.bus("wang").run("credit_application.withdraw", withdrawing)
