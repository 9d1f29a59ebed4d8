"""Parameters of the credit policy: set by date, never looser than the law, corrected openly."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve

from domain.facts.duty import ACTOR_HOLDS_THE_POST, ACTOR_IS_STAFF
from domain.facts.parameters import PARAMETERS
from domain.facts.staff import Post
from domain.policy import POLICY
from domain.policy.events import PolicyParameterCorrected, PolicyParameterSet
from domain.policy.parameters import fits_measure
from domain.policy.rules import (
    GUIDANCE_IS_FOLLOWED,
    LAW_IS_KEPT,
    NOT_DATED_BACK,
    ONE_SETTING_A_DAY,
    PARAMETER_IS_KNOWN,
    SETTING_FITS_ITS_MEASURE,
    SETTING_IS_KNOWN,
)
from tests.domain.policy.book import CORRECT, LATER, SET, TODAY
from tests.domain.staffing import member
from tests.specs import given

THREE = PolicyParameterSet(
    parameter="dual_investigators.min",
    setting="3",
    since=LATER,
    source="Minutes 2026-7",
    authority="Risk committee",
    findings=(),
)
SINGLE = "concentration.single_borrower.loans_to_capital_max"


def test_a_parameter_is_set_from_a_day_on_with_its_source_and_who_decided():
    given(POLICY).when(SET).then(THREE)
    book = POLICY.fact("book", POLICY.fold([THREE]))
    assert book.count("dual_investigators.min", TODAY) == 2
    assert book.count("dual_investigators.min", LATER) == 3
    assert book.on("dual_investigators.min", LATER).source == "Minutes 2026-7"


def test_the_same_setting_for_the_same_day_is_nothing_new():
    given(POLICY, THREE).when(SET).then_nothing()


def test_a_name_that_nobody_knows_is_not_set():
    given(POLICY).when(evolve(SET, parameter="dual_investigators.max")).then_refused(
        PARAMETER_IS_KNOWN, parameter="dual_investigators.max"
    )


@pytest.mark.parametrize(
    ("parameter", "setting"),
    [
        ("dual_investigators.min", "two"),
        ("dual_investigators.min", "1.5"),
        (SINGLE, "10%"),
        ("interview.personal.required", "yes"),
    ],
)
def test_a_setting_is_written_as_it_is_measured(parameter, setting):
    wrong = evolve(SET, parameter=parameter, setting=setting)
    given(POLICY).when(wrong).then_refused(SETTING_FITS_ITS_MEASURE, setting=setting)


def test_what_the_law_sets_may_be_stricter():
    stricter = evolve(SET, parameter=SINGLE, setting="0.08")
    state = POLICY.fold(given(POLICY).when(stricter).outcome())
    assert state.book.share(SINGLE, LATER) == Fraction(2, 25)


@pytest.mark.parametrize(
    ("parameter", "setting"),
    [
        (SINGLE, "0.12"),
        ("interview.personal.required", "false"),
        ("insider.unsecured_loan.allowed", "true"),
    ],
)
def test_what_the_law_sets_is_not_set_looser_and_the_refusal_names_the_law(parameter, setting):
    given(POLICY).when(evolve(SET, parameter=parameter, setting=setting)).then_refused(
        LAW_IS_KEPT, law=PARAMETERS[parameter].source
    )


def test_what_departs_from_guidance_says_so():
    name = "concentration.group.credit_to_capital_max"
    given(POLICY).when(evolve(SET, parameter=name, setting="0.20")).then_found(GUIDANCE_IS_FOLLOWED)
    given(POLICY).when(evolve(SET, parameter=name, setting="0.12")).then_found()


def test_what_the_bank_decides_for_itself_is_set_either_way():
    name = "collateral.ltv_max_default.vehicle"
    for setting in ("0.30", "0.65"):
        given(POLICY).when(evolve(SET, parameter=name, setting=setting)).then_found()


def test_a_setting_does_not_take_effect_before_it_is_entered():
    given(POLICY).when(evolve(SET, since=date(2026, 3, 1))).then_refused(NOT_DATED_BACK)
    assert given(POLICY).when(evolve(SET, since=TODAY)).outcome()


def test_another_setting_for_the_same_day_is_a_correction():
    given(POLICY, THREE).when(evolve(SET, setting="4")).then_refused(ONE_SETTING_A_DAY)


def test_a_correction_keeps_what_was_entered():
    corrected = PolicyParameterCorrected(
        parameter="dual_investigators.min",
        since=LATER,
        setting="2",
        replaced="3",
        source="Minutes 2026-7",
        authority="Risk committee",
        reason="Keyed wrong",
        findings=(),
    )
    given(POLICY, THREE).when(CORRECT).then(corrected)
    given(POLICY, THREE, corrected).when(CORRECT).then_nothing()
    assert POLICY.fold([THREE, corrected]).book.count("dual_investigators.min", LATER) == 2


def test_a_setting_that_was_never_decided_is_taken_out():
    none = evolve(CORRECT, setting=None)
    events = given(POLICY, THREE).when(none).outcome()
    book = POLICY.fold([THREE, *events]).book
    assert book.on("dual_investigators.min", LATER).since is None


def test_only_what_was_set_is_corrected_and_never_beyond_the_law():
    given(POLICY).when(CORRECT).then_refused(SETTING_IS_KNOWN)
    given(POLICY, THREE).when(evolve(CORRECT, since=TODAY)).then_refused(SETTING_IS_KNOWN)
    strict = given(POLICY).when(evolve(SET, parameter=SINGLE, setting="0.08")).outcome()
    loose = evolve(CORRECT, parameter=SINGLE, setting="0.12")
    given(POLICY, *strict).when(loose).then_refused(LAW_IS_KEPT)


def test_the_policy_is_kept_by_the_head_of_the_credit_department():
    given(POLICY).when(evolve(SET, staff=None)).then_refused(ACTOR_IS_STAFF)
    other = member("wang", Post.RELATIONSHIP_MANAGER)
    given(POLICY).when(evolve(SET, staff=other)).then_refused(ACTOR_HOLDS_THE_POST)


@pytest.mark.parametrize("name", PARAMETERS)
def test_what_ships_could_have_been_set(name):
    known = PARAMETERS[name]
    assert fits_measure(known.measure, known.setting)


@pytest.mark.parametrize("setting", ["5", "7"])
def test_what_the_law_fixes_with_no_stricter_way_stays_as_it_is(setting):
    fixed = evolve(SET, parameter="guarantee.period.default.months", setting=setting)
    given(POLICY).when(fixed).then_refused(LAW_IS_KEPT, law_sets="6")
