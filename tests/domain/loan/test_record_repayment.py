"""Money received is split over what was owed on its value date, whenever it becomes known."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.kinds import Component, RepaymentMethod
from domain.loan import LOAN
from domain.loan.commands import ReverseDisbursement
from domain.loan.events import LoanReopened, LoanSettled, RepaymentRecorded
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    BALANCES_ARE_OURS,
    CURRENCY_IS_THE_LOANS,
    DAY_IS_NOT_AHEAD,
    LOAN_IS_BEGUN,
    LOAN_IS_PAID_OUT,
    NOT_BEFORE_PAYING_OUT,
    NUMBER_IS_SPENT,
    ONE_PAYMENT_A_RECEIPT,
    PAYMENT_IS_THE_INSTALMENT,
    WITHIN_PAYOFF,
)
from domain.loan.values import Restated
from domain.money import Money
from domain.rate import Rate
from tests.domain.loan.loans import (
    AGREED,
    DISBURSED,
    ORIGIN,
    PAID_OUT,
    REPAY,
    TAKEN_OVER,
    TERMS,
    TODAY,
    asked,
    history,
    paid_out,
    receipt,
    repaid,
    reversal,
    split,
    yuan,
)
from tests.specs import given

DUE = date(2024, 2, 20)
LATE = date(2024, 3, 1)  # Ten days later.
EARLY = date(2024, 2, 10)  # Ten days before, and 21 after paying out.
INSTALMENT = split(interest="60", principal="1000")
REPAID = repaid("R1", DUE, INSTALMENT)
ALL = receipt("R2", "12060", DUE)


def test_an_instalment_pays_interest_and_principal():
    given(LOAN, AGREED, DISBURSED).when(REPAY).then(REPAID)


def test_a_receipt_is_recorded_once():
    given(LOAN, AGREED, DISBURSED, REPAID).when(REPAY).then_nothing()


@pytest.mark.parametrize("change", [{"amount": yuan("1060.01")}, {"value_date": LATE}])
def test_a_receipt_number_names_one_payment(change):
    other = evolve(REPAY, **change)
    given(LOAN, AGREED, DISBURSED, REPAID).when(other).then_refused(ONE_PAYMENT_A_RECEIPT)


def test_the_number_of_a_reversed_receipt_is_not_used_again():
    past = history(AGREED, DISBURSED, then=[REPAY, reversal("R1")])
    given(LOAN, *past).when(REPAY).then_refused(NUMBER_IS_SPENT)


@pytest.mark.parametrize("amount", ["0", "-1"])
def test_a_receipt_is_of_more_than_nothing(amount):
    given(LOAN, AGREED, DISBURSED).when(receipt("R1", amount, DUE)).then_refused(AMOUNT_IS_POSITIVE)


def test_a_receipt_is_in_the_currency_of_the_loan():
    dollars = evolve(REPAY, amount=Money(1060_00, "USD"))
    given(LOAN, AGREED, DISBURSED).when(dollars).then_refused(CURRENCY_IS_THE_LOANS)


def test_an_unknown_loan_takes_no_money():
    given(LOAN).when(REPAY).then_refused(LOAN_IS_BEGUN)


def test_a_loan_that_is_not_paid_out_takes_no_money():
    given(LOAN, AGREED).when(REPAY).then_refused(LOAN_IS_PAID_OUT)
    undone = history(AGREED, DISBURSED, then=[ReverseDisbursement(loan_id="L1", reference="D1")])
    given(LOAN, *undone).when(REPAY).then_refused(LOAN_IS_PAID_OUT)


def test_money_counts_from_the_day_of_paying_out_at_the_earliest():
    at_once = receipt("R1", "12000", PAID_OUT)
    paid = repaid(
        "R1",
        PAID_OUT,
        split(principal="12000"),
        plan=(asked(1, DUE, "12000", "0"),),
    )
    given(LOAN, AGREED, DISBURSED).when(at_once).then(paid, LoanSettled(on=PAID_OUT))
    before = receipt("R1", "1", PAID_OUT - timedelta(1))
    given(LOAN, AGREED, DISBURSED).when(before).then_refused(NOT_BEFORE_PAYING_OUT)


def test_money_is_recorded_today_and_not_ahead():
    (paid,) = given(LOAN, AGREED, DISBURSED).when(receipt("R1", "1", TODAY)).outcome()
    assert paid.paid == split(penalty="1")
    ahead = receipt("R1", "1", TODAY + timedelta(1))
    given(LOAN, AGREED, DISBURSED).when(ahead).then_refused(DAY_IS_NOT_AHEAD)


def test_a_late_receipt_pays_penalty_interest_first():
    paid = split(penalty="2.50", interest="60", principal="997.50")
    given(LOAN, AGREED, DISBURSED).when(receipt("R1", "1060", LATE)).then(repaid("R1", LATE, paid))


def test_what_a_receipt_pays_first_is_as_agreed():
    order = (Component.PRINCIPAL, Component.INTEREST, Component.PENALTY, Component.FEE)
    agreed = evolve(AGREED, terms=evolve(TERMS, allocation=order))
    paid = split(principal="1000", interest="60", penalty="1")
    given(LOAN, agreed, paid_out(agreed)).when(receipt("R1", "1061", LATE)).then(
        repaid("R1", LATE, paid)
    )


def test_what_is_beyond_the_due_pays_accrued_interest_and_then_principal_early():
    (paid,) = given(LOAN, AGREED, DISBURSED).when(receipt("R1", "1042", EARLY)).outcome()
    assert paid.paid == split(interest="42", principal="1000")


def test_prepaying_keeps_the_principal_of_an_instalment_and_shortens_the_term():
    (paid,) = given(LOAN, AGREED, DISBURSED).when(receipt("R1", "1042", EARLY)).outcome()
    first, second, *_ = paid.plan
    # 12,000.00 for 21 days and 11,000.00 for 10; then a month on 10,000.00.
    assert first == asked(1, DUE, "2000", "60.33")
    assert second == asked(2, date(2024, 3, 20), "1000", "50")
    assert len(paid.plan) == 11
    assert sum(row.principal.fen for row in paid.plan) == 12000_00


def test_interest_paid_early_leaves_the_plan_as_it_is():
    given(LOAN, AGREED, DISBURSED).when(receipt("R1", "42", EARLY)).then(
        repaid("R1", EARLY, split(interest="42"))
    )


def test_paying_all_that_is_owed_settles_the_loan():
    plan = (DISBURSED.plan[0], asked(2, date(2024, 3, 20), "11000", "0"))
    paid = repaid("R2", DUE, split(interest="60", principal="12000"), plan=plan)
    given(LOAN, AGREED, DISBURSED).when(ALL).then(paid, LoanSettled(on=DUE))


def test_a_fen_less_does_not_settle_it_and_a_fen_more_is_refused():
    (paid,) = given(LOAN, AGREED, DISBURSED).when(receipt("R2", "12059.99", DUE)).outcome()
    assert isinstance(paid, RepaymentRecorded)
    more = receipt("R2", "12060.01", DUE)
    given(LOAN, AGREED, DISBURSED).when(more).then_refused(WITHIN_PAYOFF, owed=yuan("12060"))


def test_a_loan_without_interest_is_settled_early():
    free = evolve(AGREED, rate_yearly=Rate(0), method=RepaymentMethod.INTEREST_ONLY)
    past = history(free, paid_out(free), then=[receipt("R1", "100", EARLY)])
    paid, settled = given(LOAN, *past).when(receipt("R2", "11900", LATE)).outcome()
    assert paid.paid == split(principal="11900")
    assert [row.principal for row in paid.plan] == [yuan("100"), yuan("11900")]
    assert settled == LoanSettled(on=LATE)


def test_a_settled_loan_takes_no_money():
    past = history(AGREED, DISBURSED, then=[ALL])
    given(LOAN, *past).when(receipt("R3", "0.01", LATE)).then_refused(WITHIN_PAYOFF)


def test_a_back_dated_receipt_changes_what_later_ones_paid():
    before = split(penalty="2.50", interest="60", principal="997.50")
    after = split(penalty="1.40", interest="18.33", principal="1040.27")
    past = history(AGREED, DISBURSED, then=[receipt("R1", "1060", LATE)])
    (paid,) = given(LOAN, *past).when(receipt("R0", "500", DUE)).outcome()
    assert paid.paid == split(interest="60", principal="440")
    assert paid.restated == (
        Restated(receipt_no="R1", value_date=LATE, before=before, after=after),
    )
    # 11,000.00 for 10 days and 10,519.73 for 19.
    assert paid.plan[1] == asked(2, date(2024, 3, 20), "1480.27", "51.65")


def test_a_back_dated_receipt_can_settle_the_loan_on_an_earlier_day():
    past = history(AGREED, DISBURSED, then=[ALL])
    restated = Restated(
        receipt_no="R2",
        value_date=DUE,
        before=split(interest="60", principal="12000"),
        after=split(excess="12060"),
    )
    paid = repaid(
        "R1",
        EARLY,
        split(interest="42", principal="12000"),
        restated=(restated,),
        plan=(asked(1, DUE, "12000", "42"),),
    )
    given(LOAN, *past).when(receipt("R1", "12042", EARLY)).then(
        paid, LoanReopened(on=DUE), LoanSettled(on=EARLY)
    )


def test_receipts_of_one_day_are_split_by_number_whichever_became_known_first():
    past = history(AGREED, DISBURSED, then=[receipt("R2", "60", DUE)])
    before, after = split(interest="60"), split(principal="60")
    given(LOAN, *past).when(receipt("R1", "1000", DUE)).then(
        repaid(
            "R1",
            DUE,
            split(interest="60", principal="940"),
            restated=(Restated(receipt_no="R2", value_date=DUE, before=before, after=after),),
        )
    )


def test_a_payment_of_another_system_pays_its_instalment():
    paid = split(fee="1", interest="10", principal="100")
    first = receipt("R1", "111", date(2024, 2, 1), origin=ORIGIN)
    given(LOAN, TAKEN_OVER).when(first).then(repaid("R1", first.value_date, paid, origin=ORIGIN))


def test_a_payment_that_runs_ahead_pays_the_next_instalments_in_order():
    ahead = receipt("R1", "165", date(2024, 1, 15))
    given(LOAN, TAKEN_OVER).when(ahead).then(
        repaid("R1", ahead.value_date, split(fee="2", interest="20", principal="143"))
    )


@pytest.mark.parametrize("amount", ["110.99", "111.01"])
def test_a_payment_that_is_not_the_next_instalment_is_found(amount):
    odd = receipt("R1", amount, date(2024, 2, 1), origin=ORIGIN)
    given(LOAN, TAKEN_OVER).when(odd).then_found(PAYMENT_IS_THE_INSTALMENT)


def test_what_another_system_received_beyond_what_is_owed_is_found_and_held():
    odd = receipt("R1", "334", date(2024, 4, 1), origin=ORIGIN)
    given(LOAN, TAKEN_OVER).when(odd).then_found(WITHIN_PAYOFF, PAYMENT_IS_THE_INSTALMENT)
    paid, settled = given(LOAN, TAKEN_OVER).when(odd).outcome()
    assert paid.paid == split(fee="3", interest="30", principal="300", excess="1")
    assert settled == LoanSettled(on=date(2024, 4, 1))


def test_a_payment_of_another_system_before_granting_is_found():
    odd = receipt("R1", "111", date(2023, 12, 31), origin=ORIGIN)
    given(LOAN, TAKEN_OVER).when(odd).then_found(NOT_BEFORE_PAYING_OUT)
    given(LOAN, TAKEN_OVER).when(evolve(odd, origin=None)).then_refused(NOT_BEFORE_PAYING_OUT)


def test_money_on_a_loan_that_another_system_keeps_is_recorded_there():
    kept_elsewhere = evolve(TAKEN_OVER, plan=())
    for origin in (None, ORIGIN):
        came_in = receipt("R1", "300", date(2024, 5, 5), origin=origin)
        given(LOAN, kept_elsewhere).when(came_in).then_refused(BALANCES_ARE_OURS)
