"""A checked drawdown is paid in one go with its note, and the money is followed to its use."""

from datetime import date

from attrs import evolve

from domain.calendar import CalendarUsed, WorkingCalendar
from domain.calendar.working_days import AnnouncedYear
from domain.drawdown import DRAWDOWN, events
from domain.drawdown.rules import (
    ARRIVED_ONCE,
    DRAWDOWN_IS_CHECKED,
    DRAWDOWN_IS_OPEN,
    DRAWDOWN_IS_PAID,
    ONE_USE_A_REFERENCE,
    PAID_AFTER_THE_CHECK,
    PAYEE_IS_KNOWN,
    USE_IS_AS_AGREED,
    USE_ONCE_PAID,
)
from domain.facts.duty import ACTOR_HOLDS_THE_POST, ROLES_ARE_APART, UNIT_MAY_LEND
from domain.facts.policy import SHIPPED
from domain.money import Money
from domain.ties import (
    DrawContract,
    LendUnderContract,
    UndoLending,
    UndrawContract,
    UnuseHeadroom,
    UseHeadroom,
)
from tests.domain.contract.deeds import DAY, TERMS, ZHAO
from tests.domain.drawdown.drawings import (
    ARRIVE,
    ARRIVED,
    DELAY,
    MET,
    PAID,
    READY,
    RELEASE,
    RELEASED,
    REQUESTED,
    REVERSE,
    TODAY,
    USE,
    USED,
)
from tests.specs import given

UNDONE = events.DrawdownReversed(
    reason=REVERSE.reason,
    amount=Money(15_000_000),
    value_date=RELEASE.value_date,
    loan_id="N1",
)


def test_paying_draws_on_the_contract_and_the_limit_and_lends_the_note():
    paying = given(DRAWDOWN, *READY).when(RELEASE)
    paying.then(RELEASED)
    paying.then_guards(
        DrawContract(contract_id="L1", loan_id="N1", amount=Money(15_000_000)),
        UseHeadroom(
            facility_id="F1",
            application_id="A1",
            loan_id="N1",
            amount=Money(15_000_000),
            today=RELEASE.today,
        ),
        LendUnderContract(
            loan_id="N1",
            customer_id="C1",
            contract_id="L1",
            facility_id="F1",
            contract_terms=TERMS,
            amount=Money(15_000_000),
            due_day=20,
            signed_on=DAY,
            value_date=RELEASE.value_date,
            reference="PAY-1",
            product_id="P1",
            terms=None,
            today=RELEASE.today,
        ),
    )
    given(DRAWDOWN, *PAID).when(RELEASE).then_nothing()
    again = evolve(RELEASE, reference="PAY-2")
    given(DRAWDOWN, *PAID).when(again).then_refused(DRAWDOWN_IS_OPEN)


def test_a_shorter_note_is_lent_for_its_own_term_and_one_without_a_limit_uses_none():
    shorter = evolve(REQUESTED, months=6, facility_id=None)
    _, lend = DRAWDOWN.guards(RELEASE, DRAWDOWN.fold((shorter, *READY[1:])), (RELEASED,))
    assert (lend.contract_terms.months, lend.facility_id) == (6, None)


def test_nothing_is_paid_before_it_was_checked():
    given(DRAWDOWN, REQUESTED, MET).when(RELEASE).then_refused(DRAWDOWN_IS_CHECKED)
    for day in (date(2026, 3, 4), date(2026, 3, 10)):
        given(DRAWDOWN, *READY).when(evolve(RELEASE, value_date=day)).then_refused(
            PAID_AFTER_THE_CHECK
        )


def test_who_requested_does_not_pay_and_a_suspended_unit_pays_nothing():
    given(DRAWDOWN, *READY).when(evolve(RELEASE, staff=ZHAO)).then_refused(ACTOR_HOLDS_THE_POST)
    own = evolve(REQUESTED, requested_by="sun")
    given(DRAWDOWN, own, *READY[1:]).when(RELEASE).then_refused(ROLES_ARE_APART)
    given(DRAWDOWN, *READY).when(evolve(RELEASE, unit=None)).then_refused(UNIT_MAY_LEND)


def test_a_payment_is_taken_back_with_its_note_and_frees_contract_and_limit():
    reversing = given(DRAWDOWN, *PAID).when(REVERSE)
    reversing.then(UNDONE)
    reversing.then_guards(
        UndoLending(loan_id="N1", reference="PAY-1", today=TODAY),
        UndrawContract(contract_id="L1", loan_id="N1"),
        UnuseHeadroom(facility_id="F1", application_id="A1", loan_id="N1"),
    )
    given(DRAWDOWN, *PAID, UNDONE).when(REVERSE).then_nothing()
    given(DRAWDOWN, *READY).when(REVERSE).then_refused(DRAWDOWN_IS_PAID)
    given(DRAWDOWN, *PAID, UNDONE).when(ARRIVE).then_refused(DRAWDOWN_IS_PAID)


