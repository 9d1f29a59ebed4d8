"""Extension, restructuring, arrears spread anew, and interest that becomes principal."""

from datetime import date

import pytest
from attrs import evolve

from domain.kinds import RepaymentMethod
from domain.loan import LOAN, LoanStatus
from domain.loan.rescheduling.commands import (
    CapitaliseInterest,
    ExtendLoan,
    RespreadArrears,
    RestructureLoan,
)
from domain.loan.rescheduling.rules import (
    ARREARS_ARE_OWED,
    EXTENSION_IS_LATER,
    EXTENSION_IS_TIMELY,
    EXTENSION_WITHIN_MEASURES,
    INSTALMENTS_ARE_AHEAD,
    INTEREST_IS_UNPAID,
    TERMS_ARE_NEW,
)
from domain.loan.values import Respreading
from tests.domain.loan.loans import (
    AGREED,
    DISBURSED,
    history,
    on,
    order,
    paid_out,
    receipt,
    yuan,
)
from tests.specs import given

PAST = (AGREED, DISBURSED)
BULLET = evolve(AGREED, method=RepaymentMethod.INTEREST_ONLY)
AT_ONCE = (BULLET, paid_out(BULLET))
MATURITY = date(2025, 1, 20)
EXTEND = order(
    ExtendLoan, reference="E1", value_date=date(2025, 1, 10), new_maturity=date(2025, 7, 20)
)
RESTRUCTURE = order(
    RestructureLoan,
    reference="S1",
    value_date=date(2024, 4, 1),
    instalments=24,
    first_due=date(2024, 5, 20),
)
SPREAD = order(
    RespreadArrears, reference="S1", value_date=date(2024, 3, 25), how=Respreading.SPREAD
)
CAPITALISE = order(CapitaliseInterest, reference="C1", value_date=date(2024, 3, 25))


def test_what_was_due_at_maturity_is_due_later_and_nothing_is_overdue_in_between():
    view = on(date(2025, 3, 1), *AT_ONCE, then=[EXTEND])
    assert max(row.instalment.due_date for row in view.plan) == date(2025, 7, 20)
    assert sum(row.instalment.principal.fen for row in view.plan) == 12_000_00
    assert view.due.principal.fen == 0
    assert on(date(2025, 3, 1), *AT_ONCE).due.principal == yuan("12000")


def test_an_extended_loan_is_called_so_while_nothing_is_overdue():
    paid = [receipt(f"R{n}", "60", date(2024, n, 20)) for n in range(2, 13)]
    view = on(date(2025, 1, 15), *AT_ONCE, then=[*paid, EXTEND])
    assert (view.status, view.marks) == (LoanStatus.EXTENDED, ("extended",))


def test_an_extension_is_recorded_once():
    given(LOAN, *history(*AT_ONCE, then=[EXTEND])).when(EXTEND).then_nothing()


@pytest.mark.parametrize("day", [MATURITY, date(2025, 1, 21)])
def test_an_extension_is_agreed_before_the_loan_matures(day):
    given(LOAN, *AT_ONCE).when(evolve(EXTEND, value_date=day)).then_refused(EXTENSION_IS_TIMELY)


def test_an_extension_that_becomes_known_after_maturity_counts_from_when_it_was_agreed():
    late = receipt("R1", "500", date(2025, 2, 1))
    assert on(date(2025, 3, 1), *AT_ONCE, then=[late, EXTEND]) == on(
        date(2025, 3, 1), *AT_ONCE, then=[EXTEND, late]
    )


def test_an_extension_leads_to_a_later_maturity():
    given(LOAN, *AT_ONCE).when(evolve(EXTEND, new_maturity=MATURITY)).then_refused(
        EXTENSION_IS_LATER
    )


