"""A receipt that was wrong is taken out; the loan is then as if it had never come."""

from datetime import date

import pytest

from domain.loan import LOAN, account
from domain.loan.events import LoanReopened, RepaymentReversed
from domain.loan.rules import (
    LOAN_IS_BEGUN,
    LOAN_IS_PAID_OUT,
    RECEIPT_IS_KNOWN,
    REFUND_STAYS_COVERED,
)
from domain.loan.values import Restated, ReversalReason
from tests.domain.loan.loans import (
    AGREED,
    DISBURSED,
    REPAY,
    TODAY,
    history,
    loan_of,
    receipt,
    reversal,
    split,
    yuan,
)
from tests.domain.loan.test_refund_excess import OVERPAID, REFUND
from tests.specs import given

DUE = date(2024, 2, 20)
LATE = date(2024, 3, 1)
REVERSED = RepaymentReversed(
    receipt_no="R1",
    amount=yuan("1060"),
    value_date=DUE,
    undone=split(interest="60", principal="1000"),
    reason=ReversalReason.KEYED_WRONG,
    restated=(),
    plan=(),
)


def test_a_receipt_is_reversed():
    past = history(AGREED, DISBURSED, then=[REPAY])
    given(LOAN, *past).when(reversal("R1")).then(REVERSED)


def test_a_receipt_is_reversed_once():
    past = history(AGREED, DISBURSED, then=[REPAY, reversal("R1")])
    given(LOAN, *past).when(reversal("R1")).then_nothing()


def test_a_receipt_that_was_not_recorded_is_not_reversed():
    given(LOAN, AGREED, DISBURSED).when(reversal("R1")).then_refused(RECEIPT_IS_KNOWN)


def test_a_loan_without_money_has_no_receipts():
    given(LOAN).when(reversal("R1")).then_refused(LOAN_IS_BEGUN)
    given(LOAN, AGREED).when(reversal("R1")).then_refused(LOAN_IS_PAID_OUT)


@pytest.mark.parametrize("amount", ["500", "1060", "5000", "12060"])
def test_the_loan_is_then_as_if_the_receipt_had_never_come(amount):
    never = history(AGREED, DISBURSED, then=[receipt("R2", "700", LATE)])
    kept = history(
        AGREED,
        DISBURSED,
        then=[receipt("R1", amount, DUE), reversal("R1"), receipt("R2", "700", LATE)],
    )
    for day in (DUE, LATE, TODAY):
        assert account(loan_of(*kept), day) == account(loan_of(*never), day)


def test_what_came_after_it_is_split_again():
    past = history(AGREED, DISBURSED, then=[receipt("R0", "500", DUE), receipt("R1", "1060", LATE)])
    before = split(penalty="1.40", interest="18.33", principal="1040.27")
    after = split(penalty="2.50", interest="60", principal="997.50")
    (undone,) = given(LOAN, *past).when(reversal("R0")).outcome()
    assert undone.undone == split(interest="60", principal="440")
    assert undone.restated == (
        Restated(receipt_no="R1", value_date=LATE, before=before, after=after),
    )
    assert undone.plan == DISBURSED.plan


def test_what_it_is_undone_for_is_its_split_as_it_last_stood():
    past = history(AGREED, DISBURSED, then=[receipt("R1", "1060", LATE), receipt("R0", "500", DUE)])
    (undone,) = given(LOAN, *past).when(reversal("R1")).outcome()
    assert undone.undone == split(penalty="1.40", interest="18.33", principal="1040.27")


def test_reversing_what_settled_a_loan_opens_it_again():
    past = history(AGREED, DISBURSED, then=[receipt("R2", "12060", DUE)])
    undone, reopened = given(LOAN, *past).when(reversal("R2")).outcome()
    assert undone.plan == DISBURSED.plan
    assert reopened == LoanReopened(on=DUE)


def test_a_refund_stays_covered():
    past = history(*OVERPAID, then=[REFUND])
    given(LOAN, *past).when(reversal("R1")).then_refused(
        REFUND_STAYS_COVERED, refunded=yuan("12060"), excess=yuan("0")
    )


def test_a_receipt_is_reversed_where_its_excess_was_not_refunded():
    undone, reopened, settled = given(LOAN, *OVERPAID).when(reversal("R1")).outcome()
    assert undone.restated[0].after == split(interest="60", principal="12000")
    assert (reopened.on, settled.on) == (date(2024, 2, 10), DUE)
