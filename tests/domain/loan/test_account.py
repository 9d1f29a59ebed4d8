"""A loan on a day: what counts by then, and nothing that counts later."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.kinds import RepaymentMethod
from domain.loan import LoanStatus, account
from domain.loan.commands import CancelLoan, RefundExcess
from domain.loan.values import CancelReason
from domain.money import Money
from tests.domain.loan.loans import (
    AGREED,
    DISBURSED,
    ORIGIN,
    PAID_OUT,
    TAKEN_OVER,
    TODAY,
    history,
    loan_of,
    receipt,
    receipts_of,
    reversal,
    yuan,
)
from tests.domain.loan.strategies import begun, contracts, receipts, record

DUE = date(2024, 2, 20)
LENT = loan_of(AGREED, DISBURSED)
BEFORE, AFTER = timedelta(-1), timedelta(1)


def after(*commands):
    return loan_of(*history(AGREED, DISBURSED, then=commands))


def test_a_loan_is_agreed_until_its_money_is_paid_out():
    for loan, day in ((loan_of(AGREED), TODAY), (LENT, PAID_OUT + BEFORE)):
        view = account(loan, day)
        assert view.status is LoanStatus.AGREED
        assert view.principal == view.payoff.total == Money(0)
        assert (view.plan, view.receipts) == ((), ())
    assert account(LENT, PAID_OUT).status is LoanStatus.ACTIVE
    assert account(LENT, PAID_OUT).principal == DISBURSED.amount


def test_a_loan_is_cancelled_from_the_day_of_cancelling():
    on = date(2024, 1, 18)
    cancel = CancelLoan(loan_id="L1", reason=CancelReason.BORROWER_WITHDREW, on=on, today=TODAY)
    loan = loan_of(*history(AGREED, then=[cancel]))
    assert account(loan, on + BEFORE).status is LoanStatus.AGREED
    assert account(loan, on).status is LoanStatus.CANCELLED


@pytest.mark.parametrize(
    ("day", "status", "days_past_due", "next_due"),
    [
        (DUE + BEFORE, LoanStatus.ACTIVE, 0, DUE),
        (DUE, LoanStatus.ACTIVE, 0, date(2024, 3, 20)),
        (DUE + AFTER, LoanStatus.OVERDUE, 1, date(2024, 3, 20)),
        (date(2024, 3, 20), LoanStatus.OVERDUE, 29, date(2024, 4, 20)),
        (date(2025, 2, 20), LoanStatus.OVERDUE, 366, None),
    ],
)
def test_days_past_due_count_from_the_day_after_the_oldest_unpaid_due_date(
    day, status, days_past_due, next_due
):
    view = account(LENT, day)
    assert (view.status, view.days_past_due, view.next_due) == (status, days_past_due, next_due)
    assert view.oldest_unpaid == (DUE if days_past_due else None)


def test_the_oldest_unpaid_instalment_moves_on_when_it_is_paid_whole():
    day, paid_on = date(2024, 4, 1), date(2024, 3, 1)  # 2.50 of penalty interest by then.
    short, whole = (after(receipt("R1", text, paid_on)) for text in ("1062.49", "1062.50"))
    assert account(short, day).oldest_unpaid == DUE
    assert account(whole, day).oldest_unpaid == date(2024, 3, 20)


def test_a_receipt_counts_from_its_value_date():
    loan = after(receipt("R1", "1060", DUE), receipt("R2", "1055", date(2024, 3, 20)))
    early = account(loan, DUE)
    assert [row.receipt_no for row in early.receipts] == ["R1"]
    assert early.principal == yuan("11000")
    assert early.plan[0].settled
    assert not early.plan[1].settled
    assert early.due.total == Money(0)
    assert account(loan, DUE + BEFORE).principal == yuan("12000")
    assert account(loan, TODAY).principal == yuan("10000")


def test_a_reversed_receipt_counts_on_no_day():
    loan = after(receipt("R1", "1060", DUE), reversal("R1"))
    assert account(loan, TODAY) == account(LENT, TODAY)
    assert account(loan, TODAY).receipts == ()


def test_a_loan_is_settled_from_the_day_on_which_nothing_is_owed():
    loan = after(receipt("R1", "12060", DUE))
    assert account(loan, DUE + BEFORE).status is LoanStatus.ACTIVE
    view = account(loan, DUE)
    assert (view.status, view.settled_on) == (LoanStatus.SETTLED, DUE)
    assert account(loan, TODAY).payoff.total == Money(0)
    assert account(loan, TODAY).next_due is None


def test_excess_is_held_until_it_is_refunded():
    paid = receipt("R1", "12100", DUE, origin=ORIGIN)
    day = date(2024, 3, 1)
    refund = RefundExcess(
        loan_id="L1", reference="X1", amount=yuan("15"), value_date=day, today=TODAY
    )
    loan = after(paid, refund)
    assert account(loan, day + BEFORE).excess == yuan("40")
    assert account(loan, day).excess == yuan("25")


def test_a_loan_taken_over_stands_by_its_stated_plan():
    loan = loan_of(TAKEN_OVER)
    view = account(loan, date(2024, 2, 15))
    assert (view.status, view.days_past_due) == (LoanStatus.OVERDUE, 14)
    assert view.due.total == yuan("111")
    assert view.payoff.total == yuan("333")
    assert [row.instalment for row in view.plan] == list(TAKEN_OVER.plan)


def test_a_loan_taken_over_without_a_plan_is_never_overdue():
    view = account(loan_of(evolve(TAKEN_OVER, plan=())), TODAY)
    assert (view.status, view.plan, view.next_due) == (LoanStatus.ACTIVE, (), None)
    assert view.principal == view.payoff.total == TAKEN_OVER.amount


@given(contracts(), st.data())
def test_the_view_of_a_day_adds_up_with_the_receipts_by_then(contract, data):
    loan = loan_of(*history(*begun(contract), then=map(record, data.draw(receipts(contract)))))
    day = contract.paid_out_on + timedelta(data.draw(st.integers(0, 1700)))
    view = account(loan, day)
    known = {no: k for no, k in receipts_of(loan).items() if k.value_date <= day}
    assert {row.receipt_no: row.paid for row in view.receipts} == {
        no: k.moved for no, k in known.items()
    }
    for part in ("principal", "interest", "fee"):
        rows = sum(getattr(row.paid, part).fen for row in view.plan)
        assert rows == sum(getattr(k.moved, part).fen for k in known.values())
    assert view.principal.fen == contract.amount.fen - sum(
        k.moved.principal.fen for k in known.values()
    )
    assert view.excess.fen == sum(k.moved.excess.fen for k in known.values())
    overdue = [row for row in view.plan if row.instalment.due_date < day and not row.settled]
    assert (view.days_past_due > 0) is bool(overdue) is (view.status is LoanStatus.OVERDUE)
    assert (view.settled_on is not None) is (view.payoff.total == Money(0))


@given(contracts(method=RepaymentMethod.EQUAL_INSTALMENT), st.data())
def test_a_receipt_of_a_later_day_changes_nothing_before_it(contract, data):
    *others, last = sorted(
        data.draw(receipts(contract, most=6).filter(bool)), key=lambda m: m.value_date
    )
    without = loan_of(*history(*begun(contract), then=map(record, others)))
    loan = loan_of(*history(*begun(contract), then=map(record, [last, *others])))
    day = last.value_date + BEFORE
    assert account(loan, day) == account(without, day)
