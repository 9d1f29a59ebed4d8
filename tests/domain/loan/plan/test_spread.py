"""A balance is spread to the last fen, whatever is kept the same."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.claim import EXACT, Policy
from domain.loan.plan.spread import Pays, Span, kept, spans_of, spread

balances = st.integers(1, 10**12)
rates = st.tuples(st.integers(0, 30_000_000), st.just(12 * 10**8))
spans = st.lists(rates, min_size=1, max_size=30)
pays = st.sampled_from(Pays)


@given(balances, spans, pays)
def test_all_that_is_owed_is_asked_for_and_never_more(balance, periods, way):
    rows = spread(balance, spans_of(periods), way)
    assert sum(row.principal for row in rows) == balance
    assert min(row.principal for row in rows) >= 0
    assert rows[-1].balance == 0


@given(balances, spans, pays)
def test_interest_is_that_on_what_is_left_rounded_once(balance, periods, way):
    for row, (over, of) in zip(spread(balance, spans_of(periods), way), periods, strict=False):
        assert row.interest == (2 * balance * over + of) // (2 * of)
        balance -= row.principal


@given(balances, spans, pays)
def test_solving_anew_on_the_same_terms_changes_nothing(balance, periods, way):
    keeping = kept(balance, periods, way)
    again = spread(balance, spans_of(periods), way, keeping=keeping)
    assert spread(balance, spans_of(periods), way) == again


@given(balances, spans, pays)
def test_exact_level_payments_need_no_residue(balance, periods, way):
    rows = spread(balance, spans_of(periods), way, policy=EXACT)
    instalments = {Fraction(row.interest + row.principal) for row in rows}
    assert way is not Pays.LEVEL or len(instalments) == 1
    assert sum(row.principal for row in rows) == balance


def test_keeping_a_higher_instalment_shortens_the_term():
    periods = spans_of([(4_900_000, 12 * 10**8)] * 360)
    rows = spread(1_000_000_00, periods, Pays.LEVEL, keeping=8_000_00)
    assert len(rows) < 360
    assert rows[-1].balance == 0
    assert {row.interest + row.principal for row in rows[:-1]} == {8_000_00}


def test_a_stub_is_split_as_a_whole_period_where_that_is_asked():
    whole, odd = (5_000_000, 12 * 10**8), (5_000_000 * 46, 360 * 10**8)
    plain = spread(100_000_00, spans_of([whole] * 12), Pays.LEVEL)
    first = Span(*odd, split=whole)
    rows = spread(
        100_000_00,
        [first, *spans_of([whole] * 11)],
        Pays.LEVEL,
        keeping=kept(100_000_00, [whole] * 12, Pays.LEVEL),
    )
    assert [row.principal for row in rows] == [row.principal for row in plain]
    assert rows[0].interest > plain[0].interest


@pytest.mark.parametrize("way", [Pays.LEVEL, Pays.PRINCIPAL])
def test_what_is_drawn_within_a_period_is_owed_from_its_end(way):
    rows = spread(1000_00, [Span(1, 100, extra=500, drawn=100_00), Span(1, 100)], way)
    assert rows[0].interest == 10_00 + 5
    assert rows[0].balance == 1000_00 - rows[0].principal + 100_00
    assert sum(row.principal for row in rows) == 1100_00


def test_precision_is_carried_and_only_what_is_shown_is_rounded():
    carried = Policy(carries=True)
    rows = spread(563_00, spans_of([(1, 100)] * 5), Pays.LEVEL, policy=carried)
    assert [row.interest + row.principal for row in rows] == [116_00] * 5
    assert [row.interest for row in rows] == [563, 453, 341, 229, 115]
    assert rows[-1].balance == 0
    # What is shown need not add up: that is what rounding each row is for.
    assert sum(row.principal for row in rows) == 562_99
