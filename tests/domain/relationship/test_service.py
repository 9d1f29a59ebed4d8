"""How a customer is served: preferences, tier, stage, priority and satisfaction."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.dated import Dated
from domain.facts.duty import ACTOR_HOLDS_THE_POST, ROLES_ARE_APART
from domain.facts.policy import PolicyBook
from domain.facts.relationship import Tier
from domain.relationship import RELATIONSHIP
from domain.relationship.service.commands import (
    EndPriority,
    FollowUpSurvey,
    GrantPriority,
    RecordSurvey,
    SetPreferences,
    SetStage,
    SetTier,
)
from domain.relationship.service.events import (
    PreferencesSet,
    PriorityEnded,
    PriorityGranted,
    SurveyFollowedUp,
    SurveyRecorded,
    TierSet,
)
from domain.relationship.service.rules import (
    PRIORITY_ENDS,
    PRIORITY_IS_GRANTED,
    PRIORITY_IS_PROPOSED,
    SOMETHING_IS_PREFERRED,
    SURVEY_IS_KNOWN,
    TIER_IS_REASONED,
)
from domain.relationship.values import Criterion, LifeStage, RateType, TierReason
from tests.domain.officers import TELLER, WANG, ZHAO
from tests.domain.relationship.test_entries import DAY, STEP, TODAY
from tests.specs import given

PREFER = SetPreferences(rate_type=RateType.FIXED, months=24, since=DAY, **STEP)
PREFERRED = PreferencesSet(
    rate_type=RateType.FIXED, months=24, method=None, channel=None, since=DAY
)
REASONS = tuple(TierReason(criterion=one, says="top tenth") for one in Criterion)
TIER = SetTier(tier=Tier.KEY, reasons=REASONS, since=DAY, **STEP)
IN_TIER = TierSet(tier=Tier.KEY, reasons=REASONS, since=DAY)
STAGE = SetStage(
    life_stage=LifeStage.MATURE, reason="third loan repaid", since=DAY, book=None, **STEP
)
HEAD: dict[str, Any] = {**STEP, "actor": "zhao", "staff": ZHAO}
GRANT = GrantPriority(
    proposed_by="wang",
    proposer=WANG,
    reason="harvest purchase",
    until=date(2026, 6, 30),
    book=None,
    **HEAD,
)
GRANTED = PriorityGranted(
    proposed_by="wang",
    approved_by="zhao",
    reason="harvest purchase",
    on=TODAY,
    until=date(2026, 6, 30),
)
SURVEY = RecordSurvey(survey_id="V1", score=5, on=DAY, book=None, **STEP)
ASKED = SurveyRecorded(
    survey_id="V1", score=5, remarks=None, on=DAY, follow_up_due=date(2026, 3, 12)
)
FOLLOW_UP = FollowUpSurvey(survey_id="V1", remarks="已致电说明", on=TODAY, **STEP)
FOLLOWED_UP = SurveyFollowedUp(survey_id="V1", remarks="已致电说明", on=TODAY)


@pytest.mark.parametrize(("command", "event"), [(PREFER, PREFERRED), (TIER, IN_TIER)])
def test_what_holds_from_a_day_is_set_once(command, event):
    given(RELATIONSHIP).when(command).then(event)
    given(RELATIONSHIP, event).when(command).then_nothing()


def test_a_preference_says_something():
    nothing = evolve(PREFER, rate_type=None, months=None)
    given(RELATIONSHIP).when(nothing).then_refused(SOMETHING_IS_PREFERRED)


@pytest.mark.parametrize("reasons", [(), REASONS[:2], (*REASONS, REASONS[0])])
def test_a_tier_has_one_reason_by_each_criterion(reasons):
    given(RELATIONSHIP).when(evolve(TIER, reasons=reasons)).then_refused(TIER_IS_REASONED)


def test_others_know_the_tier_and_the_priority():
    known = RELATIONSHIP.fact("C1", RELATIONSHIP.fold([IN_TIER, GRANTED]))
    assert (known.tier, known.priority_until) == (Tier.KEY, date(2026, 6, 30))


@pytest.mark.parametrize(
    ("stage", "due"), [(LifeStage.MATURE, date(2026, 6, 2)), (LifeStage.LOST, date(2026, 9, 2))]
)
def test_a_stage_says_when_the_customer_is_contacted_next(stage, due):
    (event,) = given(RELATIONSHIP).when(evolve(STAGE, life_stage=stage)).outcome()
    assert (event.contact_due, event.setting.parameter) == (
        due,
        f"bank.relationship.contact_months.{stage}",
    )
    given(RELATIONSHIP, event).when(evolve(STAGE, life_stage=stage)).then_nothing()


def test_a_priority_is_granted_by_a_head_as_an_officer_proposed():
    given(RELATIONSHIP).when(GRANT).then(GRANTED)
    given(RELATIONSHIP, GRANTED).when(GRANT).then_nothing()


def test_nobody_grants_what_they_proposed_and_only_heads_grant():
    own = evolve(GRANT, proposed_by="zhao", proposer=ZHAO)
    given(RELATIONSHIP).when(own).then_refused(ROLES_ARE_APART)
    given(RELATIONSHIP).when(evolve(GRANT, **STEP)).then_refused(ACTOR_HOLDS_THE_POST)
    stranger = evolve(GRANT, proposed_by="teller", proposer=TELLER)
    given(RELATIONSHIP).when(stranger).then_refused(PRIORITY_IS_PROPOSED)


@pytest.mark.parametrize("until", [date(2026, 3, 19), date(2027, 3, 21)])
def test_a_priority_ends_within_the_time_allowed(until):
    given(RELATIONSHIP).when(evolve(GRANT, until=until)).then_refused(PRIORITY_ENDS)


def test_a_priority_in_force_can_end_before_its_time():
    end = EndPriority(reason="harvest is over", **HEAD)
    given(RELATIONSHIP, GRANTED).when(end).then(PriorityEnded(reason="harvest is over", on=TODAY))
    given(RELATIONSHIP).when(end).then_refused(PRIORITY_IS_GRANTED)
    over = evolve(GRANTED, until=date(2026, 3, 19))
    given(RELATIONSHIP, over).when(end).then_refused(PRIORITY_IS_GRANTED)


@pytest.mark.parametrize(("score", "due"), [(5, date(2026, 3, 12)), (6, None), (10, None)])
def test_a_low_score_is_followed_up(score, due):
    asked = evolve(ASKED, score=score, follow_up_due=due)
    given(RELATIONSHIP).when(evolve(SURVEY, score=score)).then(asked)
    given(RELATIONSHIP, asked).when(evolve(SURVEY, score=score)).then_nothing()


def test_a_bank_follows_up_as_soon_as_it_decides():
    days = Dated[str]().with_value(date(2026, 1, 1), "3", "board 2025-9")
    book = PolicyBook({"bank.survey.follow_up_days": days})
    asked = evolve(ASKED, follow_up_due=date(2026, 3, 5))
    given(RELATIONSHIP).when(evolve(SURVEY, book=book)).then(asked)


def test_a_survey_is_followed_up_once_after_it_was_answered():
    given(RELATIONSHIP, ASKED).when(FOLLOW_UP).then(FOLLOWED_UP)
    given(RELATIONSHIP, ASKED, FOLLOWED_UP).when(FOLLOW_UP).then_nothing()
    given(RELATIONSHIP).when(FOLLOW_UP).then_refused(SURVEY_IS_KNOWN)
    early = evolve(FOLLOW_UP, on=date(2026, 3, 1))
    given(RELATIONSHIP, ASKED).when(early).then_refused(SURVEY_IS_KNOWN)
    more = evolve(FOLLOW_UP, remarks="再次致电")
    given(RELATIONSHIP, ASKED, FOLLOWED_UP).when(more).then_refused(SURVEY_IS_KNOWN)
