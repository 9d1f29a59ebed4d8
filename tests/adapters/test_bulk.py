"""Loans as columns: equal to the fen to the engine for one loan, and never beyond int64."""

import sys
from datetime import date, timedelta
from importlib import import_module

import numpy
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.bulk.columns import PlainLoans, bound_of, python_rows
from adapters.bulk.installed import is_installed
from adapters.bulk.plain import is_plain
from adapters.bulk.schedules import due_dates, plans_of
from adapters.bulk.table import plain_loans, plan_table
from adapters.bulk.valuation import Holdings, value_loans
from adapters.calculations.offers import CALCULATIONS
from adapters.calculations.written import parquet_schema, table_columns
from adapters.problems import Unavailable
from domain.calendar import Cycle, DayCount, Unit, day_ratio
from domain.kinds import PLAIN_METHODS, RepaymentMethod
from domain.loan.annuity import level_payment
from domain.loan.plan import Draw, PlanTerms, make
from domain.loan.plan.terms import MONTHLY
from domain.money import FEN_MAX, Money
from domain.rate import E8, Rate, half_up

DAY = date(2024, 1, 31)
LOAN = PlanTerms(principal=Money(100_000_00), paid_out_on=DAY, rates=Rate.parse("4.9%"), periods=12)


@st.composite
def plain_terms(draw):
    """Return the terms of a plain loan: small or huge, free of interest or dear."""
    small = st.integers(1, 10**4) | st.integers(10**4, 10**10)
    return PlanTerms(
        principal=Money(draw(small | st.integers(10**12, FEN_MAX))),
        paid_out_on=draw(st.dates(date(1990, 1, 1), date(2100, 12, 31))),
        rates=Rate(draw(st.integers(0, 36_000_000) | st.integers(0, 999_999_999))),
        method=draw(st.sampled_from(sorted(PLAIN_METHODS))),
        periods=draw(st.integers(1, 60)),
        cycle=draw(st.sampled_from((MONTHLY, Cycle(1, Unit.QUARTER), Cycle(2, Unit.MONTH)))),
    )


def rows_of(plan):
    return [(row.principal.fen, row.interest.fen, row.closing.fen) for row in plan.rows]


