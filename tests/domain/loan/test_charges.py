"""Fees that are charged beside the plan, and the penalty rate on what was misused."""

from datetime import date

from attrs import evolve

from domain.loan import LOAN, LoanStatus
from domain.loan.charges.commands import ChargeFee, EndMisuse, RecordMisuse
from domain.loan.charges.rules import FEE_IS_DUE_AFTER_IT_IS_OWED, MISUSE_WITHIN_PRINCIPAL
from domain.loan.events import LoanReopened, LoanSettled
from domain.loan.rules import AMOUNT_IS_POSITIVE, DAY_IS_NOT_AHEAD, NOT_BEFORE_PAYING_OUT
from domain.loan.values import FeeKind
from tests.domain.loan.loans import (
    AGREED,
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
FEE = order(
    ChargeFee,
    fee_no="F1",
    kind=FeeKind.PERIODIC,
    amount="25",
    value_date=date(2024, 2, 1),
    due_date=date(2024, 2, 10),
)
MISUSE = order(RecordMisuse, reference="M1", value_date=date(2024, 1, 20))
ALL_BACK = receipt("R9", "12060", date(2024, 2, 20))


def test_a_fee_is_due_on_its_day_and_paid_first():
    assert on(date(2024, 2, 9), *PAST, then=[FEE]).due.fee.fen == 0
    assert on(date(2024, 2, 10), *PAST, then=[FEE]).due.fee == yuan("25")
    paid = on(date(2024, 2, 20), *PAST, then=[FEE, receipt("R1", "1060", date(2024, 2, 20))])
    assert paid.due.interest.fen + paid.due.principal.fen == 25_00


def test_a_fee_is_charged_once_and_after_paying_out():
    given(LOAN, *history(*PAST, then=[FEE])).when(FEE).then_nothing()
    given(LOAN, *PAST).when(evolve(FEE, amount=yuan("0"))).then_refused(AMOUNT_IS_POSITIVE)
    given(LOAN, *PAST).when(evolve(FEE, due_date=date(2024, 1, 31))).then_refused(
        FEE_IS_DUE_AFTER_IT_IS_OWED
    )
    given(LOAN, *PAST).when(evolve(FEE, value_date=date(2024, 1, 19))).then_refused(
        NOT_BEFORE_PAYING_OUT
    )


def test_a_fee_that_becomes_known_after_the_loan_was_settled_opens_it_again():
    past = history(*PAST, then=[ALL_BACK])
    assert isinstance(past[-1], LoanSettled)
    late = evolve(FEE, value_date=date(2024, 2, 25), due_date=date(2024, 2, 28))
    charged = given(LOAN, *past).when(late).outcome()
    assert [type(event) for event in charged[1:]] == [LoanReopened]
    view = on(date(2024, 3, 1), *past, *charged)
    assert (view.status, view.due.fee) == (LoanStatus.ACTIVE, yuan("25"))


def test_a_fee_is_charged_on_a_loan_taken_over_too():
    view = on(date(2024, 2, 10), TAKEN_OVER, then=[FEE])
    assert view.due.fee == yuan("26")


def test_misused_principal_bears_the_misuse_rate_while_that_lasts():
    ended = order(EndMisuse, reference="M1", until=date(2024, 1, 30))
    plain = on(date(2024, 1, 30), *PAST)
    misused = on(date(2024, 1, 30), *PAST, then=[MISUSE])
    # Ten days of 12,000.00 at 12 % in place of 6 %.
    assert plain.payoff.interest == yuan("20")
    assert misused.payoff.penalty == yuan("40")
    assert misused.payoff.interest.fen == 0
    assert misused.marks == ("misused",)
    cured = on(date(2024, 2, 9), *PAST, then=[MISUSE, ended])
    assert (cured.payoff.penalty, cured.payoff.interest) == (yuan("40"), yuan("20"))
    assert cured == on(date(2024, 2, 9), *PAST, then=[evolve(MISUSE, until=date(2024, 1, 30))])


def test_no_more_is_misused_than_is_owed():
    more = evolve(MISUSE, amount=yuan("12000.01"))
    given(LOAN, *PAST).when(more).then_refused(MISUSE_WITHIN_PRINCIPAL)
    assert given(LOAN, *PAST).when(evolve(MISUSE, amount=yuan("12000"))).outcome()


def test_a_misuse_is_found_and_put_right_by_today():
    past = history(*PAST, then=[MISUSE])
    given(LOAN, *past).when(MISUSE).then_nothing()
    late = order(EndMisuse, reference="M1", until=date(2026, 7, 1))
    given(LOAN, *past).when(late).then_refused(DAY_IS_NOT_AHEAD)
