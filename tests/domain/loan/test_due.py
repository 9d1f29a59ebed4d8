"""What is owed on a day grows with the days, shrinks with receipts, and loses no fen."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from math import floor

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.kinds import Component, RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.movements import Movement
from domain.loan.schedule import make_plan
from domain.loan.settle import settle
from domain.loan.values import Instalment
from domain.money import Money
from domain.rate import E8, Rate
from tests.domain.loan.strategies import OWN_METHODS, contracts, receipts

# 12,000.00 at 6 %, paid out on a due day: 1,000.00 a month, and 0.25 a day for it overdue.
LOAN = Contract(
    amount=Money(12_000_00),
    rate_yearly=Rate.parse("6%"),
    method=RepaymentMethod.EQUAL_PRINCIPAL,
    instalments=12,
    due_day=20,
    paid_out_on=date(2024, 1, 20),
    plan=(),
)
LOAN = evolve(LOAN, plan=make_plan(LOAN))
DUE = LOAN.plan[0].due_date


def later(days, day=DUE):
    return day + timedelta(days)


def received(fen, day, no="R1"):
    return Movement(receipt_no=no, amount=Money(fen), value_date=day)


def half_up(exact):
    return floor(exact + Fraction(1, 2))


def last_day(movements, contract):
    return max((m.value_date for m in movements), default=contract.paid_out_on)


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
        assert split.excess == Money(0) or movement.amount > before.payoff(movement.value_date).total


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
    movements = []
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
    ("allocation", "fee", "penalty", "interest", "principal"),
    [
        ((Component.PENALTY, Component.INTEREST, Component.PRINCIPAL), 0, 2_50, 60_00, 37_50),
        ((Component.PRINCIPAL, Component.INTEREST, Component.PENALTY), 0, 0, 0, 100_00),
        ((Component.INTEREST,), 0, 2_50, 60_00, 37_50),
        ((), 0, 2_50, 60_00, 37_50),
    ],
)
def test_what_was_not_agreed_is_discharged_as_by_law(
    allocation, fee, penalty, interest, principal
):
    loan = evolve(LOAN, allocation=allocation)
    split = settle(loan, [received(100_00, later(10))]).splits["R1"]
    assert [part.fen for part in split.parts] == [fee, penalty, interest, principal, 0]


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


def stated(*instalments):
    """Return a loan of another system with these instalments of principal, interest and fee."""
    plan = tuple(
        Instalment(
            no=no,
            due_date=date(2024, no, 1),
            principal=Money(principal),
            interest=Money(interest),
            fee=Money(fee),
        )
        for no, (principal, interest, fee) in enumerate(instalments, 1)
    )
    return evolve(
        LOAN,
        amount=Money(sum(row[0] for row in instalments)),
        method=RepaymentMethod.AS_STATED,
        paid_out_on=date(2023, 12, 1),
        plan=plan,
    )


parts = st.tuples(st.integers(1, 900), st.integers(0, 90), st.integers(0, 9))


@given(st.lists(parts, min_size=1, max_size=6), st.lists(st.integers(1, 2000), max_size=6))
def test_a_stated_plan_is_paid_in_order_and_never_made_again(instalments, amounts):
    loan = stated(*instalments)
    movements = [
        received(fen, date(2024, 1, 1) + timedelta(17 * k), f"R{k}")
        for k, fen in enumerate(amounts)
    ]
    account = settle(loan, movements)
    day, total = last_day(movements, loan), sum(map(sum, instalments))
    paid = sum(amounts)
    assert account.plan == loan.plan
    assert account.payoff(day).total == Money(max(total - paid, 0))
    assert sum(s.excess.fen for s in account.splits.values()) == max(paid - total, 0)
    assert {s.penalty for s in account.splits.values()} <= {Money(0)}
    assert (account.settled_on is not None) is (paid >= total)


def test_principal_that_a_stated_plan_leaves_out_is_owed_but_never_due():
    loan = evolve(stated((100, 10, 0)), amount=Money(250))
    account = settle(loan, ())
    assert account.due(date(2199, 1, 1)).total == Money(110)
    assert account.payoff(date(2024, 1, 1)).total == Money(260)
    assert settle(loan, [received(260, date(2024, 1, 1))]).settled_on == date(2024, 1, 1)
