"""Penalty interest and days of grace agree to the fen with worked examples."""

import json
from datetime import date
from functools import cache

import pytest
from attrs import evolve

from domain.kinds import RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.interest import for_default
from domain.loan.movements import Movement
from domain.loan.schedule import make_plan
from domain.loan.settle import settle
from domain.money import Money
from domain.rate import E8, Rate

DAY = date(2024, 1, 15)


def fen(text):
    return Money.parse(text).fen


def rate(text):
    """Return the rate that is written as a fraction of one: 0.049 is 4.9 %."""
    whole, _, part = text.partition(".")
    return Rate(int(whole) * E8 + int(part.ljust(8, "0")))


def days(start, end):
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


@cache
def examples(folder, name):
    rows = json.loads((folder / name).read_text(encoding="utf-8"))["examples"]
    return {row["id"]: row for row in rows}


def example(folder, name):
    """Return what a worked example gives and expects; skip where it is not among them."""
    known = examples(folder, "worked_examples.json")
    if name not in known:
        pytest.skip(f"there is no worked example {name}")
    return known[name]["inputs"], known[name]["expected"]


def contract(method, principal, yearly, months):
    bare = Contract(
        amount=Money.parse(principal),
        rate_yearly=yearly,
        method=method,
        instalments=months,
        due_day=DAY.day,
        paid_out_on=DAY,
        plan=(),
    )
    return evolve(bare, plan=make_plan(bare))


@pytest.mark.parametrize(
    ("name", "owed", "percent"),
    [
        ("cn-penalty-compound", "overdue_principal", 150),
        ("cn-penalty-misuse", "misused_principal", 200),
    ],
)
def test_penalty_interest_is_the_worked_one(reference, name, owed, percent):
    given, expected = example(reference, name)
    product = fen(given[owed]) * days(given["from"], given["to_exclusive"])
    penalty = for_default(product, rate(given["contract_rate"]), percent=percent, basis=360)
    assert penalty == fen(expected["penalty_interest"])


def test_grace_is_the_worked_one(reference):
    given, expected = example(reference, "cn-grace")
    due = date.fromisoformat(given["due"])
    loan = evolve(
        contract(RepaymentMethod.INTEREST_ONLY, given["overdue_principal"], Rate(0), 1),
        rate_yearly=rate(given["penalty_rate"]),
        penalty_percent=100,
        grace_days=given["grace_days"],
    )
    loan = evolve(loan, plan=(evolve(loan.plan[0], due_date=due),))
    for name in ("paid_a", "paid_b"):
        paid = Movement(
            receipt_no="R1",
            amount=Money(10**9),
            value_date=date.fromisoformat(given[name]),
        )
        split = settle(loan, [paid]).splits["R1"]
        assert split.penalty == Money.parse(expected[name]["penalty"])
        assert split.principal == Money.parse(given["overdue_principal"])
