"""Scoring: bands, judgement, what is unknown, and the grade that the sum reaches."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.facts.scorecard import Card, Figure
from domain.facts.scoring import Judged, Known, ScoreInputs, score
from domain.facts.shipped_cards import SHIPPED_CARDS
from tests.domain.scorecard.cards import GRADES, INCOME, OPINION

CARD = Card(version=1, characteristics=(INCOME, OPINION), grades=GRADES)


def inputs(income: str | None, village: int | None) -> ScoreInputs:
    judged = () if village is None else (Judged("village", village, "as the village says"),)
    return ScoreInputs(measured=(Known(Figure.NET_INCOME, income),), judged=judged)


def points(income: str | None, village: int | None) -> int:
    return score(CARD, inputs(income, village)).points


def test_a_band_holds_its_low_and_not_its_high():
    assert [points(income, 0) for income in ("-1", "9999", "10000", "99999/2", "50000")] == [
        0,
        0,
        30,
        30,
        60,
    ]


def test_the_grade_is_the_best_whose_points_are_reached():
    assert [score(CARD, inputs(i, v)).grade for i, v in (("50000", 20), ("50000", 19))] == [
        "A",
        "B",
    ]
    assert score(CARD, inputs("1", 0)).grade == "C"


def test_what_nobody_knows_or_judged_has_the_points_that_the_card_gives_it():
    assert points(None, 40) == 45
    assert score(CARD, ScoreInputs(measured=(), judged=())).points == 5


def test_no_more_points_are_counted_than_another_version_has():
    assert points("50000", 90) == 100


@given(st.lists(st.fractions(min_value=-(10**9), max_value=10**9), min_size=22, max_size=22))
def test_every_card_that_ships_scores_anything_within_a_hundred(values):
    measured = tuple(Known(f, str(v)) for f, v in zip(Figure, values, strict=True))
    for card in SHIPPED_CARDS.values():
        version = card.versions.on(date(2026, 3, 2))
        assert version is not None
        made = score(version, ScoreInputs(measured=measured, judged=()))
        assert 0 <= made.points <= 100
        assert made.points == sum(one.points for one in made.scored)
