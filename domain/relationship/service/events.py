"""What has happened to how a customer is served: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.policy import Setting
from domain.facts.relationship import Tier
from domain.fields import last_day, personal
from domain.ids import (
    Months,
    StaffId,
    SurveyId,
)
from domain.kinds import RepaymentMethod
from domain.relationship.values import (
    Channel,
    LifeStage,
    RateType,
    Score,
    TierReason,
)


@frozen(kw_only=True)
class PreferencesSet:
    """This is how the customer would borrow and be reached."""

    rate_type: RateType | None
    months: Months | None
    method: RepaymentMethod | None
    channel: Channel | None
    since: date


@frozen(kw_only=True)
class TierSet:
    """The customer is in a tier, for these reasons."""

    tier: Tier
    reasons: tuple[TierReason, ...]
    since: date


@frozen(kw_only=True)
class StageSet:
    """The customer has come to a stage, and is to be contacted by a day."""

    life_stage: LifeStage
    reason: str
    since: date
    contact_due: date
    setting: Setting  # How often customers at this stage are contacted.


@frozen(kw_only=True)
class PriorityGranted:
    """The customer is served first until a day; no control is left out."""

    proposed_by: StaffId
    approved_by: StaffId
    reason: str
    on: date
    until: date = last_day()


@frozen(kw_only=True)
class PriorityEnded:
    """The priority ended before its time."""

    reason: str
    on: date


@frozen(kw_only=True)
class SurveyRecorded:
    """The customer said how satisfied they are."""

    survey_id: SurveyId
    score: Score
    remarks: str | None = personal()
    on: date
    follow_up_due: date | None  # None: nothing need be done.


@frozen(kw_only=True)
class SurveyFollowedUp:
    """Something was done about a survey."""

    survey_id: SurveyId
    remarks: str = personal()
    on: date


ServiceEvent = (
    PreferencesSet
    | TierSet
    | StageSet
    | PriorityGranted
    | PriorityEnded
    | SurveyRecorded
    | SurveyFollowedUp
)
