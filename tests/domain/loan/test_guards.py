"""A loan is tied to its borrower while it is open, and is the file of nobody else."""

from datetime import date

from attrs import evolve

from domain.facts.borrowing import Borrowing
from domain.loan import LOAN
from domain.loan.commands import CancelLoan
from domain.loan.values import CancelReason
from domain.party import Standing
from domain.ties import ReleaseLoan, TieLoan
from tests.domain.loan.loans import (
    AGREE,
    AGREED,
    DISBURSE,
    DISBURSED,
    REPAY,
    SIGNED,
    TAKE_OVER,
    TAKEN_OVER,
    TERMS,
    TODAY,
    history,
    loan_of,
    receipt,
    reversal,
)
from tests.specs import given

DUE = date(2024, 2, 20)
EARLY = date(2024, 2, 10)
TIE = TieLoan(customer_id="C1", loan_id="L1")


def release(day: date) -> ReleaseLoan:
    return ReleaseLoan(customer_id="C1", loan_id="L1", ended_on=day)


def test_an_agreed_loan_is_tied_to_a_borrower_of_the_right_kind():
    tie = TieLoan(customer_id="C1", loan_id="L1", kind_required=TERMS.customer_kinds)
    given(LOAN).when(AGREE).then_guards(tie)


def test_a_loan_taken_over_is_tied_to_whoever_borrowed():
    given(LOAN).when(TAKE_OVER).then_guards(TIE)


def test_a_cancelled_loan_is_released():
    cancel = CancelLoan(loan_id="L1", reason=CancelReason.AGREED_IN_ERROR, on=SIGNED, today=TODAY)
    given(LOAN, AGREED).when(cancel).then_guards(release(SIGNED))


def test_a_settled_loan_is_released():
    given(LOAN, AGREED, DISBURSED).when(receipt("R2", "12060", DUE)).then_guards(release(DUE))


def test_a_reopened_loan_is_tied_again():
    past = history(AGREED, DISBURSED, then=[receipt("R2", "12060", DUE)])
    given(LOAN, *past).when(reversal("R2")).then_guards(TIE)


def test_a_loan_settled_on_another_day_is_tied_and_released_again():
    past = history(AGREED, DISBURSED, then=[receipt("R2", "12060", DUE)])
    given(LOAN, *past).when(receipt("R1", "12042", EARLY)).then_guards(TIE, release(EARLY))


def test_what_leaves_a_loan_open_asks_nothing_of_the_borrowers_file():
    given(LOAN, AGREED).when(DISBURSE).then_guards()
    given(LOAN, AGREED, DISBURSED).when(REPAY).then_guards()
    given(LOAN, AGREED).when(AGREE).then_guards()


def test_a_loan_is_known_to_others_by_its_borrower():
    borrower = Borrowing("C1", Standing.ACTIVE, loan_id="L1")
    assert LOAN.fact("L1", LOAN.initial) is None
    for begun in (AGREED, TAKEN_OVER):
        owed = evolve(borrower, outside_limits=begun.amount)
        assert LOAN.fact("L1", loan_of(begun)) == owed
    assert LOAN.fact("L1", loan_of(evolve(AGREED, facility_id="C1"))) == borrower
