"""Money beyond what is due pays principal early, and the plan is made again from there."""

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.kinds import RepaymentMethod
from domain.loan.schedule import make_plan
from domain.loan.settle import settle
from tests.domain.loan.strategies import (
    DUE,
    LOAN,
    OWN_METHODS,
    contracts,
    half_up,
    later,
    received,
)


@given(contracts(instalments=24), st.data())
def test_prepaying_shortens_the_plan_and_keeps_the_instalment(contract, data):
    fen = contract.amount.fen
    day = later(data.draw(st.integers(0, 700)), contract.paid_out_on)
    owed = settle(contract, ()).due(day).total.fen
    account = settle(contract, [received(owed + data.draw(st.integers(1, 2 * fen)), day)])
    plan, before = account.plan, contract.plan
    assert len(plan) <= len(before)
    asked_later = [row for row in plan if row.due_date > day]
    for row in asked_later[1:-1]:
        old = before[row.no - 1]
        match contract.method:
            case RepaymentMethod.EQUAL_INSTALMENT:
                assert row.principal + row.interest == old.principal + old.interest
            case RepaymentMethod.EQUAL_PRINCIPAL:
                assert row.principal == old.principal
        assert row.interest <= old.interest
    assert [row for row in plan if row.due_date <= day] == [
        row for row in before if row.due_date <= day
    ]


@given(st.sampled_from(OWN_METHODS), st.integers(1, 28))
def test_interest_of_a_period_with_prepaid_principal_goes_by_days(method, days):
    loan = evolve(LOAN, method=method, due_day=20)
    loan = evolve(loan, plan=make_plan(loan))
    day, period = later(days, loan.paid_out_on), (DUE - loan.paid_out_on).days
    accrued = half_up(Fraction(12_000_00 * 6 * days, 100 * 360))
    account = settle(loan, [received(accrued + 4_000_00, day)])
    split = account.splits["R1"]
    assert (split.interest.fen, split.principal.fen) == (accrued, 4_000_00)
    product = 12_000_00 * days + 8_000_00 * (period - days)
    assert account.plan[0].interest.fen == half_up(Fraction(product * 6, 100 * 360))


@given(st.integers(1, 14), st.integers(1, 14))
def test_each_prepayment_in_a_period_lowers_what_bears_interest_from_its_day(first, second):
    days, period = (first, first + second), (DUE - LOAN.paid_out_on).days
    accrued = (
        half_up(Fraction(12_000_00 * 6 * days[0], 100 * 360)),
        half_up(Fraction((12_000_00 * first + 9_000_00 * second) * 6, 100 * 360)),
    )
    movements = [
        received(3_000_00 + accrued[0], later(days[0], LOAN.paid_out_on), "R1"),
        received(2_000_00 + accrued[1] - accrued[0], later(days[1], LOAN.paid_out_on), "R2"),
    ]
    account = settle(LOAN, movements)
    paid = [account.splits[no] for no in ("R1", "R2")]
    assert [split.principal.fen for split in paid] == [3_000_00, 2_000_00]
    product = 12_000_00 * first + 9_000_00 * second + 7_000_00 * (period - days[1])
    interest = half_up(Fraction(product * 6, 100 * 360))
    assert account.plan[0].interest.fen == interest
    assert account.due(DUE).interest.fen == interest - sum(split.interest.fen for split in paid)


@given(st.integers(1, 30), st.sampled_from((5, 20)))
def test_money_that_came_before_paying_out_counts_as_if_it_came_on_that_day(days, paid_out_on):
    start = LOAN.paid_out_on.replace(day=paid_out_on)
    loan = evolve(LOAN, paid_out_on=start)
    loan = evolve(loan, plan=make_plan(loan))
    again = received(1_000_00, later(9, start), "R2")
    for others in ([], [again]):
        before, on_it = (
            settle(loan, [received(3_000_00, day), *others]) for day in (later(-days, start), start)
        )
        assert before.splits == on_it.splits
        assert before.plan == on_it.plan
