"""What credit costs: right to the digit, one rate or none, and the same as others say."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
import pyxirr
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import months_after
from domain.loan.cost import (
    Flow,
    Interval,
    Measure,
    NoRate,
    annualised_compound,
    annualised_simple,
    apr,
    apr_in_units,
    aprc,
    cost_of,
    dated_return,
    rate_of_return,
    return_in_years,
)
from domain.loan.cost.intervals import unit_of, whole_months, years_between

E8 = 10**8
START = date(2024, 1, 15)
ONE_A_YEAR = [date(2024 + year, 1, 15) for year in range(9)]


def monthly(lent, paid, months, start=START):
    """Return the flows of a loan that is paid back by the same amount every month."""
    later = (months_after(start, month, start.day) for month in range(1, months + 1))
    return [Flow(start, lent), *(Flow(day, -paid) for day in later)]


@st.composite
def loans(draw):
    """Return flows that turn once: some drawdowns, and then payments that may not suffice."""
    lent = draw(st.lists(st.integers(100, 10**10), min_size=1, max_size=3))
    gaps = draw(st.lists(st.integers(1, 400), min_size=len(lent) + 1, max_size=30))
    day, flows = START, [Flow(START, lent[0])]
    parts = draw(st.lists(st.integers(1, 100), min_size=len(gaps), max_size=len(gaps)))
    wanted = sum(lent) * draw(st.integers(40, 300)) // 100
    for k, (gap, part) in enumerate(zip(gaps, parts, strict=True)):
        day += timedelta(gap)
        late = k + 1 < len(lent)
        flows.append(Flow(day, lent[k + 1] if late else -max(wanted * part // sum(parts), 1)))
    return flows


def worth(flows, rate, years=365):
    """Return what flows are worth at a yearly rate, by a float: enough to see a sign."""
    first = flows[0].on
    return sum(f.fen * (1 + rate) ** (-(f.on - first).days / years) for f in flows)


@given(loans())
@settings(max_examples=150, deadline=None)
def test_the_dated_return_is_what_pyxirr_says(flows):
    stated = dated_return(flows)
    other = pyxirr.xirr([f.on for f in flows], [f.fen / 100 for f in flows])
    if other is not None and -0.9 < other < 10:
        assert stated / E8 == pytest.approx(other, abs=2e-8)


@given(loans())
@settings(max_examples=100, deadline=None)
def test_the_value_changes_its_sign_within_the_last_digit(flows):
    stated = dated_return(flows)
    if -0.9 * E8 < stated < 5 * E8:
        low, high = (worth(flows, (stated + way * 3) / E8) for way in (-1, 1))
        scale = sum(abs(f.fen) for f in flows)
        assert low * high <= 0 or min(abs(low), abs(high)) < scale * 1e-9


@given(st.integers(2, 60), st.integers(10**4, 10**9), st.integers(101, 300))
@settings(max_examples=60, deadline=None)
def test_equal_periods_give_what_pyxirr_says_and_simple_is_below_compound(periods, lent, percent):
    paid = -(-lent * percent // (100 * periods))
    amounts = [lent] + [-paid] * periods
    simple = rate_of_return(amounts, 12, compound=False)
    monthly_rate = pyxirr.irr([amount / 100 for amount in amounts])
    assert simple / E8 == pytest.approx(12 * (monthly_rate or 0), abs=2e-8)
    assert 0 < simple < rate_of_return(amounts, 12, compound=True)


@pytest.mark.parametrize("paid, digits", [(200_000_001, 1), (200_000_003, 2), (199_999_999, -1)])
def test_a_rate_between_two_digits_is_rounded_away_from_nought(paid, digits):
    """1 / 200,000,000 is half of the last digit exactly: no bounds can ever tell it apart."""
    flows = [Flow(date(2022, 1, 1), 200_000_000), Flow(date(2023, 1, 1), -paid)]
    assert dated_return(flows) == digits


def test_a_root_that_is_a_quotient_is_found_between_two_digits_too():
    """Growth of 1.44 in two years is 1.2 in one: what is owed each half-year is a true root."""
    flows = [Flow(date(2021, 1, 1), 10_000), Flow(date(2023, 1, 1), -14_400)]
    assert dated_return(flows) == 20_000_000
    half = [(Fraction(0), 4 * 10**16), (Fraction(1, 2), -(2 * 10**8 + 1) * 2 * 10**8)]
    assert return_in_years(half) == 1


def test_interest_free_is_nought_and_a_loss_is_negative():
    assert dated_return(monthly(120_000, 10_000, 12)) == 0
    assert dated_return(monthly(120_000, 9_000, 12)) < 0
    assert [cost.e8 for cost in cost_of(monthly(120_000, 10_000, 12))] == [0] * 5


@pytest.mark.parametrize(
    "flows, says",
    [
        ([], "nothing moves"),
        ([Flow(START, 100), Flow(START, -100)], "nothing moves"),
        ([Flow(START, 100)], "all go one way"),
        ([Flow(START, 100), Flow(ONE_A_YEAR[1], 100)], "all go one way"),
        (
            [Flow(START, -100), Flow(ONE_A_YEAR[1], 230), Flow(ONE_A_YEAR[2], -132)],
            "the first and the last go the same way",
        ),
        (
            # 10 %, 20 % and 30 % all solve (1.1 v - 1)(1.2 v - 1)(1.3 v - 1), in whole years.
            [Flow(d, f) for d, f in zip(ONE_A_YEAR, (-1000, 3600, -4310, 1716), strict=False)],
            "3 rates solve them",
        ),
    ],
)
def test_flows_without_a_single_rate_are_refused_in_a_sentence(flows, says):
    with pytest.raises(NoRate, match=says):
        aprc(flows, Interval.MONTHS)


def test_a_double_root_is_never_taken_for_one():
    """(1.1 v - 1)^2 (1.5 v - 1): the value only touches nought at 10 %."""
    amounts = (-1000, 3700, -4510, 1815)
    with pytest.raises(NoRate, match="it cannot be shown that one rate alone"):
        aprc([Flow(d, f) for d, f in zip(ONE_A_YEAR, amounts, strict=False)], Interval.MONTHS)


def test_a_credit_line_that_is_cleared_and_drawn_again_has_one_rate():
    flows = []
    for turn in range(6):
        day = START + timedelta(50 * turn)
        flows += [Flow(day, 100_000), Flow(day + timedelta(30), -100_400 - 60 * (turn % 2))]
    assert (
        worth(flows, (dated_return(flows) - 2) / E8)
        < 0
        < worth(flows, (dated_return(flows) + 2) / E8)
    )


def test_a_loan_drawn_in_parts_while_it_is_repaid_has_one_rate():
    """What is owed never turns, so no search is needed, however often the flows do."""
    flows = []
    for turn in range(240):
        day = START + timedelta(30 * turn)
        flows += [Flow(day, 50_000), Flow(day + timedelta(10), -45_000)]
    flows.append(Flow(START + timedelta(7_300), -2_000_000))
    stated = dated_return(flows)
    assert stated / E8 == pytest.approx(pyxirr.xirr([f.on for f in flows], [f.fen for f in flows]))


def test_a_loan_of_which_nearly_all_is_lost_within_days_is_solved_as_quickly():
    """Its value ranges over hundreds of orders of magnitude; a guess alone would not arrive."""
    flows = [Flow(START, 10**10), Flow(START + timedelta(1), -(10**9))]
    flows.append(Flow(START + timedelta(2), -(10**9)))
    assert dated_return(flows) == -E8


def test_the_order_and_the_parts_of_flows_do_not_matter():
    flows = monthly(100_000, 8_900, 12)
    parts = [Flow(f.on, f.fen - 7) for f in flows] + [Flow(f.on, 7) for f in flows]
    assert cost_of(reversed(flows)) == cost_of(flows) == cost_of(parts)


def test_every_measure_is_stated_with_its_source():
    costs = cost_of(monthly(9_900_000, 883_330, 12))
    assert [cost.measure for cost in costs] == list(Measure)
    assert all(cost.source for cost in costs)
    assert costs[0].e8 == 12_803_802 and costs[1].e8 == 13_582_558


def test_whole_months_at_a_nominal_rate_cost_that_rate_in_the_united_states():
    assert round(apr(monthly(500_000, 23_000, 24, date(1978, 1, 10))) / 10**4) == 969
    assert annualised_simple(monthly(500_000, 23_000, 24)) == apr(monthly(500_000, 23_000, 24))


@pytest.mark.parametrize(
    "days, since, unit, a_year",
    [
        # The examples of Appendix J (c)(1): the advance, the payments, the first of them.
        ("1978-02-10 1978-04-01 1978-05-01 1978-06-01", "49/30", "month", 12),
        ("1978-02-23 1978-03-01 1978-03-16 1978-04-01", "6/15", "semimonth", 24),
        ("1978-05-23 1978-10-01 1979-01-01 1979-04-01", "129/90", "3 months", 4),
        ("1978-03-20 1978-04-21 1978-04-28 1978-05-05", "32/7", "7 days", 52),
        ("1978-01-10 1978-03-01 1978-05-01 1978-07-01", "52/60", "2 months", 6),
    ],
)
def test_unit_periods_are_those_of_the_appendix(days, since, unit, a_year):
    advance, *payments = map(date.fromisoformat, days.split())
    found = unit_of([advance], payments)
    assert (found.name, found.a_year) == (unit, a_year)
    assert found.since(advance, payments[0]) == Fraction(since)
    assert found.since(advance, payments[2]) == Fraction(since) + 2


def test_a_single_payment_within_a_year_has_its_term_for_a_unit():
    """A loan of 100 for half a year at 105 is 10 % a year; in 73 days it is 25 %."""
    assert apr([Flow(date(2023, 1, 1), 10_000), Flow(date(2023, 7, 1), -10_500)]) == 10 * E8 // 100
    assert apr([Flow(date(2023, 1, 1), 10_000), Flow(date(2023, 3, 15), -10_500)]) == 25 * E8 // 100


def test_a_fraction_of_a_period_bears_simple_interest():
    """After a period and a half at 10 % a period: 1.10 x 1.05."""
    assert (
        apr_in_units([(Fraction(0), 100_000), (Fraction(3, 2), -115_500)], Fraction(4))
        == 4 * E8 // 10
    )


@pytest.mark.parametrize(
    "interval, end, years",
    [
        (Interval.MONTHS, date(1995, 7, 1), Fraction(18, 12)),
        (Interval.DAYS, date(1995, 7, 1), Fraction(546, 365)),
        (Interval.WEEKS, date(1994, 1, 15), Fraction(2, 52)),
        (Interval.WEEKS, date(1994, 1, 17), Fraction(2, 52) + Fraction(2, 365)),
        (Interval.MONTHS, date(1994, 3, 4), Fraction(2, 12) + Fraction(3, 365)),
        (Interval.YEARS, date(1996, 1, 1), Fraction(2)),
        (Interval.YEARS, date(1995, 1, 11), Fraction(1) + Fraction(10, 365)),
        (Interval.YEARS, date(1996, 12, 31), Fraction(2) + Fraction(364, 365)),
    ],
)
def test_time_is_counted_back_in_whole_periods_and_days_of_their_own_year(interval, end, years):
    assert years_between(date(1994, 1, 1), end, interval) == years


def test_a_month_ends_on_the_last_day_where_there_is_no_such_day():
    assert whole_months(date(2024, 1, 31), date(2024, 2, 29)) == (1, 0)
    assert whole_months(date(2024, 1, 31), date(2024, 3, 30)) == (1, 29)
    assert years_between(date(2024, 1, 31), date(2024, 2, 29), Interval.MONTHS) == Fraction(1, 12)


def test_equal_months_and_actual_days_differ_and_each_is_stated():
    flows = [Flow(date(1994, 1, 1), 100_000)]
    flows += [Flow(date(1994, 4, 1), -27_200), Flow(date(1994, 7, 1), -27_200)]
    flows += [Flow(date(1995, 1, 1), -54_400)]
    assert round(aprc(flows, Interval.MONTHS) / 10**4) == 1319
    assert round(aprc(flows, Interval.DAYS) / 10**4) == 1323
    assert annualised_compound(flows) == aprc(flows, Interval.MONTHS)
