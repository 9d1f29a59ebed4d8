"""A new loan pays off the principal of an old one; its interest is paid by the borrower."""

from datetime import date

import pytest
from attrs import evolve

from domain.kinds import CustomerKind, Funding, LoanClass, RepaymentMethod
from domain.loan import LOAN, LoanStatus
from domain.loan.charges.commands import RecordMisuse
from domain.loan.commands import ReverseDisbursement
from domain.loan.events import LoanReopened, LoanSettled
from domain.loan.refinancing.commands import PayOffByLoan, UndoPayOff
from domain.loan.refinancing.rules import (
    MONEY_IS_OF_THE_SAME_OWNER,
    OLD_INTEREST_IS_PAID,
    OLD_LOAN_IS_NAMED,
    RENEWAL_IS_FOR_BUSINESS,
    RENEWED_LOAN_IS_SOUND,
    UNDONE_BY_ITS_LOAN,
    WITHIN_OLD_PRINCIPAL,
)
from domain.loan.rules import RECEIPT_IS_KNOWN
from domain.loan.values import Lending, Purpose
from tests.domain.loan.loans import (
    AGREE,
    AGREED,
    DISBURSE,
    LENT,
    TERMS,
    history,
    on,
    order,
    paid_out,
    receipt,
    reversal,
    yuan,
)
from tests.specs import given

BULLET = evolve(AGREED, method=RepaymentMethod.INTEREST_ONLY)
MATURITY = date(2025, 1, 20)
INTEREST = [receipt(f"R{n}", "60", date(2024, n, 20)) for n in range(2, 13)]
ALL_INTEREST = [*INTEREST, receipt("R13", "60", MATURITY)]
SOUND = history(BULLET, paid_out(BULLET), then=ALL_INTEREST)
PAY_OFF = PayOffByLoan(
    loan_id="L1",
    by_loan="L2",
    lending=Lending.REFINANCING,
    reference="D2",
    amount=yuan("12000"),
    value_date=MATURITY,
)
UNDO = UndoPayOff(loan_id="L1", by_loan="L2", reference="D2")
NEW = evolve(AGREED, lending=Lending.REFINANCING, replaces="L0")


def test_the_money_of_the_new_loan_is_principal_of_the_old_one_and_settles_it():
    recorded, settled = given(LOAN, *SOUND).when(PAY_OFF).outcome()
    assert (recorded.paid.principal, recorded.by_loan) == (yuan("12000"), "L2")
    assert settled == LoanSettled(on=MATURITY)
    given(LOAN, *SOUND, recorded, settled).when(PAY_OFF).then_nothing()
    view = on(MATURITY, *SOUND, recorded, settled)
    assert (view.status, view.marks) == (LoanStatus.SETTLED, ("refinanced",))


def test_the_old_interest_is_paid_in_cash_first():
    owing = history(BULLET, paid_out(BULLET), then=INTEREST)
    given(LOAN, *owing).when(PAY_OFF).then_refused(OLD_INTEREST_IS_PAID, interest=yuan("60"))


def test_a_new_loan_pays_off_no_more_than_the_old_principal():
    more = evolve(PAY_OFF, amount=yuan("12000.01"))
    given(LOAN, *SOUND).when(more).then_refused(WITHIN_OLD_PRINCIPAL)
    part = evolve(PAY_OFF, amount=yuan("5000"))
    (recorded,) = given(LOAN, *SOUND).when(part).outcome()
    assert on(MATURITY, *SOUND, recorded).principal == yuan("7000")


