"""Loans and receipts of every kind that can be agreed, for properties."""

from datetime import date, timedelta
from itertools import permutations

from attrs import evolve
from hypothesis import strategies as st

from domain.kinds import Component, RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.movements import Movement
from domain.loan.schedule import make_plan
from domain.money import Money
from domain.rate import Rate

OWN_METHODS = tuple(m for m in RepaymentMethod if m is not RepaymentMethod.AS_STATED)
FIRST, LAST = date(2020, 1, 1), date(2026, 12, 31)

methods = st.sampled_from(OWN_METHODS)
rates = st.builds(Rate, st.one_of(st.just(0), st.integers(1, 24_000_000)))
principals = st.one_of(st.integers(1, 5000), st.integers(1, 10**10))
orders = st.sampled_from(tuple(permutations(Component)))


@st.composite
def contracts(draw, **fixed):
    """A loan that was just paid out, with its plan."""
    contract = Contract(
        amount=Money(draw(principals)),
        rate_yearly=draw(rates),
        method=draw(methods),
        instalments=draw(st.integers(1, 48)),
        due_day=draw(st.integers(1, 31)),
        paid_out_on=draw(st.dates(FIRST, date(2022, 12, 31))),
        plan=(),
        day_basis=draw(st.sampled_from((360, 365))),
        penalty_percent=draw(st.integers(100, 200)),
        grace_days=draw(st.integers(0, 15)),
        allocation=draw(orders),
    )
    contract = evolve(contract, **fixed)
    return evolve(contract, plan=make_plan(contract))


@st.composite
def receipts(draw, contract, *, most=8, amounts=None):
    """Receipts of a loan on different days, some after its end; in order of knowing."""
    fen = contract.amount.fen
    if amounts is None:
        amounts = st.one_of(st.integers(1, fen), st.integers(1, max(fen // 8, 1)))
    span = (contract.plan[-1].due_date - contract.paid_out_on).days + 90
    after = draw(st.lists(st.integers(0, span), max_size=most, unique=True))
    return [
        Movement(
            receipt_no=f"R{no}",
            amount=Money(draw(amounts)),
            value_date=contract.paid_out_on + timedelta(days),
        )
        for no, days in enumerate(after, 1)
    ]
