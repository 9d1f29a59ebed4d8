"""The rate of a loan is changed by agreement, from a day on."""

from datetime import date

from attrs import evolve

from domain.loan import LOAN
from domain.loan.pricing.commands import ChangeRate
from domain.loan.pricing.events import RateChanged
from domain.loan.pricing.rules import RATE_RISES_WITHIN_TERMS
from domain.loan.rules import (
    DAY_IS_NOT_AHEAD,
    LOAN_IS_PAID_OUT,
    NOT_BEFORE_PAYING_OUT,
    ONE_PAYMENT_A_RECEIPT,
    PLAN_IS_OURS_TO_CHANGE,
    SOMETHING_IS_OWED,
)
from domain.rate import Rate
from tests.domain.loan.loans import (
    AGREED,
    DISBURSED,
    PAID_OUT,
    REPAY,
    TAKEN_OVER,
    TODAY,
    history,
    on,
    order,
    receipt,
    yuan,
)
from tests.specs import given

CHANGE = order(ChangeRate, reference="A1", rate_yearly="3%", value_date=date(2024, 2, 20))
PAST = (AGREED, DISBURSED)


def interest(view):
    return [row.instalment.interest.fen for row in view.plan]


def test_a_lower_rate_lowers_the_interest_from_its_day_on():
    view = on(date(2024, 2, 20), *PAST, then=[CHANGE])
    assert view.rate_yearly == Rate.parse("3%")
    assert interest(view)[:3] == [60_00, 27_50, 25_00]
    before = on(date(2024, 2, 19), *PAST, then=[CHANGE])
    assert before.rate_yearly == Rate.parse("6%")


def test_a_change_within_a_period_splits_it_by_days():
    change = evolve(CHANGE, value_date=date(2024, 2, 5))
    view = on(date(2024, 2, 20), *PAST, then=[change])
    # 16 days at 6 % and 15 at 3 %, of 12,000.00 by 360.
    assert interest(view)[0] == 32_00 + 15_00


def test_a_change_that_becomes_known_late_restates_what_was_paid_since():
    (_, _, repaid, changed) = history(*PAST, then=[REPAY, evolve(CHANGE, value_date=PAID_OUT)])
    assert isinstance(changed, RateChanged)
    (row,) = changed.restated
    assert (row.before.interest, row.after.interest) == (yuan("60"), yuan("30"))
    assert repaid.paid == row.before
    in_time = on(TODAY, *PAST, then=[evolve(CHANGE, value_date=PAID_OUT), REPAY])
    assert on(TODAY, *PAST, then=[REPAY, evolve(CHANGE, value_date=PAID_OUT)]) == in_time


def test_a_change_is_recorded_once():
    past = history(*PAST, then=[CHANGE])
    given(LOAN, *past).when(CHANGE).then_nothing()
    other = evolve(CHANGE, rate_yearly=Rate.parse("4%"))
    given(LOAN, *past).when(other).then_refused(ONE_PAYMENT_A_RECEIPT)


def test_a_rate_does_not_rise_above_what_the_product_may_ask():
    dear = evolve(CHANGE, rate_yearly=Rate.parse("8.01%"))
    given(LOAN, *PAST).when(dear).then_refused(RATE_RISES_WITHIN_TERMS)
    edge = evolve(CHANGE, rate_yearly=Rate.parse("8%"))
    assert given(LOAN, *PAST).when(edge).outcome()


def test_a_rate_changes_on_a_day_on_which_something_is_owed():
    given(LOAN, AGREED).when(CHANGE).then_refused(LOAN_IS_PAID_OUT)
    early = evolve(CHANGE, value_date=date(2024, 1, 19))
    given(LOAN, *PAST).when(early).then_refused(NOT_BEFORE_PAYING_OUT)
    ahead = evolve(CHANGE, value_date=date(2026, 7, 1))
    given(LOAN, *PAST).when(ahead).then_refused(DAY_IS_NOT_AHEAD)
    settled = history(*PAST, then=[receipt("R9", "12060", date(2024, 2, 20))])
    given(LOAN, *settled).when(CHANGE).then_refused(SOMETHING_IS_OWED)


def test_a_rate_that_changed_before_the_loan_was_settled_is_taken_and_leaves_an_excess():
    settled = history(*PAST, then=[receipt("R9", "12060", date(2024, 2, 20))])
    view = on(TODAY, *settled, then=[evolve(CHANGE, value_date=PAID_OUT)])
    assert view.excess == yuan("30")


def test_the_plan_of_another_system_is_not_changed():
    given(LOAN, TAKEN_OVER).when(CHANGE).then_refused(PLAN_IS_OURS_TO_CHANGE)
