"""A discounted bill: interest kept back and earned by days, collected, taken back, or claimed."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain.facts.bill import (
    BillParty,
    KeptBack,
)
from domain.kinds import Component
from domain.loan import LOAN, Loan, LoanStatus, account
from domain.loan.booked import Earned
from domain.loan.charges.commands import RecordMisuse
from domain.loan.commands import (
    DisburseLoan,
    RecordRepayment,
    ReverseDisbursement,
    ReverseRepayment,
)
from domain.loan.discounting.earning import earning
from domain.loan.discounting.rules import (
    BILL_IS_DUE,
    BILL_IS_TAKEN_BACK_WHOLE,
    BILL_KEEPS_ITS_TERMS,
    PAID_BY_IS_OF_A_BILL,
)
from domain.loan.events import LoanReopened, LoanSettled
from domain.loan.loss.commands import WaiveDebt, WriteOffLoan
from domain.loan.pricing.commands import ChangeRate
from domain.loan.refinancing.commands import PayOffByLoan
from domain.loan.rescheduling.commands import ExtendLoan
from domain.loan.rules import NOT_BEFORE_PAYING_OUT, WITHIN_PAYOFF
from domain.loan.values import Lending, ReversalReason
from domain.money import Money
from domain.rate import Rate
from domain.ties import EndBill, GiveUpBill, ReleaseLoan, ReopenBill, TakeUpBill, TieLoan
from tests.domain.loan.bills import BILL, DAY, DISCOUNT, DUE, TODAY
from tests.domain.loan.loans import AGREED as ORDINARY
from tests.domain.loan.loans import DISBURSED, REPAY, yuan
from tests.specs import given

PAY = DisburseLoan(loan_id="L1", amount=yuan("100000"), value_date=DAY, reference="D1", today=TODAY)
(AGREED,) = given(LOAN).when(DISCOUNT).outcome()
(PAID,) = given(LOAN, AGREED).when(PAY).outcome()
LENT = (AGREED, PAID)
REVERSED = ReversalReason.KEYED_WRONG


def receive(amount: str, day: date, number: str = "R1") -> RecordRepayment:
    return RecordRepayment(
        loan_id="L1", receipt_no=number, amount=yuan(amount), value_date=day, today=TODAY
    )


def lent(*events: Any) -> Loan:
    loan = LOAN.fold(events)
    assert loan is not None
    return loan


def earned(*rows: tuple[date, str]) -> tuple[Earned, ...]:
    return tuple(Earned(on=day, amount=yuan(amount)) for day, amount in rows)


def end(month: int) -> date:
    return date(2026, month + 1, 1) - timedelta(1)


BY_MONTHS = (
    *((end(3), "250.00"), (end(4), "250.00"), (end(5), "258.33"), (end(6), "250.00")),
    *((end(7), "258.34"), (end(8), "258.33"), (DUE, "8.33")),
)


def test_interest_is_kept_back_for_the_days_to_the_day_before_maturity():
    assert PAID.kept_back == KeptBack(
        interest=yuan("1533.33"), first_day=DAY, until=DUE, interest_days=184
    )
    assert PAID.amount == BILL.face and PAID.discounted


def test_an_acceptor_elsewhere_makes_it_three_days_more_and_a_holiday_its_days():
    for bill, until, days, interest in (
        (evolve(BILL, acceptor_elsewhere=True), date(2026, 9, 5), 187, "1558.33"),
        (evolve(BILL, payable_on=date(2026, 9, 4)), date(2026, 9, 4), 186, "1550.00"),
    ):
        agreed = evolve(AGREED, bill=bill)
        (paid,) = given(LOAN, agreed).when(PAY).outcome()
        assert (paid.kept_back.until, paid.kept_back.interest_days) == (until, days)
        assert paid.kept_back.interest == yuan(interest)
        assert paid.plan[-1].due_date == until
        loan = lent(agreed, paid)
        assert account(loan, until).days_past_due == 0
        assert account(loan, until + timedelta(1)).days_past_due == 1
        full = given(LOAN, agreed, paid).when(receive("100000", bill.collected_from)).outcome()
        assert full[-1] == LoanSettled(on=bill.collected_from)
        kept = sum(row.amount.fen for row in (*paid.earned, *full[0].earned))
        assert kept == paid.kept_back.interest.fen


def test_the_discount_is_earned_at_each_end_of_a_month_and_when_it_has_run_out():
    assert PAID.earned == earned(*BY_MONTHS)


def test_nothing_is_owed_beyond_the_face_until_it_is_due():
    loan = lent(*LENT)
    for day in (DAY, date(2026, 6, 1), DUE):
        seen = account(loan, day)
        assert seen.status is LoanStatus.ACTIVE
        assert (seen.principal, seen.figures.interest_accrued) == (BILL.face, yuan("0"))
        assert seen.due.interest == yuan("0")
    assert [row.settled for row in account(loan, DAY).plan] == [True, False]


def test_the_acceptor_pays_the_face_at_maturity():
    paying = evolve(receive("100000", DUE), paid_by=BillParty.ACCEPTOR)
    paid, settled = given(LOAN, *LENT).when(paying).outcome()
    assert (paid.paid.principal, paid.paid.total) == (BILL.face, BILL.face)
    assert (paid.paid_by, paid.earned) == (BillParty.ACCEPTOR, ())
    assert settled == LoanSettled(on=DUE)


def test_the_bill_goes_with_its_loan():
    at: Any = {"bill_no": "B100", "loan_id": "L1"}
    taken = TakeUpBill(**at, bill=BILL, customer_id="C1", on=DAY)
    given(LOAN, AGREED).when(PAY).then_guards(taken)
    undo = ReverseDisbursement(loan_id="L1", reference="D1")
    given(LOAN, *LENT).when(undo).then_guards(GiveUpBill(**at))
    paying = given(LOAN, *LENT).when(receive("100000", DUE))
    ended = ReleaseLoan(customer_id="C1", loan_id="L1", ended_on=DUE)
    paying.then_guards(ended, EndBill(**at, on=DUE))
    back = ReverseRepayment(loan_id="L1", receipt_no="R1", reason=REVERSED)
    again = TieLoan(customer_id="C1", loan_id="L1")
    given(LOAN, *LENT, *paying.outcome()).when(back).then_guards(again, ReopenBill(**at))


def test_refused_by_the_acceptor_it_is_overdue_with_penalty_interest_until_recourse_pays():
    day = DUE + timedelta(12)
    seen = account(lent(*LENT), day)
    assert (seen.status, seen.days_past_due) == (LoanStatus.OVERDUE, 12)
    assert seen.due.penalty == yuan("150.00")  # 100,000 at 3 % x 150 % for 12 of 360 days.
    part = evolve(receive("40150", day), paid_by=BillParty.BORROWER)
    (first,) = given(LOAN, *LENT).when(part).outcome()
    assert (first.paid.penalty, first.paid.principal) == (yuan("150"), yuan("40000"))
    rest = receive("60000", day, "R2")
    last, settled = given(LOAN, *LENT, first).when(rest).outcome()
    assert last.paid.principal == yuan("60000")
    assert settled == LoanSettled(on=day)


def test_taken_back_early_it_costs_the_face_less_what_is_not_earned():
    day = date(2026, 5, 11)
    payoff = account(lent(*LENT), day).payoff
    assert (payoff.principal, payoff.interest) == (BILL.face, yuan("-950.00"))  # 114 days.
    paid, settled = given(LOAN, *LENT).when(receive("99050", day)).outcome()
    assert (paid.paid.interest, paid.paid.total) == (yuan("-950"), yuan("99050"))
    assert settled == LoanSettled(on=day)
    later = [(each, f"-{amount}") for each, amount in BY_MONTHS[2:]]
    assert paid.earned == earned((day, "83.33"), *later)
    assert [row.settled for row in account(lent(*LENT, paid), day).plan] == [True, True]


def test_before_it_matures_a_bill_is_taken_back_whole():
    early = given(LOAN, *LENT)
    early.when(receive("50000", date(2026, 5, 11))).then_refused(
        BILL_IS_TAKEN_BACK_WHOLE, payoff=yuan("99050")
    )
    early.when(receive("100000", date(2026, 5, 11))).then_refused(WITHIN_PAYOFF)
    early.when(receive("98466.67", DAY - timedelta(1))).then_refused(NOT_BEFORE_PAYING_OUT)


def test_of_a_loan_that_is_no_discount_it_is_not_said_who_signed_and_paid():
    said = evolve(REPAY, paid_by=BillParty.DRAWER)
    given(LOAN, ORDINARY, DISBURSED).when(said).then_refused(PAID_BY_IS_OF_A_BILL)


def test_what_was_taken_back_wrongly_is_earned_again_as_the_days_pass():
    taken = given(LOAN, *LENT).when(receive("99050", date(2026, 5, 11))).outcome()
    undo = ReverseRepayment(loan_id="L1", receipt_no="R1", reason=REVERSED)
    undone, reopened = given(LOAN, *LENT, *taken).when(undo).outcome()
    assert reopened == LoanReopened(on=date(2026, 5, 11))
    assert undone.earned == tuple(evolve(e, amount=-e.amount) for e in taken[0].earned)


def test_a_payment_that_did_not_take_place_earns_nothing():
    undo = ReverseDisbursement(loan_id="L1", reference="D1")
    (undone,) = given(LOAN, *LENT).when(undo).outcome()
    assert undone.kept_back == PAID.kept_back
    assert undone.earned == tuple(evolve(e, amount=-e.amount) for e in PAID.earned)


@pytest.mark.parametrize(
    "command",
    [
        ChangeRate(
            loan_id="L1", reference="N1", rate_yearly=Rate.parse("4%"), value_date=DUE, today=TODAY
        ),
        ExtendLoan(
            loan_id="L1",
            reference="N1",
            value_date=DUE,
            new_maturity=date(2026, 12, 2),
            today=TODAY,
        ),
        RecordMisuse(loan_id="L1", reference="N1", value_date=DUE, today=TODAY),
    ],
    ids=lambda command: type(command).__name__,
)
def test_a_bill_keeps_its_terms(command):
    given(LOAN, *LENT).when(command).then_refused(BILL_KEEPS_ITS_TERMS, bill_no="B100")


def test_a_bill_is_given_up_written_off_or_refinanced_once_it_is_due():
    waive = WaiveDebt(
        loan_id="L1",
        reference="N1",
        component=Component.PRINCIPAL,
        amount=yuan("10"),
        value_date=DUE - timedelta(1),
        today=TODAY,
    )
    write_off = WriteOffLoan(loan_id="L1", reference="N2", value_date=DUE, today=TODAY)
    refinance = PayOffByLoan(
        loan_id="L1",
        by_loan="L2",
        lending=Lending.REFINANCING,
        reference="N3",
        amount=BILL.face,
        value_date=DUE - timedelta(1),
    )
    for early in (waive, evolve(write_off, value_date=DUE - timedelta(1)), refinance):
        given(LOAN, *LENT).when(early).then_refused(BILL_IS_DUE, due_on=DUE)
    (gone,) = given(LOAN, *LENT).when(write_off).outcome()
    assert (gone.moved.principal, gone.discounted) == (BILL.face, True)
    late = evolve(refinance, value_date=DUE)
    assert given(LOAN, *LENT).when(late).outcome()[0].paid.principal == BILL.face


bills = st.builds(
    lambda face, days, elsewhere: evolve(
        BILL, face=face, matures_on=DAY + timedelta(days), acceptor_elsewhere=elsewhere
    ),
    st.integers(100_000, 50_000_000).map(Money),
    st.integers(1, 183),
    st.booleans(),
)
rates = st.integers(0, 8_000_000).map(Rate)


@settings(max_examples=25)
@for_all(bill=bills, rate=rates, day=st.integers(0, 190))
def test_what_was_kept_back_is_earned_or_given_back_to_the_fen(bill, rate, day):
    agreed = evolve(AGREED, amount=bill.face, rate_yearly=rate, bill=bill)
    (paid,) = given(LOAN, agreed).when(evolve(PAY, amount=bill.face)).outcome()
    kept, on = paid.kept_back.interest.fen, DAY + timedelta(day)
    days = (bill.due_on - DAY).days
    assert abs(kept * 360 * 10**8 - bill.face.fen * rate.e8 * days) * 2 <= 360 * 10**8
    assert sum(row.amount.fen for row in paid.earned) == kept
    assert all(row.amount.fen > 0 for row in paid.earned)
    owed = account(lent(agreed, paid), on).payoff.total
    events = given(LOAN, agreed, paid).when(receive(str(owed).split()[0], on)).outcome()
    assert events[-1] == LoanSettled(on=on)
    after = earning(lent(agreed, paid, *events))
    given_back = -min(events[0].paid.interest.fen, 0)
    assert sum(after.values()) + given_back == kept
    assert given_back == 0 or on < bill.matures_on
    assert all(fen > 0 and each <= min(on, bill.due_on) for each, fen in after.items())
