"""The engine agrees to the fen with figures that others published or worked out.

What an example asks for beyond what a loan here can do (rates of return, repricing, balloons,
extensions, payments rounded up, half-yearly compounding) is left to those who build it.
"""

import json
from datetime import date
from functools import cache

import pytest
from attrs import evolve

from domain.kinds import RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.interest import for_days, for_default, for_month
from domain.loan.movements import Movement
from domain.loan.schedule import level_instalment, make_plan
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


def rows(plan):
    """Return the rows of a plan as the examples write them."""
    left, written = sum(row.principal.fen for row in plan), []
    for row in plan:
        left -= row.principal.fen
        written.append(
            {
                "n": row.no,
                "interest": row.interest.number,
                "principal": row.principal.number,
                "instalment": (row.principal + row.interest).number,
                "balance": Money(left).number,
            }
        )
    return written


def agree(found, expected):
    """Tell whether a row has all the figures that the example gives of it."""
    return expected.items() <= found.items()


def test_a_payment_is_the_spreadsheet_function_s(reference):
    given, expected = example(reference, "excel-pmt")
    level = level_instalment(
        fen(given["present_value"]),
        given["periods"],
        over=rate(given["annual_rate"]).e8,
        of=12 * E8,
    )
    assert level == fen(expected["payment_end_of_period"])


@pytest.mark.parametrize("name", ["cn-equal-instalment-1m", "lending-36m-999"])
def test_equal_instalments_are_the_published_ones(reference, name):
    given, expected = example(reference, name)
    yearly = rate(given["annual_rate"])
    plan = contract(
        RepaymentMethod.EQUAL_INSTALMENT, given["principal"], yearly, given["periods"]
    ).plan
    found = rows(plan)
    assert found[0]["instalment"] == expected["payment"]
    assert len(found) == given["periods"]
    for row in expected.get("rows_1_5", ()):
        assert agree(found[row["n"] - 1], row)
    for place, name in ((0, "first"), (1, "second"), (-1, "last")):
        assert agree(found[place], expected.get(name, {}))
    if total := expected.get("total_interest_rounded_schedule"):
        assert sum(row.interest.fen for row in plan) == fen(total)


def test_equal_principal_is_the_published_one(reference):
    given, expected = example(reference, "cn-equal-principal-1m")
    yearly = rate(given["annual_rate"])
    plan = contract(
        RepaymentMethod.EQUAL_PRINCIPAL, given["principal"], yearly, given["periods"]
    ).plan
    found = rows(plan)
    assert found[0]["principal"] == expected["principal_per_period"]
    assert agree(found[0], expected["first"])
    assert agree(found[-1], expected["last"])
    total = expected["total_interest_rounded_schedule"]
    assert sum(row.interest.fen for row in plan) == fen(total)


def test_interest_by_period_is_a_twelfth_or_by_days(reference):
    given, expected = example(reference, "cn-interest-only")
    principal, yearly = given["principal"], rate(given["annual_rate"])
    loan = contract(RepaymentMethod.INTEREST_ONLY, principal, yearly, given["periods"])
    assert {row["interest"] for row in rows(loan.plan)} == {expected["monthly_by_30_360"]}
    assert sum(row.interest.fen for row in loan.plan) == fen(expected["total_12_by_30_360"])
    for basis in (360, 365):
        by_days = [for_days(fen(principal) * count, yearly, basis) for count in (31, 30, 31)]
        assert by_days == [fen(text) for text in expected[f"first_three_by_act_{basis}"]]


def test_interest_by_days_is_the_worked_one(reference):
    given, expected = example(reference, "cn-zhubi")
    principal, yearly = fen(given["principal"]), rate(given["annual_rate"])
    product = principal * days(given["start"], given["end_6m"])
    assert for_days(product, yearly, 360) == fen(expected["actual_days_360"])
    assert for_month(6 * principal, yearly) == fen(expected["whole_months"])


def test_a_bullet_loan_bears_the_worked_interest(reference):
    given, expected = example(reference, "cn-bullet")
    principal, yearly = fen(given["principal"]), rate(given["annual_rate"])
    product = principal * days(given["start"], given["end"])
    assert for_days(product, yearly, 360) == fen(expected["act_360"])
    assert for_days(product, yearly, 365) == fen(expected["act_365"])
    assert for_month(12 * principal, yearly) == fen(expected["whole_year"])


@pytest.mark.parametrize("name", ["cn-jishu", "cn-revolving"])
def test_interest_by_products_is_the_worked_one(reference, name):
    given, expected = example(reference, name)
    product = 100 * int(expected["product"])
    assert for_days(product, rate(given["annual_rate"]), 360) == fen(expected["interest"])


def test_quarters_by_actual_days_bear_the_worked_interest(reference):
    given, expected = example(reference, "cn-quarter-20")
    principal, yearly = fen(given["principal"]), rate(given["annual_rate"])
    for period in expected["periods"]:
        count = days(period["from"], period["to_exclusive"])
        assert for_days(principal * count, yearly, 360) == fen(period["interest"])


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


# What makes a table another loan than ours, or its payment another than the half-up one.
OTHER = ("rate_schedule", "payment_override", "amortization_period_months")


def _of_our_kind(given):
    periods = (given.get("compounding"), given.get("payment_frequency"))
    return (
        given["payment_rounding"] == "ROUND_HALF_UP"
        and given["day_count"] == "30/360"
        and periods in ((None, None), ("annual", "annual"), ("monthly", "monthly"))
        and not any(given.get(name) for name in OTHER)
    )


def test_published_tables_of_our_kind_are_met_to_the_cent(reference):
    seen = 0
    for table in examples(reference, "mortgage_tables.json").values():
        given, expected = table["inputs"], table["expected"]
        if not _of_our_kind(given):
            continue
        # A year of a yearly table is a month at twelve times the rate.
        times = 12 if given.get("payment_frequency") == "annual" else 1
        percent = rate(given["annual_rate"])
        yearly = Rate(percent.e8 * times // 100)
        months = given["term_months"] // times
        loan = contract(RepaymentMethod.EQUAL_INSTALMENT, given["principal"], yearly, months)
        found = rows(loan.plan)
        assert found[0]["instalment"] == expected["payment"], table["id"]
        seen += 1
        rounded_alike = given["interest_rounding"] == "ROUND_HALF_UP"
        if rounded_alike and given.get("balance_tracking", "round_each") == "round_each":
            for row in expected["rows"]:
                assert agree(found[row["n"] - 1], row), table["id"]
    assert seen