@given(st.lists(plain_terms(), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_the_rows_of_many_loans_are_those_of_each_by_itself(many):
    assert all(map(is_plain, many))
    loans = plain_loans(many)
    plans = plans_of(loans)
    for k, terms in enumerate(many):
        start, used = int(plans.starts[k]), int(plans.used[k])
        columns = (plans.principal, plans.interest, plans.closing)
        found = [tuple(int(c[row]) for c in columns) for row in range(start, start + used)]
        assert found == rows_of(make(terms)) == python_rows(loans, k)


@given(st.lists(plain_terms(), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_a_table_of_plans_says_what_the_answers_say(many):
    columns = table_columns(CALCULATIONS["schedule"].columns, many=True)
    batch = [(f"L{k}", terms) for k, terms in enumerate(many)]
    found = plan_table(batch, parquet_schema(columns)).to_pylist()
    expected = []
    for loan, terms in batch:
        answer = CALCULATIONS["schedule"].run(terms)
        expected += [{"loan": loan, **row, "currency": "CNY"} for row in answer.rows]
    assert [{n: str(v) for n, v in row.items()} for row in found] == [
        {name: v.number if isinstance(v, Money) else str(v) for name, v in row.items()}
        for row in expected
    ]


@given(st.integers(1, FEN_MAX), st.integers(0, 10**9), st.integers(1, 400))
@settings(max_examples=300, deadline=None)
def test_a_level_payment_from_bits_is_the_exact_one(fen, e8, count):
    loans = PlainLoans(principal=[fen], rate_e8=[e8], count=[count], pays=[0], months=[1])
    exact = level_payment(fen, count, over=e8, of=12 * E8)
    assert int(loans.keeping[0]) == exact


@pytest.mark.parametrize("fen", [2, 4, 10, 250, 10**15 - 2])
def test_a_payment_that_is_half_a_fen_is_rounded_up(fen):
    """Without interest, half of an odd amount: no bits can tell half from just below it."""
    loans = PlainLoans(principal=[fen + 1], rate_e8=[0], count=[2], pays=[0], months=[1])
    assert int(loans.keeping[0]) == fen // 2 + 1


def test_what_int64_cannot_hold_is_computed_all_the_same():
    over = numpy.array([24_000_000])
    edge = int(bound_of(over)[0])
    amounts = [edge - 1, edge, edge + 1, FEN_MAX]
    many = [
        evolve(LOAN, principal=Money(fen), rates=Rate(24_000_000), periods=24) for fen in amounts
    ]
    loans = plain_loans(many)
    assert list(loans.wide) == [2, 3]
    assert edge * 24_000_000 + 6 * E8 <= 2**63 - 1 < (edge + 1) * 24_000_000 + 6 * E8
    plans = plans_of(loans)
    for k, terms in enumerate(many):
        start = int(plans.starts[k])
        assert [int(p) for p in plans.interest[start : start + 24]] == [
            row.interest.fen for row in make(terms).rows
        ]


def test_memory_that_is_used_again_leaves_nothing_behind():
    first = plans_of(plain_loans([evolve(LOAN, periods=60)] * 3))
    again = plans_of(plain_loans([LOAN]), into=first)
    assert again.principal is first.principal
    assert int(again.principal[:12].sum()) == LOAN.principal.fen


def test_due_dates_are_the_day_of_paying_out_or_the_last_of_a_shorter_month():
    loans = plain_loans([LOAN])
    days = due_dates(
        numpy.array([DAY], dtype="datetime64[D]"), loans.months, loans.count, numpy.array([0])
    )
    assert [day.astype(date) for day in days] == [row.due_date for row in make(LOAN).rows]


@pytest.mark.parametrize(
    "changes",
    [
        {"grace_principal": 1},
        {"draws": (Draw(value_date=date(2024, 3, 1), amount=Money(1)),)},
        {"fee_each": Money(1)},
        {"method": RepaymentMethod.BALLOON, "amortised_over": 24},
        {"periods": None, "maturity": date(2025, 1, 31)},
        {"periods": 0},
        {"periods": 12_000, "cycle": Cycle(12, Unit.MONTH)},
        {"cycle": Cycle(13, Unit.MONTH)},
        {"cycle": Cycle(30, Unit.DAY)},
        {"principal": Money(0)},
        {"principal": Money(FEN_MAX + 1)},
    ],
)
def test_a_loan_that_is_not_plain_is_left_to_the_engine(changes):
    assert is_plain(LOAN)
    assert not is_plain(evolve(LOAN, **changes))


def naive(terms, received, on):
    """Return what is owed by the plan of one loan, its rows and a purse."""
    plan, purse = make(terms), received
    if on < terms.paid_out_on:
        return (0, 0, 0, 0, 0, received)
    ahead, since = terms.principal.fen, terms.paid_out_on
    late_principal = late_interest = past = 0
    for row in (row for row in plan.rows if row.due_date <= on):
        interest = min(purse, row.interest.fen)
        principal = min(purse - interest, row.principal.fen)
        purse -= interest + principal
        late_interest += row.interest.fen - interest
        late_principal += row.principal.fen - principal
        if not past and late_interest + late_principal:
            past = (on - row.due_date).days
        ahead, since = row.closing.fen, row.due_date
    over, of = day_ratio(DayCount.A_360, since, on)
    rate = terms.rates.values[0].value.e8
    accrued = half_up(ahead * rate * over, of * E8)
    return (ahead + late_principal, accrued, late_principal, late_interest, past, purse)


@given(st.lists(st.tuples(plain_terms(), st.integers(0, 130)), min_size=1, max_size=6), st.data())
@settings(max_examples=60, deadline=None)
def test_the_values_of_a_day_are_those_of_each_loan_by_itself(many, data):
    terms = [one for one, _ in many]
    on = terms[0].paid_out_on + timedelta(data.draw(st.integers(-40, 2_500)))
    received = [one.principal.fen * percent // 100 for one, percent in many]
    holdings = Holdings(
        loans=plain_loans(terms),
        paid_out_on=[one.paid_out_on for one in terms],
        received=received,
    )
    found = value_loans(holdings, on)
    columns = [found.principal, found.accrued, found.overdue_principal]
    columns += [found.overdue_interest, found.days_past_due, found.excess]
    for k, one in enumerate(terms):
        assert tuple(int(c[k]) for c in columns) == naive(one, received[k], on)


def test_without_the_extra_there_is_a_sentence_and_not_a_traceback(monkeypatch):
    assert is_installed() and not is_installed("no_such_package")
    monkeypatch.setitem(sys.modules, "numba", None)
    monkeypatch.delitem(sys.modules, "adapters.bulk.libraries")
    with pytest.raises(Unavailable, match=r"install loanfold\[bulk\]"):
        import_module("adapters.bulk.libraries")
