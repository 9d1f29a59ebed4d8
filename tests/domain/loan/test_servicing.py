"""What each fact does to a loan, also where contracts are silent and on loans that have ended."""

from datetime import date, timedelta
from typing import get_args

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import DayCount
from domain.claim import Rounding
from domain.kinds import Component, PrepaymentMode, RepaymentMethod
from domain.loan.facts import (
    ArrearsRespread,
    Drawn,
    Extended,
    Fact,
    FeeCharged,
    InterestCapitalised,
    InterestPaused,
    Misused,
    RateSet,
    Refunded,
    Restructured,
    Waived,
    WrittenOff,
)
from domain.loan.schedule import make_plan
from domain.loan.settle import settle
from domain.loan.values import FeeKind, Instalment, Purpose, Respreading
from domain.money import Money
from domain.rate import Rate
from tests.domain.loan.strategies import DUE, LOAN, contracts, later, received

LAST = LOAN.plan[-1].due_date
LEVEL = evolve(LOAN, method=RepaymentMethod.EQUAL_INSTALMENT)
LEVEL = evolve(LEVEL, plan=make_plan(LEVEL))


def every_fact(day):
    """Return a fact of each kind on a day."""
    named = {"reference": "X", "value_date": day}
    return (
        Drawn(**named, amount=Money(500_00)),
        received(300_00, day, "RX"),
        RateSet(**named, rate_yearly=Rate.parse("7%")),
        InterestPaused(**named, until=later(20, day)),
        FeeCharged(
            fee_no="X", kind=FeeKind.PERIODIC, amount=Money(9_00), value_date=day, due_date=day
        ),
        Misused(**named),
        Extended(**named, old_maturity=LAST, new_maturity=later(400, max(day, LAST))),
        Restructured(**named, instalments=6),
        ArrearsRespread(**named, how=Respreading.SPREAD),
        InterestCapitalised(**named),
        Waived(**named, component=Component.INTEREST, amount=Money(5_00)),
        WrittenOff(**named),
        Refunded(**named, amount=Money(1)),
    )


KINDS = [kind.__name__ for kind in get_args(Fact)]


@pytest.mark.parametrize("place", range(len(KINDS)), ids=KINDS)
def test_a_loan_that_was_settled_or_written_off_still_takes_every_fact(place):
    settled = received(20_000_00, later(10), "whole")
    written_off = WrittenOff(reference="W0", value_date=later(10))
    for ended in (settled, written_off):
        for day in (later(40), later(30, LAST)):
            fact = every_fact(day)[place]
            account = settle(LOAN, [ended, fact])
            assert fact in account.effects
            owed = account.payoff(later(60, day))
            assert all(part.fen >= 0 for part in owed.parts)
            assert account.due(later(60, day)).total <= owed.total


@pytest.mark.parametrize("place", range(len(KINDS)), ids=KINDS)
def test_a_plan_of_another_system_takes_every_fact_and_bears_no_interest(place):
    stated = evolve(LOAN, method=RepaymentMethod.AS_STATED)
    fact = every_fact(later(40))[place]
    account = settle(stated, [fact])
    assert account.payoff(later(60)).penalty == Money(0)
    asked = [(row.due_date, row.principal, row.interest) for row in account.plan]
    assert asked == [(row.due_date, row.principal, row.interest) for row in stated.plan]


def test_a_draw_after_the_last_day_is_owed_and_due_on_no_day_until_one_is_agreed():
    paid = received(20_000_00, DUE)
    draw = Drawn(reference="D2", amount=Money(3_600_00), value_date=later(10, LAST))
    account = settle(LOAN, [paid, draw])
    day = later(40, LAST)
    assert account.settled_on is None
    assert (account.due(day).total, account.payoff(day).principal) == (Money(0), Money(3_600_00))
    assert account.payoff(day).interest == Money(18_00)  # Thirty days at 6 %.
    anew = Restructured(reference="C1", value_date=day, instalments=2, first_due=later(30, day))
    plan = settle(LOAN, [paid, draw, anew]).plan
    assert [row.principal for row in plan[-2:]] == [Money(1_800_00), Money(1_800_00)]
    assert plan[-2].interest == Money(36_00)


def test_a_loan_with_nothing_paid_out_yet_bears_nothing_and_is_not_settled():
    line = evolve(
        LOAN,
        amount=Money(0),
        method=RepaymentMethod.INTEREST_ONLY,
        plan=tuple(evolve(row, principal=Money(0), interest=Money(0)) for row in LOAN.plan),
    )
    assert settle(line, []).payoff(LAST).total == Money(0)
    draw = Drawn(reference="D1", amount=Money(3_600_00), value_date=later(10))
    account = settle(line, [draw])
    assert account.due(later(0, line.plan[1].due_date)).interest == Money(11_40)  # 19 days.
    assert account.due(LAST).principal == Money(3_600_00)
    assert settle(line, [draw, received(3_700_00, later(40))]).settled_on == later(40)


def test_money_drawn_before_the_first_payment_known_bears_interest_from_its_own_day():
    early = Drawn(reference="D0", amount=Money(1_200_00), value_date=date(2024, 1, 10))
    due = settle(LOAN, [early]).due(DUE)
    assert due.interest == Money(2_00 + 62_00 + 6_20)  # 10 days of it, then 31 of both.
    assert due.principal == Money(1_100_00)


