"""A loan that is paid out in parts, whenever each of them became known."""

from datetime import date

from attrs import evolve

from domain.loan import LOAN
from domain.loan.commands import ReverseDisbursement
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    CURRENCY_IS_THE_LOANS,
    NOT_BEFORE_PAYING_OUT,
    NUMBER_IS_SPENT,
    WITHIN_COMMITMENT,
)
from domain.money import Money
from tests.domain.loan.loans import AGREED, DISBURSE, TODAY, history, on, receipt, yuan
from tests.specs import given

AGREED_IN_PARTS = evolve(AGREED, terms=evolve(AGREED.terms, drawdowns_max=3))
FIRST = evolve(DISBURSE, amount=yuan("6000"))
SECOND = evolve(DISBURSE, amount=yuan("5000"), reference="D2", value_date=date(2024, 2, 5))
REVERSE = ReverseDisbursement(loan_id="L1", reference="D2")


def test_what_is_paid_out_later_is_paid_back_over_the_days_that_remain():
    view = on(date(2024, 2, 5), AGREED_IN_PARTS, then=[FIRST, SECOND])
    assert view.principal == yuan("11000")
    assert len(view.plan) == 12
    assert sum(row.instalment.principal.fen for row in view.plan) == 11_000_00
    # 31 days of 6,000.00 and 15 of 5,000.00 at 6 %.
    assert view.plan[0].instalment.interest == yuan("43.50")


def test_a_part_that_becomes_known_late_leads_to_the_same_account():
    paid = receipt("R1", "500", date(2024, 2, 20))
    known = [FIRST, SECOND, paid]
    in_time = on(TODAY, AGREED_IN_PARTS, then=known)
    assert on(TODAY, AGREED_IN_PARTS, then=[FIRST, paid, SECOND]) == in_time
    assert on(TODAY, AGREED_IN_PARTS, then=[SECOND, paid, FIRST]) == in_time


def test_the_plan_of_the_first_part_is_kept_whichever_became_known_first():
    (*_, drawn) = history(AGREED_IN_PARTS, then=[SECOND, FIRST])
    assert drawn.start[0].due_date == date(2024, 2, 20)
    assert sum(row.principal.fen for row in drawn.start) == 6_000_00
    assert sum(row.principal.fen for row in drawn.plan) == 11_000_00


def test_parts_are_within_what_was_agreed():
    past = history(AGREED_IN_PARTS, then=[FIRST, SECOND])
    third = evolve(SECOND, reference="D3", amount=yuan("1000"))
    more = evolve(third, amount=yuan("1000.01"))
    given(LOAN, *past).when(more).then_refused(WITHIN_COMMITMENT, undrawn=yuan("1000"))
    given(LOAN, *past).when(evolve(third, amount=yuan("0"))).then_refused(AMOUNT_IS_POSITIVE)
    given(LOAN, *past).when(evolve(third, amount=Money(1, "USD"))).then_refused(
        CURRENCY_IS_THE_LOANS
    )
    small = [evolve(third, reference=f"D{n}", amount=yuan("10")) for n in (3, 4)]
    given(LOAN, *history(*past, then=small[:1])).when(small[1]).then_refused(
        WITHIN_COMMITMENT, parts=3
    )


def test_a_part_is_reversed_and_its_number_spent():
    past = history(AGREED_IN_PARTS, then=[FIRST, SECOND, REVERSE])
    assert on(TODAY, *past) == on(TODAY, AGREED_IN_PARTS, then=[FIRST])
    given(LOAN, *past).when(REVERSE).then_nothing()
    given(LOAN, *past).when(SECOND).then_refused(NUMBER_IS_SPENT)


def test_the_first_part_is_not_reversed_while_something_counts_before_the_next():
    early = receipt("R1", "100", date(2024, 2, 1))
    past = history(AGREED_IN_PARTS, then=[FIRST, SECOND, early])
    given(LOAN, *past).when(evolve(REVERSE, reference="D1")).then_refused(
        NOT_BEFORE_PAYING_OUT, paid_out_on=date(2024, 2, 5)
    )
