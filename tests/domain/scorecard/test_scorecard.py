"""Scorecards: sums, bands and grades that are whole, and versions by day."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.duty import ACTOR_HOLDS_THE_POST
from domain.facts.scorecard import Band, Characteristic, Figure, GradeFrom
from domain.facts.shipped_cards import SHIPPED_CARDS
from domain.facts.staff import Post
from domain.scorecard import SCORECARD
from domain.scorecard.rules import (
    BANDS_MEET,
    BANDS_REACH_THE_MOST,
    CARD_IS_DEFINED,
    CARD_IS_DEFINED_ONCE,
    CHARACTERISTICS_ARE_NAMED_ONCE,
    GRADES_COVER_ALL_POINTS,
    JUDGED_OR_MEASURED,
    KINDS_ARE_NAMED,
    POINTS_MAKE_A_HUNDRED,
    VERSIONS_BEGIN_AHEAD,
)
from domain.scorecard.sound import require_sound
from domain.scorecard.state import Versions
from tests.domain.scorecard.cards import (
    DEFINE,
    GRADES,
    INCOME,
    OPINION,
    REVISE,
    TODAY,
    WITHDRAW,
)
from tests.domain.staffing import member
from tests.specs import When, given


def defining(*characteristics: Characteristic) -> When:
    return given(SCORECARD).when(evolve(DEFINE, characteristics=characteristics))


def bands(*edges: tuple[str | None, str | None]) -> Characteristic:
    made = [Band(low=low, high=high, points=60) for low, high in edges]
    return evolve(INCOME, bands=tuple(made))


def versions(*commands: Any) -> Versions:
    past: list[Any] = []
    for command in commands:
        past += SCORECARD.decide(command, SCORECARD.fold(past))
    return SCORECARD.fold(past)


def test_versions_hold_from_their_days_until_the_end():
    card = SCORECARD.fact("own", versions(DEFINE, REVISE, WITHDRAW))
    days = (date(2026, 3, 1), TODAY, date(2026, 7, 1), date(2026, 9, 1))
    holding = [card.versions.on(day) for day in days]
    assert [one.version if one else None for one in holding] == [None, 1, 2, None]


def test_the_same_again_is_nothing_new():
    for commands in ((DEFINE,), (DEFINE, REVISE), (DEFINE, REVISE, WITHDRAW)):
        assert SCORECARD.decide(commands[-1], versions(*commands)) == ()


def test_a_scorecard_is_defined_once_and_revised_after_that():
    (defined,) = SCORECARD.decide(DEFINE, SCORECARD.initial)
    given(SCORECARD, defined).when(evolve(DEFINE, title="另一张")).then_refused(
        CARD_IS_DEFINED_ONCE
    )
    given(SCORECARD).when(REVISE).then_refused(CARD_IS_DEFINED)
    given(SCORECARD).when(WITHDRAW).then_refused(CARD_IS_DEFINED)


def test_no_version_begins_before_today():
    yesterday = date(2026, 3, 1)
    given(SCORECARD).when(evolve(DEFINE, since=yesterday)).then_refused(VERSIONS_BEGIN_AHEAD)


def test_a_scorecard_names_the_kinds_that_it_rates():
    kinds = DEFINE.customer_kinds
    for wrong in ((), kinds * 2):
        given(SCORECARD).when(evolve(DEFINE, customer_kinds=wrong)).then_refused(KINDS_ARE_NAMED)


def test_points_add_up_to_a_hundred():
    defining(INCOME, evolve(OPINION, points_max=41)).then_refused(POINTS_MAKE_A_HUNDRED, points=101)
    defining().then_refused(POINTS_MAKE_A_HUNDRED, points=0)


def test_bands_leave_no_gap_and_do_not_overlap():
    for wrong in (
        bands((None, "1"), ("2", None)),
        bands((None, "2"), ("1", None)),
        bands(("0", "1"), ("1", None)),
        bands((None, "1"), ("1", "2")),
        bands((None, "1"), ("1", "1"), ("1", None)),
        bands((None, None), (None, None)),
    ):
        defining(wrong, OPINION).then_refused(BANDS_MEET, characteristic="income")
    given(SCORECARD).when(evolve(DEFINE, characteristics=(bands((None, None)), OPINION))).outcome()


def test_some_band_gives_the_most_points_and_none_more():
    short = evolve(INCOME, points_max=50)
    defining(short, evolve(OPINION, points_max=50)).then_refused(BANDS_REACH_THE_MOST)
    generous = evolve(OPINION, points_unknown=41)
    defining(INCOME, generous).then_refused(BANDS_REACH_THE_MOST, characteristic="village")


def test_a_characteristic_is_measured_or_judged():
    defining(evolve(INCOME, bands=()), OPINION).then_refused(JUDGED_OR_MEASURED)
    defining(INCOME, evolve(OPINION, bands=INCOME.bands)).then_refused(JUDGED_OR_MEASURED)


def test_characteristics_have_names_of_their_own_in_both_languages():
    defining(INCOME, evolve(OPINION, name="income")).then_refused(CHARACTERISTICS_ARE_NAMED_ONCE)
    defining(INCOME, evolve(OPINION, zh=" ")).then_refused(CHARACTERISTICS_ARE_NAMED_ONCE)


def test_grades_go_down_to_no_points_at_all():
    for wrong in (
        (),
        GRADES[:2],
        GRADES[::-1],
        (GradeFrom(grade="A", points_min=50), GradeFrom(grade="A", points_min=0)),
    ):
        given(SCORECARD).when(evolve(DEFINE, grades=wrong)).then_refused(GRADES_COVER_ALL_POINTS)


def test_scorecards_are_set_by_heads():
    officer = member("wang", Post.RELATIONSHIP_MANAGER)
    given(SCORECARD).when(evolve(DEFINE, staff=officer)).then_refused(ACTOR_HOLDS_THE_POST)


@pytest.mark.parametrize("card", SHIPPED_CARDS.values(), ids=SHIPPED_CARDS)
def test_what_ships_is_sound(card):
    (entry,) = card.versions.values
    require_sound(entry.value.characteristics, entry.value.grades)
    assert (entry.value.version, entry.source) == (0, "editable default")


def test_the_farm_households_card_has_the_points_of_the_form():
    card = SHIPPED_CARDS["farm-household"].versions.on(TODAY)
    assert card is not None
    assert [one.points_max for one in card.characteristics] == [8, 8, 13, 13, 4, 14, 30, 10]
    assert card.characteristics[2].looks_at is Figure.ASSETS
