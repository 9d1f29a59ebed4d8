"""Scoring: a card and inputs into points and a grade; the same for ever for the same two.

Source: Credit manual of the institution: credit rating (信用评级); each version names its own.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from attrs import frozen

from domain.facts.scorecard import Band, Card, Characteristic, Figure, Points, Scorecard
from domain.facts.shipped_cards import SHIPPED_CARDS
from domain.ids import Name, ScorecardId


@frozen
class Known:
    """A figure as it was on record: a quotient as "113/250"; None: not on record, not defined."""

    figure: Figure
    quotient: str | None


@frozen
class Judged:
    """Points that people gave, and why."""

    characteristic: Name
    points: Points
    reason: str  # Without personal data.


@frozen(kw_only=True)
class ScoreInputs:
    """All that a rating is made of: every figure, whether a version looks at it or not."""

    measured: tuple[Known, ...]
    judged: tuple[Judged, ...]

    @property
    def figures(self) -> Mapping[Figure, Fraction | None]:
        """The figures as numbers."""
        return {
            k.figure: None if k.quotient is None else Fraction(k.quotient) for k in self.measured
        }

    @property
    def judgements(self) -> Mapping[str, int]:
        """The points that people gave, by characteristic."""
        return {one.characteristic: one.points for one in self.judged}


@frozen
class Scored:
    """The points of a characteristic."""

    characteristic: Name
    points: Points


@frozen(kw_only=True)
class Score:
    """What a card makes of inputs."""

    scored: tuple[Scored, ...]
    points: int
    grade: str


def holding(scorecard_id: ScorecardId, own: Scorecard | None, day: date) -> Scorecard | None:
    """Return the scorecard of a number that holds on a day; None for a number that nobody knows.

    What ships holds until the first day of the institution's own.
    """
    if own is not None and own.versions.entry(day) is not None:
        return own
    return SHIPPED_CARDS.get(scorecard_id, own)


def score(card: Card, inputs: ScoreInputs) -> Score:
    """Return points by characteristic, their sum, and the grade that it reaches.

    What nobody judged, and a figure that is not known, has the points that the card gives it.
    """
    figures, judged = inputs.figures, inputs.judgements
    scored = tuple(Scored(c.name, _points(c, figures, judged)) for c in card.characteristics)
    points = sum(one.points for one in scored)
    reached = [one.grade for one in card.grades if points >= one.points_min]
    return Score(scored=scored, points=points, grade=reached[0])


def in_band(band: Band, value: Fraction) -> bool:
    """Say whether a value lies in a band: low included, high not."""
    above = band.low is None or Fraction(band.low) <= value
    return above and (band.high is None or value < Fraction(band.high))


def _points(
    one: Characteristic, figures: Mapping[Figure, Fraction | None], judged: Mapping[str, int]
) -> int:
    if one.looks_at is None:
        return min(judged.get(one.name, one.points_unknown), one.points_max)
    value = figures.get(one.looks_at)
    if value is None:
        return one.points_unknown
    return next(band.points for band in one.bands if in_band(band, value))