def test_money_arrives_with_each_payee_and_with_the_borrower():
    given(DRAWDOWN, *PAID).when(ARRIVE).then(ARRIVED)
    given(DRAWDOWN, *PAID, ARRIVED).when(ARRIVE).then_nothing()
    own = evolve(ARRIVE, payee_id=None)
    assert given(DRAWDOWN, *PAID, ARRIVED).when(own).outcome()
    given(DRAWDOWN, *PAID).when(evolve(ARRIVE, payee_id="9")).then_refused(PAYEE_IS_KNOWN)
    whole = evolve(REQUESTED.payees[0], amount=REQUESTED.amount)
    entrusted = (evolve(REQUESTED, payees=(whole,)), *PAID[1:])
    given(DRAWDOWN, *entrusted).when(own).then_refused(PAYEE_IS_KNOWN)
    for day in (date(2026, 3, 5), date(2026, 3, 21)):
        given(DRAWDOWN, *PAID).when(evolve(ARRIVE, on=day)).then_refused(ARRIVED_ONCE)
    twice = evolve(ARRIVE, on=date(2026, 3, 11))
    given(DRAWDOWN, *PAID, ARRIVED).when(twice).then_refused(ARRIVED_ONCE)


def test_a_borrower_who_holds_a_payment_up_gives_it_ten_working_days():
    setting = SHIPPED.on(
        "entrusted_payment.completion.borrower_cause.working_days", RELEASE.value_date
    )
    delayed = events.PaymentDelayed(
        payee_id="1",
        reason=DELAY.reason,
        complete_by=date(2026, 3, 20),
        settings=(setting,),
        calendar=RELEASED.calendar,
    )
    given(DRAWDOWN, *PAID).when(DELAY).then(delayed)
    given(DRAWDOWN, *PAID, delayed).when(DELAY).then_nothing()
    given(DRAWDOWN, *PAID).when(evolve(DELAY, payee_id="9")).then_refused(PAYEE_IS_KNOWN)
    given(DRAWDOWN, *PAID, ARRIVED).when(DELAY).then_refused(ARRIVED_ONCE)


def test_days_off_as_announced_lengthen_the_time_of_a_payment():
    off = frozenset(date(2026, 3, day) for day in (11, 12))
    calendar = WorkingCalendar("china", years=(AnnouncedYear(2026, off),), version="1")
    (paid,) = given(DRAWDOWN, *READY).when(evolve(RELEASE, calendar=calendar)).outcome()
    assert paid.complete_by == date(2026, 3, 17)
    assert paid.calendar == CalendarUsed(name="china", version="1", announced=True)
    (held_up,) = given(DRAWDOWN, *PAID).when(evolve(DELAY, calendar=calendar)).outcome()
    assert held_up.complete_by == date(2026, 3, 24)


def test_use_is_recorded_and_what_was_not_agreed_is_a_finding():
    given(DRAWDOWN, *PAID).when(USE).then(USED)
    given(DRAWDOWN, *PAID, USED).when(USE).then_nothing()
    other = evolve(USE, amount=Money(1))
    given(DRAWDOWN, *PAID, USED).when(other).then_refused(ONE_USE_A_REFERENCE)
    misused = evolve(USE, reference="U2", amount=Money(3_000_000), as_agreed=False, use="a car")
    given(DRAWDOWN, *PAID, USED).when(misused).then_found(USE_IS_AS_AGREED)
    (found,) = given(DRAWDOWN, *PAID, USED).when(misused).outcome()[0].findings
    assert found.facts == "agreed breeding: forty sows and their feed, used a car"


def test_what_is_used_is_money_of_the_drawdown_after_it_was_paid():
    for broken in (
        evolve(USE, amount=Money(15_000_001)),
        evolve(USE, amount=Money(0)),
        evolve(USE, amount=Money(1, "USD")),
        evolve(USE, on=date(2026, 3, 5)),
        evolve(USE, on=date(2026, 3, 21)),
    ):
        given(DRAWDOWN, *PAID).when(broken).then_refused(USE_ONCE_PAID)
    more = evolve(USE, reference="U2", amount=Money(3_000_001))
    given(DRAWDOWN, *PAID, USED).when(more).then_refused(USE_ONCE_PAID)
