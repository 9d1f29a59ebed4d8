"""Whether a version of a scorecard is fit to rate with.

Source: the rules of the scorecard, each with its own.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from domain.facts.scorecard import Band, Characteristic, GradeFrom
from domain.scorecard.rules import (
    BANDS_MEET,
    BANDS_REACH_THE_MOST,
    CHARACTERISTICS_ARE_NAMED_ONCE,
    GRADES_COVER_ALL_POINTS,
    JUDGED_OR_MEASURED,
    POINTS_MAKE_A_HUNDRED,
)

POINTS_IN_ALL: Final = 100


def require_sound(characteristics: Sequence[Characteristic], grades: Sequence[GradeFrom]) -> None:
    """Raise Refused where points do not add up, bands leave gaps, or grades do not cover all."""
    names = [one.name for one in characteristics]
    named = all(one.zh.strip() and one.en.strip() for one in characteristics)
    CHARACTERISTICS_ARE_NAMED_ONCE.require(
        named and len(names) == len(set(names)), characteristics=", ".join(names)
    )
    most = sum(one.points_max for one in characteristics)
    POINTS_MAKE_A_HUNDRED.require(most == POINTS_IN_ALL, points=most)
    for one in characteristics:
        _require_bands(one)
    _require_grades(grades)


def _require_bands(one: Characteristic) -> None:
    measured = one.looks_at is not None
    JUDGED_OR_MEASURED.require(measured == bool(one.bands), characteristic=one.name)
    BANDS_REACH_THE_MOST.require(
        one.points_unknown <= one.points_max, characteristic=one.name, points=one.points_unknown
    )
    if measured:
        BANDS_MEET.require(_meet(one.bands), characteristic=one.name)
        reached = max(band.points for band in one.bands)
        BANDS_REACH_THE_MOST.require(
            reached == one.points_max, characteristic=one.name, points=reached
        )


def _meet(bands: Sequence[Band]) -> bool:
    ends_open = bands[0].low is None and bands[-1].high is None
    return (
        ends_open
        and all(
            a.high is not None and b.low is not None and Fraction(a.high) == Fraction(b.low)
            for a, b in pairwise(bands)
        )
        and all(
            b.low is None or b.high is None or Fraction(b.low) < Fraction(b.high) for b in bands
        )
    )


def _require_grades(grades: Sequence[GradeFrom]) -> None:
    names, least = [one.grade for one in grades], [one.points_min for one in grades]
    falling = all(a > b for a, b in pairwise(least))
    GRADES_COVER_ALL_POINTS.require(
        falling and least[-1:] == [0] and len(names) == len(set(names)), grades=", ".join(names)
    )