def test_an_instalment_paid_some_days_early_counts_for_it_and_a_prepayment_does_not():
    loan = evolve(LOAN, early_days=5)
    early = received(1_060_00, later(-5))
    account = settle(loan, [early])
    assert account.due(DUE).total == Money(0)
    assert account.plan == loan.plan
    for other in (
        evolve(early, value_date=later(-6)),
        evolve(early, amount=Money(1_060_01)),
        evolve(early, purpose=Purpose.PREPAY_KEEP_TERM),
    ):
        assert settle(loan, [other]).plan != loan.plan


def test_what_an_early_instalment_paid_too_much_when_the_rate_falls_is_held():
    loan = evolve(LOAN, early_days=5)
    facts = [
        received(1_060_00, later(-5)),
        RateSet(reference="P1", rate_yearly=Rate(0), value_date=later(-4)),
    ]
    account = settle(loan, facts)
    assert account.on(DUE).excess == 6_00  # Of 60.00, 27 days came to be: 54.00.
    assert account.due(DUE).total == Money(0)


def test_an_extension_agreed_after_maturity_counts_from_the_day_it_was_agreed():
    loan = evolve(
        LOAN,
        method=RepaymentMethod.INTEREST_ONLY,
        amount=Money(3_600_00),
        plan=(
            Instalment(
                no=1,
                due_date=DUE,
                principal=Money(3_600_00),
                interest=Money(18_00),
                fee=Money(0),
            ),
        ),
    )
    fact = Extended(reference="X1", value_date=later(10), old_maturity=DUE, new_maturity=later(100))
    account = settle(loan, [fact])
    assert account.due(later(40)).penalty == Money(9_00)  # Ten days at 9 %.
    assert account.due(later(40)).principal == Money(0)
    assert account.due(later(100)).principal == Money(3_600_00)
    assert account.plan[-1].interest == Money(54_00)  # Ninety days at 6 %.


def test_renewal_without_repayment_leaves_nothing_overdue_and_interest_to_be_paid_in_cash():
    loan = evolve(LOAN, plan=LOAN.plan[:1], instalments=1)
    loan = evolve(loan, plan=(evolve(loan.plan[0], principal=loan.amount),))
    renewed = received(12_000_00, DUE)
    renewed = evolve(renewed, purpose=Purpose.REFINANCING)
    account = settle(loan, [renewed])
    assert account.splits["R1"].principal == loan.amount
    assert account.payoff(DUE).total == account.payoff(later(9)).total == Money(60_00)
    assert settle(loan, [renewed, received(60_00, DUE, "R2")]).settled_on == DUE


def test_a_level_loan_is_solved_anew_from_the_instalment_after_a_rate_in_mid_period():
    raised = RateSet(reference="P1", rate_yearly=Rate.parse("9%"), value_date=later(-10))
    first, second, *rest = settle(LEVEL, [raised]).plan
    old = LEVEL.plan[0]
    assert first.principal + first.interest == old.principal + old.interest
    assert first.interest == Money(42_00 + 30_00)  # 21 days at 6 %, ten at 9 %.
    (payment,) = {row.principal + row.interest for row in (second, *rest[:-1])}
    assert payment > old.principal + old.interest
    assert sum(row.principal.fen for row in (first, second, *rest)) == LEVEL.amount.fen


@given(contracts(method=RepaymentMethod.EQUAL_INSTALMENT), st.integers(0, 400))
def test_a_payment_kept_or_a_term_kept_pays_the_loan_back(contract, days):
    day = contract.paid_out_on + timedelta(days)
    owed = settle(contract, []).due(day).total.fen
    for mode in PrepaymentMode:
        terms = evolve(contract, prepayment=mode)
        paid = received(owed + contract.amount.fen // 3, day)
        account = settle(terms, [paid])
        asked = sum(row.principal.fen for row in account.plan)
        assert asked == contract.amount.fen
        assert len(account.plan) <= len(contract.plan)


def test_one_instalment_whole_before_the_next_where_that_is_agreed():
    paid = received(1_100_00, LOAN.plan[1].due_date)
    by_component = settle(LOAN, [paid]).splits["R1"]
    by_instalment = settle(evolve(LOAN, by_instalment=True), [paid]).splits["R1"]
    penalty, interest = Money(7_25), Money(115_00)
    assert (by_component.penalty, by_component.interest) == (penalty, interest)
    assert (by_instalment.penalty, by_instalment.interest) == (penalty, Money(92_75))
    assert by_instalment.principal == Money(1_000_00)


@pytest.mark.parametrize(
    ("count", "interest"),
    [
        (DayCount.A_360, 17_40),
        (DayCount.A_365, 17_16),
        (DayCount.A_A_ISDA, 17_11),  # 29 days of a year of 366.
        (DayCount.E30_360, 18_00),
    ],
)
def test_late_principal_bears_its_rate_by_the_day_count_of_the_contract(count, interest):
    loan = evolve(
        LOAN,
        amount=Money(3_600_00),
        day_count=count,
        penalty_percent=100,
        plan=(evolve(LOAN.plan[0], principal=Money(3_600_00), interest=Money(0)),),
    )
    assert settle(loan, []).due(date(2024, 3, 20)).penalty == Money(interest)


def test_claims_are_rounded_as_the_contract_says():
    loan = evolve(LOAN, plan=(evolve(LOAN.plan[0], principal=Money(2_02)),), amount=Money(2_02))
    tie = later(99)  # 2.02 x 9 % x 99 / 360 = 0.049995, and at 100 days 0.0505.
    found = {
        rounding: settle(evolve(loan, rounding=rounding), []).due(tie).penalty.fen
        for rounding in (Rounding.HALF_UP, Rounding.DOWN, Rounding.UP)
    }
    assert found == {Rounding.HALF_UP: 5, Rounding.DOWN: 4, Rounding.UP: 5}
