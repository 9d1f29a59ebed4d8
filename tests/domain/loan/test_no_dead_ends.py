"""Every fact is taken on every kind of loan, or refused by a rule because it would be untrue."""

from datetime import date

import pytest

from domain.loan import LOAN
from domain.loan.commands import CancelLoan
from domain.loan.loss.commands import WriteOffLoan
from domain.loan.loss.rules import WRITTEN_OFF_ONCE
from domain.loan.rules import LOAN_IS_PAID_OUT, PLAN_IS_OURS_TO_CHANGE, SOMETHING_IS_OWED
from domain.loan.values import CancelReason, FactKind
from tests.domain.loan.loans import AGREED, SIGNED, TAKEN_OVER, history, order, receipt
from tests.domain.loan.test_take_back import DAY, FACTS, PAST
from tests.specs import given

WRITTEN_OFF = history(
    *PAST, then=[order(WriteOffLoan, reference="X9", value_date=date(2024, 3, 21))]
)
SETTLED = history(*PAST, then=[receipt("R9", "12060", date(2024, 3, 20))])
CANCELLED = history(
    AGREED, then=[order(CancelLoan, reason=CancelReason.BORROWER_WITHDREW, on=SIGNED)]
)
ON_OUR_PLAN = {*FACTS} - {FactKind.FEE, FactKind.WAIVER, FactKind.WRITE_OFF}
each_fact = pytest.mark.parametrize("kind", FACTS)


@each_fact
def test_a_written_off_loan_takes_what_is_true(kind):
    if kind is FactKind.WRITE_OFF:
        given(LOAN, *WRITTEN_OFF).when(FACTS[kind]).then_refused(WRITTEN_OFF_ONCE)
    else:
        assert given(LOAN, *WRITTEN_OFF).when(FACTS[kind]).outcome()


@each_fact
def test_a_settled_loan_takes_a_fee_and_else_owes_nothing_to_change(kind):
    if kind is FactKind.FEE:
        assert given(LOAN, *SETTLED).when(FACTS[kind]).outcome()
    else:
        given(LOAN, *SETTLED).when(FACTS[kind]).then_refused(SOMETHING_IS_OWED, day=DAY)


@each_fact
def test_a_cancelled_loan_was_never_paid_out(kind):
    given(LOAN, *CANCELLED).when(FACTS[kind]).then_refused(LOAN_IS_PAID_OUT)


@each_fact
def test_a_loan_taken_over_keeps_the_plan_that_was_stated(kind):
    if kind in ON_OUR_PLAN:
        given(LOAN, TAKEN_OVER).when(FACTS[kind]).then_refused(PLAN_IS_OURS_TO_CHANGE)
    else:
        assert given(LOAN, TAKEN_OVER).when(FACTS[kind]).outcome()


@each_fact
def test_a_fact_before_the_end_of_a_loan_is_taken_after_it(kind):
    settled = history(*PAST, then=[receipt("R9", "12118", date(2024, 4, 18))])
    assert given(LOAN, *settled).when(FACTS[kind]).outcome()
