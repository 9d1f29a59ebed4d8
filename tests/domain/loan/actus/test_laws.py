"""What holds for every contract, whatever its terms."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.loan.actus.exact import Exact, exact
from domain.loan.actus.kinds import EventType, Role
from tests.domain.loan.actus.contracts import HALF_YEARLY, REDEEMED_QUARTERLY, rows

fractions = st.fractions(max_denominator=10**9)
START = date(2020, 1, 1)
# One contract of each type, with as much in it as may happen at once.
RESET = {
    "marketObjectCodeOfRateReset": "M",
    "cycleOfRateReset": "P4ML1",
    "rateSpread": "0.01",
    "calendar": "MF",
    "businessDayConvention": "SCMF",
}
FEES = {"feeRate": "0.005", "feeBasis": "N", "cycleOfFee": "P5ML1"}
MARKET = {"M": {"2020-01-01": "0.1", "2020-06-01": "0.2", "2020-11-01": "0.05"}}
KINDS: dict[str, dict[str, Any]] = {
    "PAM": {**HALF_YEARLY, "capitalizationEndDate": "2020-03-01T00:00:00"},
    "LAM": REDEEMED_QUARTERLY,
    "NAM": {**REDEEMED_QUARTERLY, "nextPrincipalRedemptionPayment": "150"},
    "ANN": REDEEMED_QUARTERLY,
    "LAX": {
        "arrayCycleAnchorDateOfPrincipalRedemption": "2020-02-01T00:00:00",
        "arrayCycleOfPrincipalRedemption": "P1ML1",
        "arrayNextPrincipalRedemptionPayment": "90",
        "arrayIncreaseDecrease": "DEC",
        "arrayCycleAnchorDateOfInterestPayment": "2020-02-01T00:00:00",
        "arrayCycleOfInterestPayment": "P2ML1",
    },
    "CLM": {"cycleOfInterestPayment": "P3ML1"},
    "UMP": {"cycleOfInterestPayment": "P3ML1", "maturityDate": None},
}


def lived(kind: str, **more: Any) -> list[Any]:
    """Return the rows of one contract of a type."""
    groups = (KINDS[kind], RESET, FEES)
    return rows(kind, *groups, market=MARKET, **{"to": "2021-01-01", **more})


@pytest.mark.parametrize("kind", KINDS)
@given(days=st.sets(st.integers(1, 365), max_size=8))
def test_looking_at_a_contract_changes_nothing_of_it(kind, days):
    """Accrual is split at every look, and adds up to the same."""
    looks = [(str(START + timedelta(day)), "AD", "0") for day in sorted(days)]
    looked = lived(kind, dayCountConvention="AA", events=looks)
    assert [row for row in looked if row.kind is not EventType.AD] == lived(
        kind, dayCountConvention="AA"
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", Role)
def test_who_is_obliged_sees_every_flow_the_other_way(kind, role):
    lender, other = lived(kind), lived(kind, contractRole=role.value)
    for row, its in zip(lender, other, strict=True):
        assert (its.payoff, its.balance, its.accrued) == (
            row.payoff * role.sign,
            row.balance * role.sign,
            row.accrued * role.sign,
        )


@pytest.mark.parametrize("kind", ["PAM", "LAM", "NAM", "ANN", "LAX", "CLM"])
def test_all_that_was_paid_out_or_capitalised_comes_back(kind):
    """Principal is the sum of redemptions, and nothing is owed at the end."""
    found = lived(kind)
    joined = sum(
        row.balance.fraction - before.balance.fraction
        for before, row in pairwise(found)
        if row.kind is EventType.IPCI
    )
    back = sum(row.payoff.fraction for row in found if row.kind in ("PR", "MD", "STD"))
    assert back == 1000 + joined
    assert (found[-1].balance, found[-1].accrued) == (0, 0)


@pytest.mark.parametrize("kind", ["PAM", "LAM", "NAM", "LAX"])
@given(day=st.integers(1, 364))
def test_from_any_status_date_on_a_contract_goes_on_as_it_would_have(kind, day):
    """What is owed and has accrued is restated as of that day, as the dictionary asks for.

    At 36 % by days of 360, 1,000 bear 1 a day: every amount can be written down.
    """
    as_of = str(START + timedelta(day))
    terms = {**KINDS[kind], "nominalInterestRate": "0.36"}
    if kind == "LAM":
        terms["nextPrincipalRedemptionPayment"] = "250"
    looked = rows(kind, terms, events=[(as_of, "AD", "0")])
    place = next(n for n, row in enumerate(looked) if row.kind is EventType.AD)
    restated = {
        "statusDate": f"{as_of}T00:00:00",
        "notionalPrincipal": decimal(looked[place].balance),
        "accruedInterest": decimal(looked[place].accrued),
    }
    assert rows(kind, terms, restated) == looked[place + 1 :]


def test_numbers_do_not_grow_for_being_added_up_in_parts():
    """Fees are paid between payments: each month's interest accrues in pieces."""
    terms = {"cycleOfPrincipalRedemption": "P1ML1", "feeRate": "1", "cycleOfFee": "P27DL1"}
    whole, parted = rows("ANN", {**terms, "feeRate": None}), rows("ANN", terms)
    bits = [max(row.payoff.of.bit_length() for row in found) for found in (whole, parted)]
    assert bits[1] < 3 * bits[0]


def decimal(number: Exact) -> str:
    """Return a number with 30 decimals, which are all that it has."""
    scaled = number.scaled(30)
    assert number == Exact(scaled, 10**30)
    return f"{scaled // 10**30}.{scaled % 10**30:030d}"


@given(fractions, fractions)
def test_an_exact_number_is_the_fraction_that_it_stands_for(first, second):
    left, right = exact(first), exact(second)
    assert (left + right).fraction == first + second
    assert (left - second).fraction == first - second
    assert (left * right).fraction == first * second
    assert (-left).fraction == -first
    assert (left < right, left > right, left == right) == (
        first < second,
        first > second,
        first == second,
    )
    if second:
        assert (left / right).fraction == first / second
        assert hash(left / right) == hash(first / second)


@given(st.lists(fractions, min_size=1, max_size=60))
def test_large_numbers_that_are_left_as_they_come_are_still_exact(numbers):
    """A common factor of many digits keeps every part large, and none is reduced."""
    large = Exact(7**400, 11**400)
    total, plain = large, large.fraction
    for number in numbers:
        total, plain = total + large * number, plain + large.fraction * number
    assert total == plain
    assert (total - plain).over == 0


@given(fractions, st.integers(0, 20))
def test_a_number_is_shown_in_whole_units_half_up(number, places):
    unit = Fraction(1, 10**places)
    shown = exact(number).scaled(places) * unit
    assert -unit / 2 < shown - number <= unit / 2
