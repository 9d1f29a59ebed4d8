"""Any fact can be taken back; the loan is then as if it had never been recorded."""

from datetime import date

import pytest
from attrs import evolve

from domain.kinds import Component, RepaymentMethod
from domain.loan import LOAN
from domain.loan.charges.commands import ChargeFee, RecordMisuse
from domain.loan.commands import RefundExcess, TakeBack
from domain.loan.loss.commands import WaiveDebt, WriteOffLoan
from domain.loan.pricing.commands import ChangeRate, PauseInterest
from domain.loan.rescheduling.commands import (
    CapitaliseInterest,
    ExtendLoan,
    RespreadArrears,
    RestructureLoan,
)
from domain.loan.rules import (
    FACT_IS_KNOWN,
    LOAN_IS_BEGUN,
    NUMBER_IS_SPENT,
    REVERSED_BY_ITS_OWN_COMMAND,
)
from domain.loan.values import CorrectionReason, FactKind, FeeKind, Respreading
from tests.domain.loan.loans import (
    AGREED,
    ORIGIN,
    TODAY,
    history,
    loan_of,
    on,
    order,
    paid_out,
    receipt,
    yuan,
)
from tests.specs import given

BULLET = evolve(AGREED, method=RepaymentMethod.INTEREST_ONLY)
PAID = receipt("R1", "60", date(2024, 2, 20))
PAST = history(BULLET, paid_out(BULLET), then=[PAID])
DAY = date(2024, 3, 25)
FACTS = {
    FactKind.RATE: order(ChangeRate, reference="N1", rate_yearly="4%", value_date=DAY),
    FactKind.PAUSE: order(PauseInterest, reference="N1", value_date=DAY),
    FactKind.FEE: order(
        ChargeFee, fee_no="N1", kind=FeeKind.LATE, amount="5", value_date=DAY, due_date=DAY
    ),
    FactKind.MISUSE: order(RecordMisuse, reference="N1", value_date=DAY),
    FactKind.EXTENSION: order(
        ExtendLoan, reference="N1", value_date=DAY, new_maturity=date(2025, 4, 20)
    ),
    FactKind.RESTRUCTURING: order(RestructureLoan, reference="N1", value_date=DAY, instalments=20),
    FactKind.RESPREADING: order(
        RespreadArrears, reference="N1", value_date=DAY, how=Respreading.CAPITALISED
    ),
    FactKind.CAPITALISATION: order(CapitaliseInterest, reference="N1", value_date=DAY),
    FactKind.WAIVER: order(
        WaiveDebt, reference="N1", component=Component.PRINCIPAL, amount="100", value_date=DAY
    ),
    FactKind.WRITE_OFF: order(WriteOffLoan, reference="N1", value_date=DAY),
}


def back(kind, number="N1"):
    return order(TakeBack, kind=kind, number=number, reason=CorrectionReason.KEYED_WRONG)


@pytest.mark.parametrize("kind", FACTS)
def test_a_fact_taken_back_leaves_the_loan_as_it_was(kind):
    before, fact = loan_of(*PAST), FACTS[kind]
    changed = history(*PAST, then=[fact])
    assert len(changed) > len(PAST)
    after = history(*changed, then=[back(kind)])
    for day in (DAY, date(2024, 5, 1), TODAY):
        assert on(day, *after) == on(day, *PAST)
    assert (loan_of(*after).plan, loan_of(*after).settled_on) == (before.plan, before.settled_on)
    given(LOAN, *after).when(back(kind)).then_nothing()
    given(LOAN, *after).when(fact).then_refused(NUMBER_IS_SPENT)


@pytest.mark.parametrize("kind", FACTS)
def test_a_fact_that_becomes_known_last_counts_as_if_known_in_time(kind):
    later = receipt("R2", "700", date(2024, 4, 5))
    in_time = on(TODAY, *PAST, then=[FACTS[kind], later])
    assert on(TODAY, *PAST, then=[later, FACTS[kind]]) == in_time


def test_a_refund_taken_back_is_held_again():
    too_much = receipt("R2", "12500", date(2024, 3, 20))
    # Another system's receipt may go beyond all that is owed; ours is found to by a correction.
    excess = history(*PAST, then=[evolve(too_much, origin=ORIGIN)])
    refund = order(RefundExcess, reference="N1", amount="100", value_date=DAY)
    held = on(DAY, *excess).excess
    assert on(DAY, *excess, then=[refund]).excess == held - yuan("100")
    assert on(DAY, *excess, then=[refund, back(FactKind.REFUND)]).excess == held


@pytest.mark.parametrize("kind", [FactKind.DRAWDOWN, FactKind.RECEIPT])
def test_payments_and_receipts_are_reversed_by_commands_of_their_own(kind):
    given(LOAN, *PAST).when(back(kind, "R1")).then_refused(REVERSED_BY_ITS_OWN_COMMAND)


def test_only_what_was_recorded_is_taken_back():
    given(LOAN, *PAST).when(back(FactKind.FEE)).then_refused(FACT_IS_KNOWN, number="N1")
    given(LOAN).when(back(FactKind.FEE)).then_refused(LOAN_IS_BEGUN)
