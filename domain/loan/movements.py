"""The order in which facts count: by value date, whatever the order of knowing.

Facts of one day have an order of their own, so that no account depends on what was known first:
terms change, then money goes out, comes in, and is given up or moved; within a kind, by number.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeVar, get_args

from domain.loan.facts import (
    ArrearsRespread,
    Drawn,
    Extended,
    Fact,
    FeeCharged,
    InterestCapitalised,
    InterestPaused,
    Misused,
    RateSet,
    Received,
    Refunded,
    Restructured,
    Waived,
    WrittenOff,
    number_of,
)
from domain.loan.values import Purpose

AnyFact = TypeVar("AnyFact", bound=Fact)

_OF_ONE_DAY: Final = (
    RateSet,
    InterestPaused,
    Misused,
    FeeCharged,
    Drawn,
    Extended,
    Received,
    Waived,
    ArrearsRespread,
    InterestCapitalised,
    Restructured,
    WrittenOff,
    Refunded,
)
_RANK: Final = {kind: place for place, kind in enumerate(_OF_ONE_DAY)}
assert _RANK.keys() == set(get_args(Fact))


def place_of(fact: Fact) -> tuple[date, int, bool, str]:
    """Return where a fact stands among others: by value date, then kind, then number.

    Money recovered on the day of a write-off stands behind it.
    """
    recovered = isinstance(fact, Received) and fact.purpose is Purpose.RECOVERY
    rank = _RANK[WrittenOff if recovered else type(fact)]
    return fact.value_date, rank, recovered, number_of(fact)


def in_order(known: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    """Return facts in the order in which they count."""
    return tuple(sorted(known, key=place_of))


def up_to(known: Iterable[AnyFact], day: date) -> tuple[AnyFact, ...]:
    """Return the facts that count on or before a day, in the order given."""
    return tuple(fact for fact in known if fact.value_date <= day)
