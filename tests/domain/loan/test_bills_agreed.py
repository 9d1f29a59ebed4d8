"""Which bills can be discounted, and which cannot."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.facts.bill import (
    DAYS_ARE_IN_ORDER,
    DISCOUNT_IS_OF_A_BILL,
    FACE_IS_MONEY,
    RUNS_NO_LONGER,
    WHOLE_FACE_IS_DISCOUNTED,
)
from domain.loan import LOAN
from tests.domain.loan.bills import BILL, DAY, DISCOUNT, DUE
from tests.domain.loan.loans import AGREE, yuan
from tests.specs import given


def test_a_bill_that_cannot_be_discounted_is_not():
    agreeing = given(LOAN)
    agreeing.when(evolve(DISCOUNT, bill=None)).then_refused(DISCOUNT_IS_OF_A_BILL)
    nothing = evolve(DISCOUNT, bill=evolve(BILL, face=yuan("0")), amount=yuan("0"))
    agreeing.when(nothing).then_refused(FACE_IS_MONEY)
    part = evolve(DISCOUNT, bill=evolve(BILL, face=yuan("90000")))
    agreeing.when(part).then_refused(WHOLE_FACE_IS_DISCOUNTED)
    longer = evolve(BILL, matures_on=DUE + timedelta(1))
    agreeing.when(evolve(DISCOUNT, bill=longer)).then_refused(RUNS_NO_LONGER)


@pytest.mark.parametrize(
    "days",
    [
        {"issued_on": DAY + timedelta(1)},
        {"matures_on": DAY},
        {"payable_on": DUE - timedelta(1)},
        {"payable_on": DUE + timedelta(11)},
    ],
)
def test_a_bill_is_issued_then_discounted_and_then_matures(days):
    bill = evolve(BILL, **days)
    given(LOAN).when(evolve(DISCOUNT, bill=bill)).then_refused(DAYS_ARE_IN_ORDER)


def test_a_loan_that_is_no_discount_is_of_no_bill():
    given(LOAN).when(evolve(AGREE, bill=BILL)).then_refused(DISCOUNT_IS_OF_A_BILL)


def test_an_older_bill_runs_a_year():
    older = evolve(BILL, issued_on=date(2022, 12, 30), matures_on=date(2023, 12, 30))
    signed = evolve(DISCOUNT, bill=older, signed_on=date(2023, 2, 1))
    assert given(LOAN).when(signed).outcome()[0].bill == older
    longer = evolve(older, matures_on=date(2023, 12, 31))
    given(LOAN).when(evolve(signed, bill=longer)).then_refused(RUNS_NO_LONGER)