def test_a_loan_is_renewed_by_its_maturity_while_it_is_sound():
    renew = evolve(PAY_OFF, lending=Lending.RENEWAL)
    assert given(LOAN, *SOUND).when(renew).outcome()
    late_interest = receipt("R14", "6", date(2025, 1, 22))
    late = evolve(renew, value_date=date(2025, 1, 22))
    overdue = history(*SOUND, then=[late_interest])
    given(LOAN, *overdue).when(late).then_refused(RENEWED_LOAN_IS_SOUND, overdue=True)
    misused = order(
        RecordMisuse, reference="M1", value_date=date(2024, 1, 20), until=date(2024, 1, 21)
    )
    # The day at the misuse rate costs 4.00; the other 30 of the period are counted by days.
    marked = history(*SOUND, then=[misused, receipt("R15", "4", MATURITY)])
    given(LOAN, *marked).when(renew).then_refused(RENEWED_LOAN_IS_SOUND, marks=1)


def test_the_money_is_taken_back_with_the_payment_of_the_new_loan():
    paid_off = (*SOUND, *given(LOAN, *SOUND).when(PAY_OFF).outcome())
    reversed_, reopened = given(LOAN, *paid_off).when(UNDO).outcome()
    assert (reversed_.by_loan, reopened) == ("L2", LoanReopened(on=MATURITY))
    given(LOAN, *paid_off, reversed_, reopened).when(UNDO).then_nothing()
    given(LOAN, *paid_off).when(reversal("D2")).then_refused(UNDONE_BY_ITS_LOAN)
    given(LOAN, *SOUND).when(UNDO).then_refused(RECEIPT_IS_KNOWN)


def test_nobody_records_the_money_of_a_new_loan_by_hand():
    by_hand = receipt("R20", "100", MATURITY, purpose=Purpose.REFINANCING)
    given(LOAN, *SOUND).when(by_hand).then_refused(UNDONE_BY_ITS_LOAN)


def test_paying_out_the_new_loan_asks_the_old_one_to_take_the_money():
    pay_off = evolve(
        PAY_OFF, loan_id="L0", by_loan="L1", reference="D1", value_date=DISBURSE.value_date
    )
    given(LOAN, NEW).when(DISBURSE).then_guards(pay_off)
    past = history(NEW, then=[DISBURSE])
    reverse = ReverseDisbursement(loan_id="L1", reference="D1")
    given(LOAN, *past).when(reverse).then_guards(
        UndoPayOff(loan_id="L0", by_loan="L1", reference="D1")
    )


@pytest.mark.parametrize(
    ("lending", "replaces"),
    [(Lending.NEW, "L0"), (Lending.REFINANCING, None), (Lending.RENEWAL, "L1")],
)
def test_a_loan_that_pays_off_another_names_it(lending, replaces):
    agree = evolve(AGREE, lending=lending, replaces=replaces)
    given(LOAN).when(agree).then_refused(OLD_LOAN_IS_NAMED)


def test_a_renewal_is_lent_for_business_alone():
    renewal = evolve(AGREE, lending=Lending.RENEWAL, replaces="L0")
    agreed = given(LOAN).when(renewal).outcome()[0]
    assert (agreed.lending, agreed.replaces) == (Lending.RENEWAL, "L0")
    for terms in (
        evolve(TERMS, loan_class=LoanClass.PERSONAL_CONSUMPTION),
        evolve(TERMS, customer_kinds=(CustomerKind.NATURAL_PERSON,)),
    ):
        lent = LENT.with_value(date(2023, 1, 1), terms, "Decision 2023-1")
        given(LOAN).when(evolve(renewal, terms=lent)).then_refused(RENEWAL_IS_FOR_BUSINESS)


def test_our_money_pays_off_no_entrusted_loan_nor_anothers_money_one_of_ours():
    theirs = evolve(PAY_OFF, for_another=True)
    given(LOAN, *SOUND).when(theirs).then_refused(MONEY_IS_OF_THE_SAME_OWNER)
    for_others = evolve(BULLET, terms=evolve(TERMS, funding=Funding.ENTRUSTED))
    entrusted = (for_others, *SOUND[1:])
    given(LOAN, *entrusted).when(PAY_OFF).then_refused(MONEY_IS_OF_THE_SAME_OWNER)
    assert given(LOAN, *entrusted).when(theirs).outcome()
