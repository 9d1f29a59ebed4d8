"""A bill is discounted by a drawdown: its holder is paid its face, less what is kept back."""

from datetime import date

import pytest
from attrs import evolve

from domain.drawdown import DRAWDOWN
from domain.drawdown.rules import HOLDER_IS_PAID, NOTE_WITHIN_TERM, USE_ONCE_PAID
from domain.facts.bill import DAYS_ARE_IN_ORDER, DISCOUNT_IS_OF_A_BILL, WHOLE_FACE_IS_DISCOUNTED
from domain.facts.terms import PaymentWay
from domain.kinds import RepaymentMethod
from domain.money import Money
from domain.rate import Rate
from domain.ties.note import LendUnderContract
from tests.domain.drawdown.drawings import CHECKED, CONTRACT, MET, RELEASE, REQUEST, USE
from tests.domain.loan.bills import BILL, LENT
from tests.specs import given

assert CONTRACT.terms is not None
RATE = Rate.parse("6%")
TERMS = evolve(
    CONTRACT.terms,
    method=RepaymentMethod.DISCOUNT,
    payment=PaymentWay.SELF_PAYMENT,
    rate_yearly=RATE,
)
DISCOUNTING = evolve(CONTRACT, terms=TERMS)
SHOWN = evolve(
    REQUEST,
    amount=BILL.face,
    payment=PaymentWay.SELF_PAYMENT,
    payees=(),
    bill=BILL,
    contract=DISCOUNTING,
    product=LENT,
)
PAY = evolve(RELEASE, contract=DISCOUNTING, product=LENT)
(REQUESTED,) = given(DRAWDOWN).when(SHOWN).outcome()
READY = (REQUESTED, MET, CHECKED)


def test_a_bill_is_shown_and_paid_less_what_is_kept_back():
    assert REQUESTED.bill == BILL
    given(DRAWDOWN, REQUESTED).when(SHOWN).then_nothing()
    paying = given(DRAWDOWN, *READY).when(PAY)
    (paid,) = paying.outcome()
    days = (BILL.matures_on - PAY.value_date).days
    interest = round(BILL.face.fen * RATE.e8 * days / 360 / 10**8)
    assert (paid.amount, paid.kept_back.interest) == (BILL.face, Money(interest))
    assert (paid.kept_back.first_day, paid.kept_back.interest_days) == (PAY.value_date, days)
    known = DRAWDOWN.fold((*READY, paid))
    assert known.own_part == known.paid_over == Money(BILL.face.fen - interest)
    state = DRAWDOWN.fold(READY)
    (lend,) = (g for g in DRAWDOWN.guards(PAY, state, (paid,)) if isinstance(g, LendUnderContract))
    assert (lend.bill, lend.amount) == (BILL, BILL.face)


def test_no_more_was_used_than_was_paid_over():
    (paid,) = given(DRAWDOWN, *READY).when(PAY).outcome()
    after = given(DRAWDOWN, *READY, paid)
    used = evolve(USE, amount=BILL.face)
    after.when(used).then_refused(USE_ONCE_PAID)
    proceeds = BILL.face - paid.kept_back.interest
    assert after.when(evolve(used, amount=proceeds)).outcome()


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"bill": None}, DISCOUNT_IS_OF_A_BILL),
        ({"contract": CONTRACT}, DISCOUNT_IS_OF_A_BILL),
        ({"amount": Money(1_000_000)}, WHOLE_FACE_IS_DISCOUNTED),
        ({"today": BILL.matures_on}, DAYS_ARE_IN_ORDER),
        ({"months": 5}, NOTE_WITHIN_TERM),
    ],
)
def test_a_bill_that_cannot_be_discounted_under_the_contract_is_not(changes, rule):
    given(DRAWDOWN).when(evolve(SHOWN, **changes)).then_refused(rule)


def test_the_holder_is_paid_and_nobody_else():
    for way in (PaymentWay.ENTRUSTED_PAYMENT, PaymentWay.MIXED_PAYMENT):
        given(DRAWDOWN).when(evolve(SHOWN, payment=way)).then_refused(HOLDER_IS_PAID, payment=way)


def test_a_bill_that_matured_by_the_day_of_paying_is_not_paid():
    late = evolve(PAY, value_date=BILL.matures_on, today=date(2026, 9, 9))
    given(DRAWDOWN, *READY).when(late).then_refused(DAYS_ARE_IN_ORDER)
