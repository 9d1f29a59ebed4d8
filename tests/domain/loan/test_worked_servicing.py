"""Worked figures of others, from the account of a serviced loan."""

from datetime import date

from attrs import evolve

from domain.calendar import DayCount
from domain.kinds import Component, RepaymentMethod
from domain.loan.facts import Drawn
from domain.loan.schedule import make_plan
from domain.loan.settle import settle
from domain.loan.values import Instalment, Purpose
from domain.money import Money
from domain.rate import Rate
from tests.domain.loan.strategies import LOAN, received


def test_the_worked_prepayment_lowers_the_instalment_as_published():
    """1,000,000.00 at 4.9 % over 360 months; 200,000.00 early with the 60th instalment."""
    bare = evolve(
        LOAN,
        amount=Money(1_000_000_00),
        rate_yearly=Rate.parse("4.9%"),
        method=RepaymentMethod.EQUAL_INSTALMENT,
        instalments=360,
        plan=(),
    )
    loan = evolve(bare, plan=make_plan(bare))
    paid = [
        received((row.principal + row.interest).fen, row.due_date, f"R{row.no}")
        for row in loan.plan[:60]
    ]
    early = evolve(
        received(200_000_00, paid[-1].value_date, "early"), purpose=Purpose.PREPAY_KEEP_TERM
    )
    account = settle(loan, [*paid, early])
    assert account.payoff(early.value_date).principal == Money(716_976_91)
    rest = account.plan[61:]
    assert {(row.principal + row.interest).fen for row in rest[:-1]} == {4_149_71}
    assert (rest[-1].principal + rest[-1].interest).fen == 4_149_04


def test_what_is_drawn_and_repaid_at_will_bears_interest_by_products():
    """200,000.00, 100,000.00 more after 20 days, 150,000.00 back after 13: to the 21st of June."""
    asked = [
        Instalment(
            no=no, due_date=day, principal=Money(fen), interest=Money(interest), fee=Money(0)
        )
        for no, day, fen, interest in (
            (1, date(2024, 6, 21), 0, 1_496_00),
            (2, date(2025, 5, 8), 200_000_00, 10_914_00),
        )
    ]
    loan = evolve(
        LOAN,
        amount=Money(200_000_00),
        rate_yearly=Rate.parse("6.12%"),
        method=RepaymentMethod.REVOLVING,
        due_day=21,
        paid_out_on=date(2024, 5, 8),
        plan=tuple(asked),
        day_count=DayCount.A_360,
        allocation_ahead=(Component.PRINCIPAL,),
    )
    facts = [
        Drawn(reference="D2", amount=Money(100_000_00), value_date=date(2024, 5, 28)),
        received(150_000_00, date(2024, 6, 10)),
    ]
    account = settle(loan, facts)
    assert account.splits["R1"].principal == Money(150_000_00)
    assert account.due(date(2024, 6, 21)).total == Money(1_623_50)
    assert account.payoff(date(2024, 6, 21)).principal == Money(150_000_00)
