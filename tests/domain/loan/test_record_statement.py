"""What another system stated about a loan is kept as it was stated, with what does not hold."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.loan import LOAN
from domain.loan.commands import RecordStatement
from domain.loan.events import StatementRecorded
from domain.loan.rules import (
    AMOUNTS_ARE_STATED_ONCE,
    COMMITMENT_ADDS_UP,
    CURRENCY_IS_THE_LOANS,
    DAY_IS_NOT_AHEAD,
    DISBURSED_ADDS_UP,
    LOAN_IS_BEGUN,
    LOAN_IS_TAKEN_OVER,
    OBLIGATION_ADDS_UP,
    SOLD_ADDS_UP,
    STATED_IS_NOT_NEGATIVE,
)
from domain.loan.values import StatedAmount, StatedDate
from domain.money import Money
from tests.domain.loan.loans import AGREED, ORIGIN, TAKEN_OVER, TODAY, loan_of
from tests.specs import given

AS_OF = date(2024, 3, 31)
SOUND = {
    "original": 1000,
    "cancelled": 100,
    "undisbursed": 200,
    "disbursed": 700,
    "repaid": 300,
    "due": 350,
    "sold": 50,
    "repaid_third_party": 20,
    "due_third_party": 30,
    "exchange_adjustment": -5,
    "obligation": 345,
    "held": 350,
}
CLOSED = (StatedDate(name="closed", day=date(2024, 12, 31)),)


def stated(**changes: int) -> tuple[StatedAmount, ...]:
    amounts = {**SOUND, **changes}
    return tuple(StatedAmount(name=name, amount=Money(fen)) for name, fen in amounts.items())


STATE = RecordStatement(
    loan_id="L1",
    as_of=AS_OF,
    status="Repaying",
    amounts=stated(),
    dates=CLOSED,
    origin=ORIGIN,
    today=TODAY,
)
RECORDED = StatementRecorded(
    as_of=AS_OF, status="Repaying", amounts=stated(), dates=CLOSED, origin=ORIGIN, findings=()
)


def test_stated_balances_are_recorded():
    given(LOAN, TAKEN_OVER).when(STATE).then(RECORDED)


def test_a_statement_is_recorded_once():
    given(LOAN, TAKEN_OVER, RECORDED).when(STATE).then_nothing()


def test_a_later_known_statement_of_the_same_day_corrects_the_first():
    corrected = evolve(RECORDED, status="Repaid")
    given(LOAN, TAKEN_OVER, RECORDED).when(evolve(STATE, status="Repaid")).then(corrected)
    assert loan_of(TAKEN_OVER, RECORDED, corrected).statements == {AS_OF: corrected}


def test_a_correction_can_be_taken_back():
    other = evolve(RECORDED, status="Repaid")
    given(LOAN, TAKEN_OVER, RECORDED, other).when(STATE).then(RECORDED)


def test_statements_of_two_days_stand_beside_each_other():
    later = evolve(STATE, as_of=AS_OF + timedelta(1))
    given(LOAN, TAKEN_OVER, RECORDED).when(later).then(evolve(RECORDED, as_of=later.as_of))


def off_by_one(name: str) -> RecordStatement:
    return evolve(STATE, amounts=stated(**{name: SOUND[name] + 1}))


@pytest.mark.parametrize("name", ["original", "cancelled", "undisbursed"])
def test_a_commitment_that_does_not_add_up_is_found(name):
    given(LOAN, TAKEN_OVER).when(off_by_one(name)).then_found(COMMITMENT_ADDS_UP)


@pytest.mark.parametrize("name", ["obligation", "exchange_adjustment"])
def test_an_obligation_that_does_not_add_up_is_found(name):
    given(LOAN, TAKEN_OVER).when(off_by_one(name)).then_found(OBLIGATION_ADDS_UP)


def test_repayments_that_do_not_add_up_are_found():
    given(LOAN, TAKEN_OVER).when(off_by_one("repaid")).then_found(DISBURSED_ADDS_UP)


@pytest.mark.parametrize("name", ["repaid_third_party", "due_third_party"])
def test_sales_that_do_not_add_up_are_found(name):
    given(LOAN, TAKEN_OVER).when(off_by_one(name)).then_found(SOLD_ADDS_UP)


def test_what_was_disbursed_is_found_on_both_sides():
    odd = evolve(STATE, amounts=stated(disbursed=701))
    given(LOAN, TAKEN_OVER).when(odd).then_found(COMMITMENT_ADDS_UP, DISBURSED_ADDS_UP)


def test_what_is_due_is_found_on_both_sides():
    odd = off_by_one("due")
    given(LOAN, TAKEN_OVER).when(odd).then_found(OBLIGATION_ADDS_UP, DISBURSED_ADDS_UP)


def test_a_sum_is_not_judged_where_a_part_was_not_stated():
    amounts = tuple(row for row in stated(repaid=999) if row.name != "sold")
    given(LOAN, TAKEN_OVER).when(evolve(STATE, amounts=amounts)).then(
        evolve(RECORDED, amounts=amounts)
    )


def test_a_negative_amount_is_found():
    odd = evolve(STATE, amounts=stated(held=-1))
    given(LOAN, TAKEN_OVER).when(odd).then_found(STATED_IS_NOT_NEGATIVE)


def test_a_balance_of_nothing_is_sound():
    amounts = stated(held=0)
    given(LOAN, TAKEN_OVER).when(evolve(STATE, amounts=amounts)).then(
        evolve(RECORDED, amounts=amounts)
    )


def test_an_amount_in_another_currency_is_found():
    amounts = (StatedAmount(name="held", amount=Money(1, "USD")),)
    odd = evolve(STATE, amounts=amounts)
    given(LOAN, TAKEN_OVER).when(odd).then_found(CURRENCY_IS_THE_LOANS)


def test_an_amount_is_stated_once():
    twice = evolve(STATE, amounts=(*stated(), StatedAmount(name="held", amount=Money(1))))
    given(LOAN, TAKEN_OVER).when(twice).then_refused(AMOUNTS_ARE_STATED_ONCE)


def test_a_day_is_stated_once():
    twice = evolve(STATE, dates=CLOSED + CLOSED)
    given(LOAN, TAKEN_OVER).when(twice).then_refused(AMOUNTS_ARE_STATED_ONCE)


def test_our_own_loans_are_not_stated_by_others():
    given(LOAN, AGREED).when(STATE).then_refused(LOAN_IS_TAKEN_OVER)


def test_nothing_is_stated_of_an_unknown_loan():
    given(LOAN).when(STATE).then_refused(LOAN_IS_BEGUN)


def test_balances_are_stated_as_of_today_at_the_latest():
    given(LOAN, TAKEN_OVER).when(evolve(STATE, as_of=TODAY)).then(evolve(RECORDED, as_of=TODAY))
    ahead = evolve(STATE, as_of=TODAY + timedelta(1))
    given(LOAN, TAKEN_OVER).when(ahead).then_refused(DAY_IS_NOT_AHEAD)
