"""Dated facts have an order of their own, whatever was known first."""

from datetime import date
from typing import get_args

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.loan.facts import Drawn, Fact, RateSet, Received, WrittenOff, number_of
from domain.loan.movements import in_order, up_to
from domain.loan.values import Purpose
from domain.money import Money
from domain.rate import Rate

DAY = date(2024, 3, 20)
RECEIVED = Received(receipt_no="R1", amount=Money(100), value_date=DAY)
RECOVERED = evolve(RECEIVED, receipt_no="A1", purpose=Purpose.RECOVERY)
WRITTEN_OFF = WrittenOff(reference="W1", value_date=DAY)
DRAWN = Drawn(reference="D1", amount=Money(100), value_date=DAY)
RATE_SET = RateSet(reference="P1", rate_yearly=Rate.parse("4%"), value_date=DAY)
LATER = evolve(RATE_SET, value_date=date(2024, 3, 21))
ALL: list[Fact] = [RATE_SET, DRAWN, RECEIVED, WRITTEN_OFF, RECOVERED, LATER]


@given(st.permutations(ALL))
def test_facts_count_by_day_then_kind_then_number(known):
    assert list(in_order(known)) == ALL


def test_facts_of_one_kind_and_day_stand_by_number():
    second = evolve(RECEIVED, receipt_no="R2")
    assert in_order([second, RECEIVED]) == (RECEIVED, second)


def test_what_counts_later_is_not_among_the_facts_of_a_day():
    assert up_to(ALL, DAY) == tuple(ALL[:-1])


def test_every_fact_has_a_number_and_a_day_from_which_it_counts():
    for kind in get_args(Fact):
        names = set(kind.__annotations__)
        assert "value_date" in names
        assert names & {"reference", "receipt_no", "fee_no"}
    assert [number_of(fact) for fact in (RECEIVED, RATE_SET)] == ["R1", "P1"]
