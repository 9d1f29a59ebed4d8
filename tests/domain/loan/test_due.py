"""What is owed on a day grows with the days, shrinks with receipts, and loses no fen."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.kinds import Component
from domain.loan.facts import Received
from domain.loan.settle import settle
from domain.money import Money
from domain.rate import E8
from tests.domain.loan.strategies import (
    DUE,
    LOAN,
    contracts,
    half_up,
    last_day,
    later,
    receipts,
    received,
)


@given(contracts(), st.data())
def test_no_fen_of_a_receipt_is_lost(contract, data):
    movements = data.draw(receipts(contract))
    account = settle(contract, movements)
    assert account.splits.keys() == {m.receipt_no for m in movements}
    for movement in movements:
        split = account.splits[movement.receipt_no]
        assert split.total == movement.amount
        assert min(split.parts) >= Money(0)
    principal = sum(split.principal.fen for split in account.splits.values())
    payoff = account.payoff(last_day(movements, contract))
    assert payoff.principal.fen + principal == contract.amount.fen
    assert sum(row.principal.fen for row in account.plan) == contract.amount.fen


@given(contracts(), st.data())
def test_receipts_pay_the_oldest_first_in_the_agreed_order(contract, data):
    movements = data.draw(receipts(contract, most=5))
    for k, movement in enumerate(sorted(movements, key=lambda m: m.value_date)):
        before = settle(contract, sorted(movements, key=lambda m: m.value_date)[:k])
        due, left = before.due(movement.value_date), movement.amount.fen
        split = settle(contract, movements).splits[movement.receipt_no]
        for component in contract.allocation:
            owed = getattr(due, component.value).fen
            assert getattr(split, component.value).fen >= min(owed, left)
            left -= min(owed, left)
        assert (
            split.excess == Money(0) or movement.amount > before.payoff(movement.value_date).total
        )


@given(contracts(), st.data())
def test_what_is_owed_never_shrinks_by_waiting(contract, data):
    movements = data.draw(receipts(contract, most=3))
    account, start = settle(contract, movements), last_day(movements, contract)
    gaps = data.draw(st.lists(st.integers(0, 40), min_size=2, max_size=12))
    days = [start + timedelta(sum(gaps[: k + 1])) for k in range(len(gaps))]
    for amounts in ([account.due(d) for d in days], [account.payoff(d) for d in days]):
        totals = [split.total for split in amounts]
        assert totals == sorted(totals)
    for day in days:
        due, payoff = account.due(day), account.payoff(day)
        assert all(a <= b for a, b in zip(due.parts, payoff.parts, strict=True))


@given(contracts(), st.data())
def test_the_payoff_settles_the_loan_and_a_fen_less_does_not(contract, data):
    movements = data.draw(receipts(contract, most=3))
    account = settle(contract, movements)
    day = last_day(movements, contract) + timedelta(data.draw(st.integers(0, 400)))
    owed = account.payoff(day).total.fen
    if owed == 0:
        return
    paid = settle(contract, [*movements, received(owed, day, "last")])
    assert paid.settled_on == day
    assert paid.payoff(later(1000, day)).total == paid.due(later(1000, day)).total == Money(0)
    assert paid.splits["last"].excess == Money(0)
    if owed > 1:
        less = settle(contract, [*movements, received(owed - 1, day, "last")])
        assert less.settled_on is None
        assert less.payoff(day).total == Money(1)
    more = settle(contract, [*movements, received(owed + 5, day, "last")])
    assert more.splits["last"].excess == Money(5)
    assert more.settled_on == day


@given(contracts())
def test_paying_each_instalment_on_its_day_pays_the_plan_as_it_stands(contract):
    asked = [row for row in contract.plan if (row.principal + row.interest).fen]
    movements = [
        received((row.principal + row.interest).fen, row.due_date, f"R{row.no}") for row in asked
    ]
    account = settle(contract, movements)
    assert account.plan == contract.plan
    assert account.settled_on == asked[-1].due_date
    for row in asked:
        split = account.splits[f"R{row.no}"]
        assert (split.principal, split.interest) == (row.principal, row.interest)


@st.composite
def late_payments(draw, contract):
    """Return receipts that never run ahead of what is due: late, partial, in order of days."""
    movements: list[Received] = []
    gaps = draw(st.lists(st.integers(1, 70), min_size=1, max_size=6))
    for no, days in enumerate(accumulate(gaps), 1):
        day = contract.plan[0].due_date + timedelta(days)
        due = settle(contract, movements).due(day).total.fen
        if due:
            movements.append(received(draw(st.integers(1, due)), day, f"R{no}"))
    return movements


def penalty_day_by_day(contract, account, movements, until):
    """Return the penalty of all days up to one, each from the principal overdue on it."""
    paid = {m.value_date: account.splits[m.receipt_no].principal.fen for m in movements}
    yearly = Fraction(contract.rate_yearly.e8 * contract.penalty_percent, 100 * E8)
    total, repaid, day = Fraction(0), 0, contract.paid_out_on
    while day < until:
        repaid += paid.get(day, 0)
        day += timedelta(1)
        asked = sum(row.principal.fen for row in contract.plan if row.due_date < day)
        total += max(asked - repaid, 0) * yearly / contract.day_basis
    return total


@given(contracts(grace_days=0), st.data())
def test_penalty_interest_is_the_sum_of_its_days_rounded_once(contract, data):
    movements = data.draw(late_payments(contract))
    account = settle(contract, movements)
    until = last_day(movements, contract) + timedelta(data.draw(st.integers(0, 60)))
    paid = sum(split.penalty.fen for split in account.splits.values())
    exact = penalty_day_by_day(contract, account, movements, until)
    assert paid + account.due(until).penalty.fen == half_up(exact)


@given(contracts(), st.integers(-5, 20))
def test_grace_forgives_all_days_or_none(contract, beyond):
    day = later(max(contract.grace_days + beyond, 0), contract.plan[0].due_date)
    strict = settle(evolve(contract, grace_days=0), ()).due(day)
    due = settle(contract, ()).due(day)
    waited = (day - contract.plan[0].due_date).days > contract.grace_days
    second = contract.plan[1].due_date if len(contract.plan) > 1 else date.max
    if day <= second:
        assert due.penalty == (strict.penalty if waited else Money(0))
    assert due.principal == strict.principal


@pytest.mark.parametrize(
    ("grace_days", "days", "penalty"),
    [(0, 0, 0), (0, 1, 25), (3, 3, 0), (3, 4, 100), (0, 10, 250)],
)
def test_penalty_runs_from_the_due_date_unless_paid_within_grace(grace_days, days, penalty):
    due = settle(evolve(LOAN, grace_days=grace_days), ()).due(later(days))
    assert (due.penalty, due.interest, due.principal) == (
        Money(penalty),
        Money(60_00),
        Money(1_000_00),
    )


def test_what_is_paid_within_grace_bears_no_penalty_and_the_rest_bears_all():
    loan = evolve(LOAN, grace_days=3)
    paid = received(560_00, later(2))  # Interest, and half of the principal.
    account = settle(loan, [paid])
    assert account.due(later(3)).penalty == Money(0)
    assert account.due(later(10)).penalty == Money(1_25)  # 500.00 for ten days.


def test_penalty_interest_takes_the_place_of_interest_and_bears_none_itself():
    due = settle(LOAN, ()).due(later(29, DUE))  # The second instalment is due on this day.
    assert due.penalty == Money(7_25)
    assert due.interest == Money(60_00 + 55_00)
    payoff = settle(LOAN, ()).payoff(later(9))
    assert payoff.interest == Money(60_00 + 16_50)  # Nine days of 11,000.00 at 6 %.
    assert payoff.penalty == Money(2_25)
    assert payoff.principal == Money(12_000_00)


def test_nothing_is_due_before_the_first_due_date_and_all_of_it_on_the_day():
    account = settle(LOAN, ())
    assert account.due(later(-1)).total == Money(0)
    assert account.due(DUE).total == Money(1_060_00)
    assert account.payoff(LOAN.paid_out_on).total == LOAN.amount


@pytest.mark.parametrize(
    ("allocation", "paid"),
    [
        ((Component.PENALTY, Component.INTEREST), (0, 2_50, 60_00, 37_50, 0)),
        ((Component.PRINCIPAL, Component.INTEREST), (0, 0, 0, 100_00, 0)),
        ((Component.INTEREST,), (0, 2_50, 60_00, 37_50, 0)),
        ((), (0, 2_50, 60_00, 37_50, 0)),
    ],
)
def test_what_was_not_agreed_is_discharged_as_by_law(allocation, paid):
    loan = evolve(LOAN, allocation=allocation)
    split = settle(loan, [received(100_00, later(10))]).splits["R1"]
    assert tuple(part.fen for part in split.parts) == paid
