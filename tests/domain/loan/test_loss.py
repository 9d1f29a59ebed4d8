"""What the lender gives up, and what leaves the books and is still owed."""

from datetime import date

from attrs import evolve

from domain.kinds import Component
from domain.loan import LOAN, LoanStatus
from domain.loan.commands import RecordRepayment, TakeBack
from domain.loan.events import LoanSettled
from domain.loan.loss.commands import WaiveDebt, WriteOffLoan
from domain.loan.loss.events import LoanWrittenOff
from domain.loan.loss.rules import (
    NOT_ON_A_WRITTEN_OFF_LOAN,
    WAIVED_WAS_OWED,
    WRITTEN_OFF_ONCE,
)
from domain.loan.rules import SOMETHING_IS_OWED
from domain.loan.values import CorrectionReason, FactKind, Purpose
from tests.domain.loan.loans import (
    AGREED,
    DISBURSE,
    DISBURSED,
    TAKEN_OVER,
    history,
    on,
    order,
    receipt,
    yuan,
)
from tests.specs import given

PAST = (AGREED, DISBURSED)
WAIVE = order(
    WaiveDebt,
    reference="W1",
    component=Component.INTEREST,
    amount="40",
    value_date=date(2024, 2, 20),
)
WRITE_OFF = order(WriteOffLoan, reference="X1", value_date=date(2025, 6, 30))
LATER = receipt("R1", "5000", date(2025, 9, 1), purpose=Purpose.RECOVERY)


def test_what_is_waived_is_not_owed_any_more():
    view = on(date(2024, 2, 20), *PAST, then=[WAIVE])
    assert (view.due.interest, view.due.principal) == (yuan("20"), yuan("1000"))
    given(LOAN, *history(*PAST, then=[WAIVE])).when(WAIVE).then_nothing()


def test_waived_principal_lowers_what_the_loan_owes():
    lower = evolve(WAIVE, component=Component.PRINCIPAL, amount=yuan("3000"))
    assert on(date(2024, 2, 20), *PAST, then=[lower]).principal == yuan("9000")


def test_no_more_is_waived_than_is_owed():
    more = evolve(WAIVE, amount=yuan("60.01"))
    given(LOAN, *PAST).when(more).then_refused(WAIVED_WAS_OWED, owed=yuan("60"))
    none = evolve(WAIVE, component=Component.PENALTY)
    given(LOAN, *PAST).when(none).then_refused(WAIVED_WAS_OWED)


def test_waiving_all_that_is_owed_settles_a_loan():
    all_but = receipt("R1", "12059.99", date(2024, 2, 20))
    rest = evolve(WAIVE, component=Component.PRINCIPAL, amount=yuan("0.01"))
    assert on(date(2024, 2, 20), *PAST, then=[all_but, rest]).status is LoanStatus.SETTLED


def test_a_written_off_loan_is_off_the_books_and_still_owed():
    before = on(WRITE_OFF.value_date, *PAST)
    view = on(WRITE_OFF.value_date, *PAST, then=[WRITE_OFF])
    assert view.status is LoanStatus.WRITTEN_OFF
    assert view.principal.fen == 0
    assert view.payoff == before.payoff
    assert view.figures.written_off == before.payoff.total
    assert on(date(2025, 6, 29), *PAST, then=[WRITE_OFF]).status is LoanStatus.OVERDUE


def test_money_found_after_a_write_off_makes_it_less():
    (*_, written_off) = history(*PAST, then=[WRITE_OFF])
    assert isinstance(written_off, LoanWrittenOff)
    found = receipt("R1", "50", date(2024, 2, 20))
    (*_, recorded) = history(*PAST, then=[WRITE_OFF, found])
    (row,) = recorded.restated
    assert row.kind is FactKind.WRITE_OFF
    assert row.before == written_off.moved
    in_time = history(*PAST, then=[found, WRITE_OFF])[-1]
    assert row.after == in_time.moved
    assert on(LATER.value_date, *PAST, then=[WRITE_OFF, found]) == on(
        LATER.value_date, *PAST, then=[found, WRITE_OFF]
    )


def test_what_comes_in_after_a_write_off_is_recovered():
    owed = on(LATER.value_date, *PAST).payoff.total
    (*_, recovered, settled) = history(*PAST, then=[WRITE_OFF, evolve(LATER, amount=owed)])
    assert recovered.paid.principal.fen == 0
    assert recovered.paid.off_books == yuan("12000")
    assert recovered.paid.total == owed
    assert settled == LoanSettled(on=LATER.value_date)


def test_a_loan_is_written_off_once_and_while_something_is_owed():
    past = history(*PAST, then=[WRITE_OFF])
    given(LOAN, *past).when(WRITE_OFF).then_nothing()
    given(LOAN, *past).when(evolve(WRITE_OFF, reference="X2")).then_refused(WRITTEN_OFF_ONCE)
    settled = history(*PAST, then=[receipt("R9", "12060", date(2024, 2, 20))])
    given(LOAN, *settled).when(WRITE_OFF).then_refused(SOMETHING_IS_OWED)
    assert given(LOAN, TAKEN_OVER).when(WRITE_OFF).outcome()


def test_a_write_off_is_taken_back_and_the_loan_is_on_the_books_again():
    back = order(
        TakeBack, kind=FactKind.WRITE_OFF, number="X1", reason=CorrectionReason.KEYED_WRONG
    )
    past = history(*PAST, then=[WRITE_OFF, LATER])
    (*_, event) = history(*past, then=[back])
    (row,) = event.restated
    assert (row.before.off_books, row.after.off_books) == (row.after.principal, None)
    view = on(date(2025, 10, 1), *past, then=[back])
    assert view.status is LoanStatus.OVERDUE
    given(LOAN, *past, event).when(back).then_nothing()


def test_no_money_is_paid_out_on_a_loan_that_was_written_off():
    terms = evolve(AGREED.terms, drawdowns_max=2)
    agreed = evolve(AGREED, terms=terms)
    first = evolve(DISBURSE, amount=yuan("5000"))
    past = history(agreed, then=[first, WRITE_OFF])
    more = evolve(DISBURSE, amount=yuan("100"), reference="D2", value_date=WRITE_OFF.value_date)
    given(LOAN, *past).when(more).then_refused(NOT_ON_A_WRITTEN_OFF_LOAN)
    before = evolve(more, value_date=date(2024, 3, 1))
    assert given(LOAN, *past).when(before).outcome()


def test_the_receipt_of_a_recovery_is_recorded_like_any_other():
    assert isinstance(LATER, RecordRepayment)
    given(LOAN, *history(*PAST, then=[WRITE_OFF, LATER])).when(LATER).then_nothing()