def test_a_short_loan_is_extended_by_its_own_term_at_most_in_all():
    edge = evolve(EXTEND, new_maturity=date(2026, 1, 20))
    assert given(LOAN, *AT_ONCE).when(edge).outcome()
    beyond = evolve(EXTEND, new_maturity=date(2026, 1, 21))
    given(LOAN, *AT_ONCE).when(beyond).then_refused(
        EXTENSION_WITHIN_MEASURES, latest=date(2026, 1, 20)
    )
    past = history(*AT_ONCE, then=[EXTEND])
    again = evolve(
        EXTEND, reference="E2", value_date=date(2025, 7, 1), new_maturity=date(2026, 1, 21)
    )
    given(LOAN, *past).when(again).then_refused(EXTENSION_WITHIN_MEASURES)


def test_what_is_owed_is_planned_anew():
    view = on(date(2024, 4, 1), *PAST, then=[RESTRUCTURE])
    ahead = [row for row in view.plan if row.instalment.due_date > date(2024, 4, 1)]
    assert (len(ahead), ahead[0].instalment.due_date) == (24, date(2024, 5, 20))
    assert view.due.principal.fen == 0
    assert sum(row.instalment.principal.fen for row in ahead) == 12_000_00
    assert "restructured" in view.marks


def test_overdue_principal_may_stay_overdue():
    view = on(date(2024, 4, 1), *PAST, then=[evolve(RESTRUCTURE, with_arrears=False)])
    assert view.due.principal == yuan("2000")
    assert view.status is LoanStatus.OVERDUE


def test_a_restructuring_names_new_terms_that_we_calculate():
    given(LOAN, *history(*PAST, then=[RESTRUCTURE])).when(RESTRUCTURE).then_nothing()
    nothing = evolve(RESTRUCTURE, instalments=None, first_due=None)
    given(LOAN, *PAST).when(nothing).then_refused(TERMS_ARE_NEW)
    stated = evolve(RESTRUCTURE, method=RepaymentMethod.AS_STATED)
    given(LOAN, *PAST).when(stated).then_refused(TERMS_ARE_NEW)
    at_once = evolve(RESTRUCTURE, first_due=RESTRUCTURE.value_date)
    given(LOAN, *PAST).when(at_once).then_refused(INSTALMENTS_ARE_AHEAD)


def test_arrears_are_asked_for_with_the_coming_instalments():
    view = on(date(2024, 3, 25), *PAST, then=[SPREAD])
    assert (view.due.principal.fen, view.due.interest.fen) == (0, 0)
    assert view.status is LoanStatus.ACTIVE
    ahead = [row.instalment for row in view.plan if row.instalment.due_date > view.day]
    assert sum(row.principal.fen for row in ahead) == 12_000_00
    joined = on(date(2024, 3, 25), *PAST, then=[evolve(SPREAD, how=Respreading.CAPITALISED)])
    assert joined.principal == yuan("12115")


def test_arrears_are_owed_and_instalments_are_to_come():
    given(LOAN, *history(*PAST, then=[SPREAD])).when(SPREAD).then_nothing()
    none = evolve(SPREAD, value_date=date(2024, 2, 1))
    given(LOAN, *PAST).when(none).then_refused(ARREARS_ARE_OWED, instalments_ahead=True)
    over = evolve(SPREAD, value_date=date(2025, 1, 21))
    given(LOAN, *PAST).when(over).then_refused(ARREARS_ARE_OWED, instalments_ahead=False)


def test_unpaid_interest_becomes_principal():
    before = on(date(2024, 3, 25), *PAST)
    view = on(date(2024, 3, 25), *PAST, then=[CAPITALISE])
    assert view.principal == before.principal + before.payoff.interest
    assert view.payoff.interest.fen == 0
    part = on(date(2024, 3, 25), *PAST, then=[evolve(CAPITALISE, amount=yuan("100"))])
    assert part.principal == before.principal + yuan("100")


def test_interest_that_becomes_principal_is_owed():
    given(LOAN, *history(*PAST, then=[CAPITALISE])).when(CAPITALISE).then_nothing()
    none = evolve(CAPITALISE, value_date=date(2024, 1, 20))
    given(LOAN, *PAST).when(none).then_refused(INTEREST_IS_UNPAID)
    more = evolve(CAPITALISE, amount=yuan("500"))
    given(LOAN, *PAST).when(more).then_refused(INTEREST_IS_UNPAID)
