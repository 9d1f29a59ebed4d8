"""Loans and receipts of every kind that can be agreed, for properties, and how they came about."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import permutations
from math import floor

from attrs import evolve
from hypothesis import strategies as st

from domain.kinds import PLAIN_METHODS, Component, RepaymentMethod
from domain.loan.commands import RecordRepayment
from domain.loan.contract import Contract
from domain.loan.events import LoanDisbursed
from domain.loan.facts import Received
from domain.loan.schedule import make_plan
from domain.money import Money
from domain.rate import Rate
from tests.domain.loan.loans import AGREED, ORIGIN

OWN_METHODS = tuple(sorted(PLAIN_METHODS))
LONG_AFTER = date(2040, 1, 1)

methods = st.sampled_from(OWN_METHODS)
rates = st.builds(Rate, st.one_of(st.just(0), st.integers(1, 24_000_000)))
principals = st.one_of(st.integers(1, 5000), st.integers(1, 10**10))
orders = st.sampled_from(tuple(permutations(Component)))

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
    return Received(receipt_no=no, amount=Money(fen), value_date=day)


def half_up(exact: Fraction) -> int:
    return floor(exact + Fraction(1, 2))


def last_day(movements, contract):
    return max((m.value_date for m in movements), default=contract.paid_out_on)


@st.composite
def contracts(draw, /, **fixed):
    """A loan that was just paid out, with its plan."""
    contract = Contract(
        amount=Money(draw(principals)),
        rate_yearly=draw(rates),
        method=draw(methods),
        instalments=draw(st.integers(1, 48)),
        due_day=draw(st.integers(1, 31)),
        paid_out_on=draw(st.dates(date(2020, 1, 1), date(2022, 12, 31))),
        plan=(),
        day_basis=draw(st.sampled_from((360, 365))),
        penalty_percent=draw(st.integers(100, 200)),
        grace_days=draw(st.integers(0, 15)),
        allocation=draw(orders),
    )
    contract = evolve(contract, **fixed)
    return evolve(contract, plan=make_plan(contract))


@st.composite
def receipts(draw, /, contract, *, most=8, amounts=None):
    """Receipts of a loan on different days, some after its end; in order of knowing."""
    fen = contract.amount.fen
    if amounts is None:
        amounts = st.one_of(st.integers(1, fen), st.integers(1, max(fen // 8, 1)))
    span = (contract.plan[-1].due_date - contract.paid_out_on).days + 90
    after = draw(st.lists(st.integers(0, span), max_size=most, unique=True))
    return [
        Received(
            receipt_no=f"R{no}",
            amount=Money(draw(amounts)),
            value_date=contract.paid_out_on + timedelta(days),
        )
        for no, days in enumerate(after, 1)
    ]


def begun(contract):
    """Return the events of a loan that was agreed and paid out as the contract says."""
    agreed = evolve(
        AGREED,
        amount=contract.amount,
        rate_yearly=contract.rate_yearly,
        method=contract.method,
        instalments=contract.instalments,
        due_day=contract.due_day,
        signed_on=contract.paid_out_on,
        terms=evolve(
            AGREED.terms,
            day_basis=contract.day_basis,
            penalty_percent=contract.penalty_percent,
            grace_days=contract.grace_days,
            allocation=contract.allocation,
        ),
    )
    disbursed = LoanDisbursed(
        amount=contract.amount,
        value_date=contract.paid_out_on,
        reference="D1",
        plan=contract.plan,
    )
    return [agreed, disbursed]


def record(movement):
    """Return the command; its origin lets receipts go beyond all that is owed."""
    return RecordRepayment(
        loan_id="L1",
        receipt_no=movement.receipt_no,
        amount=movement.amount,
        value_date=movement.value_date,
        origin=ORIGIN,
        today=LONG_AFTER,
    )
