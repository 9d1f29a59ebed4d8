"""The plan of another system is paid in order as it stands, and nothing accrues beyond it."""

from datetime import date, timedelta

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.kinds import RepaymentMethod
from domain.loan.settle import settle
from domain.loan.values import Instalment
from domain.money import Money
from tests.domain.loan.strategies import LOAN, last_day, received


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


def test_principal_that_a_stated_plan_asks_for_beyond_the_loan_is_owed_as_planned():
    loan = evolve(stated((100, 10, 0), (100, 10, 0)), amount=Money(150))
    account = settle(loan, ())
    assert account.payoff(date(2024, 1, 1)).total == Money(220)
    assert account.due(date(2024, 2, 1)).total == Money(220)
