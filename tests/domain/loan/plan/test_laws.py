"""Laws of plans: nothing is lost, nothing is made up, and a naive second maker agrees."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import QuantLib as ql
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import Cycle, DayCount, ShiftRule, Unit
from domain.calendar.working_days import MONDAY_TO_FRIDAY
from domain.claim import EXACT, Policy, Rounding
from domain.dated import Dated
from domain.kinds import RepaymentMethod
from domain.loan.plan import Counting, Draw, PlanTerms, Unpaid, make
from domain.loan.plan.accrual import Accrual
from domain.loan.plan.periods import Period
from domain.loan.plan.spread import Pays, spans_of, spread
from domain.money import Money
from domain.rate import E8, Rate
from tests.domain.loan.plan.naive_plan import NaiveLoan

METHODS = {
    RepaymentMethod.EQUAL_INSTALMENT: "level",
    RepaymentMethod.EQUAL_PRINCIPAL: "principal",
    RepaymentMethod.INTEREST_ONLY: "nothing",
}
ROUNDED = [rounding for rounding in Rounding if rounding is not Rounding.EXACT]
start_days = st.dates(date(2018, 1, 1), date(2032, 12, 31))
rates = st.builds(Rate, st.integers(0, 24_000_000))
policies = st.builds(
    Policy,
    interest=st.sampled_from(ROUNDED),
    payment=st.sampled_from(ROUNDED),
    payment_unit=st.sampled_from([1, 100]),
)


@st.composite
def dated_rates(draw, start, days):
    """A rate from the first day on, and up to three changes."""
    found = Dated[Rate]().with_value(start, draw(rates))
    for offset in draw(st.lists(st.integers(1, days), max_size=3, unique=True)):
        found = found.with_value(start + timedelta(offset), draw(rates))
    return found


@st.composite
def pauses(draw, start):
    """No days without interest, or some."""
    first, length = draw(st.integers(0, 400)), draw(st.integers(0, 100))
    day = start + timedelta(first)
    return ((day, day + timedelta(length)),) if length else ()


PLAINLY = {"first_due": None, "shift": ShiftRule.NO_SHIFT, "pauses": ()}
ALL = [
    *METHODS,
    RepaymentMethod.SINGLE_PAYMENT,
    RepaymentMethod.BALLOON,
    RepaymentMethod.FLAT,
]


@st.composite
def loans(draw, /, methods=ALL, **fixed):
    """Terms of every kind, that do not contradict themselves."""
    method = draw(st.sampled_from(sorted(methods)))
    single = method is RepaymentMethod.SINGLE_PAYMENT
    start, count = draw(start_days), draw(st.integers(2, 18))
    months = draw(st.sampled_from([1, 1, 3]))
    days = 28 * months * (count - 1) + 20
    offsets = draw(st.lists(st.integers(0, days - 1), max_size=2, unique=True))
    terms = {
        "principal": Money(draw(st.integers(1, 10**9))),
        "paid_out_on": start,
        "rates": draw(dated_rates(start, days)),
        "method": method,
        "periods": count,
        "cycle": Cycle(months, Unit.MONTH),
        "day_count": draw(st.sampled_from([DayCount.A_360, DayCount.A_365, DayCount.A_A_ISDA])),
        "counting": draw(st.sampled_from(Counting)),
        "draws": tuple(
            Draw(value_date=start + timedelta(k), amount=Money(draw(st.integers(1, 10**8))))
            for k in offsets
            if k and method is not RepaymentMethod.FLAT
        ),
        "grace_principal": draw(st.integers(0, 0 if single else count - 1)),
        "grace_interest": draw(st.integers(0, 0 if single else count - 1)),
        "amortised_over": count + draw(st.integers(0, 100))
        if method is RepaymentMethod.BALLOON
        else None,
        "grace_unpaid": draw(st.sampled_from(Unpaid)),
        "policy": draw(policies),
        "pauses": draw(pauses(start)),
        "first_due": draw(st.none() | st.integers(28, 70).map(lambda k: start + timedelta(k))),
        "stub_keeps_principal": draw(st.booleans()),
        "shift": draw(st.sampled_from(ShiftRule)),
        "calendar": MONDAY_TO_FRIDAY,
    }
    return PlanTerms(**terms | fixed)


def claimed(row, policy):
    """Return what the pieces of a row come to: added exactly, rounded once."""
    exact = sum(Fraction(p.balance.fen * p.rate.e8 * p.over, p.of * E8) for p in row.pieces)
    return policy.of_interest(exact, 1)


@settings(max_examples=500)
@given(loans())
def test_the_principal_adds_up_to_what_was_drawn(terms):
    plan = make(terms)
    drawn = terms.principal.fen + sum(draw.amount.fen for draw in terms.draws)
    assert sum(row.principal.fen for row in plan.rows) == drawn == plan.drawn.fen
    assert plan.rows[-1].closing == Money(0)


@settings(max_examples=500)
@given(loans())
def test_rows_follow_from_each_other_and_no_balance_is_negative(terms):
    plan = make(terms)
    assert plan.rows[0].opening == terms.principal
    for before, after in pairwise(plan.rows):
        assert after.opening == before.closing
        assert (after.start, after.no) == (before.end, before.no + 1)
        assert after.due_date > before.due_date
    for row in plan.rows:
        assert row.closing == row.opening + row.drawn - row.principal
        assert row.closing.fen >= 0 and row.interest.fen >= 0
        assert row.instalment == row.principal + row.interest + row.fee


@settings(max_examples=500)
@given(loans())
def test_interest_is_the_exact_claim_of_its_pieces_rounded_once(terms):
    for row in make(terms).rows:
        assert row.interest.fen == claimed(row, terms.policy)


@settings(max_examples=300)
@given(loans(), st.integers(1, 300))
def test_splitting_an_interval_where_nothing_changes_changes_nothing(terms, days):
    day = terms.paid_out_on + timedelta(days)
    same = terms.rates.with_value(day, terms.rates.on(day) or Rate(0))
    assert make(evolve(terms, rates=same)) == make(terms)


ADDITIVE = [count for count in DayCount if count is not DayCount.MONTHS_AND_DAYS]


@settings(max_examples=500)
@given(loans(), st.sampled_from(ADDITIVE), st.lists(st.integers(0, 900), min_size=3, max_size=3))
def test_interest_over_days_is_that_over_both_parts_of_any_cut(terms, count, offsets):
    first, cut, last = (terms.paid_out_on + timedelta(k) for k in sorted(offsets))
    by_days = evolve(terms, day_count=count, counting=Counting.BY_DAYS)
    accrual = Accrual(by_days, terms.paid_out_on + timedelta(999))

    def exact(start, end):
        return Fraction(*accrual.ratio(accrual.parts(Period(start, end, end, 0))))

    assert exact(first, last) == exact(first, cut) + exact(cut, last)


@settings(max_examples=400)
@given(loans(METHODS, grace_principal=0, grace_interest=0, policy=Policy(), **PLAINLY))
def test_a_naive_second_maker_agrees_row_by_row(terms):
    if terms.day_count is DayCount.A_A_ISDA:
        terms = evolve(terms, day_count=DayCount.A_360)
    basis = 360 if terms.day_count is DayCount.A_360 else 365
    naive = NaiveLoan(
        terms.principal.fen,
        terms.paid_out_on,
        months=terms.cycle.months,
        count=terms.periods,
        method=METHODS[terms.method],
        basis=basis,
    )
    naive.rates = {e.day: Fraction(e.value.e8, E8) for e in terms.rates.values}
    naive.draws = {draw.value_date: draw.amount.fen for draw in terms.draws}
    naive.whole_periods = terms.counting is Counting.BY_PERIOD
    ours = [(row.interest.fen, row.principal.fen, row.closing.fen) for row in make(terms).rows]
    assert ours == naive.rows()


balances = st.integers(1, 10**11)
month_rates = st.lists(
    st.tuples(st.integers(0, 30_000_000), st.just(12 * E8)), min_size=2, max_size=40
)


@settings(max_examples=500)
@given(balances, month_rates, st.sampled_from(Pays), st.data())
def test_prepaying_nothing_changes_nothing(balance, periods, pays, data):
    spans = spans_of(periods)
    rows = spread(balance, spans, pays)
    done = data.draw(st.integers(0, len(rows) - 1))
    left = balance if done == 0 else rows[done - 1].balance
    level = rows[0].principal + (rows[0].interest if pays is Pays.LEVEL else 0)
    again = spread(left - 0, spans[done:], pays, keeping=0 if pays is Pays.NOTHING else level)
    assert len(rows) == 1 or again == rows[done:]


@settings(max_examples=300)
@given(balances, month_rates, st.sampled_from(Pays), st.data())
def test_exact_figures_are_solved_anew_to_the_same_ones(balance, periods, pays, data):
    spans = spans_of(periods)
    rows = spread(balance, spans, pays, policy=EXACT)
    done = data.draw(st.integers(0, len(rows) - 1))
    left = balance if done == 0 else rows[done - 1].balance
    assert spread(left, spans[done:], pays, policy=EXACT) == rows[done:]


@settings(max_examples=300)
@given(balances, month_rates, st.sampled_from(Pays))
def test_rounded_figures_stay_near_the_exact_ones(balance, periods, pays):
    exact = spread(balance, spans_of(periods), pays, policy=EXACT)
    for own, true in zip(spread(balance, spans_of(periods), pays), exact, strict=False):
        assert abs(Fraction(own.interest - true.interest)) <= 1 + len(periods)


PERIODS = {Unit.WEEK: ql.Weeks, Unit.MONTH: ql.Months, Unit.YEAR: ql.Years}
SHIFTS = {
    ShiftRule.NO_SHIFT: ql.Unadjusted,
    ShiftRule.CALCULATE_SHIFT_FOLLOWING: ql.Following,
    ShiftRule.CALCULATE_SHIFT_MODIFIED_FOLLOWING: ql.ModifiedFollowing,
    ShiftRule.CALCULATE_SHIFT_PRECEDING: ql.Preceding,
    ShiftRule.CALCULATE_SHIFT_MODIFIED_PRECEDING: ql.ModifiedPreceding,
}


@settings(max_examples=300)
@given(
    start_days,
    st.integers(1, 24),
    st.builds(Cycle, st.integers(1, 6), st.sampled_from(sorted(PERIODS))),
    st.sampled_from(sorted(SHIFTS)),
)
def test_due_dates_are_those_of_another_library(start, count, cycle, shift):
    plan = make(
        PlanTerms(
            principal=Money(10**9),
            paid_out_on=start,
            rates=Rate.parse("5%"),
            method=RepaymentMethod.INTEREST_ONLY,
            periods=count,
            cycle=cycle,
            shift=shift,
            calendar=MONDAY_TO_FRIDAY,
        )
    )
    first = ql.Date(start.day, start.month, start.year)
    weekends = ql.BespokeCalendar("weekends")
    weekends.addWeekend(ql.Saturday)
    weekends.addWeekend(ql.Sunday)
    step = PERIODS[cycle.unit]
    theirs = [
        weekends.adjust(first + ql.Period(cycle.count * k, step), SHIFTS[shift]).to_date()
        for k in range(1, count + 1)
    ]
    assert [row.due_date for row in plan.rows] == theirs
