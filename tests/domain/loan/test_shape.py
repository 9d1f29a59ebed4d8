"""Plans of every method that is serviced, agreed and paid out, and then prepaid."""

from datetime import date

import pytest
from attrs import evolve

from domain.calendar import DayCount
from domain.kinds import RepaymentMethod
from domain.loan import LOAN
from domain.loan.plan.spread import Pays
from domain.loan.plan.terms import Stage
from domain.loan.rules import (
    INSTALMENTS_WITHIN_TERMS,
    PLAN_CAN_BE_MADE,
    RHYTHM_WITHIN_TERMS,
)
from domain.loan.shape import Shape
from tests.domain.loan.loans import (
    AGREE,
    DISBURSE,
    LENT,
    PAID_OUT,
    TERMS,
    history,
    on,
    receipt,
    yuan,
)
from tests.specs import given

EVERY = evolve(
    TERMS,
    months_between=(1, 3),
    methods=(
        *TERMS.methods,
        RepaymentMethod.INTEREST_FIRST,
        RepaymentMethod.SINGLE_PAYMENT,
        RepaymentMethod.BALLOON,
        RepaymentMethod.STEPPED,
        RepaymentMethod.IRREGULAR,
    ),
)


def agree(method, shape=None, terms=EVERY, **changes):
    lent = LENT.with_value(date(2023, 1, 1), terms, "Decision 2023-1")
    return evolve(AGREE, method=method, shape=shape, terms=lent, **changes)


def plan(command, *then):
    view = on(PAID_OUT, then=[command, DISBURSE, *then])
    return [(row.instalment.principal.fen, row.instalment.interest.fen) for row in view.plan]


def test_interest_first_and_then_equal_instalments():
    rows = plan(agree(RepaymentMethod.INTEREST_FIRST, Shape(grace_principal=3)))
    assert rows[:3] == [(0, 60_00)] * 3
    assert len({principal + interest for principal, interest in rows[3:-1]}) == 1


def test_all_with_all_interest_at_the_end():
    assert plan(agree(RepaymentMethod.SINGLE_PAYMENT)) == [(12_000_00, 720_00)]


def test_a_balloon_is_due_with_the_last_instalment():
    rows = plan(agree(RepaymentMethod.BALLOON, Shape(amortised_over=60)))
    assert rows[-1][0] > 9_000_00
    assert len({principal + interest for principal, interest in rows[:-1]}) == 1


def test_stages_ask_each_in_their_own_way():
    stages = (
        Stage(periods=6, pays=Pays.PRINCIPAL, amount=yuan("500")),
        Stage(periods=6, pays=Pays.PRINCIPAL),
    )
    rows = plan(agree(RepaymentMethod.STEPPED, Shape(stages=stages)))
    assert [principal for principal, _ in rows] == [500_00] * 6 + [1500_00] * 6


def test_principal_is_asked_for_as_agreed_one_by_one():
    principals = tuple(yuan(text) for text in ["0"] * 8 + ["4000", "0", "0", "8000"])
    rows = plan(agree(RepaymentMethod.IRREGULAR, Shape(principals=principals)))
    assert [principal for principal, _ in rows] == [each.fen for each in principals]


def test_an_instalment_a_quarter():
    command = agree(RepaymentMethod.EQUAL_PRINCIPAL, Shape(months_between=3), instalments=4)
    assert plan(command) == [
        (3000_00, 180_00),
        (3000_00, 135_00),
        (3000_00, 90_00),
        (3000_00, 45_00),
    ]


def test_interest_is_settled_on_the_days_of_the_bank():
    settled = evolve(EVERY, settled_through=20, day_count=DayCount.A_360)
    command = agree(RepaymentMethod.INTEREST_ONLY, Shape(months_between=3), settled, instalments=4)
    view = on(PAID_OUT, then=[command, DISBURSE])
    days = [row.instalment.due_date for row in view.plan]
    assert days[:2] == [date(2024, 3, 21), date(2024, 6, 21)]
    assert days[-1] == date(2025, 1, 20)
    # 61 days from 20 January to 20 March, both included.
    assert view.plan[0].instalment.interest == yuan("122")


def test_level_instalments_are_multiples_of_the_unit_but_for_the_last():
    command = agree(RepaymentMethod.EQUAL_INSTALMENT, terms=evolve(EVERY, payment_unit=100))
    asked = [principal + interest for principal, interest in plan(command)]
    assert {total % 100 for total in asked[:-1]} == {0}


@pytest.mark.parametrize(
    ("method", "shape"),
    [
        (RepaymentMethod.INTEREST_FIRST, Shape(grace_principal=3)),
        (RepaymentMethod.BALLOON, Shape(amortised_over=60)),
        (RepaymentMethod.SINGLE_PAYMENT, None),
        (RepaymentMethod.EQUAL_INSTALMENT, Shape(months_between=3)),
    ],
)
def test_a_loan_of_any_shape_is_paid_off_early_by_what_the_register_says(method, shape):
    past = history(then=[agree(method, shape), DISBURSE])
    day = date(2024, 3, 1)
    owed = on(day, *past).payoff.total
    assert yuan("12000") < owed < yuan("12100")
    assert on(day, *past, then=[receipt("R1", owed.number, day)]).settled_on == day


def test_terms_of_which_no_plan_can_be_made_are_not_agreed():
    short = Shape(principals=(yuan("12000"),))
    given(LOAN).when(agree(RepaymentMethod.IRREGULAR, short)).then_refused(
        PLAN_CAN_BE_MADE, field="principals"
    )


def test_a_loan_keeps_within_the_rhythm_and_term_of_its_product():
    yearly = agree(RepaymentMethod.EQUAL_PRINCIPAL, Shape(months_between=12), instalments=2)
    given(LOAN).when(yearly).then_refused(RHYTHM_WITHIN_TERMS)
    long = agree(RepaymentMethod.EQUAL_PRINCIPAL, Shape(months_between=3), instalments=13)
    given(LOAN).when(long).then_refused(INSTALMENTS_WITHIN_TERMS, most=36)
