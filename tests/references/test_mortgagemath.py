"""A second opinion on schedules to the cent: a library that is tested on published tables."""

import warnings
from datetime import date
from decimal import Decimal
from itertools import pairwise

import mortgagemath as mm
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.loan.plan import Contradiction
from tests.references.tables import Table

cents = st.integers(1000_00, 10**9).map(lambda fen: Decimal(fen) / 100)
# Theirs are decimals of fifty digits: a twelfth of the rate must end, or a tie may fall elsewhere.
percents = st.integers(1, 166_666).map(lambda part: Decimal(12 * part) / 100_000)
roundings = st.sampled_from(["ROUND_UP", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN"])
nearest = st.sampled_from(["ROUND_HALF_UP", "ROUND_HALF_EVEN"])
tracking = st.sampled_from(["round_each", "carry_precision"])
changes = st.fixed_dictionaries(
    {
        "new_annual_rate": percents,
        "recast": st.just(True),
        "payment_cap_factor": st.sampled_from([None, Decimal("1.075")]),
    }
)
many = settings(max_examples=100)


def tables(months, **more):
    """Inputs of a table with a term of so many months."""
    return st.fixed_dictionaries(
        {
            "principal": cents,
            "annual_rate": percents,
            "term_months": months,
            "payment_rounding": roundings,
            "interest_rounding": roundings,
            **more,
        }
    )


def same(inputs):
    """Tell whether our table of these inputs is theirs, row by row."""
    arguments = dict(inputs)
    for name, kind in (
        ("day_count", mm.DayCount),
        ("payment_rounding", mm.PaymentRounding),
        ("interest_rounding", mm.PaymentRounding),
        ("compounding", mm.Compounding),
        ("payment_frequency", mm.PaymentFrequency),
        ("balance_tracking", mm.BalanceTracking),
    ):
        if name in arguments:
            arguments[name] = kind(arguments[name])
    if "start_date" in arguments:
        arguments["start_date"] = date.fromisoformat(arguments["start_date"])
    if "rate_schedule" in arguments:
        arguments["rate_schedule"] = tuple(mm.RateChange(**c) for c in arguments["rate_schedule"])
    loan = mm.LoanParams(**arguments)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = [
            (row.number, row.interest, row.principal, row.payment, round(row.balance, 2))
            for row in mm.amortization_schedule(loan)[1:]
        ]
    found = Table(inputs).figures()
    ours = [
        tuple(row[name] for name in ("n", "interest", "principal", "instalment", "balance"))
        for row in found.rows
    ]
    assert found["payment"] == mm.periodic_payment(loan)
    assert ours == theirs


@settings(max_examples=300)
@given(
    tables(
        st.integers(1, 3).map(lambda years: 12 * years),
        principal=st.integers(10_00, 10**9).map(lambda fen: Decimal(fen) / 100),
        payment_rounding=nearest,
        interest_rounding=nearest,
        compounding=st.sampled_from(["monthly", "semi_annual", "annual"]),
        payment_frequency=st.sampled_from([f.value for f in mm.PaymentFrequency]),
    )
)
def test_level_payments_of_any_frequency_and_compounding(inputs):
    same(inputs)


@many
@given(
    tables(
        st.integers(2, 60),
        balance_tracking=tracking,
        amortization_period_months=st.integers(61, 360),
    )
)
def test_balloons(inputs):
    same(inputs)


@many
@given(tables(st.integers(2, 120), balance_tracking=tracking))
def test_rounded_and_carried_balances(inputs):
    same(inputs)


@many
@given(
    tables(st.integers(13, 120), balance_tracking=tracking, interest_only_months=st.integers(1, 12))
)
def test_interest_alone_before_level_payments(inputs):
    same(inputs)


@many
@given(
    tables(
        st.integers(2, 60),
        day_count=st.just("actual/360"),
        start_date=st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(date.isoformat),
    )
)
def test_actual_days_on_360(inputs):
    same(inputs)


@many
@given(
    tables(st.just(60), balance_tracking=tracking),
    st.dictionaries(st.integers(2, 59), changes, min_size=1, max_size=3),
)
def test_rates_that_change_and_payments_that_are_capped(inputs, schedule):
    rates = [inputs["annual_rate"], *(schedule[n]["new_annual_rate"] for n in sorted(schedule))]
    assume(all(before != after for before, after in pairwise(rates)))  # Theirs is fixed anew.
    dated = [{"effective_payment_number": n, **schedule[n]} for n in sorted(schedule)]
    same(inputs | {"rate_schedule": dated})


@many
@given(tables(st.integers(2, 120), balance_tracking=tracking), st.integers(1, 30))
def test_payments_that_are_given(inputs, percent):
    payment = (inputs["principal"] * percent / 100).quantize(Decimal("0.01"))
    try:
        same(inputs | {"payment_override": payment})
    except Contradiction as refused:
        assert refused.field == "instalment"
        assert payment <= inputs["principal"] * inputs["annual_rate"] / 1200 + Decimal("0.01")
